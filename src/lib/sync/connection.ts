// One document's wire to the server: a Hocuspocus provider whose copy has been loaded before. Tells when everything is
// confirmed, what the server says beside the protocol, and when it is over. Decides nothing about what that means.

import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type * as Y from 'yjs';
import { SETTINGS_TOKEN } from '#lib/model/settings-token.ts';
import { closeReasons, findCloseReason } from '#lib/model/close-codes.ts';
import type { Presence } from './live-types.ts';
import { readMessage, type ServerMessage } from './messages.ts';
import { PresenceRoom } from './presence.ts';
import type { Link } from './save-state.ts';

export interface ConnectionEvents {
	onLink(link: Link): void;
	/** Everything in the document is confirmed by the server: the count of unconfirmed updates went to zero. */
	onConfirmed(): void;
	/** Something waits for confirmation. */
	onPending(): void;
	/** Something the server says beside the protocol. */
	onMessage(message: ServerMessage): void;
	/** The server closed the door with a code of its own, or refused to let in. */
	onRefused(code: number, reason: string): void;
}

export interface ConnectionOptions extends ConnectionEvents {
	url: string;
	/** `board:<id>:<epoch>` */
	name: string;
	doc: Y.Doc;
	/** For programs without a WebSocket of their own. */
	WebSocketPolyfill?: unknown;
}

/** A break shorter than this is a hiccup. */
const HICCUP_MS = 3000;
/** Longest pause between two attempts: who comes back within five seconds of the server's return has missed nothing. */
const LONGEST_PAUSE_MS = 3000;
const REFUSED_IN = 4003;
/** SyncStatus of the Hocuspocus protocol. */
const SYNC_STATUS = 8;

export class Connection {
	readonly #socket: HocuspocusProviderWebsocket;
	readonly #provider: HocuspocusProvider;
	readonly #options: ConnectionOptions;
	#hiccup: ReturnType<typeof setTimeout> | null = null;
	#link: Link = 'connecting';
	#wait: ReturnType<typeof setTimeout> | undefined;
	#isOver = false;
	#isDestroyed = false;

	constructor(options: ConnectionOptions) {
		this.#options = options;
		this.#socket = new HocuspocusProviderWebsocket({
			url: options.url,
			WebSocketPolyfill: options.WebSocketPolyfill,
			delay: 500,
			minDelay: 500,
			maxDelay: LONGEST_PAUSE_MS,
			autoConnect: isOnline()
		});
		this.#provider = new HocuspocusProvider({
			websocketProvider: this.#socket,
			name: options.name,
			document: options.doc,
			token: SETTINGS_TOKEN,
			onSynced: ({ state }) => {
				if (!state) return;
				this.#turn('online');
				this.#settle();
			},
			onUnsyncedChanges: () => this.#settle(),
			onStateless: ({ payload }) => {
				const message = readMessage(payload);
				if (message) options.onMessage(message);
			},
			onMessage: ({ message }) => {
				message.readVarString();
				// A refused update is settled too; what was refused the server says in its own words.
				if (message.readVarUint() === SYNC_STATUS && message.readVarUint() === 0)
					this.#provider.decrementUnsyncedChanges();
			},
			onAuthenticationFailed: ({ reason }) => {
				if (!this.#isOver) options.onRefused(REFUSED_IN, reason);
			},
			onClose: ({ event }) => this.#onClose(event.code, event.reason)
		});
		this.#provider.attach();
		if (!isOnline()) this.#turn('offline');
		if (typeof window !== 'undefined') {
			window.addEventListener('online', this.#onOnline);
			window.addEventListener('offline', this.#onOffline);
		}
	}

	/** Who else is there, over this wire; `own` is what this page says of itself. */
	openRoom(own: Presence, onPeers: () => void): PresenceRoom {
		return new PresenceRoom(this.#provider.awareness!, own, onPeers);
	}

	get link(): Link {
		return this.#link;
	}

	get isConfirmed(): boolean {
		return this.#link === 'online' && this.#provider.unsyncedChanges === 0;
	}

	/** Stops trying; `destroy` is still due. */
	stop(): void {
		this.#isOver = true;
		this.#clearHiccup();
		this.#socket.disconnect();
		this.#turn('closed');
	}

	/** Drops the socket and tries again after a moment. */
	retry(): void {
		this.#socket.webSocket?.close();
	}

	destroy(): void {
		if (this.#isDestroyed) return;
		this.#isDestroyed = this.#isOver = true;
		clearTimeout(this.#wait);
		this.#clearHiccup();
		if (typeof window !== 'undefined') {
			window.removeEventListener('online', this.#onOnline);
			window.removeEventListener('offline', this.#onOffline);
		}
		this.#provider.destroy();
		this.#socket.destroy();
	}

	#onOnline = (): void => {
		if (this.#isOver) return;
		this.#turn('connecting');
		void this.#socket.connect();
	};

	/** A browser that is told it is offline keeps a dead socket for long; an edit would look sent. */
	#onOffline = (): void => {
		if (this.#isOver) return;
		this.#clearHiccup();
		this.#socket.disconnect();
		this.#turn('offline');
	};

	#onClose(code: number, reason: string): void {
		if (this.#isOver) return;
		// A CLOSE frame ends the document's session and leaves the socket open: without a push it stays a zombie.
		if (code === 1000) this.retry();
		const waitMs = findWaitMs(code);
		if (waitMs > 0) this.#waitBeforeRetry(waitMs);
		if (this.#link === 'online') {
			this.#turn('connecting');
			this.#hiccup = setTimeout(() => this.#turn('offline'), HICCUP_MS);
		} else if (!this.#hiccup) this.#turn('offline');
		if (code >= 4400 && code < 4500 && code !== 4408) this.#options.onRefused(code, reason);
	}

	/** The provider alone comes back at once, again and again: the last thing a busy server needs. */
	#waitBeforeRetry(waitMs: number): void {
		this.#socket.disconnect();
		clearTimeout(this.#wait);
		this.#wait = setTimeout(() => {
			if (!this.#isOver && isOnline()) void this.#socket.connect();
		}, waitMs);
	}

	#settle(): void {
		if (this.#isOver) return;
		if (this.isConfirmed) this.#options.onConfirmed();
		else this.#options.onPending();
	}

	#turn(link: Link): void {
		if (link !== 'connecting') this.#clearHiccup();
		if (link === this.#link) return;
		this.#link = link;
		this.#options.onLink(link);
	}

	#clearHiccup(): void {
		if (this.#hiccup) clearTimeout(this.#hiccup);
		this.#hiccup = null;
	}
}

/** How long to stay away after a close code, spread so that not everybody comes back together; 0 for a lost network. */
function findWaitMs(code: number): number {
	const spread = 1 + Math.random();
	if (code === closeReasons.tooMany.code) return 5000 * spread;
	return findCloseReason(code)?.retry ? 500 * spread : 0;
}

function isOnline(): boolean {
	return typeof navigator === 'undefined' || navigator.onLine !== false;
}
