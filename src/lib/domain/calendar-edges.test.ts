// What calendars meet in the wild: overlaps, everything closed, two patterns at once, long years, clock changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountFor, sayNoHours } from './calendar-account.ts';
import { availability, netBetween, type Away, type WorkCalendar } from './calendar.ts';
import { addDays, dayNumber, isoWeek, MAX_SPAN_DAYS, weeksInYear } from './days.ts';

const full: WorkCalendar = {
	patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }],
	holidays: [],
	absences: [],
	starts: null,
	ends: null,
	nonProjectBp: 0
};
const span = (from: string, to: string, minutesPerDay: number | null = null): Away => ({
	span: { from, to },
	minutesPerDay
});
const netOf = (calendar: WorkCalendar, from: string, to: string): number[] => [
	...availability(calendar, from, to).net
];
const lowOf = (calendar: WorkCalendar, from: string, to: string): number[] => [
	...availability(calendar, from, to).low
];

describe('time off that is asked for', () => {
	it('C-30 takes nothing from net minutes, only from the low ones', () => {
		const calendar = { ...full, requested: [span('2026-08-03', '2026-08-04')] };
		expect(netOf(calendar, '2026-08-03', '2026-08-05')).toEqual([480, 480, 480]);
		expect(lowOf(calendar, '2026-08-03', '2026-08-05')).toEqual([0, 0, 480]);
		const plain = availability(full, '2026-08-03', '2026-08-05');
		expect(plain.low).toBe(plain.net);
	});

	it('C-30 is capped together with what is approved, and the share is taken of what is left', () => {
		const calendar = {
			...full,
			nonProjectBp: 2000,
			absences: [span('2026-08-03', '2026-08-03', 300)],
			requested: [span('2026-08-03', '2026-08-03', 300), span('2026-08-04', '2026-08-04', 80)]
		};
		expect(netOf(calendar, '2026-08-03', '2026-08-04')).toEqual([144, 384]);
		expect(lowOf(calendar, '2026-08-03', '2026-08-04')).toEqual([0, 320]);
	});

	it('C-30 approving everything makes net what low was', () => {
		const away = fc
			.tuple(
				fc.integer({ min: 0, max: 25 }),
				fc.integer({ min: 0, max: 6 }),
				fc.option(fc.nat(600))
			)
			.map(([at, days, minutes]) =>
				span(addDays('2026-08-03', at), addDays('2026-08-03', at + days), minutes)
			);
		fc.assert(
			fc.property(fc.array(away, { maxLength: 5 }), fc.array(away, { maxLength: 5 }), (a, r) => {
				const asked = availability(
					{ ...full, absences: a, requested: r },
					'2026-08-03',
					'2026-09-06'
				);
				const given = availability({ ...full, absences: [...a, ...r] }, '2026-08-03', '2026-09-06');
				expect([...asked.low]).toEqual([...given.net]);
				expect(asked.low.every((low, i) => low <= asked.net[i]!)).toBe(true);
			})
		);
	});
});

describe('shares that change', () => {
	it('C-31 a share holds from its day on, the later written of two from one day, at most all of it', () => {
		const calendar = {
			...full,
			nonProjectBp: 2000,
			nonProjectFrom: [
				{ from: '2026-08-05', bp: 10_500 },
				{ from: '2026-08-04', bp: 9000 },
				{ from: '2026-08-04', bp: 5000 }
			]
		};
		expect(netOf(calendar, '2026-08-03', '2026-08-06')).toEqual([384, 240, 0, 0]);
		expect(netOf(calendar, '2026-08-05', '2026-08-05')).toEqual([0]);
	});
});

