// What cards and columns hear, listened to once on what holds them. Browser only.

import type { Attachment } from 'svelte/attachments';

export interface CardListener {
	/** A card's link was pressed. */
	onPress(id: string, event: MouseEvent): void;
	/** The focus came to a card's link. */
	onFocus(id: string): void;
}

/** Tells of the cards inside the element it is put on. */
export function listenToCards(listener: CardListener): Attachment<HTMLElement> {
	return (whole) => {
		const hear = (event: Event): void => {
			const link = event.target instanceof Element ? event.target.closest('[data-card] a') : null;
			const id = link?.closest<HTMLElement>('[data-card]')?.dataset['card'];
			if (id === undefined) return;
			if (event instanceof MouseEvent) listener.onPress(id, event);
			else listener.onFocus(id);
		};
		for (const type of ['click', 'focusin'] as const) whole.addEventListener(type, hear);
		return () => {
			for (const type of ['click', 'focusin'] as const) whole.removeEventListener(type, hear);
		};
	};
}

/** Says when a pointer or the focus comes to the element it is put on. */
export function tellComing(onCome: () => void): Attachment<HTMLElement> {
	return (element) => {
		const types = ['pointerenter', 'focusin'] as const;
		for (const type of types) element.addEventListener(type, onCome);
		return () => {
			for (const type of types) element.removeEventListener(type, onCome);
		};
	};
}
