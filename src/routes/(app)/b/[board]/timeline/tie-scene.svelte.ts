// The dependency lines in view: which bars they run between now, and the one under a pointer. Worked out anew when the
// board changes or other rows come into view, never while something is dragged.

import { drawnBox, layElbow, isOnElbow, type Box, type Point } from './tie-layout.ts';
import type { Tie } from './ties.ts';
import { BAR_PX, boxOf, laneTopPx } from './timeline-layout.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

export interface TieLine {
	key: string;
	tie: Tie;
	points: Point[];
	state: Tie['state'];
}

/** Pixels beside a line that still mean it. */
const SLACK_PX = 5;

export class TieScene {
	readonly #screen: TimelineScreen;

	constructor(screen: TimelineScreen) {
		this.#screen = screen;
	}

	/** Those that wait with a booking, by its id: for what a bar says of itself. */
	readonly byBar = $derived.by(() => Map.groupBy(this.#screen.ties, (tie) => tie.ofBar));

	readonly drawn = $derived.by((): TieLine[] => {
		const { ties } = this.#screen;
		if (ties.length === 0) return [];
		const { window, scale, lines } = this.#screen;
		const shown = boxOf(scale, window.from, window.to);
		const topPx = lines[0]?.topPx ?? 0;
		const last = lines.at(-1);
		const bottomPx = last ? last.topPx + last.heightPx : 0;
		return ties.flatMap((tie) => {
			const [from, to] = [this.placeOf(tie.onBar), this.placeOf(tie.ofBar)];
			if (!from || !to) return [];
			const points = layElbow(from, to, tie.type, scale.rtl);
			const box = drawnBox(points);
			const isOut =
				box.right < shown.leftPx ||
				box.left > shown.leftPx + shown.widthPx ||
				box.bottom < topPx ||
				box.top > bottomPx;
			if (isOut) return [];
			const key = `${tie.of} ${tie.on} ${tie.type}`;
			return [{ key, tie, points, state: tie.state }];
		});
	});

	/** The line at a point of the drawing, without the names. */
	findAt(xPx: number, yPx: number): Tie | undefined {
		return this.drawn.find(({ points }) => isOnElbow(points, [xPx, yPx], SLACK_PX))?.tie;
	}

	/** Where the bar of a booking lies in the drawing; null where it has none. */
	placeOf(id: string): Box | null {
		const row = id === '' ? undefined : this.#screen.rowOf(id);
		const line = row && this.#screen.layout.byKey.get(row.key);
		const bar = row?.bars.find((one) => one.id === id);
		if (!line || !bar) return null;
		const box = boxOf(this.#screen.scale, bar.from, bar.to);
		return { ...box, yPx: line.topPx + laneTopPx(bar.lane, this.#screen.look) + BAR_PX / 2 };
	}
}
