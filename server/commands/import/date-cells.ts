// Cells to days with an explicit order of day and month. Refuses 31 February. A weekday written in front settles a date
// that could be read in two ways; what it contradicts is said.
import { isDay, weekday, type Day } from '#lib/domain/days.ts';
import type { DateOrder } from '#lib/model/import.ts';

export interface DateReading {
	day: Day;
	/** The order it was read in where that is not the one asked for: the weekday in the cell settled it. */
	settledBy?: { order: DateOrder; weekday: string };
	/** The weekday in the cell where no reading of the date falls on it. */
	wrongWeekday?: string;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAY_IN_FRONT = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
const TIME_BEHIND =
	/[T ,]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const NUMBERS = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\.?$/;
const DAY_NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3})[a-z]*\.?[-/., ]+(\d{2}|\d{4})$/i;
const NAMED_DAY = /^([a-z]{3})[a-z]*\.?[-/ ]+(\d{1,2})(?:st|nd|rd|th)?,?[-/ ]+(\d{2}|\d{4})$/i;

/** The day in a cell; null for an empty cell; undefined for a cell that holds no real date in this order. */
export function readDate(cell: string, order: DateOrder): DateReading | null | undefined {
	const trimmed = cell.trim();
	if (trimmed === '') return null;
	const named = WEEKDAY_IN_FRONT.exec(trimmed)?.[1];
	const text = trimmed.replace(WEEKDAY_IN_FRONT, '').replace(TIME_BEHIND, '');
	const plain = readPlain(text, order);
	if (named === undefined) return plain === undefined ? undefined : { day: plain };
	const wanted =
		WEEKDAYS.findIndex((name) => name.toLowerCase().startsWith(named.toLowerCase())) + 1;
	if (plain !== undefined && weekday(plain) === wanted) return { day: plain };
	const name = WEEKDAYS[wanted - 1]!;
	for (const other of ['dmy', 'mdy', 'ymd'] as const) {
		const day = other === order ? undefined : readPlain(text, other);
		if (day !== undefined && weekday(day) === wanted)
			return { day, settledBy: { order: other, weekday: name } };
	}
	return plain === undefined ? undefined : { day: plain, wrongWeekday: name };
}

export function weekdayName(day: Day): string {
	return WEEKDAYS[weekday(day) - 1]!;
}

/** How many of the cells are real dates in each order; a cell that is the same in all of them counts for none. */
export function fitDates(cells: Iterable<string>): Record<DateOrder, number> {
	const fit: Record<DateOrder, number> = { ymd: 0, dmy: 0, mdy: 0 };
	for (const cell of cells) {
		const text = cell.trim().replace(WEEKDAY_IN_FRONT, '').replace(TIME_BEHIND, '');
		if (!NUMBERS.test(text)) continue;
		for (const order of ['ymd', 'dmy', 'mdy'] as const)
			if (readPlain(text, order) !== undefined) fit[order]++;
	}
	return fit;
}

/** The order most cells fit; where day and month first fit equally, the one of the region. */
export function guessOrder(fit: Record<DateOrder, number>, region: string): DateOrder {
	const local: DateOrder = region.startsWith('US') ? 'mdy' : 'dmy';
	const most = Math.max(fit.ymd, fit.dmy, fit.mdy);
	if (most === 0) return local;
	if (fit[local] === most) return local;
	return (['dmy', 'mdy', 'ymd'] as const).find((order) => fit[order] === most) ?? local;
}

function readPlain(text: string, order: DateOrder): Day | undefined {
	const numbers = NUMBERS.exec(text);
	if (numbers) return readNumbers(numbers[1]!, numbers[2]!, numbers[3]!, order);
	const dayNamed = DAY_NAMED.exec(text);
	if (dayNamed) return compose(dayNamed[3]!, monthOf(dayNamed[2]!), dayNamed[1]!);
	const namedDay = NAMED_DAY.exec(text);
	if (namedDay) return compose(namedDay[3]!, monthOf(namedDay[1]!), namedDay[2]!);
	return undefined;
}

/** Four digits in front are a year whatever was asked for. */
function readNumbers(a: string, b: string, c: string, order: DateOrder): Day | undefined {
	if (a.length === 4) return c.length <= 2 ? compose(a, Number(b), c) : undefined;
	if (a.length === 3 || c.length === 3 || c.length === 1) return undefined;
	if (order === 'ymd')
		return c.length === 2 && a.length === 2 ? compose(a, Number(b), c) : undefined;
	return order === 'dmy' ? compose(c, Number(b), a) : compose(c, Number(a), b);
}

function monthOf(word: string): number {
	return MONTHS.indexOf(word.toLowerCase()) + 1;
}

function compose(year: string, month: number, date: string): Day | undefined {
	const full = year.length === 2 ? (Number(year) < 70 ? `20${year}` : `19${year}`) : year;
	const day = `${full}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
	return isDay(day) ? day : undefined;
}
