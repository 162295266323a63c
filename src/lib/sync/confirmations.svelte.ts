// Bookings somebody wants confirmed: asked of the server at once, or kept on this device as an intent and sent on return.
// The server compares what was seen; its answer is the last word. Without IndexedDB an intent lives as long as the page.

import * as idb from 'lib0/indexeddb';
import type { EntityIn } from '#lib/model/board.ts';
import type { LiveBoard } from './live-board.svelte.ts';
import type { SaveKind } from './live-types.ts';

/** A booking as it was on the screen when it was confirmed. */
export interface Confirmation {
	/** Id of the booking: confirming twice before it is sent is one intent. */
	key: string;
	board: string;
	expected: Pick<EntityIn<'allocations'>, 'person' | 'span' | 'load'>;
	reason: string;
	at: number;
}

/** `kept`: not sent yet. `refused`: not confirmed, and why; `code` as the command names it. */
export type ConfirmAnswer =
	{ state: 'done' } | { state: 'kept' } | { state: 'refused'; code: string; message: string };

export interface Posted {
	status: number;
	body: unknown;
}
/** Sends one; rejects where the server cannot be reached. */
export type Post = (asked: Confirmation) => Promise<Posted>;

const STORE = 'confirmations';

/** Name of the database that holds what a user wants confirmed. */
export const confirmationsName = (user: string): string => `${user}:confirmations`;

export class Confirmations {
	/** What waits to be sent, oldest first. */
	waiting = $state.raw<readonly Confirmation[]>([]);
	/** Hears of the answers to what was kept and sent later. */
	onLate: (asked: Confirmation, answer: ConfirmAnswer) => void = () => undefined;
	readonly #board: string;
	readonly #post: Post;
	readonly #db: Promise<IDBDatabase | null>;
	/** Keys that are on their way. */
	#sending: readonly string[] = [];
	#link: SaveKind = 'reconnecting';
	#turned: (() => void)[] = [];

	constructor(user: string, board: string, post: Post) {
		this.#board = board;
		this.#post = post;
		this.#db = openStore(user);
	}

	/** Reads what an earlier page has left. */
	async load(): Promise<void> {
		const db = await this.#db;
		if (!db) return;
		const [store] = idb.transact(db, [STORE], 'readonly');
		const kept = (await idb.getAll(store!).catch(() => [])) as unknown as Confirmation[];
		const own = kept.filter((one) => one.board === this.#board && !this.isWaiting(one.key));
		this.waiting = [...own, ...this.waiting].sort((a, b) => a.at - b.at);
		if (isThere(this.#link)) await this.#sendAll();
	}

	/** Follows the save state: what waits is sent once the board's own edits have arrived. */
	turn(link: SaveKind): void {
		this.#link = link;
		if (link === 'saving') return;
		for (const go of this.#turned.splice(0)) go();
		if (isThere(link)) void this.#sendAll();
	}

	isWaiting(allocation: string): boolean {
		return this.waiting.some((one) => one.key === allocation);
	}

	/** Wants a booking confirmed as it is seen now. Resolves with the answer, or with `kept` while away. */
	async ask(row: EntityIn<'allocations'>, reason: string, at: number): Promise<ConfirmAnswer> {
		const { id, person, span, load } = row;
		const expected = { person, span: span && { ...span }, load: load && { ...load } };
		const asked = { key: id, board: this.#board, expected, reason, at };
		this.#sending = [...this.#sending, id];
		try {
			await this.#keep(asked);
			// The server must have seen one's own last edit of it before it compares.
			if (this.#link === 'saving') await new Promise<void>((go) => this.#turned.push(go));
			return isThere(this.#link) ? await this.#send(asked) : { state: 'kept' };
		} finally {
			this.#arrived(id);
		}
	}

	/** Gives an intent up before it is sent. */
	async drop(allocation: string): Promise<void> {
		this.waiting = this.waiting.filter((one) => one.key !== allocation);
		await this.#store((store) => store.delete(allocation));
	}

	async #sendAll(): Promise<void> {
		for (const asked of this.waiting) {
			if (this.#sending.includes(asked.key)) continue;
			this.#sending = [...this.#sending, asked.key];
			const answer = await this.#send(asked).finally(() => this.#arrived(asked.key));
			if (answer.state === 'kept') return;
			this.onLate(asked, answer);
		}
	}

	#arrived(key: string): void {
		this.#sending = this.#sending.filter((one) => one !== key);
	}

	async #send(asked: Confirmation): Promise<ConfirmAnswer> {
		let posted: Posted;
		try {
			posted = await this.#post(asked);
		} catch {
			return { state: 'kept' };
		}
		if (posted.status >= 500) return { state: 'kept' };
		await this.drop(asked.key);
		if (posted.status < 300) return { state: 'done' };
		const { code = 'refused', message = 'The server did not confirm it. Try again.' } =
			(posted.body as { problem?: { code?: string; message?: string } } | null)?.problem ?? {};
		return { state: 'refused', code, message };
	}

	async #keep(asked: Confirmation): Promise<void> {
		this.waiting = [...this.waiting.filter((one) => one.key !== asked.key), asked];
		await this.#store((store) => store.put(asked));
	}

	async #store(work: (store: IDBObjectStore) => IDBRequest): Promise<void> {
		const db = await this.#db;
		if (!db) return;
		try {
			await idb.rtop(work(db.transaction(STORE, 'readwrite').objectStore(STORE)));
		} catch {
			// The browser took the database away: the page's own list still holds.
		}
	}
}

const isThere = (link: SaveKind): boolean => link === 'saved' || link === 'not-allowed';

async function openStore(user: string): Promise<IDBDatabase | null> {
	if (typeof indexedDB === 'undefined') return null;
	try {
		return await idb.openDB(confirmationsName(user), (db) =>
			idb.createStores(db, [[STORE, { keyPath: 'key' }]])
		);
	} catch {
		return null;
	}
}

async function post({ key, board, expected, reason }: Confirmation): Promise<Posted> {
	const response = await fetch(`/api/boards/${board}/commands/confirm-allocation`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ allocation: key, expected, reason })
	});
	return { status: response.status, body: await response.json().catch(() => null) };
}

const known = new WeakMap<LiveBoard, Confirmations>();

/** The one list of a board's page. */
export function confirmationsOf(live: LiveBoard): Confirmations {
	const there = known.get(live);
	if (there) return there;
	const made = new Confirmations(live.actor.user, live.id, post);
	known.set(live, made);
	return made;
}

/** Wants a booking of a live board confirmed as it stands there now. */
export async function confirmBooking(
	live: LiveBoard,
	id: string,
	reason = ''
): Promise<ConfirmAnswer> {
	const row = live.doc.get('allocations', id);
	const gone = {
		state: 'refused',
		code: 'not-found',
		message: 'It is not on this board any more.'
	};
	if (!row) return gone as ConfirmAnswer;
	const list = confirmationsOf(live);
	list.turn(live.save.kind);
	return list.ask(row, reason, Date.now());
}
