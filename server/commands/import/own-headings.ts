// The headings of Plimsoll's own tables, and how a table is known by them.
import { collectionNames, entityOf, type CollectionName } from '#lib/model/board.ts';

export const ID_HEADING = 'Id';
/** Starts a cell that stands for a JSON value which is none of its field; no text may hold this character. */
export const NOT_A_VALUE = '\u0000';

/** `Id`, then the headings of every field in order. */
export function headingsOf(collection: CollectionName): string[] {
	const { fields, order } = entityOf(collection);
	return [ID_HEADING, ...order.flatMap((name) => fields[name]!.headings)];
}

/**
 * The collection a row of headings belongs to, or undefined. Newer and older versions may have more columns or fewer:
 * `Id` must be there, and the better part of the rest.
 */
export function findCollection(cells: readonly string[]): CollectionName | undefined {
	const given = new Set(cells.map((cell) => cell.trim()));
	if (!given.has(ID_HEADING)) return undefined;
	let best: CollectionName | undefined;
	let bestShare = 0.6;
	for (const name of collectionNames) {
		const own = new Set(headingsOf(name));
		const shared = [...own].filter((heading) => given.has(heading)).length;
		const share = shared / Math.max(own.size, given.size);
		if (share > bestShare) [best, bestShare] = [name, share];
	}
	return best;
}
