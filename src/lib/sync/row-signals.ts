// Rows as signals: reading a collection or a row inside an effect or a derived value makes it run again when they change.
// A collection's view is a new object after each change, so that derived values notice.

import { createSubscriber } from 'svelte/reactivity';
import { collectionNames, type CollectionName, type EntityIn } from '#lib/model/board.ts';
import type { BoardDoc, Touched } from '#lib/doc/board-doc.ts';

/** Something effects can read; `isRead` while one does. */
class Signal {
	#announce: (() => void) | null = null;
	readonly read: () => void;

	constructor(onIdle: () => void = () => undefined) {
		this.read = createSubscriber((announce) => {
			this.#announce = announce;
			return () => {
				this.#announce = null;
				onIdle();
			};
		});
	}

	get isRead(): boolean {
		return this.#announce !== null;
	}

	announce(): void {
		this.#announce?.();
	}
}

export class RowSignals {
	#board: BoardDoc;
	#collections = new Map<CollectionName, Signal>();
	#views = new Map<CollectionName, ReadonlyMap<string, unknown>>();
	#rows = new Map<CollectionName, Map<string, Signal>>();

	constructor(board: BoardDoc) {
		this.#board = board;
		for (const name of collectionNames) {
			this.#collections.set(name, new Signal());
			this.#rows.set(name, new Map());
		}
	}

	rows<C extends CollectionName>(collection: C): ReadonlyMap<string, EntityIn<C>> {
		this.#collections.get(collection)!.read();
		let view = this.#views.get(collection);
		if (!view) {
			view = new RowsView(this.#board.rows(collection));
			this.#views.set(collection, view);
		}
		return view as ReadonlyMap<string, EntityIn<C>>;
	}

	row<C extends CollectionName>(collection: C, id: string): EntityIn<C> | undefined {
		const rows = this.#rows.get(collection)!;
		const own = rows.get(id) ?? new Signal(() => rows.delete(id));
		own.read();
		if (own.isRead) rows.set(id, own);
		return this.#board.get(collection, id);
	}

	announce(touched: Touched): void {
		for (const [collection, ids] of touched) {
			this.#views.delete(collection);
			this.#collections.get(collection)!.announce();
			const rows = this.#rows.get(collection)!;
			if (rows.size === 0) continue;
			for (const id of ids) rows.get(id)?.announce();
		}
	}

	/** Another document stands for the board now: everything may have changed. */
	turnTo(board: BoardDoc): void {
		this.#board = board;
		this.#views.clear();
		for (const one of this.#collections.values()) one.announce();
		for (const rows of this.#rows.values()) for (const one of rows.values()) one.announce();
	}
}

/** A map as it is read, without a way to write it. */
class RowsView<V> implements ReadonlyMap<string, V> {
	readonly #rows: ReadonlyMap<string, V>;
	constructor(rows: ReadonlyMap<string, V>) {
		this.#rows = rows;
	}
	get size(): number {
		return this.#rows.size;
	}
	get(id: string): V | undefined {
		return this.#rows.get(id);
	}
	has(id: string): boolean {
		return this.#rows.has(id);
	}
	keys(): MapIterator<string> {
		return this.#rows.keys();
	}
	values(): MapIterator<V> {
		return this.#rows.values();
	}
	entries(): MapIterator<[string, V]> {
		return this.#rows.entries();
	}
	forEach(visit: (row: V, id: string, rows: ReadonlyMap<string, V>) => void): void {
		for (const [id, row] of this.#rows) visit(row, id, this);
	}
	[Symbol.iterator](): MapIterator<[string, V]> {
		return this.#rows[Symbol.iterator]();
	}
}
