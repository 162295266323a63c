// From a place of the drawing to the row and the day there.

import type { Day } from '#lib/domain/days.ts';
import type { Row } from './row-index.ts';
import { findLineAt } from './timeline-layout.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

/** What lies at a place, counted from the first row and the left of the bars; no row over a head or beside the rows. */
export function readPlace(
	screen: TimelineScreen,
	xPx: number,
	yPx: number
): { row: Row | null; day: Day } {
	const line = screen.layout.lines[findLineAt(screen.layout, yPx)];
	const isInside = yPx >= 0 && yPx < screen.layout.heightPx;
	return { row: (isInside && line?.row) || null, day: screen.scale.toDay(xPx) };
}
