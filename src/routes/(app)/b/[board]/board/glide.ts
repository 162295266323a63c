// Lets a card glide to its new place in the same column. It stands there at once; how far it was away is taken from the
// place it said before, and only what moves is a layer of its own. Browser only.

import type { Attachment } from 'svelte/attachments';

const GLIDE = { duration: 140, easing: 'cubic-bezier(0.2, 0, 0, 1)', composite: 'add' } as const;
const PLACE = /inset-block-start: *(-?[\d.]+)px/;

/** The place in px that a card's style says; NaN where it says none. */
export const placeIn = (style: string | null): number => Number(PLACE.exec(style ?? '')?.[1]);

/** Watches the cards in the element; those that change places when `isWanted` glide. */
export function letGlide(isWanted: () => boolean): Attachment<HTMLElement> {
	return (board) => {
		const watch = new MutationObserver((records) => {
			if (!isWanted()) return;
			const seen = new Set<Node>();
			for (const { target, oldValue } of records) {
				if (!(target instanceof HTMLElement) || target.dataset['card'] === undefined) continue;
				// The first record says where it stood.
				if (seen.has(target)) continue;
				seen.add(target);
				const far = placeIn(oldValue) - placeIn(target.getAttribute('style'));
				// One that is on its way goes on from where it is seen.
				if (far) target.animate({ translate: [`0 ${far}px`, '0 0'] }, GLIDE);
			}
		});
		watch.observe(board, { subtree: true, attributeFilter: ['style'], attributeOldValue: true });
		return () => watch.disconnect();
	};
}
