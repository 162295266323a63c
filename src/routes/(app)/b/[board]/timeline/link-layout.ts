// Drawing a dependency from bar to bar: where the two handles of a bar hang, which bar and which end of it a pointer
// means, and the line until it means one. Pure pixels.

import { GRIP_BEYOND_PX, gripReach } from './grip.ts';
import type { Box, Point } from './tie-layout.ts';
import { BAR_PX } from './timeline-layout.ts';

/** The start and the finish of a bar, by the letters of the types of dependencies. */
export type End = 'S' | 'F';
export const ENDS = ['S', 'F'] as const;

/** Width and height of what is pressed. */
export const HANDLE_PX = 24;
/** A handle keeps inside a bar only where as much remains between the two for carrying it. */
const CARRY_PX = 24;

export interface Handle {
	leftPx: number;
	topPx: number;
	/** Middle of what is seen, within what is pressed: as near to the bar as it goes. */
	dot: Point;
}

/** A square of the drawing. */
export type Square = Pick<Handle, 'leftPx' | 'topPx'>;

/** 1 where an end lies on the right of its bar, -1 where on the left; mirrored right to left. */
const sideOf = (end: End, isMirrored: boolean): 1 | -1 => ((end === 'F') === isMirrored ? -1 : 1);

/**
 * Where the handle of an end hangs: beside it, beyond what stretches the bar; else below or above it, wherever no bar is
 * covered; else inside. Null for a narrow bar between others: nothing is made harder to take.
 */
export function layHandle(
	{ leftPx, widthPx, yPx }: Box,
	end: End,
	isMirrored: boolean,
	isFree: (square: Square) => boolean
): Handle | null {
	const side = sideOf(end, isMirrored);
	const edge = leftPx + (side > 0 ? widthPx : 0);
	const middle = HANDLE_PX / 2;
	/** From the edge outwards, so many pixels. */
	const from = (px: number): number => edge + side * px - (side > 0 ? 0 : HANDLE_PX);
	const level = yPx - middle;
	const near = 7;
	const beside: Handle = {
		leftPx: from(GRIP_BEYOND_PX),
		topPx: level,
		dot: [side > 0 ? near : HANDLE_PX - near, middle]
	};
	const below: Handle = { leftPx: edge - middle, topPx: yPx + BAR_PX / 2, dot: [middle, near] };
	const above: Handle = {
		leftPx: edge - middle,
		topPx: yPx - BAR_PX / 2 - HANDLE_PX,
		dot: [middle, HANDLE_PX - near]
	};
	const free = [beside, below, above].find(isFree);
	if (free) return free;
	const reachPx = gripReach(widthPx);
	if (widthPx < 2 * (reachPx + HANDLE_PX) + CARRY_PX) return null;
	return { leftPx: from(-reachPx - HANDLE_PX), topPx: level, dot: [middle, middle] };
}

/** The bar that a point means: the one it lies on, else the nearest whose end is not farther than `slackPx` away. */
export function findBarNear<T extends { box: Box; slackPx: number }>(
	bars: readonly T[],
	[x, y]: Point
): T | undefined {
	let nearest: T | undefined;
	let least = Infinity;
	for (const bar of bars) {
		const { leftPx, widthPx, yPx } = bar.box;
		const farPx = Math.max(leftPx - x, x - leftPx - widthPx, 0);
		if (Math.abs(y - yPx) > HANDLE_PX / 2 || farPx > bar.slackPx || farPx >= least) continue;
		nearest = bar;
		least = farPx;
	}
	return nearest;
}

/** The end of a bar that is nearer to a pointer; of a bar that reaches out of view, of what is in view. */
export function nearestEnd(
	{ leftPx, widthPx }: Box,
	xPx: number,
	shown: { leftPx: number; widthPx: number },
	isMirrored: boolean
): End {
	const left = Math.max(leftPx, shown.leftPx);
	const right = Math.min(leftPx + widthPx, shown.leftPx + shown.widthPx);
	return xPx > (left + right) / 2 === isMirrored ? 'S' : 'F';
}

/** Which end a line that ends at no bar yet goes into, so that it runs straight to the pointer. */
export function looseEnd(from: Box, end: End, xPx: number, isMirrored: boolean): End {
	const edge = from.leftPx + (sideOf(end, isMirrored) > 0 ? from.widthPx : 0);
	return xPx >= edge === isMirrored ? 'F' : 'S';
}
