// Totals of a team: what is booked, what it is with unstaffed work, and what nobody has sized.
// A total is never falsely green: unsized work makes it incomplete.
import { addLoads, loadState } from './utilisation.ts';
import type { LoadState, LoadSums } from './utilisation.ts';

export interface TeamTotal {
	/** The people's own bookings. */
	booked: LoadState;
	/** With the demand of open roles on the same people. */
	withUnstaffed: LoadState;
	/** How many of how many pieces of work have no estimate. */
	unsized: number;
	of: number;
	/** False while anything is unsized or of unknown effort: show the numbers as "at least". */
	complete: boolean;
}

/**
 * C-19: `people` are the sums of each person once; `open` those of open roles, whose own net time is
 * left out; `unsized` of `of` pieces of work have no estimate.
 */
export function teamTotal(
	people: Iterable<LoadSums>,
	open: LoadSums,
	unsized: number,
	of: number
): TeamTotal {
	const own = addLoads(people);
	const all = addLoads([own, { ...open, net: 0 }]);
	return {
		booked: loadState(own),
		withUnstaffed: loadState(all),
		unsized,
		of,
		complete: unsized === 0 && all.unknown === 0
	};
}
