// The board whose shell is shown, for code that runs before there is a component to hand it down to. Browser only.

import type { LiveBoard } from './live-board.svelte.ts';

let shown: LiveBoard | null = null;

/** Notes it; returns the way to forget it. */
export function noteShownBoard(live: LiveBoard): () => void {
	shown = live;
	return () => {
		if (shown === live) shown = null;
	};
}

/** The board with this id, while it is shown. */
export const shownBoard = (id: string): LiveBoard | undefined =>
	shown?.id === id ? shown : undefined;
