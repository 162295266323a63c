// Every edit of this device until the server has confirmed it: kept in IndexedDB beside the board's copy, so that it
// survives a reload and a copy that has to be thrown away. Without IndexedDB it holds for the life of the page.

import * as idb from 'lib0/indexeddb';
import type { CollectionName } from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';

/** One change of one edit. */
export interface Intent {
	key: string;
	board: string;
	epoch: number;
	/** Changes of one verb share it. */
	edit: string;
	/** Browser tab that made it. */
	tab: string;
	/** Yjs client and the clock after its transaction: a document at that clock holds the edit. */
	client: number;
	clock: number;
	at: number;
	change: Change;
}

export type Stamp = Pick<Intent, 'epoch' | 'client' | 'clock' | 'at'>;

const STORE = 'intents';

/** Name of the database that holds a user's outbox. */
export const outboxName = (user: string): string => `${user}:outbox`;

export async function openOutboxStore(user: string): Promise<IDBDatabase | null> {
	if (typeof indexedDB === 'undefined') return null;
	try {
		return await idb.openDB(outboxName(user), (db) =>
			idb.createStores(db, [[STORE, { keyPath: 'key' }]])
		);
	} catch {
		return null;
	}
}

/** All intents of a user that stand in the store, of every board. */
export async function readIntents(db: IDBDatabase): Promise<Intent[]> {
	const [store] = idb.transact(db, [STORE], 'readonly');
	return (await idb.getAll(store!)) as unknown as Intent[];
}

export class Outbox {
	/** Called after each change of what is kept. */
	onChange: () => void = () => undefined;
	readonly #db: IDBDatabase | null;
	readonly #board: string;
	readonly #tab: string;
	#intents = new Map<string, Intent>();
	#count = 0;

	constructor(db: IDBDatabase | null, board: string, tab: string, intents: readonly Intent[]) {
		this.#db = db;
		this.#board = board;
		this.#tab = tab;
		for (const intent of [...intents].sort(inOrder))
			if (intent.board === board) this.#intents.set(intent.key, intent);
	}

	/** Opens a board's outbox with what an earlier page or another tab has left. */
	static async open(user: string, board: string, tab: string): Promise<Outbox> {
		const db = await openOutboxStore(user);
		const left = db ? await readIntents(db).catch(() => []) : [];
		return new Outbox(db, board, tab, left);
	}

	/** What waits for confirmation, oldest first. */
	get intents(): Intent[] {
		return [...this.#intents.values()];
	}

	/** How many edits wait: a move that writes three fields is one. */
	get kept(): number {
		const edits = new Set<string>();
		for (const { edit } of this.#intents.values()) edits.add(edit);
		return edits.size;
	}

	/** Notes the changes of one verb. */
	note(changes: readonly Change[], stamp: Stamp): void {
		if (changes.length === 0) return;
		const edit = this.#nextKey(stamp.at);
		for (const change of changes) {
			const key = this.#nextKey(stamp.at);
			const intent = { key, edit, board: this.#board, tab: this.#tab, ...stamp, change };
			this.#intents.set(key, intent);
			this.#store((store) => store.put(intent));
		}
		this.onChange();
	}

	/** Forgets the intents for which `isSettled`: confirmed, or given up. Returns them. */
	settle(isSettled: (intent: Intent) => boolean): Intent[] {
		const settled = this.intents.filter(isSettled);
		for (const { key } of settled) {
			this.#intents.delete(key);
			this.#store((store) => store.delete(key));
		}
		if (settled.length > 0) this.onChange();
		return settled;
	}

	/** Forgets what was noted for a field, or without a field for a whole record. */
	drop(collection: CollectionName, id: string, field = ''): Intent[] {
		return this.settle(({ change }) => {
			if (change.collection !== collection || change.id !== id) return false;
			return field === '' || (change.kind === 'write' && change.field === field);
		});
	}

	close(): void {
		this.#db?.close();
	}

	#nextKey(at: number): string {
		return `${String(at).padStart(15, '0')}-${this.#tab}-${String(this.#count++).padStart(8, '0')}`;
	}

	#store(work: (store: IDBObjectStore) => void): void {
		if (!this.#db) return;
		try {
			work(this.#db.transaction(STORE, 'readwrite').objectStore(STORE));
		} catch {
			// The browser took the database away (storage cleared, private window): the page's own list still holds.
		}
	}
}

const inOrder = (a: Intent, b: Intent): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
