// What changes of the board mean for hand and selection, and the picture of what others move.

import { media } from '#lib/ui/media.svelte.ts';
import { hueOfPeer } from '../card/hues.ts';
import type { BoardScreen } from './board-screen.svelte.ts';
import type { Hand } from './hand.svelte.ts';
import { notePlaces, showMoves } from './remote-moves.ts';

/** Many at once is an import or a merge: a picture of each would be noise. */
const MANY = 12;

/** Starts to follow; returns the stop. */
export function followChanges(screen: BoardScreen, hand: Hand): () => void {
	const { live } = screen;
	return live.onChange((touched, isLocal, by) => {
		hand.checkStillThere();
		for (const id of screen.selection)
			if (live.doc.get(screen.kind, id)?.archived !== false) screen.selection.delete(id);
		if (isLocal) return;
		const ids = touched.get(screen.kind);
		if (!ids || ids.size > MANY) return;
		const peer = live.peers.find((one) => one.person === by);
		const hue = peer ? hueOfPeer(peer.hue) : 'var(--ink-3)';
		void showMoves(notePlaces(ids), hue, screen.tints, media.reducedMotion);
	});
}
