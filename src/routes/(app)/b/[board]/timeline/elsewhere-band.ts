// Work on other boards as stretches of days on a person's row: overlapping bookings make one, named with its hours. Pure.

import { dayNumber, dayOf, isEmptySpan, mondayOf } from '#lib/domain/days.ts';
import type { EntityIn } from '#lib/model/board.ts';
import { hoursText } from '#lib/model/load-summary.ts';

/** Day numbers, both ends included. */
export interface Stretch {
	from: number;
	to: number;
	/** Names of the other boards that may be named, each once. */
	names: string[];
	/** Some of it is of unknown load. */
	isUnknown: boolean;
	/** None of it is agreed. */
	isTentative: boolean;
}

/** Who has work on other boards. */
export function findBusy(rows: Iterable<EntityIn<'elsewhere'>>): ReadonlySet<string> {
	return new Set([...rows].map((row) => row.person));
}

/** The stretches of one person, in order. */
export function findStretches(rows: Iterable<EntityIn<'elsewhere'>>): Stretch[] {
	const placed = [...rows].flatMap(({ span, load, label, certainty }) =>
		span && !isEmptySpan(span)
			? [{ from: dayNumber(span.from), to: dayNumber(span.to), load, label, certainty }]
			: []
	);
	placed.sort((a, b) => a.from - b.from || a.to - b.to);
	const stretches: Stretch[] = [];
	for (const { from, to, load, label, certainty } of placed) {
		let last = stretches.at(-1);
		if (!last || from > last.to) {
			last = { from, to, names: [], isUnknown: false, isTentative: true };
			stretches.push(last);
		}
		last.to = Math.max(last.to, to);
		last.isUnknown ||= load === null;
		last.isTentative &&= certainty === 'tentative';
		if (label !== '' && !last.names.includes(label)) last.names.push(label);
	}
	return stretches;
}

/** "On another board, 12 h", over several weeks by the week; with the name where it may be told. */
export function sayStretch(
	stretch: Stretch,
	minutes: number,
	style: 'whole' | 'short' = 'whole'
): string {
	const where = style === 'short' ? 'Elsewhere' : sayWhere(stretch);
	return `${where}, ${sayMinutes(stretch, minutes)}`;
}

export const sayWhere = ({ names }: Stretch): string =>
	`On ${names.length === 0 ? 'another board' : names.join(', ')}`;

/** "12 h", "at least 8 h a week", "load unknown". */
export function sayMinutes({ from, to, isUnknown }: Stretch, minutes: number): string {
	if (minutes === 0 && isUnknown) return 'load unknown';
	const monday = (day: number): number => dayNumber(mondayOf(dayOf(day)));
	const weeks = (monday(to) - monday(from)) / 7 + 1;
	const load = weeks > 1 ? `${hoursText(minutes / weeks)} a week` : hoursText(minutes);
	return `${isUnknown ? 'at least ' : ''}${load}`;
}
