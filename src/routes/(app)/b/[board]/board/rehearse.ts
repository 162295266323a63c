// Goes through opening the board where nobody sees it, so that opening it is not the first time: the first cards take the
// browser three times as long as those that come when it knows how they are made.

import { flushSync, mount, unmount } from 'svelte';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import Rehearsal from './Rehearsal.svelte';

/** Draws the board with about so many cards, lays them out, and takes them away before anybody could meet them. */
export function rehearse(live: LiveBoard, cards: number): void {
	const room = document.createElement('div');
	room.style.cssText =
		'position: fixed; inset: 0; display: flex; flex-direction: column; contain: strict; visibility: hidden';
	document.body.append(room);
	const shown = mount(Rehearsal, { target: room, props: { live, cards } });
	flushSync();
	void room.offsetHeight;
	void unmount(shown);
	room.remove();
}
