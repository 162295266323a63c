// The team's load in words and by weeks, on one denominator: everybody's hours net of absences and of the non-project
// share. Booked work stands beside the same with open roles, so that a team never looks free because nobody holds the work.

import { addDays, type Day } from '#lib/domain/days.ts';
import type { TeamTotal } from '#lib/domain/team.ts';
import { percentIn } from './load-cell.ts';

/** "Booked 92 %, with unstaffed work 131 %, 11 of 40 projects unsized": numbers are a lower bound while any is. */
export function sayTeam(team: TeamTotal): string {
	if (team.withUnstaffed.kind === 'unknown') return 'No estimates yet: load unknown, not zero';
	const booked = percentIn(team.booked, 'tentative');
	const whole = percentIn(team.withUnstaffed, 'tentative');
	if (whole === null) return 'Nobody has working hours here yet';
	const atLeast = team.withUnstaffed.unknown > 0 ? 'at least ' : '';
	const parts = [
		booked === null ? 'Booked work of unknown load' : `Booked ${booked} %`,
		`with unstaffed work ${atLeast}${whole} %`
	];
	if (team.unsized > 0) parts.push(`${team.unsized} of ${team.of} projects unsized`);
	return parts.join(', ');
}

/** The Mondays of so many weeks. */
export function mondaysFrom(monday: Day, weeks: number): Day[] {
	return Array.from({ length: weeks }, (_, i) => addDays(monday, i * 7));
}
