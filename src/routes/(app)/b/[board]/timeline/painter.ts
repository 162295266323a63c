// Paints rows on canvases, in a worker or, where there can be none, on the page. Knows no document.

import { Ink, type Context } from '#lib/chart/ink.ts';
import type { Theme } from '#lib/chart/theme.ts';
import { paintRow } from './paint-row.ts';
import type { RowPicture } from './row-picture.ts';

export type Sheet = HTMLCanvasElement | OffscreenCanvas;

/** A row's stretch of a canvas that it shares with others. */
export interface Stretch {
	/** Number of the canvas. */
	canvas: number;
	/** Of the canvas, in pixels of the drawing. */
	leftPx: number;
	widthPx: number;
	tallPx: number;
	/** How much of its height the tile takes now. */
	tilePx: number;
	/** Of the row, from the upper edge of the canvas. */
	topPx: number;
	heightPx: number;
	picture: RowPicture;
}

/** What a painter is told, in order. */
export type Order =
	| { do: 'take'; canvas: number; sheet: Sheet }
	| { do: 'theme'; theme: Theme }
	/** It will be so large: its memory is asked for now. */
	| { do: 'size'; canvas: number; widthPx: number; tallPx: number }
	/** Of the canvas with that number nothing is shown for now. */
	| { do: 'wipe'; canvas: number }
	| { do: 'forget'; canvas: number }
	| { do: 'paint'; stretches: readonly Stretch[] };

export class Painter {
	readonly #makeTile: (sidePx: number) => Context;
	readonly #contexts = new Map<number, Context>();
	/** Heights of the tiles that canvases were last painted for. */
	readonly #tilesPx = new Map<number, number>();
	#theme: Theme = { colours: {}, families: {}, density: 1 };
	#ink: Ink;

	constructor(makeTile: (sidePx: number) => Context) {
		this.#makeTile = makeTile;
		this.#ink = new Ink(this.#theme, makeTile);
	}

	follow(order: Order): void {
		switch (order.do) {
			case 'take': {
				const context = order.sheet.getContext('2d') as Context | null;
				if (context) this.#contexts.set(order.canvas, context);
				return;
			}
			case 'theme':
				this.#theme = order.theme;
				return this.renew();
			case 'size': {
				const context = this.#contexts.get(order.canvas);
				if (!context) return;
				this.#fit(context, order.widthPx, order.tallPx);
				// Memory that nothing was drawn on is not there yet.
				return context.fillRect(0, 0, 1, 1);
			}
			case 'wipe': {
				const context = this.#contexts.get(order.canvas);
				return context && this.#wipe(context);
			}
			case 'forget':
				this.#contexts.delete(order.canvas);
				this.#tilesPx.delete(order.canvas);
				return;
			case 'paint':
				for (const stretch of order.stretches) this.#paint(stretch);
		}
	}

	/** Widths of texts are measured anew: a font has come. */
	renew(): void {
		this.#ink = new Ink(this.#theme, this.#makeTile);
	}

	/** Gives a canvas its size, which wipes it where that is another one. Returns its width in its own pixels. */
	#fit(context: Context, widthPx: number, tallPx: number): number {
		const { density } = this.#ink;
		const [width, height] = [Math.ceil(widthPx * density), Math.ceil(tallPx * density)];
		const sheet = context.canvas;
		if (sheet.width !== width || sheet.height !== height) {
			Object.assign(sheet, { width, height });
			this.#ink.forgetFontOf(context);
		}
		return width;
	}

	#wipe(context: Context): void {
		context.setTransform(1, 0, 0, 1, 0, 0);
		context.clearRect(0, 0, context.canvas.width, context.canvas.height);
	}

	/** Wipes the row's stretch of its canvas and paints it; the rest is left alone. */
	#paint(stretch: Stretch): void {
		const { canvas, leftPx, widthPx, tallPx, tilePx, topPx, heightPx, picture } = stretch;
		const context = this.#contexts.get(canvas);
		if (!context) return;
		const { density } = this.#ink;
		// Whichever row comes first gives it its size, and wipes it: that concerns all of them, and all of them paint.
		const width = this.#fit(context, widthPx, tallPx);
		if (this.#tilesPx.get(canvas) !== tilePx) this.#wipe(context);
		this.#tilesPx.set(canvas, tilePx);
		const [top, end] = [Math.round(topPx * density), Math.round((topPx + heightPx) * density)];
		context.setTransform(1, 0, 0, 1, 0, 0);
		context.clearRect(0, top, width, end - top);
		context.setTransform(density, 0, 0, density, -leftPx * density, top);
		// The line under the row: drawn by its element, it would give each row a layer as wide as the whole drawing.
		context.fillStyle = this.#ink.colour('var(--line)');
		context.fillRect(leftPx, heightPx - 1, widthPx, 1);
		paintRow(context, this.#ink, picture);
	}
}
