// The days that the table tells of, which no scroll moves: whole weeks, or far out months, from the one on that the address
// names. Pure.

import type { DayScale, ZoomLevel } from '#lib/chart/scales.ts';
import {
	addDays,
	dayNumber,
	isoWeek,
	mondayOf,
	monthName,
	monthStart,
	partsOf,
	shortDay,
	type Day,
	type Span
} from '#lib/domain/days.ts';
import { listStripUnits, type StripUnit } from './load-strip.ts';

const WEEKS: Record<ZoomLevel, number> = { day: 4, week: 12, month: 26, quarter: 52 };

const isByMonth = (level: ZoomLevel): boolean => level === 'quarter';

/** The first day, so that the table is full where there are as many units. */
function beginAt({ span }: DayScale, level: ZoomLevel, from: Day): Day {
	const last = isByMonth(level)
		? addDays(monthStart(span.to), -11 * 30)
		: addDays(span.to, 1 - WEEKS[level] * 7);
	const day = [span.from, from < last ? from : last].sort().at(-1)!;
	return isByMonth(level) ? monthStart(day) : mondayOf(day);
}

/** The units of a table that begins with a day, inside the scale. */
export function listTableUnits(scale: DayScale, level: ZoomLevel, from: Day): StripUnit[] {
	const first = dayNumber(beginAt(scale, level, from));
	return listStripUnits(scale, level, { from: first, to: first + WEEKS[level] * 7 - 1 });
}

/** Where a table begins that shows a third later or earlier, as a drawing does. */
export function stepTable(scale: DayScale, level: ZoomLevel, from: Day, step: 1 | -1): Day {
	const days = step * Math.ceil(WEEKS[level] / 3) * 7;
	// Months are not alike: the middle of the one that is meant.
	const next = addDays(beginAt(scale, level, from), isByMonth(level) ? days + 14 : days);
	return beginAt(scale, level, next);
}

/** The two lines of a column's head: "W53" and "28 Dec", "Jan" and "2027". */
export function sayUnit({ from }: Span, level: ZoomLevel): [label: string, date: string] {
	return isByMonth(level)
		? [monthName(from), String(partsOf(from).year)]
		: [`W${isoWeek(from).week}`, shortDay(from)];
}
