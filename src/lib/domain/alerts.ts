// What is wrong with a load beyond its number: a day that is far too full, and weeks that are over one after another.

import { loadState, type LoadSums } from './utilisation.ts';

/** C-22: a day is told from here on, in basis points of its net minutes. */
const FULL_DAY_BP = 12_500;

/** C-22: confirmed basis points of a day that is more than a quarter over; null where it is not, or has no hours. */
export function overDayBp(day: LoadSums): number | null {
	const state = loadState(day);
	return state.kind === 'load' && state.confirmedBp > FULL_DAY_BP ? state.confirmedBp : null;
}

/** Weeks over one after another. */
export interface OverRun {
	/** How many there are. */
	weeks: number;
	/** Which of them is meant: 1 is the first. */
	place: number;
	/** Confirmed minutes beyond the net ones, over all of them. */
	overMinutes: number;
	/** C-23: these minutes times the weeks: what has gone on for longer weighs more. */
	severity: number;
}

/**
 * C-23: the run that the week at `at` stands in; null where that week is not over. A week is over where confirmed
 * minutes exceed net ones, also where there are none.
 */
export function findRun(weeks: readonly LoadSums[], at: number): OverRun | null {
	const overOf = (i: number): number => {
		const week = weeks[i];
		return week ? Math.max(0, week.confirmed - week.net) : 0;
	};
	let [first, last] = [at, at];
	if (overOf(at) === 0) return null;
	while (overOf(first - 1) > 0) first--;
	while (overOf(last + 1) > 0) last++;
	let overMinutes = 0;
	for (let i = first; i <= last; i++) overMinutes += overOf(i);
	const count = last - first + 1;
	return { weeks: count, place: at - first + 1, overMinutes, severity: overMinutes * count };
}

/** C-23: two weeks over in a row are more than a bad week. */
export const isSustained = (run: OverRun): boolean => run.weeks >= 2;

/** C-23: the gravest run of some weeks, the earliest of equals; null where no two in a row are over. */
export function findWorstRun(weeks: readonly LoadSums[]): (OverRun & { at: number }) | null {
	let worst: (OverRun & { at: number }) | null = null;
	for (let at = 0; at < weeks.length; at++) {
		const run = findRun(weeks, at);
		if (!run) continue;
		if (isSustained(run) && run.severity > (worst?.severity ?? 0)) worst = { ...run, at };
		at += run.weeks - 1;
	}
	return worst;
}
