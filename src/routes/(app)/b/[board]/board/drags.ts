// Attachments of mouse drags, whose library is fetched once the first cards are painted: nobody drags before there is
// something to take. Browser only.

import type { Attachment } from 'svelte/attachments';
import { whenIdle } from '#lib/ui/idle.ts';

const FETCH_WITHIN_MS = 300;
const POINTING = ['pointerover', 'pointerdown'] as const;

type Drags = typeof import('./mouse-drag.ts');

let drags: Drags | null = null;
let isFetching = false;
/** What waits for the library: one fetch serves every card. */
const waiting = new Set<(drags: Drags) => void>();

function fetchDrags(): void {
	if (isFetching) return;
	isFetching = true;
	whenIdle(() => void import('./mouse-drag.ts').then(hand), FETCH_WITHIN_MS);
}

function hand(loaded: Drags): void {
	drags = loaded;
	for (const take of waiting) take(loaded);
	waiting.clear();
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

/**
 * The same for what there is much of: one attachment on what holds it, which puts the library on each element of
 * `selector` when the pointer first comes to it. That is before any drag of it, and what nobody points at costs nothing.
 */
export function withDragsOnPointing(
	selector: string,
	choose: (drags: Drags, element: HTMLElement) => Attachment<HTMLElement>
): Attachment<HTMLElement> {
	return (whole) => {
		const stops = new Map<HTMLElement, () => void>();
		const putOn = ({ target }: Event): void => {
			const element = target instanceof Element && target.closest<HTMLElement>(selector);
			if (!element || stops.has(element)) return;
			for (const [other, stop] of stops)
				if (!other.isConnected) {
					stop();
					stops.delete(other);
				}
			const attach = withDrags((drags) => choose(drags, element));
			stops.set(element, attach(element) ?? (() => undefined));
		};
		// A finger, and a pointer that rests where a card comes to be, may press without having come.
		for (const type of POINTING) whole.addEventListener(type, putOn);
		return () => {
			for (const type of POINTING) whole.removeEventListener(type, putOn);
			for (const stop of stops.values()) stop();
		};
	};
}