describe('bad calendars', () => {
	it('C-3 the same leave recorded twice is one leave, part days on one day add up', () => {
		const twice = [span('2026-08-03', '2026-08-07'), span('2026-08-03', '2026-08-05')];
		expect(netOf({ ...full, absences: twice }, '2026-08-03', '2026-08-07')).toEqual([
			0, 0, 0, 0, 0
		]);
		const parts = [span('2026-08-03', '2026-08-03', 120), span('2026-08-03', '2026-08-03', 120)];
		expect(netOf({ ...full, absences: parts }, '2026-08-03', '2026-08-03')).toEqual([240]);
	});

	it('C-5 and C-32 a calendar that closes every day leaves no hours, and says so', () => {
		const closed = { ...full, holidays: [span('2020-01-01', '2040-12-31')] };
		const account = accountFor(closed, '2026-01-01', '2026-12-31');
		expect(account).toMatchObject({ net: 0, gross: 0, why: 'closed' });
		expect(account.closed).toBe(account.pattern);
		expect(sayNoHours(account)).toBe('Closed on every working day');
	});

	it.each([
		['not-employed', { starts: '2027-01-01' }],
		['not-employed', { starts: '2026-09-01', ends: '2026-08-01' }],
		['no-hours', { patterns: [] }],
		['days-off', { patterns: [{ from: null, minutes: [0, 0, 0, 0, 0, 480, 480] }] }],
		['away', { absences: [span('2026-08-01', '2026-08-31')] }],
		['other-work', { nonProjectBp: 10_000 }],
		['none', {}]
	])('C-32 says %s where that is why', (why, change) => {
		const account = accountFor({ ...full, ...change }, '2026-08-03', '2026-08-07');
		expect(account.why).toBe(why);
		expect(sayNoHours(account) === '').toBe(why === 'none');
	});

	it('C-32 an account adds up, days of their own included', () => {
		const minutes = fc.integer({ min: 0, max: 1440 });
		fc.assert(
			fc.property(
				fc.array(minutes, { minLength: 7, maxLength: 7 }),
				fc.array(fc.tuple(fc.nat(20), minutes), { maxLength: 5 }),
				fc.array(fc.tuple(fc.nat(20), fc.option(minutes)), { maxLength: 5 }),
				fc.nat(10_000),
				(pattern, own, away, nonProjectBp) => {
					const days = away.map(([at, m]) =>
						span(addDays('2026-08-03', at), addDays('2026-08-03', at), m)
					);
					const account = accountFor(
						{
							...{ ...full, nonProjectBp, patterns: [{ from: null, minutes: pattern }] },
							...{ holidays: days.slice(0, 2), absences: days.slice(2) },
							exceptions: new Map(own.map(([at, m]) => [addDays('2026-08-03', at), m]))
						},
						'2026-08-03',
						'2026-08-23'
					);
					expect(account.pattern - account.closed + account.added).toBe(account.gross);
					expect(account.gross - account.timeOff - account.nonProject).toBe(account.net);
				}
			)
		);
	});

	it('D-4 and C-1 a year of 53 weeks has its 53rd, and no day is lost at the year’s end', () => {
		expect(weeksInYear(2026)).toBe(53);
		expect(isoWeek('2027-01-03')).toEqual({ year: 2026, week: 53 });
		expect(netOf(full, '2026-12-28', '2027-01-03')).toEqual([480, 480, 480, 480, 480, 0, 0]);
		const year = availability(full, '2025-12-29', '2027-01-03');
		expect(year.days).toBe(53 * 7);
		expect(netBetween(year, year.first, year.first + year.days - 1)).toBe(53 * 5 * 480);
	});

	it('D-2 and C-1 a day is a day when the clocks change', () => {
		for (const sunday of ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01'])
			expect(netOf(full, addDays(sunday, -1), addDays(sunday, 1))).toEqual([0, 0, 480]);
		const all = { ...full, patterns: [{ from: null, minutes: Array<number>(7).fill(1440) }] };
		expect(netOf(all, '2026-03-29', '2026-03-29')).toEqual([1440]);
	});

	it('D-5 and C-6 a span of 100 years is summed without a slip, a longer one refused', () => {
		const from = '2000-01-01';
		const century = availability(full, from, addDays(from, MAX_SPAN_DAYS - 1));
		const by = new Map<number, number>();
		for (let i = 0; i < century.days; i++)
			by.set(century.net[i]!, (by.get(century.net[i]!) ?? 0) + 1);
		expect(century.netSums[century.days]).toBe((by.get(480) ?? 0) * 480);
		expect(century.netSums[century.days]).toBeLessThan(2 ** 31);
		const last = dayNumber(from) + MAX_SPAN_DAYS;
		expect(netBetween(century, last, last + 10)).toBe(0);
		expect(() => availability(full, from, addDays(from, MAX_SPAN_DAYS))).toThrow(/Ask for at most/);
	});
});

describe('a part-time week over Christmas', () => {
	it('C-2 to C-5 gives the 18 hours of the worked example', () => {
		const calendar: WorkCalendar = {
			...full,
			patterns: [{ from: null, minutes: [480, 480, 480, 480, 0, 0, 0] }],
			holidays: [span('2025-12-25', '2025-12-25'), span('2025-12-26', '2025-12-26')],
			absences: [span('2025-12-23', '2025-12-23', 240)],
			nonProjectBp: 1000
		};
		expect(accountFor(calendar, '2025-12-22', '2025-12-28')).toEqual({
			...{ pattern: 32 * 60, closed: 8 * 60, added: 0, gross: 24 * 60, timeOff: 4 * 60 },
			...{ nonProject: 2 * 60, net: 18 * 60, low: 18 * 60, why: 'none' }
		});
	});
});
