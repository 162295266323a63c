// One person on one board through one socket. `actor` is changed in place when their rights change.
import type { Actor } from '#lib/policy/roles.ts';
import { writeStateless } from './frame.ts';
import { Bucket, limits } from './limits.ts';
import type { Room } from './room.ts';
import type { Wire } from './wire.ts';

export interface Seat {
	readonly wire: Wire;
	/** Document name. */
	readonly address: string;
	readonly boardId: string;
	readonly actor: Actor;
	/** Where the bands of load end for them. */
	bounds: readonly number[];
	/** The client asked to be told what the organisation has set. */
	readonly hearsSettings: boolean;
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
	who: Pick<Seat, 'actor' | 'name' | 'bounds' | 'hearsSettings'>,
	now: number
): Seat {
	return {
		wire,
		address,
		boardId,
		actor: { ...who.actor },
		name: who.name,
		bounds: who.bounds,
		hearsSettings: who.hearsSettings,
		room: undefined,
		presence: null,
		presenceRate: new Bucket(limits.awarenessPerSecond, 2 * limits.awarenessPerSecond, now),
		hasSynced: false,
		firstSync: Promise.withResolvers<boolean>()
	};
}

/** C-24: says where the bands of load end, to pages that asked. */
export function tellBounds({ wire, address, bounds, hearsSettings }: Seat): void {
	if (hearsSettings) wire.send(writeStateless(address, { t: 'bands', bounds }));
}

/** P-50: says that saved views of the board changed, to pages that asked. */
export function tellViews({ wire, address, hearsSettings }: Seat): void {
	if (hearsSettings) wire.send(writeStateless(address, { t: 'views' }));
}
