// Whether the heatmap shows people by name. Leaders read teams; where the organisation allows it they may switch to
// people. Those who plan, and members of the team, work with people. (P-31; who holds the document holds its content.)

import { PIVOTS, type Pivot } from '#lib/model/load-groups.ts';
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
