// A verb's plan: the writes it wants, readable as a board on which they are already done. Writes nothing itself.

import {
	makeRow,
	type BoardReader,
	type CollectionName,
	type EntityIn,
	type FieldName
} from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import { sameValue } from '#lib/model/value.ts';

type AnyRow = Readonly<Record<string, unknown>> & { readonly id: string };

export class Plan implements BoardReader {
	readonly #board: BoardReader;
	readonly #rows = new Map<CollectionName, Map<string, AnyRow>>();
	readonly #changes = new Map<string, Change>();

	constructor(board: BoardReader) {
		this.#board = board;
	}

	/** What is to be written, in order; a field appears once, a new record with everything said of it. */
	get changes(): Change[] {
		return [...this.#changes.values()];
	}

	create<C extends CollectionName>(
		collection: C,
		id: string,
		given: Partial<Omit<EntityIn<C>, 'id'>>
	): void {
		const record = makeRow(collection, id, given) as unknown as AnyRow;
		this.#lay(collection, record);
		this.#changes.set(`${collection}/${id}`, { kind: 'create', collection, id, record });
	}

	/** Plans one field. A value that stands already is no change; a row that is not there is left alone. */
	write<C extends CollectionName, F extends FieldName<C>>(
		collection: C,
		id: string,
		field: F,
		value: EntityIn<C>[F]
	): void {
		const row = this.get(collection, id) as AnyRow | undefined;
		if (!row || sameValue(row[field], value)) return;
		const after = { ...row, [field]: value };
		this.#lay(collection, after);
		const created = this.#changes.get(`${collection}/${id}`);
		if (created?.kind === 'create') {
			this.#changes.set(`${collection}/${id}`, { ...created, record: after });
			return;
		}
		const before = (this.#board.get(collection, id) as AnyRow | undefined)?.[field];
		const key = `${collection}/${id}/${field}`;
		if (sameValue(before, value)) this.#changes.delete(key);
		else this.#changes.set(key, { kind: 'write', collection, id, field, before, after: value });
	}

	get<C extends CollectionName>(collection: C, id: string): EntityIn<C> | undefined {
		const planned = this.#rows.get(collection)?.get(id);
		return planned ? (planned as unknown as EntityIn<C>) : this.#board.get(collection, id);
	}

	*all<C extends CollectionName>(collection: C): Iterable<EntityIn<C>> {
		const planned = this.#rows.get(collection);
		for (const row of this.#board.all(collection)) if (!planned?.has(row.id)) yield row;
		if (planned) yield* planned.values() as unknown as Iterable<EntityIn<C>>;
	}

	where<C extends CollectionName>(
		collection: C,
		field: FieldName<C>,
		value: string
	): Iterable<EntityIn<C>> {
		const planned = this.#rows.get(collection);
		const found = this.#board.where(collection, field, value);
		if (!planned) return found;
		const rows = [...found].filter((row) => !planned.has(row.id));
		for (const row of planned.values())
			if (row[field] === value) rows.push(row as unknown as EntityIn<C>);
		return rows;
	}

	#lay(collection: CollectionName, row: AnyRow): void {
		const rows = this.#rows.get(collection);
		if (rows) rows.set(row.id, row);
		else this.#rows.set(collection, new Map([[row.id, row]]));
	}
}
