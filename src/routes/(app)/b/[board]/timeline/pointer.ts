// From a pointer to the row and the day under it.

import type { DragPoint } from '#lib/chart/drag.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Row } from './row-index.ts';
import { findLineAt } from './timeline-layout.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

/** What lies under a point of the drawing; the row is null over a head or beside the rows. */
export function findRowUnder(
	screen: TimelineScreen,
	sheet: HTMLElement,
	point: DragPoint
): { row: Row | null; day: Day } {
	const box = sheet.getBoundingClientRect();
	const yPx = point.clientYPx - box.top;
	const line = screen.layout.lines[findLineAt(screen.layout, yPx)];
	const isInside = yPx >= 0 && yPx < screen.layout.heightPx;
	const namesPx = box.width - screen.scale.widthPx;
	const day = screen.scale.toDay(point.clientXPx - box.left - namesPx);
	return { row: (isInside && line?.row) || null, day };
}
