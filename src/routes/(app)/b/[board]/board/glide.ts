// Lets a card glide to its new place in the same column. It stands there at once; how far it was away is taken from the
// place it said before, and only what moves is a layer of its own. Browser only.

import type { Attachment } from 'svelte/attachments';

const GLIDE = { duration: 140, easing: 'cubic-bezier(0.2, 0, 0, 1)', composite: 'add' } as const;

/** Watches the cards in the element, `rowPx` apart; those that change places when `isWanted` glide. */
export function letGlide(isWanted: () => boolean, rowPx: () => number): Attachment<HTMLElement> {
	return (board) => {
		const watch = new MutationObserver((records) => {
			if (!isWanted()) return;
			const seen = new Set<Node>();
			for (const { target, oldValue } of records) {
				if (!(target instanceof HTMLElement)) continue;
				// The first record says where it stood.
				if (seen.has(target)) continue;
				seen.add(target);
				const rows = Number(oldValue) - Number(target.ariaPosInSet);
				// One that is on its way goes on from where it is seen.
				if (rows) target.animate({ translate: [`0 ${rows * rowPx()}px`, '0 0'] }, GLIDE);
			}
		});
		watch.observe(board, {
			...{ subtree: true, attributeOldValue: true },
			attributeFilter: ['aria-posinset']
		});
		return () => watch.disconnect();
	};
}
