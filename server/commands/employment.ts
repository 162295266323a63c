// What ticking somebody active or not says of their employment: who has left, has left today, and what they did before
// stays theirs (M-16).
import type { Day } from '#lib/domain/days.ts';
import type { Membership } from '../db/memberships.ts';
import type { PersonRow } from '../db/people.ts';
import type { CommandDeps } from './command.ts';

type Employment = Pick<PersonRow, 'active' | 'ends'>;

/** The day it is for a person. */
export function todayOf(
	{ clock }: Pick<CommandDeps, 'clock'>,
	{ timeZone }: Pick<Membership, 'timeZone'>,
	person: Pick<PersonRow, 'timeZone'>
): Day {
	return clock.today(person.timeZone || timeZone || undefined);
}

/** The last day as it is to be, where a change of `active` says something of it: today, or none for who is back. */
export function settleEmployment(
	before: Employment,
	change: { active?: boolean | undefined; ends?: Day | null | undefined },
	today: Day
): Pick<PersonRow, 'ends'> | undefined {
	if (change.active === undefined || change.active === before.active) return undefined;
	const ends = change.ends === undefined ? before.ends : change.ends;
	if (!change.active) return ends === null ? { ends: today } : undefined;
	return ends !== null && ends === before.ends && ends <= today ? { ends: null } : undefined;
}
