// Has the board ready while another screen is shown and nothing is to be done: what it fetches once its cards are drawn is
// fetched and evaluated with its code, and drawing them is gone through.

import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { whenCalm } from '#lib/ui/idle.ts';

const WITHIN_MS = 10_000;
/** Cards that are still to be gone through, in steps a page at rest has time for. Once for all boards. */
const rehearsals = [1, 6, 12];

const idle = (): Promise<void> => new Promise((done) => whenCalm(done, WITHIN_MS));

/** Does it step by step, drawing only as long as `isWanted`. */
export async function readyBoard(live: LiveBoard, isWanted: () => boolean): Promise<void> {
	for (const fetchOne of [
		() => import('./hands.ts'),
		() => import('./mouse-drag.ts'),
		() => import('./LoadStrip.svelte')
	]) {
		await idle();
		await fetchOne();
	}
	const { rehearse } = await import('./rehearse.ts');
	while (rehearsals.length > 0) {
		await idle();
		if (!isWanted()) return;
		rehearse(live, rehearsals.shift() ?? 0);
	}
}
