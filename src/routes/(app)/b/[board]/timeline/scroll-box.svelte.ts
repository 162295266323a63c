// What of the drawing is in view, counted from the edge it begins at, so that it is the same whichever way the page reads.

import { untrack } from 'svelte';
import { direction } from '#lib/ui/direction.svelte.ts';
import { Handles } from './handles.svelte.ts';

/** Of the drawing itself: the names and the axis are beside it. */
export interface Viewport {
	/** Scrolled out of view at the leading edge. */
	leftPx: number;
	topPx: number;
	widthPx: number;
	heightPx: number;
}

/** The axis above the rows. */
export const AXIS_PX = 40;
/** Narrower than this the names take less. */
const NARROW_PX = 720;
/** Width of the names beside a drawing that is so wide with them. */
export const namesWithin = (wholePx: number): number => (wholePx < NARROW_PX ? 120 : 196);
/** A scroll rests when it has not moved for so long. */
const REST_MS = 100;

export class ScrollBox {
	scroller = $state.raw<HTMLElement | null>(null);
	/** Each for itself: scrolling the other way wakes nobody. */
	leftPx = $state(0);
	topPx = $state(0);
	widthPx = $state(1200);
	heightPx = $state(800);
	/** Rows are scrolling by: what is costly waits until they rest. */
	isMoving = $state(false);
	/** What lies beyond the edges is drawn, too: once rows scroll by, or there is nothing better to do. */
	drawsBeyond = $state(false);
	readonly handles = new Handles(
		() => this.isMoving,
		() => (this.drawsBeyond = true)
	);
	#resting: ReturnType<typeof setTimeout> | undefined;
	#wholePx = $state(1396);

	/** Width of the names beside the drawing. */
	readonly namesPx = $derived(namesWithin(this.#wholePx));
	/** Where the bars begin, from the left of the sheet: after the names, or at its edge when mirrored. */
	readonly originPx = $derived(direction.isRtl ? 0 : this.namesPx);

	/** What stands over the edges of the box: the names, and the axis on top. */
	readonly insets = $derived(
		direction.isRtl
			? { leftPx: 0, rightPx: this.namesPx, topPx: AXIS_PX }
			: { leftPx: this.namesPx, rightPx: 0, topPx: AXIS_PX }
	);

	/** The box has another size, names included; safe to call from an effect. */
	resize(wholePx: number, heightPx: number): void {
		untrack(() => {
			this.#wholePx = wholePx;
			this.widthPx = Math.max(200, wholePx - this.namesPx);
			this.heightPx = Math.max(100, heightPx);
		});
	}

	/** Takes over where the box is scrolled to; true when it has moved along the days. */
	protected readScroll(): boolean {
		const box = this.scroller;
		if (!box) return false;
		const [leftPx, scrollTop] = [Math.abs(box.scrollLeft), box.scrollTop];
		if (this.topPx !== scrollTop) this.#move();
		const hasMoved = this.leftPx !== leftPx;
		this.leftPx = leftPx;
		this.topPx = scrollTop;
		return hasMoved;
	}

	#move(): void {
		this.isMoving = this.drawsBeyond = true;
		clearTimeout(this.#resting);
		this.#resting = setTimeout(() => this.rest(), REST_MS);
	}

	/** The picture becomes another one: first what is in view, then what can be pressed, then what lies beyond. */
	protected drawAnew(): void {
		this.handles.renew();
		this.drawsBeyond = false;
	}

	/** Nothing scrolls any more, as far as is known. */
	protected rest(): void {
		clearTimeout(this.#resting);
		this.isMoving = false;
	}

	/** Scrolls to pixels from the leading edge. */
	protected scrollToPx(leftPx: number, topPx = this.topPx): void {
		this.scroller?.scrollTo({
			left: direction.isRtl ? -leftPx : leftPx,
			top: topPx,
			behavior: 'instant'
		});
	}

	/** Scrolls to where it was last known to be. */
	keepPlace(): void {
		this.scrollToPx(this.leftPx);
	}

	/** Scrolls by a third of the view, later or earlier. */
	pan(step: 1 | -1): void {
		this.scrollToPx(Math.max(0, this.leftPx + (step * this.widthPx) / 3));
	}

	/** Pixels from the leading edge of what is in view, of pixels from the left of the box. */
	toViewPx(boxPx: number): number {
		const fromStart = direction.isRtl ? this.#wholePx - boxPx : boxPx;
		return Math.max(0, fromStart - this.namesPx);
	}
}
