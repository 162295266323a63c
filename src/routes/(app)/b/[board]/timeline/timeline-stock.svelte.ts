// What the timeline stands on, kept for the whole board: its rows and what nobody is booked on. Another screen may have
// it ready before anybody comes here; what changes meanwhile is taken in when it is next read.

import type { CollectionName } from '#lib/model/board.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { RowIndex } from './row-index.ts';
import type { RowKind } from './row-seed.ts';
import { listTied, listTies, type Tie } from './ties.ts';
import { listUnbooked, type Work } from './unbooked.ts';

class KeptRows {
	readonly #live: LiveBoard;
	readonly #kind: RowKind;
	#board: LiveBoard['doc'];
	#index: RowIndex;
	#missed = new Map<CollectionName, Set<string>>();

	constructor(live: LiveBoard, kind: RowKind) {
		this.#live = live;
		this.#kind = kind;
		this.#board = live.doc;
		this.#index = new RowIndex(live.doc, kind);
	}

	note(touched: ReadonlyMap<CollectionName, ReadonlySet<string>>): void {
		for (const [name, ids] of touched) {
			const missed = this.#missed.get(name);
			if (missed) for (const id of ids) missed.add(id);
			else this.#missed.set(name, new Set(ids));
		}
	}

	/** The rows as the board stands now. */
	get now(): RowIndex {
		const { doc } = this.#live;
		if (doc !== this.#board) {
			this.#board = doc;
			this.#index = new RowIndex(doc, this.#kind);
		} else if (this.#missed.size > 0) this.#index.refresh(this.#missed);
		if (this.#missed.size > 0) this.#missed = new Map();
		return this.#index;
	}
}

/** What the lists are made from. */
const WORKS = ['projects', 'modules', 'tasks', 'allocations'] as const;
const STAFF = ['people', 'stages'] as const;

export class TimelineStock {
	readonly #live: LiveBoard;
	#kept: Partial<Record<RowKind, KeptRows>> = {};
	#unbooked: readonly Work[] | null = null;
	#ties: readonly Tie[] = [];
	#tiesAsText = '';
	#areTiesStale = true;
	/** Counts changes of the board. */
	#changes = $state(0);

	constructor(live: LiveBoard) {
		this.#live = live;
		live.onChange((touched) => {
			for (const rows of Object.values(this.#kept)) rows.note(touched);
			const isOfWork = WORKS.some((name) => touched.has(name));
			if (isOfWork) this.#areTiesStale = true;
			if (isOfWork || STAFF.some((name) => touched.has(name))) this.#unbooked = null;
			this.#changes++;
		});
	}

	/** The rows now; whoever reads them runs again when the board changes. */
	rows(kind: RowKind): RowIndex {
		void this.#changes;
		return this.peek(kind);
	}

	/** The same without listening. */
	peek(kind: RowKind): RowIndex {
		return (this.#kept[kind] ??= new KeptRows(this.#live, kind)).now;
	}

	/** Work that nobody is booked on now; not listened to. */
	get unbooked(): readonly Work[] {
		return (this.#unbooked ??= listUnbooked(this.#live.doc));
	}

	/** Everything that waits for something else, judged by the dates as they stand; the same array until they differ. */
	get ties(): readonly Tie[] {
		void this.#changes;
		if (!this.#areTiesStale) return this.#ties;
		this.#areTiesStale = false;
		const { doc } = this.#live;
		const ties = listTies(doc, listTied(doc));
		const text = JSON.stringify(ties);
		if (text === this.#tiesAsText) return this.#ties;
		this.#tiesAsText = text;
		return (this.#ties = ties);
	}
}

const stocks = new WeakMap<LiveBoard, TimelineStock>();

/** A board's, made once. */
export function stockOf(live: LiveBoard): TimelineStock {
	let own = stocks.get(live);
	if (!own) stocks.set(live, (own = new TimelineStock(live)));
	return own;
}
