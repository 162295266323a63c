/** Zooming a timeline by pinch or by wheel with Ctrl or ⌘, as an attachment over d3-zoom. The plain
 * wheel stays the browser's scroll. It only says which level is meant and where; the page redraws. */
import { select, zoom, zoomIdentity, type D3ZoomEvent } from 'd3';
import type { Attachment } from 'svelte/attachments';
import { PX_PER_DAY, findNearestLevel, type ZoomLevel } from './scales.ts';

export type ZoomOptions = {
	level: () => ZoomLevel;
	/** `anchorPx` counts from the left of the element: keep the day there in place. */
	onZoom: (level: ZoomLevel, anchorPx: number) => void;
};

/** How far past the middle between two levels a gesture must go before the level changes. */
const STICKINESS = 1.12;

/** The level a gesture at `pxPerDay` means, holding on to the current one near the border. */
export function chooseLevel(current: ZoomLevel, pxPerDay: number): ZoomLevel {
	const nearer = pxPerDay > PX_PER_DAY[current];
	return findNearestLevel(nearer ? pxPerDay / STICKINESS : pxPerDay * STICKINESS);
}

/** Whether an event is a zoom rather than a scroll, a click or a drag. */
export function isZoomEvent(event: {
	type: string;
	ctrlKey?: boolean;
	metaKey?: boolean;
	touches?: { length: number };
}): boolean {
	if (event.type === 'wheel') return Boolean(event.ctrlKey || event.metaKey);
	return event.type.startsWith('touch') && (event.touches?.length ?? 0) >= 2;
}

/** Lets pinch and Ctrl wheel on an element change the level. */
export function zoomable(options: ZoomOptions): Attachment<HTMLElement> {
	return (element) => {
		const selection = select<HTMLElement, unknown>(element);
		let startLevel = options.level();

		const behaviour = zoom<HTMLElement, unknown>()
			.filter((event: WheelEvent | TouchEvent) => isZoomEvent(event))
			.scaleExtent([PX_PER_DAY.quarter / 2, PX_PER_DAY.day * 2])
			.on('start', () => {
				startLevel = options.level();
			})
			.on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
				const source: unknown = event.sourceEvent;
				if (!source) return;
				const level = chooseLevel(options.level(), event.transform.k);
				if (level !== options.level()) options.onZoom(level, readAnchor(source, element));
			})
			.on('end', (event: D3ZoomEvent<HTMLElement, unknown>) => {
				// The next gesture starts from the level that is shown, wherever this one ended.
				if (event.sourceEvent && options.level() !== startLevel) rest();
			});

		function rest(): void {
			selection.property('__zoom', zoomIdentity.scale(PX_PER_DAY[options.level()]));
		}

		// Two fingers are ours, one finger scrolls.
		element.style.touchAction = 'pan-x pan-y';
		selection.call(behaviour).on('dblclick.zoom', null).on('mousedown.zoom', null);
		rest();
		return () => void selection.on('.zoom', null);
	};
}

function readAnchor(source: unknown, element: HTMLElement): number {
	const { left, width } = element.getBoundingClientRect();
	if (source instanceof MouseEvent) return source.clientX - left;
	if (
		typeof TouchEvent !== 'undefined' &&
		source instanceof TouchEvent &&
		source.touches.length > 0
	) {
		const touches = [...source.touches];
		return touches.reduce((sum, touch) => sum + touch.clientX, 0) / touches.length - left;
	}
	return width / 2;
}
