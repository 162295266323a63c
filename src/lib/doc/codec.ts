// How an entity stands in the document: a record (a positional tuple as it was created) overlaid with patches (one
// key a changed field). Each collection is two root maps: `projects` and `projects+`. Reads what newer writers
// wrote: extra positions are left alone, missing or unreadable values mean the field's empty value.

import { collectionNames, entityOf, type CollectionName, type EntityIn } from '#lib/model/board.ts';

export const recordRoot = (collection: CollectionName): string => collection;
export const patchRoot = (collection: CollectionName): string => `${collection}+`;
export const patchKey = (id: string, field: string): string => `${id}/${field}`;

export interface Root {
	collection: CollectionName;
	part: 'record' | 'patch';
}

/** Every root map a board document may hold, with the collection it belongs to. */
export const roots: ReadonlyMap<string, Root> = new Map(
	collectionNames.flatMap((collection): [string, Root][] => [
		[recordRoot(collection), { collection, part: 'record' }],
		[patchRoot(collection), { collection, part: 'patch' }]
	])
);

/** `<id>/<field>` apart; null where the key has no such form. */
export function splitPatchKey(key: string): { id: string; field: string } | null {
	const slash = key.indexOf('/');
	if (slash <= 0 || slash === key.length - 1) return null;
	return { id: key.slice(0, slash), field: key.slice(slash + 1) };
}

/** The tuple of a new record: given fields in entity order, empty values elsewhere, trailing empties cut. */
export function encodeRecord<C extends CollectionName>(
	collection: C,
	given: Partial<Omit<EntityIn<C>, 'id'>>
): unknown[] {
	const { fields, order } = entityOf(collection);
	const tuple = order.map((name) =>
		Object.hasOwn(given, name) ? (given as Record<string, unknown>)[name] : fields[name]!.empty
	);
	while (tuple.length > 1 && tuple.at(-1) === fields[order[tuple.length - 1]!]!.empty) tuple.pop();
	return tuple;
}

/** Null when `tuple` may stand as a record of the collection, else what is wrong with it. */
export function checkRecord(collection: CollectionName, tuple: unknown): string | null {
	const { fields, order, label } = entityOf(collection);
	if (!Array.isArray(tuple)) return `${label} must be a list of values`;
	if (tuple.length > order.length)
		return `${label} has ${tuple.length} values, this version knows ${order.length}`;
	for (const [i, value] of tuple.entries()) {
		const wrong = fields[order[i]!]!.check(value);
		if (wrong !== null) return wrong;
	}
	return null;
}

/** One entity from its tuple and its patches; values that fail their check read as empty. */
export function decodeRow<C extends CollectionName>(
	collection: C,
	id: string,
	tuple: unknown,
	patch: (field: string) => { value: unknown } | undefined
): EntityIn<C> {
	const { fields, order } = entityOf(collection);
	const values = Array.isArray(tuple) ? tuple : [];
	const row: Record<string, unknown> = { id };
	for (let i = 0; i < order.length; i++) {
		const name = order[i]!;
		const field = fields[name]!;
		const patched = patch(name);
		const value: unknown = patched ? patched.value : i < values.length ? values[i] : field.empty;
		row[name] = value === field.empty || field.check(value) === null ? value : field.empty;
	}
	return row as EntityIn<C>;
}

/** The value a field has in the record alone: what deleting its patch goes back to. */
export function recordValue(
	collection: CollectionName,
	tuple: unknown,
	fieldName: string
): unknown {
	const { fields, order } = entityOf(collection);
	const i = order.indexOf(fieldName);
	return Array.isArray(tuple) && i >= 0 && i < tuple.length ? tuple[i] : fields[fieldName]?.empty;
}
