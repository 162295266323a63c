// Quarters and the weeks in them, from today on, and effort shared out over them. Pure.

import {
	addDays,
	dayNumber,
	eachDay,
	intersectSpans,
	mondayOf,
	quarterStart,
	spanDays,
	weekday,
	type Day,
	type Span
} from '#lib/domain/days.ts';

export interface Quarter extends Span {
	/** "Q1 2027". */
	label: string;
	/** Weeks in the list of weeks, both included; the first quarter begins with this week. */
	firstWeek: number;
	lastWeek: number;
}

/** This quarter from `today` on, and so many after it. */
export function listQuarters(today: Day, count: number): { quarters: Quarter[]; weeks: Span[] } {
	const weeks: Span[] = [];
	const quarters: Quarter[] = [];
	for (let start = quarterStart(today); quarters.length < count;) {
		const next = quarterStart(addDays(start, 100));
		const span = { from: start < today ? today : start, to: addDays(next, -1) };
		const firstWeek = weeks.length;
		for (let from = span.from; from <= span.to;) {
			const sunday = addDays(mondayOf(from), 6);
			const to = sunday < span.to ? sunday : span.to;
			weeks.push({ from, to });
			from = addDays(to, 1);
		}
		const label = `Q${(+start.slice(5, 7) + 2) / 3} ${start.slice(0, 4)}`;
		quarters.push({ ...span, label, firstWeek, lastWeek: weeks.length - 1 });
		start = next;
	}
	return { quarters, weeks };
}

/** The place of the week that holds a day; the nearest one outside. */
export function findWeek(weeks: readonly Span[], day: Day): number {
	const found = weeks.findIndex((week) => day <= week.to);
	return found === -1 ? weeks.length - 1 : found;
}

/**
 * Whole minutes by quarter in proportion to the span's weekdays (to its days where it has none), none lost inside the
 * quarters; null where the span does not reach. What lies outside all of them is left out.
 */
export function shareOut(
	minutes: number,
	span: Span,
	quarters: readonly Quarter[]
): (number | null)[] {
	const weigh = countWeekdays(span) > 0 ? countWeekdays : spanDays;
	const total = Math.max(1, weigh(span));
	let before = 0;
	return quarters.map((quarter) => {
		const inside = intersectSpans(span, quarter);
		if (!inside) return null;
		const upTo = before + weigh(inside);
		const part = Math.round((minutes * upTo) / total) - Math.round((minutes * before) / total);
		before = upTo;
		return part;
	});
}

function countWeekdays({ from, to }: Span): number {
	const whole = Math.floor((dayNumber(to) - dayNumber(from) + 1) / 7);
	let count = whole * 5;
	for (const day of eachDay(addDays(from, whole * 7), to)) if (weekday(day) <= 5) count++;
	return count;
}
