// A board's life on this device: its copy is loaded, or made from what the server has, then the wire is opened; edits wait
// in the outbox until the server has them; a copy that cannot be continued is dropped and the kept edits are written again
// on a new document.

import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { Change } from '#lib/model/change.ts';
import { closeReasons, findCloseReason } from '#lib/model/close-codes.ts';
import type { Connection } from './connection.ts';
import type { BoardWhereabouts } from './find-board.ts';
import { nextFrame } from './frame.ts';
import type { ServerMessage } from './messages.ts';
import { copyName, openCopy, type OfflineCopy } from './offline-copy.ts';
import { Outbox, type Intent } from './outbox.ts';
import type { Link } from './save-state.ts';
import { openTab, type Tab } from './tabs.ts';

/** Why the board cannot be reached any more. */
export type Ending = 'signed-out' | 'no-access' | 'board-full';

export interface SessionEvents {
	/** The board this page works on from now on; at first and after a rejoin. */
	onBoard(board: BoardDoc): void;
	/** The wire of the board this page works on. */
	onWire(wire: Connection): void;
	onLink(link: Link): void;
	/** The count of unconfirmed things, or what is kept, has changed. */
	onProgress(): void;
	onMessage(message: ServerMessage): void;
	/** Resolves once edits can be written again: `onReplay` is not called before. */
	untilWritable(): Promise<unknown>;
	/** Kept edits to be written again on the current board where their base still stands; notes what it writes. */
	onReplay(stranded: readonly Intent[]): void;
	onEnd(ending: Ending): void;
}

/** How the server is reached. */
export interface Surroundings {
	/** Address of the socket. */
	url: string;
	findBoard: (id: string) => Promise<BoardWhereabouts>;
	/** What there is of the board to begin with, where this device has no copy; null is nothing. */
	fetchUpdate: (id: string, epoch: number) => Promise<Uint8Array | null>;
	/** For programs without a WebSocket of their own. */
	WebSocketPolyfill?: unknown;
}

export interface SessionOptions extends Surroundings {
	board: string;
	user: string;
	epoch: number;
	now: () => number;
	newId: () => string;
}

interface Leg {
	epoch: number;
	board: BoardDoc;
	copy: OfflineCopy;
	/** Null until its code is here. */
	wire: Connection | null;
	/** Another document is joined instead. */
	isLeft: boolean;
}

/** A new start so soon after the last is a server that will refuse the next one too. */
const CALM_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;
/** Refused frames on one document before the copy itself is held to be broken. */
const PATIENCE = 3;

export class BoardSession {
	readonly #options: SessionOptions;
	readonly #events: SessionEvents;
	readonly #tab: Tab;
	#outbox: Outbox;
	#leg: Leg | null = null;
	/** The document that is being joined instead; this page works on the old one until it is there. */
	#next: Leg | null = null;
	#isRejoining = false;
	#isReplayed = false;
	#isLooking = false;
	#rejoins = 0;
	#rejoinedAt = -Infinity;
	#badFrames = 0;
	#isDestroyed = false;
	/** When everything was last confirmed. */
	savedAt: number | null = null;

