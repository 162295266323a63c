// Rows as signals: reading a collection or a row inside an effect or a derived value makes it run again when they change.
// A collection's view is a new object after each change, so that derived values notice. The modules of one project have a
// signal of their own: a card that counts its modules must not wake for those of every other card.

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
	#modulesOf = new Map<string, Signal>();

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
		readOne(this.#rows.get(collection)!, id);
		return this.#board.get(collection, id);
	}

	modulesOf(project: string): EntityIn<'modules'>[] {
		readOne(this.#modulesOf, project);
		return this.#board.where('modules', 'project', project);
	}

	announce(touched: Touched): void {
		for (const [collection, ids] of touched) {
			this.#views.delete(collection);
			this.#collections.get(collection)!.announce();
			const rows = this.#rows.get(collection)!;
			if (rows.size === 0) continue;
			for (const id of ids) rows.get(id)?.announce();
		}
		const modules = touched.get('modules');
		if (modules) this.#announceProjects(modules);
	}

	#announceProjects(modules: ReadonlySet<string>): void {
		const projects = new Set<string>();
		for (const id of modules) {
			const module = this.#board.get('modules', id);
			// Without its row nothing tells whose module it was.
			if (!module) {
				for (const one of this.#modulesOf.values()) one.announce();
				return;
			}
			projects.add(module.project);
		}
		for (const id of projects) this.#modulesOf.get(id)?.announce();
	}

	/** Another document stands for the board now: everything may have changed. */
	turnTo(board: BoardDoc): void {
		this.#board = board;
		this.#views.clear();
		for (const one of this.#collections.values()) one.announce();
		for (const rows of [...this.#rows.values(), this.#modulesOf])
			for (const one of rows.values()) one.announce();
	}
}

/** Reads the signal of one key; it is kept as long as somebody reads it. */
function readOne(signals: Map<string, Signal>, id: string): void {
	const own = signals.get(id) ?? new Signal(() => signals.delete(id));
	own.read();
	if (own.isRead) signals.set(id, own);
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
