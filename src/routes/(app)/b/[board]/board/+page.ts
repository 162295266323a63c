// Run when somebody may go to the board from another screen: it is made ready. Whoever starts at the board gets the cards
// first.

import { browser } from '$app/environment';
import { shownBoard } from '#lib/sync/shown-board.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
	if (!browser) return;
	const live = shownBoard(params.board);
	const isElsewhere = (): boolean =>
		shownBoard(params.board) === live && !/\/board\/?$/.test(location.pathname);
	if (!live || !isElsewhere()) return;
	// Where the network is away: each part is asked for again when it is needed.
	import('./ready-board.ts')
		.then(({ readyBoard }) => readyBoard(live, isElsewhere))
		.catch(() => undefined);
};
