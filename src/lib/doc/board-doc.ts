// The typed door to a board's Y.Doc: rows decoded once and kept, an index for references, one notice a transaction.
// Reads everything; writes only through `create`, `write` and `remove`, which edits.ts names.

import type * as Y from 'yjs';
import {
	collectionNames,
	entityOf,
	type BoardReader,
	type CollectionName,
	type EntityIn,
	type FieldName
} from '#lib/model/board.ts';
import {
	decodeRow,
	encodeRecord,
	patchKey,
	patchRoot,
	recordRoot,
	recordValue,
	roots,
	splitPatchKey,
	type Root
} from './codec.ts';

/** Ids of the rows a transaction touched, by collection. */
export type Touched = ReadonlyMap<CollectionName, ReadonlySet<string>>;
type Listener = (touched: Touched, transaction: Y.Transaction) => void;
type AnyRow = Readonly<Record<string, unknown>> & { readonly id: string };

interface Store {
	records: Y.Map<unknown>;
	patches: Y.Map<unknown>;
	rows: Map<string, AnyRow>;
	/** id -> field -> value, of fields that carry a patch: the document finds one by its long key only. */
	patched: Map<string, Map<string, unknown>>;
	/** field -> value -> ids; a field gets its index when it is first asked for. */
	index: Map<string, Map<unknown, Set<string>>>;
}

const NONE: ReadonlySet<string> = new Set();
const unpatched = (): undefined => undefined;

export class BoardDoc implements BoardReader {
	readonly doc: Y.Doc;
	#stores = new Map<CollectionName, Store>();
	#listeners = new Set<Listener>();
	#rootOf = new Map<unknown, Root>();
	#onAfterTransaction = (transaction: Y.Transaction): void => this.#settle(transaction);

