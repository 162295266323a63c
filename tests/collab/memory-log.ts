// A log without a database whose commits a test holds in its hand: at once, one by one, or never.
import type { BoardLog, DerivedRows, OpenedLog } from '#server/collab/log.ts';

interface Stored {
	updates: Uint8Array[];
	bindings: Map<number, string>;
	rows: DerivedRows[];
}

interface Waiting {
	update: Uint8Array;
	rows: DerivedRows;
	resolve(): void;
	reject(reason: Error): void;
}

/** What survives: the committed rows of every board. */
export class MemoryStorage {
	/** `auto` commits in the next turn; `held` waits for `commit`; `broken` fails every append. */
	mode: 'auto' | 'held' | 'broken' = 'auto';
	/** A fault for a test to catch: promises kept before their commit, or updates shown before it. */
	planted: 'none' | 'acknowledges early' | 'shows early' = 'none';
	/** Opening a board fails while it is set. */
	isAway = false;
	commits = 0;
	readonly #boards = new Map<string, Stored>();
	readonly #open = new Map<string, MemoryLog>();

	stored(boardId: string): Stored {
		const known = this.#boards.get(boardId);
		if (known) return known;
		const made: Stored = { updates: [], bindings: new Map(), rows: [] };
		this.#boards.set(boardId, made);
		return made;
	}

	async open(boardId: string, epoch: number): Promise<OpenedLog> {
		if (this.isAway) throw new Error('storage is away');
		if (this.#open.has(boardId)) throw new Error('the board is open already');
		const stored = this.stored(boardId);
		const log = new MemoryLog(this, boardId, epoch, () => this.#open.delete(boardId));
		this.#open.set(boardId, log);
		return { log, updates: [...stored.updates], bindings: new Map(stored.bindings) };
	}

	/** Updates that wait for their commit. */
	get waiting(): number {
		return [...this.#open.values()].reduce((sum, log) => sum + log.waiting, 0);
	}

	/** Commits what every open log holds. */
	commit(): void {
		for (const log of this.#open.values()) log.commit();
	}

	/** Fails every open log for good. */
	fail(): void {
		for (const log of this.#open.values()) log.fail();
	}

	/** Whether a board is held by somebody. */
	isOpen(boardId: string): boolean {
		return this.#open.has(boardId);
	}
}

class MemoryLog implements BoardLog {
	readonly boardId: string;
	readonly epoch: number;
	onCommitted: (updates: Uint8Array[]) => void = () => undefined;
	onFailed: (reason: Error) => void = () => undefined;
	readonly #storage: MemoryStorage;
	readonly #onClosed: () => void;
	#queue: Waiting[] = [];
	#failed = false;
	#watchers: (() => void)[] = [];

	constructor(storage: MemoryStorage, boardId: string, epoch: number, onClosed: () => void) {
		this.#storage = storage;
		this.boardId = boardId;
		this.epoch = epoch;
		this.#onClosed = onClosed;
	}

	get waiting(): number {
		return this.#queue.length;
	}

	append(update: Uint8Array, _actor: string, rows: DerivedRows): Promise<void> {
		if (this.#failed) return Promise.reject(new Error('the log has failed'));
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		this.#queue.push({ update, rows, resolve, reject });
		if (this.#storage.planted === 'acknowledges early') resolve();
		if (this.#storage.planted === 'shows early') this.onCommitted([update]);
		if (this.#storage.mode === 'auto') setImmediate(() => this.commit());
		if (this.#storage.mode === 'broken') setImmediate(() => this.fail());
		return promise;
	}

	commit(): void {
		const group = this.#queue.splice(0);
		if (group.length > 0) {
			const stored = this.#storage.stored(this.boardId);
			for (const { update, rows } of group) {
				stored.updates.push(update);
				stored.rows.push(rows);
				for (const { client, user } of rows.bindings) stored.bindings.set(client, user);
			}
			this.#storage.commits++;
			this.onCommitted(group.map((one) => one.update));
			for (const one of group) one.resolve();
		}
		this.#wake();
	}

	fail(): void {
		if (this.#failed) return;
		this.#failed = true;
		const reason = new Error('storage is away');
		this.onFailed(reason);
		for (const one of this.#queue.splice(0)) one.reject(reason);
		this.#wake();
	}

	settled(): Promise<void> {
		if (this.#queue.length === 0) return Promise.resolve();
		return new Promise((resolve) => this.#watchers.push(resolve));
	}

	async close(): Promise<void> {
		if (!this.#failed && this.#storage.mode !== 'held') this.commit();
		await this.settled();
		this.#onClosed();
	}

	#wake(): void {
		for (const watcher of this.#watchers.splice(0)) watcher();
	}
}
