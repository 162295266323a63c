/** What a drag means in days: by single days when near, working days by month, whole weeks by quarter.
 * The length of a carried bar stays; a stretched one keeps at least one day. */
import { addDays, dayNumber, mondayOf, type Day, type Span } from '#lib/domain/days.ts';
import type { ZoomLevel } from './scales.ts';

export type SnapUnit = 'day' | 'working-day' | 'week';

const UNITS: Readonly<Record<ZoomLevel, SnapUnit>> = {
	day: 'day',
	week: 'day',
	month: 'working-day',
	quarter: 'week'
};

/** The unit of a level; single days while snapping is suspended. */
export function findSnapUnit(level: ZoomLevel, isFree: boolean): SnapUnit {
	return isFree ? 'day' : UNITS[level];
}

export type IsWorkingDay = (day: Day) => boolean;

/** Further than this no working day is looked for: long leave must not throw a bar months away. */
const REACH_DAYS = 60;

/** The nearest working day, first looking `towards` later (1) or earlier (-1); the day itself when none is near. */
export function findWorkingDay(day: Day, towards: 1 | -1, isWorking: IsWorkingDay): Day {
	for (let step = 0; step <= REACH_DAYS; step++) {
		const there = addDays(day, step * towards);
		if (isWorking(there)) return there;
	}
	return day;
}

/** The span carried by `days` days. */
export function snapMove(span: Span, days: number, unit: SnapUnit, isWorking: IsWorkingDay): Span {
	const length = dayNumber(span.to) - dayNumber(span.from);
	const by = unit === 'week' ? Math.round(days / 7) * 7 : days;
	if (by === 0) return span;
	const from = addDays(span.from, by);
	const start = unit === 'working-day' ? findWorkingDay(from, by < 0 ? -1 : 1, isWorking) : from;
	return { from: start, to: addDays(start, length) };
}

/** The span with one end pulled by `days` days; never less than a day long. */
export function snapEdge(
	span: Span,
	edge: 'start' | 'end',
	days: number,
	unit: SnapUnit,
	isWorking: IsWorkingDay
): Span {
	const by = unit === 'week' ? Math.round(days / 7) * 7 : days;
	if (by === 0) return span;
	const pulled = addDays(edge === 'start' ? span.from : span.to, by);
	const at = unit === 'working-day' ? findWorkingDay(pulled, by < 0 ? -1 : 1, isWorking) : pulled;
	return edge === 'start'
		? { from: at > span.to ? span.to : at, to: span.to }
		: { from: span.from, to: at < span.from ? span.from : at };
}

/** Where new work dropped on a day begins: with its week where whole weeks count. */
export const snapStart = (day: Day, unit: SnapUnit): Day => (unit === 'week' ? mondayOf(day) : day);

/** The span drawn from one day to another, either way round: whole units, at least one day. */
export function drawSpan(anchor: Day, day: Day, unit: SnapUnit, isWorking: IsWorkingDay): Span {
	const [from, to] = anchor <= day ? [anchor, day] : [day, anchor];
	if (unit === 'day') return { from, to };
	if (unit === 'week') return { from: mondayOf(from), to: addDays(mondayOf(to), 4) };
	const start = findWorkingDay(from, 1, isWorking);
	const end = findWorkingDay(to, -1, isWorking);
	return start <= end ? { from: start, to: end } : { from: start, to: start };
}

/** How many days one press of an arrow means: a day, or the larger unit. */
export function stepDays(level: ZoomLevel, size: 'one' | 'large'): number {
	if (level === 'quarter') return size === 'one' ? 7 : 28;
	return size === 'one' ? 1 : 7;
}
