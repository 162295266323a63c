// Run when somebody may go to the board: what it fetches once its cards are drawn is fetched and evaluated with its code,
// while nothing else is to be done. Whoever starts at the board gets the cards first.

import { browser } from '$app/environment';
import { whenCalm } from '#lib/ui/idle.ts';
import type { PageLoad } from './$types';

const WITHIN_MS = 10_000;

const idle = (): Promise<void> => new Promise((done) => whenCalm(done, WITHIN_MS));

async function fetchTheRest(): Promise<void> {
	for (const fetchOne of [
		() => import('./hands.ts'),
		() => import('./mouse-drag.ts'),
		() => import('./LoadStrip.svelte')
	]) {
		await idle();
		await fetchOne();
	}
}

export const load: PageLoad = () => {
	if (!browser || /\/board\/?$/.test(location.pathname)) return;
	// Where the network is away: each is asked for again when it is needed.
	fetchTheRest().catch(() => undefined);
};
