// A rectangle drawn over the bars, and what it selects. Pixels of the drawing; nothing is written.

import { announce } from '#lib/ui/announce.svelte.ts';
import { findBarsInBox } from './bar-box.ts';
import { BAR_PX, laneTopPx } from './timeline-layout.ts';
import { dayNumber } from '#lib/domain/days.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

export class Marquee {
	readonly #screen: TimelineScreen;
	#start = { xPx: 0, yPx: 0 };
	/** What is drawn; null while nothing is. */
	box = $state.raw<{ leftPx: number; topPx: number; widthPx: number; heightPx: number } | null>(
		null
	);

	constructor(screen: TimelineScreen) {
		this.#screen = screen;
	}

	begin(xPx: number, yPx: number): void {
		this.#start = { xPx, yPx };
		this.stretch(xPx, yPx);
	}

	stretch(xPx: number, yPx: number): void {
		const { xPx: x, yPx: y } = this.#start;
		this.box = {
			leftPx: Math.min(x, xPx),
			topPx: Math.min(y, yPx),
			widthPx: Math.abs(xPx - x),
			heightPx: Math.abs(yPx - y)
		};
	}

	cancel(): void {
		this.box = null;
	}

	/** Adds what lies under it to the selection. */
	finish(): void {
		const { box } = this;
		this.box = null;
		if (!box) return;
		const { scale, layout, selection } = this.#screen;
		const days = [scale.toDay(box.leftPx), scale.toDay(box.leftPx + box.widthPx)]
			.map((day) => dayNumber(day))
			.sort((a, b) => a - b);
		const ids = findBarsInBox(
			layout.lines,
			{ topPx: box.topPx, bottomPx: box.topPx + box.heightPx, from: days[0]!, to: days[1]! },
			(line, bar) => {
				const topPx = line.topPx + laneTopPx(bar.lane, this.#screen.look);
				return { topPx, bottomPx: topPx + BAR_PX };
			}
		);
		for (const id of ids) selection.add(id);
		announce(selection.size === 1 ? '1 selected' : `${selection.size} selected`);
	}
}
