import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, drawFrom, seedOf } from './forecast-chance.ts';
import { certaintyOf, daysUntilDone, itemsDoneIn } from './forecast-throughput.ts';
import { percentileOf } from './percentile.ts';

const past = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40 });

describe('repeatable chance (F-5)', () => {
	it('F-5 draws the same numbers for the same seed, others for another', () => {
		const three = (seed: number): number[] => {
			const chance = chanceOf(seed);
			return [chance(), chance(), chance()];
		};
		expect(three(7)).toEqual(three(7));
		expect(three(7)).not.toEqual(three(8));
		expect(seedOf('prj_1')).toBe(seedOf('prj_1'));
		expect(seedOf('prj_1')).not.toBe(seedOf('prj_2'));
	});

	it('F-5 is even: each of ten values comes about a tenth of the time', () => {
		const chance = chanceOf(42);
		const hits = new Array<number>(10).fill(0);
		for (let i = 0; i < 100_000; i++) hits[drawFrom([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], chance)]! += 1;
		for (const count of hits) expect(Math.abs(count - 10_000)).toBeLessThan(400);
	});

	it('refuses to draw from nothing', () => {
		expect(() => drawFrom([], chanceOf(1))).toThrow('Nothing to draw');
	});
});

describe('how long and how many (F-6)', () => {
	it('F-6 is certain where every day was alike', () => {
		const perDay = Int32Array.of(2, 2, 2);
		expect([...daysUntilDone(perDay, 9, 4, chanceOf(1))!]).toEqual([5, 5, 5, 5]);
		expect([...itemsDoneIn(perDay, 5, 2, chanceOf(1))]).toEqual([10, 10]);
	});

	it('F-6 says that it cannot be known where nothing was ever finished', () => {
		expect(daysUntilDone(Int32Array.of(0, 0), 1, 10, chanceOf(1))).toBeNull();
		expect(daysUntilDone(new Int32Array(0), 1, 10, chanceOf(1))).toBeNull();
		expect([...itemsDoneIn(new Int32Array(0), 9, 2, chanceOf(1))]).toEqual([0, 0]);
	});

	it('F-6 asks for no day where nothing is left to do', () => {
		expect([...daysUntilDone(Int32Array.of(1), 0, 3, chanceOf(1))!]).toEqual([0, 0, 0]);
	});

	it('F-6 needs more days for more items, and finishes more in more days', () => {
		fc.assert(
			fc.property(past, fc.integer({ min: 1, max: 20 }), fc.nat(), (days, items, seed) => {
				const perDay = Int32Array.from(days);
				const median = (count: number): number =>
					percentileOf(daysUntilDone(perDay, count, 50, chanceOf(seed)) ?? [0], 50);
				expect(median(items + 5)).toBeGreaterThanOrEqual(median(items));
				const { p85, p50, p15 } = certaintyOf(itemsDoneIn(perDay, items, 100, chanceOf(seed)));
				expect(p85).toBeLessThanOrEqual(p50);
				expect(p50).toBeLessThanOrEqual(p15);
			}),
			{ numRuns: 60 }
		);
	});
});
