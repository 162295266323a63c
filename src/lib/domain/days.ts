// Plain calendar days as `YYYY-MM-DD` strings and as integer day numbers since 1970-01-01.
// Integer civil arithmetic only: no clock, no time zone, no Date, so daylight saving cannot matter.

/** A calendar day, `YYYY-MM-DD`, years 0001 to 9999. */
export type Day = string;

const FIRST_NUMBER = -719162;
const LAST_NUMBER = 2932896;

/** Days of a month, 1 to 12. */
function daysInMonth(year: number, month: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Makes any number it goes into too small to be a year, a month or a date. */
const NO_DIGITS = -10_000;

function twoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at) - 48;
	const ones = text.charCodeAt(at + 1) - 48;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}

/** Day number of a well-formed real date, else NaN. Quicker than looking the text up in a table of known days. */
function parse(text: string): number {
	if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN;
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
	const month = twoDigits(text, 5);
	const date = twoDigits(text, 8);
	if (year < 1 || month < 1 || month > 12 || date < 1) return NaN;
	return date <= 28 || date <= daysInMonth(year, month) ? numberOf(year, month, date) : NaN;
}

/** D-1: a day is a real date; 2026-02-31, 2026-2-1 and year 0000 are none. */
export function isDay(value: unknown): value is Day {
	return typeof value === 'string' && !Number.isNaN(parse(value));
}

/** Throws a RangeError for what is not a day. */
export function assertDay(value: unknown): asserts value is Day {
	if (!isDay(value))
		throw new RangeError(`Not a day: ${JSON.stringify(value)}. Write a real date as YYYY-MM-DD.`);
}

/** Year, month 1 to 12 and date of a day. Does not check: pass a Day. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
	return { year: +day.slice(0, 4), month: +day.slice(5, 7), date: +day.slice(8, 10) };
}

const MONTHS = [
	...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
	...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
];

/** From Monday on: `weekday(day) - 1` is its place. */
export const WEEKDAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** "Mar". */
export const monthName = (day: Day): string => MONTHS[partsOf(day).month - 1]!;

/** "5 Mar": where the year is clear. */
export function shortDay(day: Day): string {
	const { month, date } = partsOf(day);
	return `${date} ${MONTHS[month - 1]!}`;
}

/** "5 Mar 2027". */
export const longDay = (day: Day): string => `${shortDay(day)} ${partsOf(day).year}`;

/** "5 Mar" in the year of `today`, else "5 Mar 2027". */
export const sayDay = (day: Day, today: Day): string =>
	day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : longDay(day);

/** Years count from a March, so that the leap day is the last of its year. Nothing here is negative: `| 0` rounds down. */
function numberOf(year: number, month: number, date: number): number {
	const y = month <= 2 ? year - 1 : year;
	const century = (y / 100) | 0;
	const dayOfYear = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0;
	const leapDays = ((y / 4) | 0) - century + ((century / 4) | 0);
	return y * 365 + leapDays + dayOfYear + date - 719469;
}

/** D-2: whole days since 1970-01-01, negative before. Throws for what is not a day. */
export function dayNumber(day: Day): number {
	const number = parse(day);
	if (Number.isNaN(number)) assertDay(day);
	return number;
}

