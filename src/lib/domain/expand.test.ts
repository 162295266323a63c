import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availability } from './calendar.ts';
import type { WorkCalendar } from './calendar.ts';
import { dayNumber, weekday } from './days.ts';
import { expand } from './expand.ts';
import type { Load } from './expand.ts';

const calendar: WorkCalendar = {
	patterns: [{ from: null, minutes: [480, 480, 480, 480, 240, 0, 0] }],
	holidays: [{ span: { from: '2026-01-06', to: '2026-01-06' }, minutesPerDay: null }],
	absences: [{ span: { from: '2026-01-08', to: '2026-01-08' }, minutesPerDay: null }],
	starts: null,
	ends: null,
	nonProjectBp: 0
};

function minutes(load: Load, from: string, to: string, of = calendar): number[] {
	const result = expand(load, availability(of, from, to), dayNumber(from), dayNumber(to));
	expect(result.state).toBe('placed');
	return [...result.minutes];
}

describe('expansion', () => {
	it('C-7 so much a day falls on working days, and stays on leave days so that overload shows', () => {
		expect(minutes({ mode: 'perDay', amount: 200 }, '2026-01-05', '2026-01-11')).toEqual([
			200, 0, 200, 200, 200, 0, 0
		]);
	});

	it('C-8 a share is taken of net time and comes out exact over each ISO week', () => {
		const thirds = {
			...calendar,
			patterns: [{ from: null, minutes: [100, 100, 100, 0, 0, 0, 0] }]
		};
		expect(minutes({ mode: 'percent', amount: 3333 }, '2026-01-12', '2026-01-18', thirds)).toEqual([
			34, 33, 33, 0, 0, 0, 0
		]);
		expect(minutes({ mode: 'percent', amount: 5000 }, '2026-01-05', '2026-01-13')).toEqual([
			240, 0, 240, 0, 120, 0, 0, 240, 240
		]);
		expect(minutes({ mode: 'percent', amount: 15000 }, '2026-01-05', '2026-01-05')).toEqual([720]);
	});

	it('C-9 a total is spread in proportion to net time, ties to the earliest day', () => {
		expect(minutes({ mode: 'total', amount: 1201 }, '2026-01-05', '2026-01-11')).toEqual([
			481, 0, 480, 0, 240, 0, 0
		]);
		expect(minutes({ mode: 'total', amount: 1 }, '2026-01-12', '2026-01-13')).toEqual([1, 0]);
		expect(minutes({ mode: 'total', amount: 0 }, '2026-01-12', '2026-01-13')).toEqual([0, 0]);
	});

	it('C-9 minutes are conserved for any calendar and any total', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 1440 }), { minLength: 7, maxLength: 7 }),
				fc.integer({ min: 0, max: 10_000_000 }),
				fc.integer({ min: 0, max: 60 }),
				(pattern, amount, length) => {
					const from = dayNumber('2026-01-05');
					const of = availability(
						{ ...calendar, patterns: [{ from: null, minutes: pattern }] },
						'2026-01-05',
						'2026-03-31'
					);
					const result = expand({ mode: 'total', amount }, of, from, from + length);
					const net = of.netSums[length + 1]!;
					expect(result.state).toBe(net > 0 || amount === 0 ? 'placed' : 'unplaced');
					if (result.state === 'placed')
						expect(result.minutes.reduce((a, b) => a + b, 0)).toBe(amount);
					// Days that can take nothing have no exact share: a total of nothing is all that is placed there.
					if (net === 0) return;
					result.minutes.forEach((m, i) => {
						const exact = (amount * of.net[i]!) / net;
						expect(Math.abs(m - exact)).toBeLessThan(1);
					});
				}
			)
		);
	});

	it('C-8 each week of a share is its sum rounded half up', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 7, maxLength: 7 }),
				fc.integer({ min: 0, max: 20000 }),
				(pattern, amount) => {
					const of = availability(
						{ ...calendar, patterns: [{ from: null, minutes: pattern }] },
						'2026-02-02',
						'2026-02-15'
					);
					fc.pre(of.netSums[7]! > 0);
					const from = dayNumber('2026-02-02');
					const { minutes: made } = expand({ mode: 'percent', amount }, of, from, from + 13);
					const week = made.subarray(0, 7).reduce((a, b) => a + b, 0);
					expect(week).toBe(Math.floor((of.netSums[7]! * amount + 5000) / 10000));
				}
			)
		);
	});

	it('C-10 unknown effort stays unknown, and what no day can take is unplaced', () => {
		const of = availability(calendar, '2026-01-05', '2026-01-11');
		const saturday = dayNumber('2026-01-10');
		expect(weekday('2026-01-10')).toBe(6);
		expect(expand(null, of, of.first, of.first + 4).state).toBe('unknown');
		for (const mode of ['perDay', 'percent', 'total'] as const)
			expect(expand({ mode, amount: 60 }, of, saturday, saturday + 1).state).toBe('unplaced');
		expect(expand({ mode: 'total', amount: 60 }, of, saturday, saturday - 1).state).toBe('empty');
		expect(() => expand({ mode: 'total', amount: 1 }, of, of.first, of.first + 7)).toThrow(
			RangeError
		);
	});

	it('C-20 more at the start, or at the end, runs from three halves to one half of even', () => {
		const even = {
			...calendar,
			patterns: [{ from: null, minutes: [100, 100, 100, 100, 0, 0, 0] }]
		};
		const of = availability(even, '2026-01-12', '2026-01-18');
		const spreadAs = (contour: 'flat' | 'front' | 'back'): number[] => [
			...expand({ mode: 'total', amount: 800 }, of, of.first, of.first + 6, contour).minutes
		];
		expect(spreadAs('flat')).toEqual([200, 200, 200, 200, 0, 0, 0]);
		expect(spreadAs('front')).toEqual([275, 225, 175, 125, 0, 0, 0]);
		expect(spreadAs('back')).toEqual([125, 175, 225, 275, 0, 0, 0]);
		const share = { mode: 'percent', amount: 5000 } as const;
		expect(expand(share, of, of.first, of.first + 6, 'front').minutes).toEqual(
			expand(share, of, of.first, of.first + 6).minutes
		);
	});

	it('C-20 minutes are conserved whatever the contour, each within one of its exact share', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 1440 }), { minLength: 7, maxLength: 7 }),
				fc.integer({ min: 0, max: 10_000_000 }),
				fc.integer({ min: 0, max: 2000 }),
				fc.constantFrom('front' as const, 'back' as const),
				(pattern, amount, length, contour) => {
					const from = dayNumber('2026-01-05');
					const of = availability(
						{ ...calendar, patterns: [{ from: null, minutes: pattern }] },
						'2026-01-05',
						'2032-01-05'
					);
					const result = expand({ mode: 'total', amount }, of, from, from + length, contour);
					const net = of.netSums[length + 1]!;
					expect(result.state).toBe(net > 0 || amount === 0 ? 'placed' : 'unplaced');
					if (result.state === 'placed')
						expect(result.minutes.reduce((a, b) => a + b, 0)).toBe(amount);
					if (net === 0) return;
					result.minutes.forEach((minutes, i) => {
						const middle = (of.netSums[i]! + of.net[i]! / 2) / net;
						const weight = contour === 'front' ? 1.5 - middle : 0.5 + middle;
						expect(Math.abs(minutes - (amount * of.net[i]! * weight) / net)).toBeLessThan(1.001);
					});
				}
			)
		);
	});
});
