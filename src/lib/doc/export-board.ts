// A board as plain data: every collection, its rows by id, their fields in the entity's order. A pure function of the
// content: two equal boards give equal bytes, whatever their history. Holds no login, no time of its own, no sequence.
import {
	collectionNames,
	entityOf,
	type BoardReader,
	type CollectionName,
	type EntityIn
} from '#lib/model/board.ts';

export type BoardExport = { readonly format: 'plimsoll-board-1' } & {
	readonly [C in CollectionName]: EntityIn<C>[];
};

export function exportBoard(board: BoardReader): BoardExport {
	const rows = Object.fromEntries(collectionNames.map((name) => [name, exportRows(board, name)]));
	return { format: 'plimsoll-board-1', ...rows } as BoardExport;
}

function exportRows(board: BoardReader, collection: CollectionName): unknown[] {
	const { order } = entityOf(collection);
	return [...board.all(collection)]
		.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
		.map((row) => {
			const values = row as unknown as Record<string, unknown>;
			const fields = order.map((field) => [field, sortKeys(values[field])]);
			return Object.fromEntries([['id', row.id], ...fields]);
		});
}

/** Objects with their keys in order: which replica wrote a value must not show. */
function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
