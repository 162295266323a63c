// Rows of several boards as one board, for the maths every screen has: an index a field, made when first asked for, and a
// view that lists fewer rows but still finds all of them. Pure.
import type { BoardReader, BoardRows, CollectionName, EntityIn } from '#lib/model/board.ts';

/** A reader over rows that answers `where` from an index. */
export function indexRows(rows: BoardRows): BoardReader {
	const indexes = new Map<string, Map<unknown, unknown[]>>();
	const indexOf = (collection: CollectionName, field: string): Map<unknown, unknown[]> => {
		const key = `${collection} ${field}`;
		const known = indexes.get(key);
		if (known) return known;
		const made = new Map<unknown, unknown[]>();
		for (const row of rows[collection].values()) {
			const value = (row as unknown as Record<string, unknown>)[field];
			const same = made.get(value);
			if (same) same.push(row);
			else made.set(value, [row]);
		}
		indexes.set(key, made);
		return made;
	};
	return {
		get: (collection, id) => rows[collection].get(id),
		all: (collection) => rows[collection].values(),
		where: <C extends CollectionName>(collection: C, field: string, value: unknown) =>
			(indexOf(collection, field).get(value) ?? []) as EntityIn<C>[]
	};
}

/** What a view lists, by collection; what is not said is listed whole. */
export type Listed = { readonly [C in CollectionName]?: readonly EntityIn<C>[] };

/** The same rows, of which only these are listed: work of others is still found, so nothing counts as missing. */
export function listOnly(reader: BoardReader, listed: Listed): BoardReader {
	return {
		get: (collection, id) => reader.get(collection, id),
		all: <C extends CollectionName>(collection: C) =>
			(listed[collection] as readonly EntityIn<C>[] | undefined) ?? reader.all(collection),
		where: (collection, field, value) => reader.where(collection, field, value)
	};
}
