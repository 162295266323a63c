// From transactions to what screens see: own edits at once, those of others once a frame, whoever is listening told which
// rows and whose hand.

import type * as Y from 'yjs';
import type { BoardDoc, Touched } from '#lib/doc/board-doc.ts';
import type { CollectionName } from '#lib/model/board.ts';
import { onceAFrame } from './frame.ts';
import { RowSignals } from './row-signals.ts';

/** `by` is the person's id when one other person made the change. */
export type ChangeListener = (touched: Touched, isLocal: boolean, by?: string) => void;

export interface FeedOptions {
	/** True for transactions of this page's verbs. */
	isOwn: (origin: unknown) => boolean;
	/** Person behind a Yjs client, empty when unknown. */
	personOf: (client: number) => string;
}

export class ChangeFeed {
	readonly signals: RowSignals;
	readonly #options: FeedOptions;
	readonly #listeners = new Set<ChangeListener>();
	readonly #frame = onceAFrame(() => this.#announceRemote());
	#pending = new Map<CollectionName, Set<string>>();
	#authors = new Set<number>();
	#unsubscribe: () => void = () => undefined;

	constructor(board: BoardDoc, options: FeedOptions) {
		this.signals = new RowSignals(board);
		this.#options = options;
	}

	listen(listener: ChangeListener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Follows another document from now on; all of it counts as changed. */
	turnTo(board: BoardDoc): void {
		this.stop();
		this.#unsubscribe = board.subscribe((touched, transaction) => this.#take(touched, transaction));
		this.signals.turnTo(board);
		this.#tell(board.everything(), false);
	}

	stop(): void {
		this.#unsubscribe();
		this.#frame.cancel();
		this.#pending.clear();
		this.#authors.clear();
	}

	#take(touched: Touched, transaction: Y.Transaction): void {
		if (this.#options.isOwn(transaction.origin)) {
			this.signals.announce(touched);
			this.#tell(touched, true);
			return;
		}
		for (const [client, clock] of transaction.afterState)
			if (transaction.beforeState.get(client) !== clock) this.#authors.add(client);
		for (const [collection, ids] of touched) {
			const pending = this.#pending.get(collection);
			if (pending) for (const id of ids) pending.add(id);
			else this.#pending.set(collection, new Set(ids));
		}
		this.#frame.ask();
	}

	#announceRemote(): void {
		const touched = this.#pending;
		const people = new Set([...this.#authors].map(this.#options.personOf));
		this.#pending = new Map();
		this.#authors = new Set();
		this.signals.announce(touched);
		const by = people.size === 1 ? [...people][0] : '';
		this.#tell(touched, false, by || undefined);
	}

	#tell(touched: Touched, isLocal: boolean, by?: string): void {
		for (const listener of this.#listeners) listener(touched, isLocal, by);
	}
}
