// What is shaded behind a person's bars: leave, public holidays, days outside employment, and the weekdays they never
// work. Pure; day numbers, both ends included.

import { patternOn } from '#lib/domain/calendar.ts';
import { dayNumber, isEmptySpan, type Day, type Span } from '#lib/domain/days.ts';
import type { BoardReader, EntityIn } from '#lib/model/board.ts';

export interface Shade {
	kind: 'leave' | 'part-leave' | 'asked-leave' | 'holiday' | 'not-employed';
	from: number;
	to: number;
	/** Why, for a tooltip; the kind of leave is nobody's business. */
	label: string;
}

type Person = EntityIn<'people'>;

/** The shades of a person inside a window. */
export function shadesOf(board: BoardReader, person: Person, window: Span): Shade[] {
	const first = dayNumber(window.from);
	const last = dayNumber(window.to);
	const shades: Shade[] = [];
	const add = (kind: Shade['kind'], from: number, to: number, label: string): void => {
		if (to >= first && from <= last)
			shades.push({ kind, from: Math.max(from, first), to: Math.min(to, last), label });
	};
	if (person.starts) add('not-employed', first, dayNumber(person.starts) - 1, 'Not here yet');
	if (person.ends) add('not-employed', dayNumber(person.ends) + 1, last, 'No longer here');
	const spansOf = (rows: Iterable<EntityIn<'absences'>>, visit: typeof addAway): void => {
		for (const row of rows) if (row.span && !isEmptySpan(row.span)) visit(row, row.span);
	};
	const addAway = (row: EntityIn<'absences'>, span: Span): void => {
		const isPart = row.minutesPerDay !== null;
		const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
		if (row.requested) return add('asked-leave', from, to, 'Leave asked for');
		add(isPart ? 'part-leave' : 'leave', from, to, isPart ? 'Away part of the day' : 'Away');
	};
	const addClosed = (row: EntityIn<'absences'>, span: Span): void => {
		if (row.person === '')
			add('holiday', dayNumber(span.from), dayNumber(span.to), row.label || 'Closed');
	};
	if (person.region !== '') spansOf(board.where('absences', 'region', person.region), addClosed);
	const everybody = [...board.where('absences', 'closure', true)];
	spansOf(
		everybody.filter(({ region }) => region === '' || person.region.startsWith(`${region}-`)),
		addClosed
	);
	spansOf(board.where('absences', 'person', person.id), addAway);
	return shades;
}

/** The weekly minutes in force on a day; none where there is no pattern. */
export function minutesOn(person: Person, day: Day): readonly number[] {
	return patternOn(person.patterns, day)?.minutes ?? [];
}

/** Hours a week by the pattern in force on a day, to a tenth. */
export function hoursOn(person: Person, day: Day): number {
	const minutes = minutesOn(person, day).reduce((sum, one) => sum + one, 0);
	return Math.round((minutes / 60) * 10) / 10;
}

/** Weekdays (Monday 0) from Monday to Friday on which the person never works, as runs of [first, days]. */
export function findFreeWeekdays(minutes: readonly number[]): [first: number, days: number][] {
	const runs: [number, number][] = [];
	for (let weekday = 0; weekday < 5; weekday++) {
		if ((minutes[weekday] ?? 0) > 0 || minutes.length === 0) continue;
		const last = runs.at(-1);
		if (last && last[0] + last[1] === weekday) last[1]++;
		else runs.push([weekday, 1]);
	}
	return runs;
}
