import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	assertDay,
	compareDays,
	dayNumber,
	dayOf,
	daysBetween,
	eachDay,
	intersectSpans,
	isDay,
	isEmptySpan,
	isoWeek,
	longDay,
	mondayOf,
	monthEnd,
	monthName,
	monthStart,
	quarterStart,
	sayDay,
	shiftSpan,
	shortDay,
	spanDays,
	spanFault,
	spanIncludes,
	sundayOf,
	weekday,
	WEEKDAY_NAMES,
	weeksInYear,
	weeksOf
} from './days.ts';

const numbers = fc.integer({ min: -719162, max: 2932896 });
const modern = fc.integer({ min: -20000, max: 60000 });

describe('days', () => {
	it('D-1 a day is a real date in one spelling', () => {
		for (const day of ['2026-01-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])
			expect(isDay(day), day).toBe(true);
		for (const not of [
			'2026-02-31',
			'2026-02-29',
			'1900-02-29',
			'2026-13-01',
			'2026-00-10',
			'2026-04-31',
			'2026-01-00',
			'0000-01-01',
			'2026-1-1',
			'26-01-01',
			'2026/01/01',
			' 2026-01-01',
			'2026-01-01T00:00',
			'２026-01-01',
			'',
			null,
			undefined,
			20260101
		])
			expect(isDay(not), String(not)).toBe(false);
		expect(() => assertDay('2026-02-31')).toThrow('Not a day: "2026-02-31"');
		expect(() => dayNumber('2026-02-31')).toThrow(RangeError);
	});

	it('D-2 day numbers and days are the same thing', () => {
		expect(dayNumber('1970-01-01')).toBe(0);
		expect(dayNumber('0001-01-01')).toBe(-719162);
		expect(dayNumber('9999-12-31')).toBe(2932896);
		fc.assert(
			fc.property(numbers, (n) => {
				expect(dayNumber(dayOf(n))).toBe(n);
			})
		);
		fc.assert(
			fc.property(numbers, (n) => {
				expect(dayOf(n)).toBe(new Date(n * 86400000).toISOString().slice(0, 10));
			})
		);
		expect(() => dayOf(0.5)).toThrow(RangeError);
		expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
	});

	it('D-2 adding and subtracting go there and back, over clock changes too', () => {
		fc.assert(
			fc.property(modern, fc.integer({ min: -5000, max: 5000 }), (n, count) => {
				const day = dayOf(n);
				const later = addDays(day, count);
				expect(daysBetween(day, later)).toBe(count);
				expect(addDays(later, -count)).toBe(day);
				expect(Math.sign(compareDays(later, day))).toBe(Math.sign(count));
			})
		);
		expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
		expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
	});

	it('D-3 weeks run from Monday 1 to Sunday 7', () => {
		expect(weekday('1970-01-01')).toBe(4);
		expect(weekday('2026-01-05')).toBe(1);
		expect(weekday('2026-01-04')).toBe(7);
		expect(weekday('0001-01-01')).toBe(1);
		expect(mondayOf('2026-01-04')).toBe('2025-12-29');
		expect(mondayOf('2026-01-05')).toBe('2026-01-05');
	});

	it('D-4 ISO weeks belong to the year of their Thursday', () => {
		expect(isoWeek('2026-12-31')).toEqual({ year: 2026, week: 53 });
		expect(isoWeek('2027-01-03')).toEqual({ year: 2026, week: 53 });
		expect(isoWeek('2027-01-04')).toEqual({ year: 2027, week: 1 });
		expect(isoWeek('2024-12-30')).toEqual({ year: 2025, week: 1 });
		expect(isoWeek('2021-01-01')).toEqual({ year: 2020, week: 53 });
		expect(isoWeek('2025-12-22')).toEqual({ year: 2025, week: 52 });
		expect([2020, 2026, 2032].map(weeksInYear)).toEqual([53, 53, 53]);
		expect([2021, 2025, 2027].map(weeksInYear)).toEqual([52, 52, 52]);
		fc.assert(
			fc.property(modern, (n) => {
				const a = isoWeek(dayOf(n));
				const b = isoWeek(dayOf(n + 7));
				expect(b.week === a.week + 1 || (b.week === 1 && a.week === weeksInYear(a.year))).toBe(
					true
				);
			})
		);
	});

	it('D-4 months and quarters begin on their first day', () => {
		expect(monthStart('2026-02-28')).toBe('2026-02-01');
		expect(monthEnd('2024-02-01')).toBe('2024-02-29');
		expect(['2026-01-31', '2026-06-30', '2026-12-01'].map(quarterStart)).toEqual([
			'2026-01-01',
			'2026-04-01',
			'2026-10-01'
		]);
	});

	it('D-5 both ends belong to a span, and an inverted one is empty', () => {
		expect(spanDays({ from: '2026-01-05', to: '2026-01-09' })).toBe(5);
		expect(spanDays({ from: '2026-01-05', to: '2026-01-05' })).toBe(1);
		expect(isEmptySpan({ from: '2026-01-06', to: '2026-01-05' })).toBe(true);
		expect(spanDays({ from: '2026-02-30', to: '2026-03-05' })).toBe(0);
		expect(spanDays({ from: '0001-01-01', to: '9999-12-31' })).toBe(0);
		expect(spanIncludes({ from: '2026-01-05', to: '2026-01-09' }, '2026-01-09')).toBe(true);
		expect(spanIncludes({ from: '2026-01-05', to: '2026-01-09' }, '2026-01-10')).toBe(false);
		expect([...eachDay('2026-02-27', '2026-03-01')]).toEqual([
			'2026-02-27',
			'2026-02-28',
			'2026-03-01'
		]);
		expect([...eachDay('2026-03-02', '2026-03-01')]).toEqual([]);
		expect(shiftSpan({ from: '2026-03-27', to: '2026-03-30' }, 7)).toEqual({
			from: '2026-04-03',
			to: '2026-04-06'
		});
	});

	it('D-5 says why a span holds no day, and stays within the days there are', () => {
		expect(spanFault({ from: '2026-01-05', to: '2126-01-04' })).toBe(null);
		expect(spanFault({ from: '2026-01-05', to: '2026-01-04' })).toBe(
			'ends on 2026-01-04, before it starts on 2026-01-05'
		);
		expect(spanFault({ from: '2026-01-05', to: '2206-01-05' })).toBe(
			'goes on from 2026-01-05 to 2206-01-05, more than 100 years'
		);
		expect(sundayOf('2026-01-05')).toBe('2026-01-11');
		expect(sundayOf('9999-12-31')).toBe('9999-12-31');
		expect(weeksOf('9999-12-30', '9999-12-31')).toEqual([{ from: '9999-12-27', to: '9999-12-31' }]);
		const last = { from: '9999-12-20', to: '9999-12-30' };
		expect(shiftSpan(last, 7)).toEqual({ from: '9999-12-21', to: '9999-12-31' });
		expect(shiftSpan({ from: '0001-01-03', to: '0001-01-04' }, -7).from).toBe('0001-01-01');
	});

	it('D-5 spans intersect in the days both hold, and touch whole weeks', () => {
		const span = { from: '2026-01-07', to: '2026-01-13' };
		expect(intersectSpans(span, { from: '2026-01-10', to: '2026-02-01' })).toEqual({
			from: '2026-01-10',
			to: '2026-01-13'
		});
		expect(intersectSpans(span, { from: '2026-01-14', to: '2026-02-01' })).toBe(null);
		expect(weeksOf('2026-01-07', '2026-01-13')).toEqual([
			{ from: '2026-01-05', to: '2026-01-11' },
			{ from: '2026-01-12', to: '2026-01-18' }
		]);
		expect(weeksOf('2026-01-13', '2026-01-05')).toEqual([]);
	});
});

describe('names of days', () => {
	it('says the year where it is another one', () => {
		expect(longDay('2028-02-29')).toBe('29 Feb 2028');
		expect(sayDay('2027-03-04', '2027-01-06')).toBe('4 Mar');
		expect(sayDay('2028-02-29', '2027-01-06')).toBe('29 Feb 2028');
	});

	it('names weekdays from Monday on', () => {
		expect(WEEKDAY_NAMES[weekday('2026-11-30') - 1]).toBe('Mon');
		expect(WEEKDAY_NAMES[weekday('2026-12-06') - 1]).toBe('Sun');
	});

	it('writes the date without a nought before the month', () => {
		expect(shortDay('2026-03-05')).toBe('5 Mar');
		expect(shortDay('2026-12-31')).toBe('31 Dec');
	});

	it('names every month by three letters', () => {
		const days = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-01`);
		expect(days.map(monthName).join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
	});
});
