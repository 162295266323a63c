// The shaded days of a person in words, in their order, for who reads instead of looking. Pure.

import { dayOf, WEEKDAY_NAMES, type Day } from '#lib/domain/days.ts';
import { saySpan } from './readout.ts';
import type { Shade } from './shades.ts';

/**
 * "No hours on Fri; Christmas Day 25 Dec; Away 4 Jan to 8 Jan"; empty where nothing is shaded. `free` are weekdays that the
 * person never works, as runs of [first, days].
 */
export function sayDaysOff(
	shades: readonly Shade[],
	free: readonly (readonly [first: number, days: number])[],
	today: Day
): string {
	const weekdays = free.flatMap(([first, days]) => WEEKDAY_NAMES.slice(first, first + days));
	const never = weekdays.length === 0 ? [] : [`No hours on ${weekdays.join(', ')}`];
	const inOrder = shades.toSorted((a, b) => a.from - b.from || a.to - b.to);
	const said = inOrder.map(
		({ from, to, label }) => `${label} ${saySpan({ from: dayOf(from), to: dayOf(to) }, today)}`
	);
	// A day may be closed for the region and for everybody.
	return [...new Set([...never, ...said])].join('; ');
}
