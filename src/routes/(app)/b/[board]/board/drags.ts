// Attachments of mouse drags, whose library is fetched once the first cards are painted: nobody drags before there is
// something to take. Browser only.

import type { Attachment } from 'svelte/attachments';

type Drags = typeof import('./mouse-drag.ts');

let drags: Drags | null = null;
let fetched: Promise<Drags> | null = null;

function afterPaint(work: () => void): void {
	if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 300 });
	else setTimeout(work, 50);
}

function fetchDrags(): Promise<Drags> {
	return (fetched ??= new Promise<void>(afterPaint)
		.then(() => import('./mouse-drag.ts'))
		.then((loaded) => (drags = loaded)));
}

/** The attachment `choose` names, put on at once where the library is there already. */
export function withDrags(
	choose: (drags: Drags) => Attachment<HTMLElement>
): Attachment<HTMLElement> {
	return (element) => {
		if (drags) return choose(drags)(element);
		let stop: (() => void) | void;
		let isGone = false;
		void fetchDrags().then((loaded) => {
			if (!isGone) stop = choose(loaded)(element);
		});
		return () => {
			isGone = true;
			stop?.();
		};
	};
}
