// Where to scroll so that a bar is in view. Pure.

import { dayNumber } from '#lib/domain/days.ts';
import type { DayScale } from '#lib/chart/scales.ts';
import type { Bar } from './row-index.ts';
import type { Viewport } from './scroll-box.svelte.ts';
import type { Line } from './timeline-layout.ts';

/** This much of a bar is enough to see it. */
const GLIMPSE_PX = 40;

/** Pixels scrolled out of view on both axes; as they are where the bar shows already. `headPx` covers the top. */
export function findPlaceFor(
	bar: Bar,
	line: Line,
	headPx: number,
	{ leftPx, topPx, widthPx, heightPx }: Viewport,
	{ pxPerDay, span }: DayScale
): { leftPx: number; topPx: number } {
	const startPx = (bar.from - dayNumber(span.from)) * pxPerDay;
	const endPx = (bar.to + 1 - dayNumber(span.from)) * pxPerDay;
	// Of a long bar one comes back to, the end is near.
	const isBehind = endPx < leftPx + GLIMPSE_PX;
	const besidePx = Math.max(startPx - widthPx / 4, isBehind ? endPx - (widthPx * 3) / 4 : 0);
	const isBeside = isBehind || startPx > leftPx + widthPx - GLIMPSE_PX;
	const isBeyond = line.topPx - headPx < topPx || line.topPx + line.heightPx > topPx + heightPx;
	return {
		leftPx: isBeside ? Math.max(0, besidePx) : leftPx,
		topPx: isBeyond ? line.topPx - heightPx / 3 : topPx
	};
}
