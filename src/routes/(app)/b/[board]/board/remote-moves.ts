// Shows where somebody else's move came from: the card travels from its old place to its new one, then keeps a fading
// tint of its author. A picture only; the card itself is in its new place at once. Browser only.

import { tick } from 'svelte';

const TRAVEL_MS = 220;
const TINT_MS = 1200;

const findCard = (id: string): HTMLElement | null =>
	document.querySelector<HTMLElement>(`[data-card="${id}"]`);

interface Place {
	card: HTMLElement;
	box: DOMRect;
	top: string;
}

/** Where the given cards are drawn now; those that are not in the page are left out. */
export function notePlaces(ids: Iterable<string>): Map<string, Place> {
	const places = new Map<string, Place>();
	for (const id of ids) {
		const card = findCard(id);
		if (card)
			places.set(id, {
				card,
				box: card.getBoundingClientRect(),
				top: card.style.insetBlockStart
			});
	}
	return places;
}

export interface Tints {
	set(id: string, hue: string): unknown;
	delete(id: string): unknown;
}

/** After the change has been drawn: lets the cards travel, then tints them. `still` leaves the travelling out. */
export async function showMoves(
	before: ReadonlyMap<string, Place>,
	hue: string,
	tints: Tints,
	still: boolean
): Promise<void> {
	await tick();
	const moved: string[] = [];
	const travels: { card: HTMLElement; from: DOMRect; to: DOMRect }[] = [];
	for (const [id, place] of before) {
		const card = findCard(id);
		if (!card) continue;
		// Within its column the same element glides by itself; in another it is a new one.
		const isOther = card !== place.card;
		if (!isOther && card.style.insetBlockStart === place.top) continue;
		moved.push(id);
		if (isOther && !still)
			travels.push({ card, from: place.box, to: card.getBoundingClientRect() });
	}
	// All are measured before the first copy is put in: the page is laid out once.
	for (const { card, from, to } of travels) travel(card, from, to);
	for (const id of moved) tints.set(id, hue);
	window.setTimeout(() => {
		for (const id of moved) tints.delete(id);
	}, TRAVEL_MS + TINT_MS);
}

/** A copy travels above the columns, which would clip the card itself. */
function travel(card: HTMLElement, from: DOMRect, to: DOMRect): void {
	const copy = card.cloneNode(true) as HTMLElement;
	copy.setAttribute('aria-hidden', 'true');
	copy.removeAttribute('data-card');
	copy.inert = true;
	Object.assign(copy.style, {
		position: 'fixed',
		insetBlockStart: `${to.y}px`,
		insetInlineStart: `${to.x}px`,
		inlineSize: `${to.width}px`,
		blockSize: `${to.height}px`,
		margin: '0',
		zIndex: 'var(--layer-lifted)',
		pointerEvents: 'none'
	});
	document.body.append(copy);
	card.animate([{ opacity: 0 }, { opacity: 0 }], { duration: TRAVEL_MS });
	const motion = copy.animate(
		[{ transform: `translate(${from.x - to.x}px, ${from.y - to.y}px)` }, { transform: 'none' }],
		{ duration: TRAVEL_MS, easing: 'cubic-bezier(.2,0,0,1)' }
	);
	motion.finished.finally(() => copy.remove()).catch(() => undefined);
}
