import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availability, netBetween, patternOn } from './calendar.ts';
import type { WorkCalendar } from './calendar.ts';
import { addDays, dayNumber } from './days.ts';

const always = (...minutes: number[]): WorkCalendar['patterns'] => [{ from: null, minutes }];

const full: WorkCalendar = {
	patterns: always(480, 480, 480, 480, 480, 0, 0),
	holidays: [],
	absences: [],
	starts: null,
	ends: null,
	nonProjectBp: 0
};
const on = (day: string): { from: string; to: string } => ({ from: day, to: day });
const sum = (cells: Int32Array): number => cells.reduce((a, b) => a + b, 0);

describe('calendar', () => {
	it('C-1 before the first dated pattern the first one holds, in whatever order they are listed', () => {
		const [old, later] = [{ from: '2026-01-01' }, { from: '2026-09-01' }];
		for (const patterns of [
			[old, later],
			[later, old]
		]) {
			expect(patternOn(patterns, '2025-12-31')).toBe(old);
			expect(patternOn(patterns, '2026-08-31')).toBe(old);
			expect(patternOn(patterns, '2026-09-01')).toBe(later);
		}
		const always = { from: null };
		expect(patternOn([later, always], '2026-08-31')).toBe(always);
		const again = { from: '2026-09-01' };
		expect(patternOn([later, again], '2026-09-02'), 'M-17').toBe(again);
		expect(patternOn([], '2026-09-02')).toBeUndefined();
	});

	it('C-1 the pattern in force gives the minutes of each weekday', () => {
		const calendar = {
			...full,
			patterns: [
				{ from: '2026-01-07', minutes: [300, 300, 300, 300, 0, 0, 0] },
				{ from: '2025-01-01', minutes: [480, 480, 480, 480, 480, 0, 0] }
			]
		};
		expect([...availability(calendar, '2026-01-05', '2026-01-11').gross]).toEqual([
			480, 480, 300, 300, 0, 0, 0
		]);
		expect([...availability(calendar, '2024-01-01', '2024-01-01').gross]).toEqual([480]);
	});

	it('M-17 of two patterns from the same day the later written one holds', () => {
		const calendar = {
			...full,
			patterns: [
				{ from: '2026-01-01', minutes: [480, 480, 480, 480, 480, 0, 0] },
				{ from: '2026-01-01', minutes: [240, 240, 240, 240, 240, 0, 0] }
			]
		};
		expect([...availability(calendar, '2026-01-05', '2026-01-05').gross]).toEqual([240]);
	});

	it('C-2 holidays close a day, and a personal exception goes before both', () => {
		const calendar = {
			...full,
			holidays: [
				{ span: on('2026-01-01'), minutesPerDay: null },
				{ span: on('2026-01-02'), minutesPerDay: 240 },
				{ span: on('2026-01-03'), minutesPerDay: null }
			],
			exceptions: new Map([
				['2026-01-01', 120],
				['2026-01-10', 360]
			])
		};
		expect([...availability(calendar, '2026-01-01', '2026-01-03').gross]).toEqual([120, 240, 0]);
		expect([...availability(calendar, '2026-01-10', '2026-01-10').gross]).toEqual([360]);
	});

	it('C-3 time off is capped at the day, and part days add up', () => {
		const calendar = {
			...full,
			absences: [
				{ span: { from: '2026-01-05', to: '2026-01-11' }, minutesPerDay: 240 },
				{ span: on('2026-01-06'), minutesPerDay: 300 },
				{ span: on('2026-01-07'), minutesPerDay: null },
				{ span: { from: '2026-01-09', to: '2026-01-08' }, minutesPerDay: null }
			]
		};
		const week = availability(calendar, '2026-01-05', '2026-01-11');
		expect([...week.timeOff]).toEqual([240, 480, 480, 240, 240, 0, 0]);
		expect([...week.net]).toEqual([240, 0, 0, 240, 240, 0, 0]);
	});

	it('C-4 the non-project share is rounded half up, 20 % unless said otherwise', () => {
		const share = (minutes: number, nonProjectBp: number | null): number =>
			availability({ ...full, patterns: always(minutes), nonProjectBp }, '2026-01-05', '2026-01-05')
				.nonProject[0]!;
		expect(share(450, null)).toBe(90);
		expect(share(5, 1000)).toBe(1);
		expect(share(4, 1000)).toBe(0);
		expect(share(480, 10000)).toBe(480);
		expect(share(480, 12000)).toBe(480);
	});

	it('C-5 nobody has minutes outside employment, and no capacity at all is fine', () => {
		const calendar = { ...full, starts: '2026-01-06', ends: '2026-01-07' };
		expect([...availability(calendar, '2026-01-05', '2026-01-08').net]).toEqual([0, 480, 480, 0]);
		const nobody = { ...full, patterns: [] };
		expect(sum(availability(nobody, '2026-01-05', '2026-01-08').net)).toBe(0);
		expect(availability(full, '2026-01-08', '2026-01-05').days).toBe(0);
		expect(() => availability(full, '0001-01-01', '9999-12-31')).toThrow(RangeError);
	});

	it('C-6 any range is one subtraction of running sums', () => {
		const day = fc.integer({ min: -5, max: 40 });
		const of = availability(
			{ ...full, absences: [{ span: on('2026-01-14'), minutesPerDay: 100 }] },
			'2026-01-05',
			'2026-02-08'
		);
		fc.assert(
			fc.property(day, day, (a, b) => {
				let expected = 0;
				for (let i = Math.max(0, a); i <= Math.min(of.days - 1, b); i++) expected += of.net[i]!;
				expect(netBetween(of, of.first + a, of.first + b)).toBe(expected);
			})
		);
	});

	it('C-3 to C-5 net is what is left, never below zero and never above gross', () => {
		const minutes = fc.integer({ min: 0, max: 1440 });
		const away = fc.record({
			span: fc
				.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -2, max: 6 }))
				.map(([at, length]) => ({
					from: addDays('2026-01-01', at),
					to: addDays('2026-01-01', at + length)
				})),
			minutesPerDay: fc.option(minutes)
		});
		fc.assert(
			fc.property(
				fc.array(minutes, { minLength: 7, maxLength: 7 }),
				fc.array(away, { maxLength: 4 }),
				fc.array(away, { maxLength: 4 }),
				fc.integer({ min: 0, max: 10000 }),
				(pattern, holidays, absences, nonProjectBp) => {
					const of = availability(
						{ ...full, patterns: always(...pattern), holidays, absences, nonProjectBp },
						'2026-01-01',
						'2026-01-28'
					);
					for (let i = 0; i < of.days; i++) {
						expect(of.gross[i]! - of.timeOff[i]! - of.nonProject[i]!).toBe(of.net[i]);
						expect(of.net[i]).toBeGreaterThanOrEqual(0);
						expect(of.timeOff[i]).toBeGreaterThanOrEqual(0);
					}
					expect(of.first).toBe(dayNumber('2026-01-01'));
				}
			)
		);
	});
});
