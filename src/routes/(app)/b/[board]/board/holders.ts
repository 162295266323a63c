// Who else has which card in hand, as all of the board's cards show it. Pure.

import type { CardKind } from '#lib/policy/stages.ts';
import type { Peer } from '#lib/sync/live-types.ts';
import { hueOfPeer } from '../card/hues.ts';

export interface Holder {
	name: string;
	/** A CSS colour. */
	hue: string;
}

const NOBODY: ReadonlyMap<string, Holder> = new Map();

/** Holders by card; the same map while nobody holds one, so that pointers that move wake no card. */
export function findHolders(peers: readonly Peer[], kind: CardKind): ReadonlyMap<string, Holder> {
	let holders: Map<string, Holder> | undefined;
	for (const { dragging, name, hue } of peers) {
		if (dragging?.collection !== kind) continue;
		holders ??= new Map();
		// The first who is listed, where two take the same card.
		if (!holders.has(dragging.id)) holders.set(dragging.id, { name, hue: hueOfPeer(hue) });
	}
	return holders ?? NOBODY;
}
