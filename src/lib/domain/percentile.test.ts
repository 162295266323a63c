import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileOf, percentilesOf } from './percentile.ts';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
const percent = fc.integer({ min: 0, max: 100 });

describe('percentiles by nearest rank (F-1)', () => {
	it('F-1 takes one of the values, the textbook way', () => {
		expect(percentilesOf([15, 20, 35, 40, 50], [5, 30, 40, 50, 100])).toEqual([15, 20, 20, 35, 50]);
	});

	it('F-1 takes exactly the 85th of a hundred, where floating point would take the 86th', () => {
		const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
		for (let p = 1; p <= 100; p++) expect(percentileOf(hundred, p)).toBe(p);
	});

	it('F-1 has at least that share at or below it, and less strictly below it', () => {
		fc.assert(
			fc.property(values, percent, (all, p) => {
				const [found] = percentilesOf(all, [p]) as [number];
				expect(all).toContain(found);
				expect(all.filter((value) => value <= found).length * 100).toBeGreaterThanOrEqual(
					p * all.length
				);
				if (p > 0)
					expect(all.filter((value) => value < found).length * 100).toBeLessThan(p * all.length);
			})
		);
	});

	it('refuses no values and percentages there are not', () => {
		expect(() => percentileOf([], 50)).toThrow('No values');
		expect(() => percentileOf([1], 101)).toThrow('101');
		expect(() => percentileOf([1], NaN)).toThrow('NaN');
	});
});
