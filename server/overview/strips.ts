// Thirteen weeks of a team, and the six weeks the sentence is about: the same cells as the team's rows on a board's
// heatmap, since the same code counts them. Pure.
import { addDays, isoWeek, mondayOf, type Day } from '#lib/domain/days.ts';
import type { TeamTotal } from '#lib/domain/team.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { loadCell, type LoadBasis, type LoadCell } from '#lib/model/load-cell.ts';
import { SUMMARY_WEEKS } from '#lib/model/load-summary.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import { mondaysFrom, sayTeam } from '#lib/model/team-weeks.ts';

export const STRIP_WEEKS = 13;

export interface WeekHead {
	monday: Day;
	/** "W48". */
	label: string;
}

export interface Strip {
	/** Confirmed bookings, week by week. */
	booked: LoadCell[];
	/** The same with what is pencilled in and requested. */
	withTentative: LoadCell[];
	/** What is booked, with open roles. */
	withUnstaffed: LoadCell[];
	/** The next six weeks: "Booked 92 %, with unstaffed work 131 %, 11 of 40 projects unsized". */
	words: string;
	total: TeamTotal;
}

/** The weeks of a strip that starts with today's. */
export function stripWeeks(today: Day): WeekHead[] {
	return mondaysFrom(mondayOf(today), STRIP_WEEKS).map((monday) => ({
		monday,
		label: `W${isoWeek(monday).week}`
	}));
}

/** The load a strip is read from. */
export function stripLoad(reader: BoardReader, today: Day): TeamLoad {
	const from = mondayOf(today);
	return new TeamLoad(reader, from, addDays(from, STRIP_WEEKS * 7 - 1));
}

export function makeStrip(load: TeamLoad, today: Day, bounds: readonly number[]): Strip {
	const week = (basis: LoadBasis) =>
		stripWeeks(today).map(({ monday }) => load.total(monday, addDays(monday, 6), basis));
	const weeks = week('booked');
	const from = mondayOf(today);
	const total = load.total(from, addDays(from, SUMMARY_WEEKS * 7 - 1), 'booked');
	return {
		// What is pencilled in is left out already; open roles count in full.
		booked: weeks.map((week) => loadCell(week.booked, 'tentative', bounds)),
		withTentative: week('tentative').map(({ booked }) => loadCell(booked, 'tentative', bounds)),
		withUnstaffed: weeks.map((week) => loadCell(week.withUnstaffed, 'tentative', bounds)),
		words: sayTeam(total),
		total
	};
}
