// Who else is on the board and what they are doing, over awareness: never written to the document. What one says of
// oneself is view, drag and selection; who one is, the server says.

import type { Awareness } from 'y-protocols/awareness';
import { isCollection } from '#lib/model/board.ts';
import type { Dragging, Peer, Presence } from './live-types.ts';

/** Ten times a second at most. */
const EVERY_MS = 100;
/** That a drag is over can wait until what was dropped has been sent, judged and painted by the others. */
const LANDING_MS = 150;

interface Identity {
	person: string;
	name: string;
}

export class PresenceRoom {
	readonly #awareness: Awareness;
	readonly #onPeers: () => void;
	/** Everybody seen, those who left too, so that a change can still be put down to its author. */
	readonly #known = new Map<number, Identity>();
	#own: Presence = {};
	#lastMs = -Infinity;
	#timer: ReturnType<typeof setTimeout> | null = null;
	readonly #onChange = (): void => {
		this.#learn();
		this.#onPeers();
	};

	constructor(awareness: Awareness, own: Presence, onPeers: () => void) {
		this.#awareness = awareness;
		this.#onPeers = onPeers;
		this.#own = own;
		this.#say();
		awareness.on('change', this.#onChange);
	}

	/** Says what changed, now or with the next beat; the end of a drag after what was dropped has landed. */
	set(presence: Presence): void {
		const hasDropped = presence.dragging === null && !!this.#own.dragging;
		this.#own = { ...this.#own, ...presence };
		if (hasDropped) this.#forgetBeat();
		if (this.#timer) return;
		const beatMs = this.#lastMs + EVERY_MS - performance.now();
		const waitMs = hasDropped ? LANDING_MS : beatMs;
		if (waitMs <= 0) this.#say();
		else
			this.#timer = setTimeout(() => {
				this.#timer = null;
				this.#say();
			}, waitMs);
	}

	/** Others on the board, ordered by name; the own person's other tabs are not others. */
	peers(self: string): Peer[] {
		const peers: Peer[] = [];
		for (const [clientId, state] of this.#awareness.getStates()) {
			if (clientId === this.#awareness.clientID) continue;
			const identity = readIdentity(state);
			if (!identity || (identity.person !== '' && identity.person === self)) continue;
			peers.push({
				clientId,
				...identity,
				initials: initialsOf(identity.name),
				hue: hueOf(identity.person || identity.name),
				view: typeof state.view === 'string' ? state.view : '',
				dragging: readDragging(state.dragging),
				selection: readSelection(state.selection)
			});
		}
		return peers.sort((a, b) => a.name.localeCompare(b.name) || a.clientId - b.clientId);
	}

	/** Who a Yjs client is, or was. */
	whoIs(clientId: number): Identity | undefined {
		return this.#known.get(clientId);
	}

	/** Takes over what another room has learnt. */
	learnFrom(other: PresenceRoom): void {
		for (const [client, identity] of other.#known) this.#known.set(client, identity);
	}

	destroy(): void {
		this.#forgetBeat();
		this.#awareness.off('change', this.#onChange);
	}

	#forgetBeat(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}

	#learn(): void {
		for (const [client, state] of this.#awareness.getStates()) {
			const identity = readIdentity(state);
			if (identity) this.#known.set(client, identity);
		}
	}

	#say(): void {
		this.#lastMs = performance.now();
		const { view = '', dragging = null, selection = [] } = this.#own;
		this.#awareness.setLocalState({ view, dragging, selection: selection.slice(0, 50) });
	}
}

type State = Readonly<Record<string, unknown>>;

function readIdentity(state: State): Identity | undefined {
	const user = state.user as State | undefined;
	if (typeof user !== 'object' || user === null) return undefined;
	const person = typeof user.person === 'string' ? user.person : '';
	const name = typeof user.name === 'string' ? user.name : '';
	return person === '' && name === '' ? undefined : { person, name };
}

function readDragging(value: unknown): Dragging | null {
	if (typeof value !== 'object' || value === null) return null;
	const { collection, id, target } = value as State;
	if (typeof collection !== 'string' || !isCollection(collection) || typeof id !== 'string')
		return null;
	return { collection, id, ...(typeof target === 'string' ? { target } : {}) };
}

function readSelection(value: unknown): string[] {
	return Array.isArray(value)
		? value.filter((id): id is string => typeof id === 'string').slice(0, 50)
		: [];
}

/** Up to two letters: of the first and the last word. */
export function initialsOf(name: string): string {
	const words = name.split(/\s+/).filter(Boolean);
	const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
	return letters.map((word) => [...word][0]!.toLocaleUpperCase()).join('');
}

/** Cool hues only, 120 to 330 degrees: warm ones mean trouble. The same for a person on every device. */
export function hueOf(person: string): number {
	let hash = 2166136261;
	for (let i = 0; i < person.length; i++)
		hash = Math.imul(hash ^ person.charCodeAt(i), 16777619) >>> 0;
	return 120 + (hash % 15) * 15;
}
