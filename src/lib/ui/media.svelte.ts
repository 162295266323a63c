/** What the device is like, as runes. On the server: a fine pointer, a wide screen, full motion. */
import { MediaQuery } from 'svelte/reactivity';

const coarse = new MediaQuery('pointer: coarse', false);
const narrow = new MediaQuery('max-width: 640px', false);
const still = new MediaQuery('prefers-reduced-motion: reduce', false);

export const media = {
	/** A finger rather than a mouse: targets of 44 px, sheets instead of drags. */
	get coarsePointer(): boolean {
		return coarse.current;
	},
	/** 640 px or less: one column at a time. */
	get narrowScreen(): boolean {
		return narrow.current;
	},
	/** Jump cuts instead of movement. */
	get reducedMotion(): boolean {
		return still.current;
	}
};
