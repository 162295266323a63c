// The team week by week, on one denominator: everybody's hours net of absences and of the non-project share. Booked work
// beside the same with open roles, so that a team never looks free because nobody holds the work.

import { addDays, type Day } from '#lib/domain/days.ts';
import { addLoads, loadState, type LoadState } from '#lib/domain/utilisation.ts';
import type { BoardReader } from './board.ts';
import { percentIn, type LoadBasis } from './load-cell.ts';
import { isUnsized, type TeamLoad } from './team-load.ts';

export interface TeamWeek {
	booked: LoadState;
	/** Booked work and all that open roles ask for, over the same hours. */
	withUnstaffed: LoadState;
}

/** The team from one day to another. Open roles count in full whatever the basis: nobody holds them yet. */
export function teamBetween(load: TeamLoad, from: Day, to: Day, basis: LoadBasis): TeamWeek {
	const { grid } = load;
	const own = addLoads(grid.people.map((_, row) => grid.sums(row, from, to)));
	const open = grid.sums(grid.openRow, from, to);
	const held = basis === 'booked' ? { ...own, tentative: 0, weighted: 0 } : own;
	return {
		booked: loadState(held),
		withUnstaffed: loadState(addLoads([held, { ...open, net: 0 }]))
	};
}

/** How many live projects have no estimate, of how many. */
export function countUnsized(board: BoardReader): { unsized: number; of: number } {
	let unsized = 0;
	let of = 0;
	for (const project of board.all('projects')) {
		if (project.archived) continue;
		of++;
		if (isUnsized(board, project)) unsized++;
	}
	return { unsized, of };
}

/** "Booked 92 %, with unstaffed work 131 %, 11 of 40 projects unsized": numbers are a lower bound while any is. */
export function sayTeam(team: TeamWeek, sizes: { unsized: number; of: number }): string {
	if (team.withUnstaffed.kind === 'unknown') return 'No estimates yet: load unknown, not zero';
	const booked = percentIn(team.booked, 'tentative');
	const whole = percentIn(team.withUnstaffed, 'tentative');
	if (whole === null) return 'Nobody has working hours here yet';
	const atLeast = team.withUnstaffed.unknown > 0 ? 'at least ' : '';
	const parts = [
		booked === null ? 'Booked work of unknown load' : `Booked ${booked} %`,
		`with unstaffed work ${atLeast}${whole} %`
	];
	if (sizes.unsized > 0) parts.push(`${sizes.unsized} of ${sizes.of} projects unsized`);
	return parts.join(', ');
}

/** The Mondays of so many weeks. */
export function mondaysFrom(monday: Day, weeks: number): Day[] {
	return Array.from({ length: weeks }, (_, i) => addDays(monday, i * 7));
}
