// One count of the team for all screens of a board: whoever opens the next screen does not count again.

import type { Day } from '#lib/domain/days.ts';
import type { LiveBoard } from './live-board.svelte.ts';
import { LiveLoad } from './live-load.svelte.ts';

interface Kept {
	load: LiveLoad;
	today: Day;
	stop: () => void;
}

const kept = new WeakMap<LiveBoard, Kept>();

/** The load of a board's team, which follows the board as long as there is one; another one on another day. */
export function loadOf(live: LiveBoard): LiveLoad {
	const { today } = live;
	const known = kept.get(live);
	if (known?.today === today) return known.load;
	known?.stop();
	const load = new LiveLoad(live);
	kept.set(live, { load, today, stop: load.follow() });
	return load;
}
