// Which rows the heatmap shows to whom: teams first for leaders, people once they have switched them on. (P-31)

import { PIVOTS, type LoadGroup, type Pivot } from '#lib/model/load-groups.ts';
import { everybodyIn, foldSmall, isFew, isLeading, maySeePeople } from '#lib/policy/individuals.ts';
import type { Actor } from '#lib/policy/roles.ts';

/** The rows a view shows: what was asked for where it is allowed; teams first for leaders. */
export function pivotFor(actor: Actor, asked: Pivot | null, leadersSeePeople: boolean): Pivot {
	const usual: Pivot = isLeading(actor) ? 'team' : 'person';
	const wanted = asked ?? usual;
	return wanted === 'person' && !maySeePeople(actor, leadersSeePeople) ? 'team' : wanted;
}

/** The rows that can be chosen. */
export const pivotsFor = (actor: Actor, leadersSeePeople: boolean): readonly Pivot[] =>
	PIVOTS.filter((pivot) => pivot !== 'person' || maySeePeople(actor, leadersSeePeople));

/** P-31: small groups as one, which is left out where there is nobody it could be shown with. */
export function hideSmall(groups: readonly LoadGroup[]): LoadGroup[] {
	const { alone, together } = foldSmall(groups);
	const people = everybodyIn(together);
	return people.length === 0 || isFew(people.length)
		? alone
		: [...alone, { key: 'small', name: 'Smaller groups', people }];
}