	constructor(options: SessionOptions, events: SessionEvents) {
		this.#options = options;
		this.#events = events;
		const id = options.newId();
		this.#tab = openTab(id, (copy) => {
			const leg = this.#leg;
			if (leg && copy === this.#nameOf(leg.epoch)) void this.#rejoin(leg.epoch, leg, 'close');
		});
		this.#outbox = new Outbox(null, options.board, id, []);
	}

	get outbox(): Outbox {
		return this.#outbox;
	}

	get isConfirmed(): boolean {
		return this.#leg?.wire?.isConfirmed ?? false;
	}

	/** Loads the copy and connects. Edits may be made as soon as `onBoard` was called. */
	async open(): Promise<void> {
		const { user, board, epoch } = this.#options;
		const outbox = await Outbox.open(user, board, this.#tab.id);
		if (this.#isDestroyed) return outbox.close();
		outbox.onChange = () => this.#events.onProgress();
		this.#outbox = outbox;
		const leg = await this.#load(epoch);
		if (!leg) return;
		this.#adopt(leg);
		await nextFrame();
		await this.#connect(leg);
	}

	/** Notes what a verb has just written, before anything else is written. */
	note(changes: readonly Change[]): void {
		const leg = this.#leg;
		if (!leg) return;
		const { doc } = leg.board;
		const clock = Y.getState(doc.store, doc.clientID);
		const at = this.#options.now();
		this.#outbox.note(changes, { epoch: leg.epoch, client: doc.clientID, clock, at });
	}

	async destroy(): Promise<void> {
		this.#isDestroyed = true;
		this.#tab.close();
		for (const leg of [this.#leg, this.#next]) {
			leg?.wire?.destroy();
			await leg?.copy.close();
		}
		this.#leg = this.#next = null;
		this.#outbox.close();
	}

	#nameOf(epoch: number): string {
		return copyName(this.#options.user, this.#options.board, epoch);
	}

	/** A document with what this device knows of it; where that is nothing, with what the server has. */
	async #load(epoch: number): Promise<Leg | null> {
		const doc = new Y.Doc();
		const copy = await openCopy(this.#nameOf(epoch), doc);
		if (doc.store.clients.size === 0 && !this.#isDestroyed) {
			const update = await this.#options.fetchUpdate(this.#options.board, epoch);
			if (update && !this.#isDestroyed) copy.fill(update);
		}
		if (this.#isDestroyed) {
			await copy.close();
			return null;
		}
		return { epoch, board: new BoardDoc(doc), copy, wire: null, isLeft: false };
	}

	/** Opens the wire, and only now fetches its code: the first picture is drawn without it. */
	async #connect(leg: Leg): Promise<void> {
		const { Connection } = await import('./connection.ts');
		if (this.#isDestroyed || leg.isLeft) return;
		const { url, WebSocketPolyfill } = this.#options;
		leg.wire = new Connection({
			url,
			WebSocketPolyfill,
			doc: leg.board.doc,
			name: `board:${this.#options.board}:${leg.epoch}`,
			onLink: (link) => this.#onLink(leg, link),
			onConfirmed: () => void this.#onConfirmed(leg),
			onPending: () => this.#events.onProgress(),
			onMessage: (message) => this.#onMessage(leg, message),
			onRefused: (code) => void this.#onRefused(leg, code)
		});
		if (leg !== this.#leg) return;
		this.#events.onWire(leg.wire);
		this.#events.onLink(leg.wire.link);
	}

	#adopt(leg: Leg): void {
		this.#leg = leg;
		this.#isReplayed = false;
		this.#events.onBoard(leg.board);
		if (leg.wire) {
			this.#events.onWire(leg.wire);
			this.#events.onLink(leg.wire.link);
		}
		this.#events.onProgress();
	}

	#onLink(leg: Leg, link: Link): void {
		if (leg === this.#leg || leg === this.#next) this.#events.onLink(link);
	}

	async #onConfirmed(leg: Leg): Promise<void> {
		if (leg === this.#next) {
			const old = this.#leg;
			this.#next = null;
			this.#isRejoining = false;
			this.#adopt(leg);
			old?.board.doc.destroy();
		}
		if (leg !== this.#leg) return;
		this.#badFrames = 0;
		this.savedAt = this.#options.now();
		this.#outbox.settle((intent) => isHeld(intent, leg));
		this.#events.onProgress();
		if (this.#isReplayed) return;
		this.#isReplayed = true;
		await this.#replay(leg);
		const { dropOtherEpochs } = await import('./databases.ts');
		await dropOtherEpochs(this.#options.user, this.#options.board, leg.epoch);
	}

	/** Writes again what is kept and stands in no living document: of this page's old one, or of a tab that died. */
	async #replay(leg: Leg): Promise<void> {
		const [alive] = await Promise.all([this.#tab.alive(), this.#events.untilWritable()]);
		if (leg !== this.#leg || this.#isDestroyed) return;
		const stranded = this.#outbox.intents.filter(
			(intent) => !isHeld(intent, leg) && !this.#isOnItsWay(intent, leg, alive)
		);
		if (stranded.length === 0) return;
		const keys = new Set(stranded.map((intent) => intent.key));
		this.#events.onReplay(stranded);
		this.#outbox.settle((intent) => keys.has(intent.key));
	}

	#isOnItsWay(intent: Intent, leg: Leg, alive: ReadonlySet<string>): boolean {
		if (intent.epoch !== leg.epoch) return false;
		return intent.tab === this.#tab.id
			? intent.client === leg.board.doc.clientID
			: alive.has(intent.tab);
	}

	#onMessage(leg: Leg, message: ServerMessage): void {
		if (leg !== this.#leg && leg !== this.#next) return;
		if (message.t === 'rebase') void this.#onRebase(leg, message.reason);
		else this.#events.onMessage(message);
	}

	async #onRebase(leg: Leg, reason: string): Promise<void> {
		if (reason === 'epoch') await this.#lookAround(leg);
		else await this.#rejoin(leg.epoch, leg);
	}

	async #onRefused(leg: Leg, code: number): Promise<void> {
		if (leg !== this.#leg && leg !== this.#next) return;
		if (code === closeReasons.boardFull.code) return this.#end('board-full');
		if (code === closeReasons.rebase.code) return this.#rejoin(leg.epoch, leg);
		if (code === closeReasons.badFrame.code && ++this.#badFrames >= PATIENCE) {
			this.#badFrames = 0;
			return this.#rejoin(leg.epoch, leg);
		}
		if (findCloseReason(code)?.retry) return;
		await this.#lookAround(leg);
	}

	/** The door was shut: over HTTP the server says whether the board moved, is gone, or nobody is signed in. */
	async #lookAround(leg: Leg): Promise<void> {
		if (this.#isLooking) return;
		this.#isLooking = true;
		const found = await this.#options.findBoard(this.#options.board);
		this.#isLooking = false;
		if (this.#isDestroyed || (leg !== this.#leg && leg !== this.#next)) return;
		if (found.state === 'signed-out') return this.#end('signed-out');
		if (found.state === 'gone') return this.#end('no-access');
		if (found.state === 'there' && found.epoch !== leg.epoch) return this.#rejoin(found.epoch, leg);
		setTimeout(() => leg.wire?.retry(), 2000);
	}

	/**
	 * Leaves the copy and joins with a new document; this page goes on working on the old one meanwhile. What is still to
	 * be sent would only be refused again: it waits in the outbox. A copy another tab has emptied is only let go.
	 */
	async #rejoin(epoch: number, leg: Leg, copy: 'discard' | 'close' = 'discard'): Promise<void> {
		if (this.#isRejoining && leg !== this.#next) return;
		this.#isRejoining = true;
		this.#next = null;
		this.#events.onLink('connecting');
		leg.isLeft = true;
		leg.wire?.destroy();
		if (copy === 'discard') {
			await leg.copy.discard();
			this.#tab.announceDiscard(this.#nameOf(leg.epoch));
		} else await leg.copy.close();
		await this.#pause();
		if (this.#isDestroyed) return;
		this.#next = await this.#load(epoch);
		if (this.#next) await this.#connect(this.#next);
	}

	/** The first new start is made at once; each that follows closely waits twice as long. */
	async #pause(): Promise<void> {
		const now = this.#options.now();
		this.#rejoins = now - this.#rejoinedAt < CALM_MS ? this.#rejoins + 1 : 0;
		this.#rejoinedAt = now;
		if (this.#rejoins === 0) return;
		const ms = Math.min(250 * 2 ** this.#rejoins, LONGEST_PAUSE_MS);
		await new Promise((resolve) => setTimeout(resolve, ms));
	}

	async #end(ending: Ending): Promise<void> {
		const leg = this.#leg;
		this.#leg?.wire?.stop();
		this.#next?.wire?.stop();
		// Who has lost the board keeps no copy of it; what they wrote themselves stays in the outbox to be taken along.
		if (ending === 'no-access') await leg?.copy.discard();
		this.#events.onEnd(ending);
	}
}

/** True when the document holds the edit. */
function isHeld(intent: Intent, leg: Leg): boolean {
	return (
		intent.epoch === leg.epoch && Y.getState(leg.board.doc.store, intent.client) >= intent.clock
	);
}
