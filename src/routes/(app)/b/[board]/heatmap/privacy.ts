// Which rows the heatmap shows to whom: teams first for leaders, people once they have switched them on. (P-31)

import { PIVOTS, type LoadGroup, type Pivot } from '#lib/model/load-groups.ts';
import { everybodyIn, foldSmall, isFew } from '#lib/policy/individuals.ts';

/** Whether individuals are this reader's to see, and whether they are shown now. */
interface Sight {
	readonly isLeading: boolean;
	readonly maySee: boolean;
	readonly areShown: boolean;
}

/** The rows a view shows: what was asked for once it is shown; teams first for leaders. */
export function pivotFor({ isLeading, areShown }: Sight, asked: Pivot | null): Pivot {
	const wanted = asked ?? (isLeading ? 'team' : 'person');
	return wanted === 'person' && !areShown ? 'team' : wanted;
}

/** The rows that can be chosen. */
export const pivotsFor = ({ maySee }: Sight): readonly Pivot[] =>
	PIVOTS.filter((pivot) => pivot !== 'person' || maySee);

/** P-31: small groups as one, which is left out where there is nobody it could be shown with. */
export function hideSmall(groups: readonly LoadGroup[]): LoadGroup[] {
	const { alone, together } = foldSmall(groups);
	const people = everybodyIn(together);
	return people.length === 0 || isFew(people.length)
		? alone
		: [...alone, { key: 'small', name: 'Smaller groups', people }];
}
