// Spans of days, both ends included. A span whose `to` is before its `from` is empty, never swapped.
import { addDays, dayNumber, dayOf, isDay } from './days.ts';
import type { Day } from './days.ts';

export interface Span {
	from: Day;
	to: Day;
}

/** Longer spans (about 100 years) count as a mistake and are treated as empty. */
export const MAX_SPAN_DAYS = 36525;

/** D-5: how many days the span holds; 0 when inverted, not made of days or absurdly long. */
export function spanDays(span: Span): number {
	if (!isDay(span.from) || !isDay(span.to)) return 0;
	const days = dayNumber(span.to) - dayNumber(span.from) + 1;
	return days > MAX_SPAN_DAYS ? 0 : Math.max(0, days);
}

/** D-5: holds no day. */
export function isEmptySpan(span: Span): boolean {
	return spanDays(span) === 0;
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

/** The same length, `days` later (earlier when negative). */
export function shiftSpan(span: Span, days: number): Span {
	return { from: addDays(span.from, days), to: addDays(span.to, days) };
}

/** D-5: every day from `from` to `to`, in order; nothing when inverted. */
export function* eachDay(from: Day, to: Day): Generator<Day> {
	const last = dayNumber(to);
	for (let number = dayNumber(from); number <= last; number++) yield dayOf(number);
}

/** D-5: the ISO weeks the span touches, each whole, Monday to Sunday. */
export function weeksOf(from: Day, to: Day): Span[] {
	const weeks: Span[] = [];
	const last = dayNumber(to);
	const first = dayNumber(from);
	for (let monday = first - ((((first + 3) % 7) + 7) % 7); monday <= last; monday += 7)
		weeks.push({ from: dayOf(monday), to: dayOf(monday + 6) });
	return weeks;
}
