// One person on one board through one socket. `actor` is changed in place when their rights change.
import type { Actor } from '#lib/policy/roles.ts';
import { Bucket, limits } from './limits.ts';
import type { Room } from './room.ts';
import type { Wire } from './wire.ts';

export interface Seat {
	readonly wire: Wire;
	/** Document name. */
	readonly address: string;
	readonly boardId: string;
	readonly actor: Actor;
	/** Name of the login, for who is nobody on the plan. */
	readonly name: string;
	/** Set when the board is loaded. */
	room: Room | undefined;
	/** Yjs client id whose presence this seat shows. */
	presence: number | null;
	readonly presenceRate: Bucket;
	/** The client has answered the server's state vector: from then on it holds nothing back. */
	hasSynced: boolean;
	/** Settles with the commit of that answer; live updates that came too early are part of it. */
	readonly firstSync: PromiseWithResolvers<boolean>;
}

export function makeSeat(
	wire: Wire,
	address: string,
	boardId: string,
	who: { actor: Actor; name: string },
	now: number
): Seat {
	return {
		wire,
		address,
		boardId,
		actor: { ...who.actor },
		name: who.name,
		room: undefined,
		presence: null,
		presenceRate: new Bucket(limits.awarenessPerSecond, 2 * limits.awarenessPerSecond, now),
		hasSynced: false,
		firstSync: Promise.withResolvers<boolean>()
	};
}
