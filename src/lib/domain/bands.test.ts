import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands, binIn, binOf, defaultBounds, isBounds, percentOf } from './bands.ts';

describe('bands', () => {
	it('C-15 seven bins, and 100 % is full, not over', () => {
		const bins = [0, 1, 59, 60, 84, 85, 100, 101, 120, 121, 140, 141, 900].map(binOf);
		expect(bins).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
		expect(bands.map((band) => band.bin)).toEqual([0, 1, 2, 3, 4, 5, 6]);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 100000 }), (bp) => {
				const percent = percentOf(bp);
				const band = bands[binOf(percent)]!;
				expect(band.fromPercent <= percent && percent <= band.toPercent).toBe(true);
			})
		);
	});

	it('C-16 the percentage printed decides the bin, and some work never prints as 0', () => {
		expect([0, 1, 49, 50, 149, 150, 10049, 10050, 12222].map(percentOf)).toEqual([
			0, 1, 1, 1, 1, 2, 100, 101, 122
		]);
		expect([0.2, 59.4, 59.5, 100.4, 100.5].map(binOf)).toEqual([1, 1, 2, 3, 4]);
	});

	it('CA-6 bins end where a view says, five rising percentages, and nothing stays bin 0', () => {
		expect(defaultBounds).toEqual([59, 84, 100, 120, 140]);
		const bounds = [50, 80, 90, 110, 130];
		expect([0, 50, 51, 90, 91, 130, 131].map((percent) => binIn(percent, bounds))).toEqual([
			0, 1, 2, 3, 4, 5, 6
		]);
		expect(isBounds(bounds)).toBe(true);
		for (const wrong of [
			[0, 1, 2, 3, 4],
			[1, 2, 3, 4],
			[1, 2, 2, 4, 5],
			[1.5, 2, 3, 4, 5]
		])
			expect(isBounds(wrong)).toBe(false);
	});
});
