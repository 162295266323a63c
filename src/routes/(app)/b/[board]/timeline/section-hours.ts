// The hours of a section over the days in view: what is booked on its rows, of what its people have. Pure.

import type { CapacityGrid } from '#lib/domain/grid.ts';
import { dayNumber, type Span } from '#lib/domain/days.ts';
import type { LoadBasis } from '#lib/model/load-cell.ts';
import { hoursText } from '#lib/model/load-summary.ts';
import { isFew } from '#lib/policy/individuals.ts';
import type { Row } from './row-index.ts';

export interface SectionHours {
	/** Minutes of the bookings that count on the basis; those of unknown load are not in it. */
	bookedMinutes: number;
	/** Net minutes of its people; null where rows are of projects or of nobody. */
	netMinutes: number | null;
	/** Whose net minutes those are; 0 where there are none. */
	people: number;
	/** Bookings whose minutes nobody knows. */
	unknown: number;
}

export function sumSection(
	grid: CapacityGrid,
	rows: readonly Row[],
	{ from, to }: Span,
	basis: LoadBasis
): SectionHours {
	const [first, last] = [dayNumber(from), dayNumber(to)];
	let bookedMinutes = 0;
	let unknown = 0;
	for (const { bars } of rows)
		for (const { id, ...bar } of bars) {
			if (bar.to < first || bar.from > last) continue;
			if (basis === 'booked' && grid.bookingOf(id)?.certainty === 'tentative') continue;
			const minutes = grid.minutesOf(id, from, to);
			if (minutes === null) unknown++;
			else bookedMinutes += minutes;
		}
	const isOfPeople = rows.every(({ person, project }) => person !== '' && project === '');
	const netOf = ({ person }: Row): number => grid.sums(grid.rowOf(person), from, to).net;
	const netMinutes = isOfPeople ? rows.reduce((sum, row) => sum + netOf(row), 0) : null;
	return { bookedMinutes, netMinutes, people: isOfPeople ? rows.length : 0, unknown };
}

/**
 * "412 h of 600 h booked in view, and 2 of unknown load". P-31: `hidesFew` says nothing of a section of one or two people,
 * as a search can make any.
 */
export function saySection(
	{ bookedMinutes, netMinutes, people, unknown }: SectionHours,
	hidesFew = false
): string {
	if (hidesFew && isFew(people)) return '';
	const of = netMinutes === null ? '' : ` of ${hoursText(netMinutes)}`;
	const more = unknown === 0 ? '' : `, and ${unknown} of unknown load`;
	return `${hoursText(bookedMinutes)}${of} booked in view${more}`;
}
