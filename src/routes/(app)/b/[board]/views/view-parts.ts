// What the rooms for saved views fetch: their two parts, and the shelf they have in common on one board.

import { page } from '$app/state';
import type { SavedView } from '#lib/model/saved-view.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { ViewShelf } from './view-shelf.svelte.ts';

export { default as menu } from './ViewsMenu.svelte';
export { default as pins } from './PinnedViews.svelte';

const shelves = new WeakMap<LiveBoard, ViewShelf>();

/** The shelf of a board, from what its page was sent with. */
export function shelfOf(live: LiveBoard): ViewShelf {
	const found = shelves.get(live);
	if (found) return found;
	const given = page.data['views'] as readonly SavedView[] | undefined;
	const shelf = new ViewShelf(live, given ?? []);
	shelves.set(live, shelf);
	return shelf;
}
