// P-31 in one place: when the load of a group is somebody's load, and what is done about it. Leaders read teams; those who
// plan, and members of the team, work with people. Who holds the document holds its content: this is about what is shown.

import type { Problem } from '#lib/domain/problems.ts';
import { plans, type Actor } from './roles.ts';

/** With fewer people than this a group's load is somebody's load. */
const FEWEST = 3;

/** True where a number about so many people is a number about somebody; nobody's is nobody's. */
export const isFew = (people: number): boolean => people > 0 && people < FEWEST;

/**
 * P-31: which groups may stand alone, and which are shown as one. Where those are few even together, the smallest other
 * group goes with them, or the total less what is shown would be somebody's load. Few all the same where everybody is.
 */
export function foldSmall<G extends { people: readonly string[] }>(
	groups: readonly G[]
): { alone: G[]; together: G[] } {
	const together = groups.filter(({ people }) => isFew(people.length));
	const alone = groups.filter(({ people }) => !isFew(people.length));
	if (isFew(everybodyIn(together).length)) {
		const [next] = alone
			.filter(({ people }) => people.length > 0)
			.sort((a, b) => a.people.length - b.people.length);
		if (next) return { alone: alone.filter((one) => one !== next), together: [...together, next] };
	}
	return { alone, together };
}

/** The people of some groups, each once. */
export const everybodyIn = (groups: readonly { people: readonly string[] }[]): string[] => [
	...new Set(groups.flatMap(({ people }) => people))
];

/**
 * P-31: of problems those that may be said while individuals are shown, or are not: that somebody holds more than they may
 * (M-9) is how full they are. Every other is about a booking, a launch, time off or a lead, which leaders read anyway.
 */
export const sayable = (problems: readonly Problem[], areShown: boolean): Problem[] =>
	problems.filter(({ rule }) => areShown || rule !== 'M-9');

/** What leaders are told, and whom to ask. */
export const TEAMS_ONLY =
	'Leaders see teams, not individuals. An owner can allow individuals under People and access.';

/** Reads totals before people. */
export const isLeading = (actor: Actor): boolean => actor.role === 'leader' && !plans(actor);

/** May this actor have numbers for each person, once switched on? */
export const maySeePeople = (actor: Actor, leadersSeePeople: boolean): boolean =>
	!isLeading(actor) || leadersSeePeople;