/** D-2: the day of a day number. Throws outside the years 0001 to 9999. */
export function dayOf(number: number): Day {
	if (!Number.isInteger(number) || number < FIRST_NUMBER || number > LAST_NUMBER)
		throw new RangeError(`Not a day number: ${number}. Use whole days since 1970-01-01.`);
	const z = number + 719468;
	const era = Math.floor(z / 146097);
	const dayOfEra = z - era * 146097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36524) -
			Math.floor(dayOfEra / 146096)) /
			365
	);
	const dayOfYear =
		dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shifted = Math.floor((5 * dayOfYear + 2) / 153);
	const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
	const month = shifted < 10 ? shifted + 3 : shifted - 9;
	return dayFromParts(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

function dayFromParts(year: number, month: number, date: number): Day {
	const mm = month < 10 ? `0${month}` : month;
	const dd = date < 10 ? `0${date}` : date;
	return `${String(year).padStart(4, '0')}-${mm}-${dd}`;
}

/** The day `count` days later, earlier when negative. */
export function addDays(day: Day, count: number): Day {
	return dayOf(dayNumber(day) + count);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return dayNumber(to) - dayNumber(from);
}

/** Calendar order: negative, 0 or positive. */
export function compareDays(a: Day, b: Day): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** ISO weekday of a day number, Monday 1 to Sunday 7. */
export function weekdayOfNumber(number: number): number {
	return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** D-3: ISO weekday, Monday 1 to Sunday 7. */
export function weekday(day: Day): number {
	return weekdayOfNumber(dayNumber(day));
}

/** The Sunday of the day's ISO week; in the very last week the last day there is. */
export function sundayOf(day: Day): Day {
	const number = dayNumber(day);
	return dayOf(Math.min(LAST_NUMBER, number - weekdayOfNumber(number) + 7));
}

/** The Monday of the day's ISO week. */
export function mondayOf(day: Day): Day {
	const number = dayNumber(day);
	return dayOf(number - weekdayOfNumber(number) + 1);
}

/** D-4: ISO 8601 week and the year it belongs to; week 1 holds the year's first Thursday. */
export function isoWeek(day: Day): { year: number; week: number } {
	const number = dayNumber(day);
	const thursday = number - weekdayOfNumber(number) + 4;
	const { year } = partsOf(dayOf(thursday));
	return { year, week: Math.floor((thursday - numberOf(year, 1, 1)) / 7) + 1 };
}

/** D-4: 52 or 53. */
export function weeksInYear(year: number): number {
	return isoWeek(dayFromParts(year, 12, 28)).week;
}

/** First day of the day's month. */
export function monthStart(day: Day): Day {
	assertDay(day);
	return `${day.slice(0, 8)}01`;
}

/** First day of the day's calendar quarter. */
export function quarterStart(day: Day): Day {
	assertDay(day);
	const { year, month } = partsOf(day);
	return dayFromParts(year, month - ((month - 1) % 3), 1);
}

/** The last day of the day's month. */
export function monthEnd(day: Day): Day {
	assertDay(day);
	const { year, month } = partsOf(day);
	return dayFromParts(year, month, daysInMonth(year, month));
}

/** Both ends belong to it; `to` before `from` is empty, never swapped. */
export interface Span {
	from: Day;
	to: Day;
}

/** Longer spans (about 100 years) count as a mistake and are treated as empty. */
export const MAX_SPAN_DAYS = 36525;

/** D-5: how many days the span holds; 0 when inverted, not made of days or absurdly long. */
export function spanDays(span: Span): number {
	const days = parse(span.to) - parse(span.from) + 1;
	return days > 0 && days <= MAX_SPAN_DAYS ? days : 0;
}

/** D-5: holds no day. */
export function isEmptySpan(span: Span): boolean {
	return spanDays(span) === 0;
}

/** D-5: why the span holds no day, as the end of a sentence that begins with what has it; null where it holds one. */
export function spanFault({ from, to }: Span): string | null {
	if (to < from) return `ends on ${to}, before it starts on ${from}`;
	return isEmptySpan({ from, to }) ? `goes on from ${from} to ${to}, more than 100 years` : null;
}

/** Both ends belong to it. */
export function spanIncludes(span: Span, day: Day): boolean {
	return span.from <= day && day <= span.to;
}

/** The days both spans hold, or null when there are none. */
export function intersectSpans(a: Span, b: Span): Span | null {
	const from = a.from > b.from ? a.from : b.from;
	const to = a.to < b.to ? a.to : b.to;
	return from <= to ? { from, to } : null;
}

/** The same length, `days` later (earlier when negative), or as far as there are days (D-1). */
export function shiftSpan(span: Span, days: number): Span {
	const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
	const by = Math.max(FIRST_NUMBER - from, Math.min(LAST_NUMBER - to, days));
	return { from: dayOf(from + by), to: dayOf(to + by) };
}

/** D-5: every day from `from` to `to`, in order; nothing when inverted. */
export function* eachDay(from: Day, to: Day): Generator<Day> {
	const last = dayNumber(to);
	for (let number = dayNumber(from); number <= last; number++) yield dayOf(number);
}

/** D-5: the ISO weeks the span touches, each whole, Monday to Sunday, as far as there are days. */
export function weeksOf(from: Day, to: Day): Span[] {
	const weeks: Span[] = [];
	const last = dayNumber(to);
	const first = dayNumber(from);
	for (let monday = first - weekdayOfNumber(first) + 1; monday <= last; monday += 7)
		weeks.push({ from: dayOf(monday), to: dayOf(Math.min(LAST_NUMBER, monday + 6)) });
	return weeks;
}
