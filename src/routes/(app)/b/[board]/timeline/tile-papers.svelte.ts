// What rows are painted on: a canvas for a run of them. Each row has its own stretch painted and leaves the rest alone.

import { SvelteMap } from 'svelte/reactivity';
import { theTheme } from '#lib/chart/theme.ts';
import { makeTall, paintHere, theBrush, type Brush, type NumberedCanvas } from './brush.ts';
import type { Stretch } from './painter.ts';
import type { RowPicture } from './row-picture.ts';
import type { Tile } from './timeline-layout.ts';

/** A row's stretch of a tile, in pixels of the drawing. */
export interface Place {
	tile: Tile;
	leftPx: number;
	widthPx: number;
	topPx: number;
	heightPx: number;
}

export class TilePapers {
	readonly #canvases = new SvelteMap<number, NumberedCanvas>();
	#brush: Brush | undefined;
	/** Counts painters: another one needs other canvases. */
	#painters = $state(0);
	#waiting: Stretch[] = [];
	/** A first picture has been painted. */
	isPainted = $state(false);

	/** Begins to paint; returns the way to stop. Browser only. */
	follow(): () => void {
		this.#use((this.#brush ??= theBrush()));
		return () => {
			if (this.#brush) this.#brush.onReport = () => undefined;
			this.#waiting = [];
		};
	}

	/** Puts a canvas into the host for the tile with this key; returns the way to take it out. */
	hang(key: number, host: HTMLElement): () => void {
		void this.#painters;
		const brush = (this.#brush ??= theBrush());
		const canvas = brush.take();
		host.append(canvas.element);
		this.#canvases.set(key, canvas);
		return () => {
			this.#canvases.delete(key);
			brush.give(canvas);
		};
	}

	/**
	 * Has a row painted on its stretch, together with what else is painted now. Does nothing while the tile has no canvas;
	 * runs the reader again when it has, or when everything looks different.
	 */
	paint({ tile, leftPx, widthPx, topPx, heightPx }: Place, picture: RowPicture): void {
		const canvas = this.#canvases.get(tile.key);
		void theTheme().edition;
		if (!canvas) return;
		makeTall(canvas, tile.heightPx);
		const { tallPx } = canvas;
		const { style, parentElement: host } = canvas.element;
		Object.assign(style, { left: `${leftPx}px`, width: `${widthPx}px`, height: `${tallPx}px` });
		// As high as the tile: a canvas that is higher would let the drawing be scrolled beyond its last row.
		Object.assign(host!.style, {
			...{ top: `${tile.topPx}px`, width: `${leftPx + widthPx}px`, height: `${tile.heightPx}px` }
		});
		if (this.#waiting.length === 0) queueMicrotask(() => this.#send());
		this.#waiting.push({
			...{ canvas: canvas.number, leftPx, widthPx, tallPx, tilePx: tile.heightPx },
			...{ topPx: topPx - tile.topPx, heightPx, picture }
		});
	}

	#send(): void {
		this.#brush?.paint(this.#waiting);
		this.#waiting = [];
	}

	#use(brush: Brush): void {
		this.#brush = brush;
		brush.onReport = (report) => {
			if (report === 'painted') this.isPainted = true;
			else if (report === 'renew') theTheme().renew();
			else {
				this.#use(paintHere());
				this.#painters++;
			}
		};
	}
}
