// The way to a painter: in a worker where canvases can be handed over, else here. One for all timelines of the page, with
// the canvases that were let go: starting it and making a canvas are dear.

import { theTheme } from '#lib/chart/theme.ts';
import { Painter, type Order, type Stretch } from './painter.ts';
import type { Report } from './paint-worker.ts';

/** A canvas and the number its painter knows it by. */
export interface NumberedCanvas {
	number: number;
	element: HTMLCanvasElement;
	/** As high as what it was last used for, or higher: another height is other memory, as dear as what is painted. */
	tallPx: number;
}

/** Let go ones that are kept. */
const SPARE = 12;
/** Heights go by such steps, and most tiles are no taller than two. */
const STEP_PX = 192;
const LIKELY_PX = 2 * STEP_PX;

/** Sees to it that a canvas is as tall as a tile. */
export function makeTall(canvas: NumberedCanvas, tilePx: number): void {
	canvas.tallPx = Math.max(canvas.tallPx, Math.ceil(tilePx / STEP_PX) * STEP_PX);
}

export class Brush {
	readonly #send: (order: Order, handedOver?: Transferable[]) => void;
	/** Empty where the painter is here. */
	readonly #worker: Worker | null;
	#spare: NumberedCanvas[] = [];
	#made = 0;
	/** Edition of the theme that the painter was told last. */
	#told = -1;
	/** The worker has ended, or never came: nothing is painted any more. */
	isLost = false;
	/** Told what the painter says. */
	onReport: (report: Report | 'lost') => void = () => undefined;

	/** `worker` paints, or without one the page does. */
	constructor(worker: Worker | null) {
		this.#worker = worker;
		if (worker) {
			this.#send = (order, handedOver = []) => worker.postMessage(order, handedOver);
			worker.addEventListener('message', ({ data }: MessageEvent<Report>) => this.onReport(data));
			worker.addEventListener('error', () => {
				this.isLost = true;
				this.onReport('lost');
			});
			return;
		}
		const painter = new Painter((sidePx) => {
			const tile = document.createElement('canvas');
			tile.width = tile.height = sidePx;
			return tile.getContext('2d')!;
		});
		document.fonts.addEventListener('loadingdone', () => {
			painter.renew();
			this.onReport('renew');
		});
		this.#send = (order) => {
			painter.follow(order);
			if (order.do === 'paint') this.onReport('painted');
		};
	}

	/** Has these painted in the page's theme, which is told first where it has changed. */
	paint(stretches: readonly Stretch[]): void {
		this.#tellTheme();
		this.#send({ do: 'paint', stretches });
	}

	#tellTheme(): void {
		const { edition, now: theme } = theTheme();
		if (this.#told !== edition) this.#send({ do: 'theme', theme });
		this.#told = edition;
	}

	/** The one that was let go first, or a new one: what it showed is gone by then. */
	take(): NumberedCanvas {
		const spare = this.#spare.shift();
		if (spare) return spare;
		const element = document.createElement('canvas');
		const taken = { number: ++this.#made, element, tallPx: 0 };
		const sheet = this.#worker ? element.transferControlToOffscreen() : element;
		this.#send(
			{ do: 'take', canvas: taken.number, sheet },
			sheet instanceof HTMLCanvasElement ? [] : [sheet]
		);
		return taken;
	}

	give(canvas: NumberedCanvas): void {
		canvas.element.remove();
		const isKept = this.#spare.length < SPARE;
		if (isKept) this.#spare.push(canvas);
		this.#send({ do: isKept ? 'wipe' : 'forget', canvas: canvas.number });
	}

	/**
	 * Has canvases of a likely size ready, as many as fill so high a drawing, that a worker has drawn on. The first thing
	 * that Chromium draws in a worker waits for the page's own thread, which has a whole screen to make by the time
	 * somebody wants to see it.
	 */
	prepare(widthPx: number, heightPx: number): void {
		this.#tellTheme();
		const taken = Array.from({ length: Math.ceil(heightPx / LIKELY_PX) }, () => this.take());
		for (const canvas of taken) {
			makeTall(canvas, LIKELY_PX);
			this.#send({ do: 'size', canvas: canvas.number, widthPx, tallPx: canvas.tallPx });
			this.give(canvas);
		}
	}

	/** No more orders: what it has painted stays as it is. */
	end(): void {
		this.#worker?.terminate();
	}
}

let kept: Brush | undefined;

/** The page's brush; begun on the first call. Browser only. */
export function theBrush(): Brush {
	// It may be lost while nobody paints.
	if (kept?.isLost) return paintHere();
	return (kept ??= new Brush(openWorker()));
}

/** The worker was lost: the page paints from now on. */
export function paintHere(): Brush {
	kept?.end();
	return (kept = new Brush(null));
}

function openWorker(): Worker | null {
	if (!('transferControlToOffscreen' in HTMLCanvasElement.prototype)) return null;
	// Vite finds it by this very expression.
	return new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' });
}
