// The bars inside a box of rows and days: what a marquee or a range of the selection takes. Pure.

import type { Bar } from './row-index.ts';
import type { Line } from './timeline-layout.ts';

export interface DayBox {
	topPx: number;
	bottomPx: number;
	/** First and last day number, both included. */
	from: number;
	to: number;
}

/** Ids of bars that touch the box, row by row; a row counts when its lanes do. */
export function findBarsInBox(
	lines: readonly Line[],
	box: DayBox,
	laneOf: (line: Line, bar: Bar) => { topPx: number; bottomPx: number }
): string[] {
	return lines
		.filter((line) => line.topPx <= box.bottomPx && line.topPx + line.heightPx >= box.topPx)
		.flatMap((line) =>
			(line.row?.bars ?? [])
				.filter((bar) => bar.from <= box.to && bar.to >= box.from)
				.filter((bar) => {
					const lane = laneOf(line, bar);
					return lane.topPx <= box.bottomPx && lane.bottomPx >= box.topPx;
				})
				.map((bar) => bar.id)
		);
}

/** The range between two bars: every bar of the rows from one to the other that touches the days of both. */
export function findRange(
	lines: readonly Line[],
	first: { line: Line; bar: Bar },
	last: { line: Line; bar: Bar }
): string[] {
	const [above, below] =
		first.line.topPx <= last.line.topPx ? [first.line, last.line] : [last.line, first.line];
	const box = {
		topPx: above.topPx,
		bottomPx: below.topPx + below.heightPx - 1,
		from: Math.min(first.bar.from, last.bar.from),
		to: Math.max(first.bar.to, last.bar.to)
	};
	const inside = lines.filter(
		(line) => line.topPx >= box.topPx && line.topPx + line.heightPx <= box.bottomPx + 1
	);
	return findBarsInBox(inside, box, (line) => ({
		topPx: line.topPx,
		bottomPx: line.topPx + line.heightPx
	}));
}
