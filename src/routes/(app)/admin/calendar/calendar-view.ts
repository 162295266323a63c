// The rows of the calendar page as its parts read them, and how it says them.

import { weekday, WEEKDAY_NAMES } from '#lib/domain/days.ts';

export interface ClosingDayView {
	id: string;
	region: string;
	from: string;
	to: string;
	minutesPerDay: number | null;
	name: string;
	source: string;
	works: boolean;
}

export interface CheckView {
	file: string;
	source: string;
	region: string;
	added: ClosingDayView[];
	removed: ClosingDayView[];
	unchanged: number;
	events: number;
	remarks: string[];
	first: string;
	last: string;
}

/** `Thu 2026-12-24`, and both ends of several days. */
export function sayDays({ from, to }: { from: string; to: string }): string {
	const say = (day: string): string => `${WEEKDAY_NAMES[weekday(day) - 1]!} ${day}`;
	return from === to ? say(from) : `${say(from)} to ${say(to)}`;
}

/** `whole day`, or the hours that are closed. */
export function sayHowLong(minutesPerDay: number | null): string {
	return minutesPerDay === null
		? 'whole day'
		: `${Number((minutesPerDay / 60).toFixed(2))} h closed`;
}

/** One entry for each calendar and region that was imported, by name. */
export function groupBySource(
	days: readonly ClosingDayView[]
): { source: string; region: string; days: ClosingDayView[] }[] {
	const groups = new Map<string, { source: string; region: string; days: ClosingDayView[] }>();
	for (const day of days) {
		if (day.source === '') continue;
		const key = `${day.source} ${day.region}`;
		const group = groups.get(key) ?? { source: day.source, region: day.region, days: [] };
		group.days.push(day);
		groups.set(key, group);
	}
	return [...groups.values()].sort((a, b) => a.source.localeCompare(b.source, 'en'));
}
