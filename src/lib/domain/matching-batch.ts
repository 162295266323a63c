// Many pieces of work at once: gives each at most one person so that the scores add up to the most. The Hungarian method
// with potentials, O(n^3), for at most 200 on a side.
import { findLeastRate, scoreMatch } from './matching.ts';
import type { Candidate, Match, MatchWeights, MatchWork } from './matching.ts';

/** A batch larger than this is refused. */
export const MOST_IN_BATCH = 200;

/**
 * L-17: the columns of the cheapest assignment, one a row (-1: none). As many rows as possible are assigned, then the sum
 * is the least. `costs[row][column]` are whole numbers; null may not be assigned. Throws above 200 rows or columns.
 */
export function assignCheapest(costs: readonly (readonly (number | null)[])[]): number[] {
	const rows = costs.length;
	const columns = costs.reduce((most, row) => Math.max(most, row.length), 0);
	if (rows > MOST_IN_BATCH || columns > MOST_IN_BATCH)
		throw new RangeError(
			`${rows} by ${columns} is too much at once. Match at most ${MOST_IN_BATCH} of each.`
		);
	// One spare column a row stands for "nobody", dearer than any full assignment without it.
	const dearest = costs.flat().reduce<number>((most, cost) => Math.max(most, cost ?? 0), 0);
	const nobody = (dearest + 1) * (rows + 1);
	const never = nobody * (rows + 1);
	const width = columns + rows;
	const costOf = (row: number, column: number): number =>
		column < columns ? (costs[row]![column] ?? never) : nobody;

	const rowPotential = new Float64Array(rows + 1);
	const columnPotential = new Float64Array(width + 1);
	/** Row in each column, counted from 1; 0 is free. */
	const rowIn = new Int32Array(width + 1);
	const cameFrom = new Int32Array(width + 1);
	for (let row = 1; row <= rows; row++) {
		rowIn[0] = row;
		let at = 0;
		const slack = new Float64Array(width + 1).fill(Infinity);
		const isSeen = new Uint8Array(width + 1);
		do {
			isSeen[at] = 1;
			const here = rowIn[at]!;
			let delta = Infinity;
			let next = 0;
			for (let column = 1; column <= width; column++) {
				if (isSeen[column]) continue;
				const left = costOf(here - 1, column - 1) - rowPotential[here]! - columnPotential[column]!;
				if (left < slack[column]!) {
					slack[column] = left;
					cameFrom[column] = at;
				}
				if (slack[column]! < delta) {
					delta = slack[column]!;
					next = column;
				}
			}
			for (let column = 0; column <= width; column++) {
				if (isSeen[column]) {
					rowPotential[rowIn[column]!]! += delta;
					columnPotential[column]! -= delta;
				} else slack[column]! -= delta;
			}
			at = next;
		} while (rowIn[at] !== 0);
		while (at !== 0) {
			rowIn[at] = rowIn[cameFrom[at]!]!;
			at = cameFrom[at]!;
		}
	}
	const found = new Array<number>(rows).fill(-1);
	for (let column = 1; column <= columns; column++) {
		const row = rowIn[column]!;
		if (row > 0 && costs[row - 1]![column - 1] != null) found[row - 1] = column - 1;
	}
	return found;
}

export type BatchMatch = Extract<Match, { ok: true }> & { work: string };

/**
 * L-17: the best people for a batch of work, each asked at most once. Who is free is asked for each piece by itself:
 * `candidatesOf` gives the same people for every piece. Work nobody suits is left out.
 */
export function matchBatch(
	works: readonly MatchWork[],
	candidatesOf: (work: MatchWork) => readonly Candidate[],
	weights?: Readonly<MatchWeights>
): BatchMatch[] {
	const table = works.map((work) => {
		const sorted = [...candidatesOf(work)].sort((a, b) => (a.person < b.person ? -1 : 1));
		const least = findLeastRate(sorted);
		return sorted.map((candidate) => scoreMatch(work, candidate, least, weights));
	});
	const costs = table.map((row) => row.map((match) => (match.ok ? 10_000 - match.score : null)));
	return assignCheapest(costs).flatMap((column, row) => {
		const match = table[row]![column];
		return match?.ok ? [{ ...match, work: works[row]!.id }] : [];
	});
}
