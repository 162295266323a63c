// What the hand reads of the loads while it hovers: the sentence, and how long new work would take. Pure.

import { addDays, type Day, type Span } from '#lib/domain/days.ts';
import type { LoadBasis } from '#lib/model/load-cell.ts';
import type { TeamLoad } from '#lib/model/team-load.ts';
import { findPeak, sayDrag, shortName } from './readout.ts';
import type { Row } from './row-index.ts';

export interface Facts {
	span: Span;
	row: Row;
	/** The row it would leave, if another. */
	from: Row | undefined;
	basis: LoadBasis;
	names: readonly string[];
	today: Day;
	/** Counts in which that person's load is right, with what is in hand counted where it hovers. */
	loadOf: (person: string) => TeamLoad;
	/** P-31: whether how full somebody is may be said. */
	showsLoad: boolean;
}

/** The sentence under the pointer: both people when somebody hands work over. */
export function readDrag(facts: Facts): string {
	const { span, row, from, basis, names, today, loadOf, showsLoad } = facts;
	const { grid } = loadOf(row.person);
	const people = [row, ...(from ? [from] : [])].map((one) => ({
		name: one.person === '' ? one.name : shortName(one.name, names),
		peak:
			one.person === '' || !showsLoad
				? null
				: findPeak((monday) => loadOf(one.person).week(one.person, monday), span, basis)
	}));
	const workingDays = grid.workingDays(grid.rowOf(row.person), span.from, span.to);
	return sayDrag({ span, workingDays, people, today });
}

/** Two working weeks, Monday to Friday of the next, where nobody knows how much it is. */
const UNKNOWN_DAYS = 12;
const MOST_DAYS = 120;

/**
 * The days new work would take from a day on, if it had all of the person's hours: until the net minutes are reached.
 * Starts on the first day with hours; twelve days where the effort is unknown.
 */
export function planSpanOf(
	day: Day,
	effortMinutes: number | null,
	netOn: (day: Day) => number
): Span {
	let from = day;
	for (let i = 0; i < 14 && netOn(from) <= 0; i++) from = addDays(from, 1);
	if (netOn(from) <= 0) from = day;
	if (effortMinutes === null) return { from, to: addDays(from, UNKNOWN_DAYS - 1) };
	let to = from;
	let left = effortMinutes - netOn(from);
	while (left > 0 && to < addDays(from, MOST_DAYS)) {
		to = addDays(to, 1);
		left -= netOn(to);
	}
	return { from, to };
}
