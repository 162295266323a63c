// Attachments of mouse drags, whose library is fetched once the first cards are painted: nobody drags before there is
// something to take. Browser only.

import type { Attachment } from 'svelte/attachments';

type Drags = typeof import('./mouse-drag.ts');

let drags: Drags | null = null;
let isFetching = false;
const AGAIN_MS = 3_000;
/** What waits for the library: one fetch serves every card, and one failure is one failure. */
const waiting = new Set<(drags: Drags) => void>();

function afterPaint(work: () => void): void {
	if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 300 });
	else setTimeout(work, 50);
}

function fetchDrags(): void {
	if (isFetching) return;
	isFetching = true;
	afterPaint(() => void import('./mouse-drag.ts').then(hand, tryLater));
}

function hand(loaded: Drags): void {
	drags = loaded;
	for (const take of waiting) take(loaded);
	waiting.clear();
}

/** Cards are moved by key and menu meanwhile. */
function tryLater(): void {
	setTimeout(() => {
		isFetching = false;
		if (waiting.size > 0) fetchDrags();
	}, AGAIN_MS);
}

/** The attachment `choose` names, put on at once where the library is there already. */
export function withDrags(
	choose: (drags: Drags) => Attachment<HTMLElement>
): Attachment<HTMLElement> {
	return (element) => {
		if (drags) return choose(drags)(element);
		let stop: (() => void) | void;
		const take = (loaded: Drags): void => {
			stop = choose(loaded)(element);
		};
		waiting.add(take);
		fetchDrags();
		return () => {
			waiting.delete(take);
			stop?.();
		};
	};
}