	constructor(doc: Y.Doc) {
		this.doc = doc;
		for (const collection of collectionNames) {
			const records = doc.getMap(recordRoot(collection));
			const patches = doc.getMap(patchRoot(collection));
			this.#rootOf.set(records, roots.get(recordRoot(collection))!);
			this.#rootOf.set(patches, roots.get(patchRoot(collection))!);
			const store: Store = {
				records,
				patches,
				rows: new Map(),
				patched: new Map(),
				index: new Map()
			};
			this.#stores.set(collection, store);
			patches.forEach((value, key) => keepPatch(store, key, value));
			records.forEach((tuple, id) => store.rows.set(id, readRow(collection, store, id, tuple)));
		}
		doc.on('afterTransaction', this.#onAfterTransaction);
	}

	get<C extends CollectionName>(collection: C, id: string): EntityIn<C> | undefined {
		return this.#store(collection).rows.get(id) as EntityIn<C> | undefined;
	}

	all<C extends CollectionName>(collection: C): Iterable<EntityIn<C>> {
		return this.#store(collection).rows.values() as Iterable<EntityIn<C>>;
	}

	/** The rows as a map that stays the same object; do not write to it. */
	rows<C extends CollectionName>(collection: C): ReadonlyMap<string, EntityIn<C>> {
		return this.#store(collection).rows as unknown as ReadonlyMap<string, EntityIn<C>>;
	}

	where<C extends CollectionName>(
		collection: C,
		field: FieldName<C>,
		value: string | boolean
	): EntityIn<C>[] {
		const store = this.#store(collection);
		let index = store.index.get(field);
		if (!index) {
			index = new Map();
			store.index.set(field, index);
			for (const row of store.rows.values()) add(index, row[field], row.id);
		}
		const found: EntityIn<C>[] = [];
		for (const id of index.get(value) ?? NONE)
			found.push(store.rows.get(id) as unknown as EntityIn<C>);
		return found;
	}

	/** Every row, as a touch: for whoever takes up a board that is full already. */
	everything(): Touched {
		const all = new Map<CollectionName, ReadonlySet<string>>();
		for (const [name, store] of this.#stores) all.set(name, new Set(store.rows.keys()));
		return all;
	}

	/** Called once after every transaction that touched rows. Returns the way to stop. */
	subscribe(listener: Listener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Reads a row again from the document: for whoever must see it before the transaction has ended. */
	refresh(collection: CollectionName, id: string): void {
		const store = this.#store(collection);
		for (const field of entityOf(collection).order) notePatch(store, patchKey(id, field));
		this.#load(collection, store, id);
	}

	/** Adds a record. An id that is taken is a programmer's mistake and throws. */
	create<C extends CollectionName>(
		collection: C,
		id: string,
		given: Partial<Omit<EntityIn<C>, 'id'>>
	): void {
		const { records } = this.#store(collection);
		if (records.has(id)) throw new Error(`cannot create ${collection}/${id}: the id is taken`);
		records.set(id, encodeRecord(collection, given));
	}

	/** Writes one field. A value equal to the record's own is still a patch: it is what the author said. */
	write<C extends CollectionName, F extends FieldName<C>>(
		collection: C,
		id: string,
		field: F,
		value: EntityIn<C>[F]
	): void {
		const { records, patches } = this.#store(collection);
		if (!records.has(id))
			throw new Error(`cannot write ${collection}/${id}/${field}: there is no such record`);
		patches.set(patchKey(id, field), value);
	}

	/** Takes a record and its patches away. Only for what has just been made; everything else is archived. */
	remove(collection: CollectionName, id: string): void {
		const { records, patches } = this.#store(collection);
		for (const field of this.patchedFields(collection, id)) patches.delete(patchKey(id, field));
		records.delete(id);
	}

	/** Names of the fields of a row that carry a patch. */
	patchedFields(collection: CollectionName, id: string): string[] {
		const { patches } = this.#store(collection);
		return entityOf(collection).order.filter((field) => patches.has(patchKey(id, field)));
	}

	/** The value the record alone gives a field. */
	recordValue(collection: CollectionName, id: string, field: string): unknown {
		return recordValue(collection, this.#store(collection).records.get(id), field);
	}

	/** Yjs client that wrote the value a field has now; null where the row is not there. */
	lastWriter(collection: CollectionName, id: string, field: string): number | null {
		const { records, patches } = this.#store(collection);
		const item = patches._map.get(patchKey(id, field));
		const standing = item && !item.deleted ? item : records._map.get(id);
		return standing && !standing.deleted ? standing.id.client : null;
	}

	destroy(): void {
		this.doc.off('afterTransaction', this.#onAfterTransaction);
		this.#listeners.clear();
	}

	#store(collection: CollectionName): Store {
		return this.#stores.get(collection)!;
	}

	#load(collection: CollectionName, store: Store, id: string): void {
		const old = store.rows.get(id);
		const row = store.records.has(id)
			? readRow(collection, store, id, store.records.get(id))
			: undefined;
		if (row) store.rows.set(id, row);
		else store.rows.delete(id);
		for (const [field, index] of store.index) {
			if (old?.[field] === row?.[field] && old && row) continue;
			if (old) index.get(old[field])?.delete(id);
			if (row) add(index, row[field], id);
		}
	}

	#settle(transaction: Y.Transaction): void {
		const touched = new Map<CollectionName, Set<string>>();
		for (const [type, keys] of transaction.changed) {
			const root = this.#rootOf.get(type);
			if (!root) continue;
			const ids = touched.get(root.collection) ?? new Set<string>();
			touched.set(root.collection, ids);
			for (const key of keys) {
				if (key === null) continue;
				if (root.part === 'patch') notePatch(this.#store(root.collection), key);
				const id = root.part === 'record' ? key : splitPatchKey(key)?.id;
				if (id !== undefined) ids.add(id);
			}
		}
		if (touched.size === 0) return;
		for (const [collection, ids] of touched)
			for (const id of ids) this.#load(collection, this.#store(collection), id);
		for (const listener of this.#listeners) listener(touched, transaction);
	}
}

function readRow(collection: CollectionName, store: Store, id: string, tuple: unknown): AnyRow {
	const patches = store.patched.get(id);
	const patch = patches
		? (field: string) => (patches.has(field) ? { value: patches.get(field) } : undefined)
		: unpatched;
	return decodeRow(collection, id, tuple, patch) as unknown as AnyRow;
}

function keepPatch({ patched }: Store, key: string, value: unknown): void {
	const at = splitPatchKey(key);
	if (!at) return;
	const fields = patched.get(at.id);
	if (fields) fields.set(at.field, value);
	else patched.set(at.id, new Map([[at.field, value]]));
}

/** Takes over what the document says of a field's patch now. */
function notePatch(store: Store, key: string): void {
	if (store.patches.has(key)) return keepPatch(store, key, store.patches.get(key));
	const at = splitPatchKey(key);
	const fields = at && store.patched.get(at.id);
	if (fields?.delete(at!.field) && fields.size === 0) store.patched.delete(at!.id);
}

function add(index: Map<unknown, Set<string>>, value: unknown, id: string): void {
	const ids = index.get(value);
	if (ids) ids.add(id);
	else index.set(value, new Set([id]));
}
