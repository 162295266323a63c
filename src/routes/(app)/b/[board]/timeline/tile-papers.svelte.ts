// What rows are painted on: a canvas for a run of them. Each row paints its own stretch and leaves the rest alone.

import { SvelteMap } from 'svelte/reactivity';
import type { Ink } from '#lib/chart/ink.ts';
import type { Tile } from './timeline-layout.ts';

/** A row's stretch of a tile, in pixels of the drawing. */
export interface Stretch {
	tile: Tile;
	leftPx: number;
	widthPx: number;
	topPx: number;
	heightPx: number;
}

export class TilePapers {
	readonly #ink: Ink;
	readonly #canvases = new SvelteMap<number, HTMLCanvasElement>();

	constructor(ink: Ink) {
		this.#ink = ink;
	}

	/** Puts a canvas into the host for the tile with this key; returns the way to take it out. */
	hang(key: number, host: HTMLElement): () => void {
		const canvas = this.#ink.takeCanvas();
		host.append(canvas);
		this.#canvases.set(key, canvas);
		return () => {
			this.#canvases.delete(key);
			this.#ink.giveCanvas(canvas);
		};
	}

	/**
	 * Wipes a row's stretch of its tile; the drawing's own pixels from the row's top are the unit of the context. Null
	 * while the tile has no canvas; runs the reader again when it has.
	 */
	open({ tile, leftPx, widthPx, topPx, heightPx }: Stretch): CanvasRenderingContext2D | null {
		const canvas = this.#canvases.get(tile.key);
		const context = canvas?.getContext('2d');
		if (!canvas || !context) return null;
		const { density } = this.#ink;
		const [width, height] = [Math.ceil(widthPx * density), Math.ceil(tile.heightPx * density)];
		// Whichever row comes first gives it its size, which wipes it: that concerns all of them, and all of them paint.
		if (canvas.width !== width || canvas.height !== height) {
			Object.assign(canvas, { width, height });
			this.#ink.forgetFontOf(context);
		}
		Object.assign(canvas.style, {
			...{ left: `${leftPx}px`, top: `${tile.topPx}px` },
			...{ width: `${widthPx}px`, height: `${tile.heightPx}px` }
		});
		const [top, end] = [topPx, topPx + heightPx].map((px) =>
			Math.round((px - tile.topPx) * density)
		) as [number, number];
		context.setTransform(1, 0, 0, 1, 0, 0);
		context.clearRect(0, top, width, end - top);
		context.setTransform(density, 0, 0, density, -leftPx * density, top);
		return context;
	}
}
