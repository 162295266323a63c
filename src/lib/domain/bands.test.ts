import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	binOf,
	binRanges,
	checkBounds,
	defaultBounds,
	firstEndOverFull,
	isBounds,
	percentOf,
	sameBounds
} from './bands.ts';

const usualBin = (percent: number): number => binOf(percent, defaultBounds);
const anyBounds = fc
	.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 5, maxLength: 5 })
	.map((bounds) => bounds.sort((a, b) => a - b));

describe('bands', () => {
	it('C-15 seven bins, and 100 % is full, not over', () => {
		const bins = [0, 1, 59, 60, 84, 85, 100, 101, 120, 121, 140, 141, 900].map(usualBin);
		expect(bins).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
		expect(binRanges(defaultBounds)).toEqual('0 1–59 60–84 85–100 101–120 121–140 141+'.split(' '));
	});

	it('C-15 says in short what each bin holds', () => {
		expect(binRanges([1, 40, 60, 70, 90])).toEqual('0 1 2–40 41–60 61–70 71–90 91+'.split(' '));
	});

	it('C-15 every percentage is in the one bin whose range is printed, whatever the bands', () => {
		fc.assert(
			fc.property(anyBounds, fc.integer({ min: 0, max: 100000 }), (bounds, bp) => {
				const percent = percentOf(bp);
				const holds = binRanges(bounds).map((range) => {
					const [from, to] = range.split('–').map(Number.parseFloat);
					return percent >= from! && percent <= (range.endsWith('+') ? Infinity : (to ?? from!));
				});
				expect(holds.filter(Boolean)).toHaveLength(1);
				expect(holds.indexOf(true)).toBe(binOf(percent, bounds));
			})
		);
	});

	it('C-16 the percentage printed decides the bin, and some work never prints as 0', () => {
		expect([0, 1, 49, 50, 149, 150, 10049, 10050, 12222].map(percentOf)).toEqual([
			0, 1, 1, 1, 1, 2, 100, 101, 122
		]);
		expect([0.2, 59.4, 59.5, 100.4, 100.5].map(usualBin)).toEqual([1, 1, 2, 3, 4]);
	});

	it('C-24 an organisation says where bins end: five rising whole per cents up to 300, the last over 100', () => {
		const bounds = [50, 80, 90, 110, 130];
		expect([0, 50, 51, 90, 91, 130, 131].map((percent) => binOf(percent, bounds))).toEqual([
			0, 1, 2, 3, 4, 5, 6
		]);
		fc.assert(
			fc.property(anyBounds, (any) => {
				expect(checkBounds(any).ok).toBe(any[4]! > 100);
			})
		);
		expect(checkBounds([1, 2, 3, 4, 300])).toEqual({ ok: true, value: [1, 2, 3, 4, 300] });
		const whyNot = (given: number[]): [unknown, string] => {
			const checked = checkBounds(given);
			return checked.ok ? [null, ''] : [checked.problem.value, checked.problem.message];
		};
		expect(whyNot([50, 80, 100, 120])).toEqual([4, 'Say where five bands end; 4 were given.']);
		for (const [at, said, given] of [
			[0, '0 %', [0, 80, 100, 120, 140]],
			[1, '80.5 %', [50, 80.5, 100, 120, 140]],
			[4, '301 %', [50, 80, 100, 120, 301]],
			[2, 'no number', [50, 80, NaN, 120, 140]]
		] as const)
			expect(whyNot([...given])).toEqual([
				at,
				`Band ${at + 1} (${said}): write a whole per cent from 1 to 300.`
			]);
		expect(whyNot([50, 80, 80, 120, 140])).toEqual([
			2,
			'Band 3 (80 %): write more than 80 %, where band 2 ends.'
		]);
		expect(whyNot([20, 40, 60, 80, 100])).toEqual([
			4,
			'Band 5 (100 %): write more than 100 %, so that more than full shows.'
		]);
	});

	it('CA-6 a view says where its bins end, five rising percentages, and nothing stays bin 0', () => {
		expect(isBounds([20, 40, 60, 70, 90])).toBe(true);
		for (const wrong of [
			[0, 1, 2, 3, 4],
			[1, 2, 3, 4],
			[1, 2, 2, 4, 5],
			[1.5, 2, 3, 4, 5]
		])
			expect(isBounds(wrong)).toBe(false);
		expect(binOf(0, [20, 40, 60, 70, 90])).toBe(0);
		expect(sameBounds(defaultBounds, [...defaultBounds])).toBe(true);
		expect(sameBounds(defaultBounds, [59, 84, 100, 120, 141])).toBe(false);
	});

	it('S-7 overtime reaches to the end of the first band over full hours', () => {
		expect(firstEndOverFull(defaultBounds)).toBe(120);
		expect(firstEndOverFull([50, 80, 90, 95, 110])).toBe(110);
		expect(firstEndOverFull([20, 40, 60, 70, 90])).toBe(100);
	});
});
