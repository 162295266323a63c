// Run when somebody may go to the timeline from another screen of the board: what it stands on is made ready with its code.

import { browser } from '$app/environment';
import { shownBoard } from '#lib/sync/shown-board.ts';
import { readyTimeline } from './ready-timeline.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
	if (!browser) return;
	const live = shownBoard(params.board);
	const isElsewhere = (): boolean =>
		shownBoard(params.board) === live && !/\/timeline\/?$/.test(location.pathname);
	if (live && isElsewhere()) readyTimeline(live, isElsewhere);
};
