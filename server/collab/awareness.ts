// Presence: one state a socket and board, under a client id that is one's own, with the identity the server knows.
// States of others that come along are left out; nothing here reaches the board's document.
import type { Extension } from '@hocuspocus/server';
import * as decoding from 'lib0/decoding';
import { removeAwarenessStates } from 'y-protocols/awareness';
import { writeAwareness } from './frame.ts';
import { limits } from './limits.ts';
import type { Seat } from './seat.ts';

interface Entry {
	client: number;
	clock: number;
	/** JSON. */
	state: string;
}

/** Honest clients name a few others when those time out. */
const MAX_ENTRIES = 64;

/** The states an awareness update carries; null when it is malformed. */
function readEntries(body: Uint8Array): Entry[] | null {
	try {
		const from = decoding.createDecoder(body);
		const count = decoding.readVarUint(from);
		if (count > MAX_ENTRIES) return null;
		const entries: Entry[] = [];
		for (let i = 0; i < count; i++) {
			const client = decoding.readVarUint(from);
			const clock = decoding.readVarUint(from);
			const state = decoding.readVarString(from);
			entries.push({ client, clock, state });
		}
		return decoding.hasContent(from) ? null : entries;
	} catch {
		return null;
	}
}

function isState(json: string): boolean {
	try {
		const value: unknown = JSON.parse(json);
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	} catch {
		return false;
	}
}

/**
 * What of an awareness update may go on: a frame with the seat's own state, or undefined when there is nothing to
 * pass on. Null means that no honest client sends it. A leave is carried out here, since Hocuspocus drops it.
 */
export function admitAwareness(
	seat: Seat,
	body: Uint8Array,
	now: number
): Uint8Array | undefined | null {
	const entries = readEntries(body);
	if (!entries) return null;
	const { room } = seat;
	if (!room) return undefined;
	if (seat.presence === null) {
		const { user } = seat.actor;
		const first = entries.find(
			({ client, state }) => state !== 'null' && room.takePresence(client, user)
		);
		if (!first) return undefined;
		seat.presence = first.client;
	}
	const own = entries.find((entry) => entry.client === seat.presence);
	if (!own) return undefined;
	if (own.state === 'null') {
		removeAwarenessStates(room.document.awareness, [own.client], 'leave');
		room.givePresence(own.client);
		seat.presence = null;
		return undefined;
	}
	if (own.state.length > limits.awarenessBytes || !isState(own.state)) return null;
	if (!seat.presenceRate.tryTake(now)) return undefined;
	return writeAwareness(seat.address, own);
}

/** Writes who it is into every state that goes on, whatever the client said. */
export function presence(): Extension {
	return {
		extensionName: 'presence',
		async beforeHandleAwareness({ states, context }) {
			const seat = (context as { seat?: Seat } | undefined)?.seat;
			for (const [client, state] of states) {
				if (seat && client === seat.presence)
					states.set(client, { ...state, user: identify(seat) });
				else states.delete(client);
			}
		}
	};
}

/** What others see of a seat. */
function identify({ actor, name, room }: Seat): { person: string; name: string; role: string } {
	const known = actor.person === '' ? undefined : room?.board.get('people', actor.person);
	return { person: actor.person, name: known?.name || name, role: actor.role };
}
