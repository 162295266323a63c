// The one sentence, and the totals behind it. What is booked, what it is with unstaffed work, and what nobody has sized
// always stand together; unknown is said, never shown as nothing.
import type { TeamTotal } from '#lib/domain/team.ts';
import { percentIn } from '#lib/model/load-cell.ts';

/** "The team is booked at 92 %, 131 % with unstaffed work; 11 of 40 projects are unsized." */
export function saySentence(team: TeamTotal): string {
	return `${sayLoad(team)}${saySizes(team)}.`;
}

function sayLoad({ booked, withUnstaffed }: TeamTotal): string {
	if (withUnstaffed.kind === 'no-capacity')
		return 'Nobody on the team has working hours in these weeks';
	if (withUnstaffed.kind === 'unknown')
		return 'The team has work nobody has estimated: its load is unknown, not zero';
	// Work of open roles stands in the second number only.
	const own = percentIn(booked, 'tentative');
	const whole = percentIn(withUnstaffed, 'tentative');
	const atLeast = withUnstaffed.unknown > 0 ? 'at least ' : '';
	const head =
		own === null
			? 'The team is booked with work of unknown load'
			: `The team is booked at ${own} %`;
	return `${head}, ${atLeast}${whole} % with unstaffed work`;
}

function saySizes({ unsized, of }: TeamTotal): string {
	if (of === 0) return '';
	if (unsized === 0) return of === 1 ? '; its project is sized' : `; all ${of} projects are sized`;
	return `; ${unsized} of ${of} ${of === 1 ? 'project is' : 'projects are'} unsized`;
}
