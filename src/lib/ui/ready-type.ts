// Sets a line in each type where nobody sees it, so that a screen that is set in it need not be the first: for a type that
// has not been used yet Chromium asks the system how to draw it, and for a sign that its faces lack, which font has it.
// Every answer is waited for: for a board of cards, a sixth of the time until it stood. Browser only.

import { whenIdle } from './idle.ts';

/** The types of tokens.css by the end of their names, with `bold` where they are set so too: figures that are too high. */
export const TYPES = [
	...['strong', 'small', 'label', 'lead', 'heading', 'title', 'display'],
	...['meta', 'meta bold', 'axis', 'axis bold', 'code']
] as const;

/** Signs our screens show that the faces of fonts.css do not have, after some that they do. */
const SIGNS = 'Aa0 ▲→←';
/** It gives way to what people do, but not for ever. */
const WITHIN_MS = 5000;

const idle = (): Promise<void> => new Promise((done) => whenIdle(() => done(), WITHIN_MS));

/** Sets one after the other when the page is idle, each once its face is there; fetches those that are missing. */
export async function readyType(): Promise<void> {
	const room = document.createElement('div');
	room.ariaHidden = 'true';
	room.style.cssText = 'position: fixed; inset: 0 auto auto 0; contain: strict; visibility: hidden';
	document.body.append(room);
	try {
		for (const [token, bold] of TYPES.map((type) => type.split(' '))) {
			await idle();
			const line = document.createElement('p');
			line.textContent = SIGNS;
			line.style.font = `var(--text-${token})`;
			if (bold) line.style.fontWeight = '600';
			line.hidden = true;
			room.append(line);
			// Without its face it would be set in another.
			await document.fonts.load(getComputedStyle(line).font);
			await idle();
			line.hidden = false;
			void room.offsetHeight;
		}
	} finally {
		room.remove();
	}
}
