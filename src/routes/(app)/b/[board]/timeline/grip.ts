// Which part of a bar a pointer takes: an end, for stretching, or the whole, for carrying.

import type { Grip } from './carry.ts';

/** How far an end reaches into the bar; the bar's hit area goes on beyond it, which makes 24 in all. */
const GRIP_PX = 20;
/** How far beyond an end it can be taken; PersonRow.svelte draws it. */
export const GRIP_BEYOND_PX = 4;

/** How far from an end of a bar a pointer still takes that end. */
export const gripReach = (widthPx: number): number => Math.min(GRIP_PX, Math.max(4, widthPx / 4));

/** The part under a point `xPx` from the bar's left edge. A narrow bar keeps half of itself for carrying. */
export function findGrip(xPx: number, widthPx: number): Grip {
	const reachPx = gripReach(widthPx);
	if (xPx <= reachPx) return 'start';
	return xPx >= widthPx - reachPx ? 'end' : 'whole';
}
