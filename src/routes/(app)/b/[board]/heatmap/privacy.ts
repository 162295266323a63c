// Whether the heatmap shows people by name. Leaders read teams; where the organisation allows it they may switch to
// people. Those who plan, and members of the team, work with people. (P-31; who holds the document holds its content.)

import { PIVOTS, type LoadGroup, type Pivot } from '#lib/model/load-groups.ts';
import { plans, type Actor } from '#lib/policy/roles.ts';

/** Reads totals before people. */
export const isLeading = (actor: Actor): boolean => actor.role === 'leader' && !plans(actor);

/** May this actor have a row for each person? */
export const maySeePeople = (actor: Actor, leadersSeePeople: boolean): boolean =>
	!isLeading(actor) || leadersSeePeople;

/** The rows a view shows: what was asked for where it is allowed; teams first for leaders. */
export function pivotFor(actor: Actor, asked: Pivot | null, leadersSeePeople: boolean): Pivot {
	const usual: Pivot = isLeading(actor) ? 'team' : 'person';
	const wanted = asked ?? usual;
	return wanted === 'person' && !maySeePeople(actor, leadersSeePeople) ? 'team' : wanted;
}

/** The rows that can be chosen. */
export const pivotsFor = (actor: Actor, leadersSeePeople: boolean): readonly Pivot[] =>
	PIVOTS.filter((pivot) => pivot !== 'person' || maySeePeople(actor, leadersSeePeople));

/** With fewer people than this a group's load is somebody's load. */
const LEAST_PEOPLE = 3;

/** P-31: for those who may not see people: small groups as one, which is left out where it is small itself. */
export function hideSmall(groups: readonly LoadGroup[]): LoadGroup[] {
	const large = groups.filter(({ people }) => people.length >= LEAST_PEOPLE);
	const rest = new Set(
		groups.filter(({ people }) => people.length < LEAST_PEOPLE).flatMap(({ people }) => people)
	);
	return rest.size < LEAST_PEOPLE
		? large
		: [...large, { key: 'small', name: 'Smaller groups', people: [...rest] }];
}
