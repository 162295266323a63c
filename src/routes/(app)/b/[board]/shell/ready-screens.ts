// Has the screens people go to next ready while another one is shown and nothing is to be done: their code, and what they
// stand on, so that going there by tab or by key only draws what will be seen. The page's worker keeps all code on the
// device anyway.

import { preloadData } from '$app/navigation';
import { columnsOf } from '#lib/doc/columns.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { whenCalm } from '#lib/ui/idle.ts';
import { readyType } from '#lib/ui/ready-type.ts';

/** Gives way to what people do, but not for ever. */
const WITHIN_MS = 30_000;
/** The screen that was just opened is painted, and gets what comes after its picture, first. */
const REST_MS = 800;

function afterRest(work: () => void): () => void {
	let callOff: (() => void) | undefined;
	const timer = setTimeout(() => (callOff = whenCalm(work, WITHIN_MS)), REST_MS);
	return () => {
		clearTimeout(timer);
		callOff?.();
	};
}

/** Has the type ready that the screens are set in, when the page is idle. Returns the stop. */
export const setTypes = (): (() => void) =>
	afterRest(() => void readyType().catch(() => undefined));

/** Whether the server is there to be asked, as far as is known. */
export const isReachable = ({ save: { kind } }: LiveBoard): boolean =>
	kind !== 'offline' && kind !== 'reconnecting';

/** Fetches a screen's code when the page is idle, and has it prepare itself. Returns the stop. */
export const fetchScreen = (live: LiveBoard, path: 'board' | 'timeline'): (() => void) =>
	afterRest(() => {
		// Where the network is away, going there says so.
		if (isReachable(live)) preloadData(`/b/${live.id}/${path}`).catch(() => undefined);
	});

/** Puts the cards into their columns, or those that have changed since, when the page is idle. Returns the stop. */
export const sortCards = (live: LiveBoard): (() => void) =>
	afterRest(() => columnsOf(live.doc, 'projects').refresh());
