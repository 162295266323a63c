// Has ready what the timeline stands on while another screen is shown and nothing is to be done: its rows, what nobody
// is booked on, what waits for what, who paints, and how full everybody is. What changes until somebody goes there is
// taken in then.

import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { theTheme } from '#lib/chart/theme.ts';
import { loadOf } from '#lib/sync/kept-load.ts';
import { whenCalm } from '#lib/ui/idle.ts';
import { media } from '#lib/ui/media.svelte.ts';
import { theBrush } from './brush.ts';
import { namesWithin } from './scroll-box.svelte.ts';
import { findPaper } from './timeline-layout.ts';
import { stockOf } from './timeline-stock.svelte.ts';

/** The screen that is shown goes first. */
const REST_MS = 1000;
const WITHIN_MS = 10_000;

/** For a drawing that fills the window. */
function prepareCanvases(): void {
	// What is too narrow for bars is a list.
	if (media.narrowScreen) return;
	const shownPx = innerWidth - namesWithin(innerWidth);
	theBrush().prepare(findPaper(0, shownPx, Infinity).widthPx, innerHeight);
}

/** Boards that it is being made ready for: going near it by pointer asks for it once more. */
const begun = new WeakSet<LiveBoard>();

/** Makes it ready step by step, as long as `isWanted`. */
export function readyTimeline(live: LiveBoard, isWanted: () => boolean): void {
	if (begun.has(live)) return;
	begun.add(live);
	const idle = (work: () => void): (() => void) => whenCalm(work, WITHIN_MS);
	const steps = [
		() => stockOf(live).peek('people'),
		() => stockOf(live).unbooked,
		() => stockOf(live).ties,
		theTheme,
		prepareCanvases
	];
	const go = (): void => {
		const step = isWanted() ? steps.shift() : undefined;
		if (step) return void idle(() => (step(), go()));
		begun.delete(live);
		// Begun and not done when somebody goes there, it would be in the way of what they want to see.
		if (isWanted()) loadOf(live).countAhead((work) => idle(() => isWanted() && work()), 0);
	};
	setTimeout(go, REST_MS);
}
