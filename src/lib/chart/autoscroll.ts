/** Scrolling while something is carried near an edge: faster the nearer and the longer. */

export const MOUSE_ZONE_PX = 64;
export const TOUCH_ZONE_PX = 96;
const TOP_SPEED_PX_PER_S = 1400;
const WARM_UP_MS = 900;

/** Pixels a second along one axis: negative towards the start, 0 outside the zones. `heldMs` is how
 * long the pointer has been in a zone. Zones shrink to a quarter of a small box. */
export function findScrollSpeed(
	pointerPx: number,
	startPx: number,
	endPx: number,
	zonePx: number,
	heldMs: number
): number {
	const zone = Math.min(zonePx, (endPx - startPx) / 4);
	if (zone <= 0) return 0;
	const depth = (edgeDistance: number) => Math.min(1, Math.max(0, 1 - edgeDistance / zone));
	const push = depth(endPx - pointerPx) - depth(pointerPx - startPx);
	const warmth = 0.25 + 0.75 * Math.min(1, heldMs / WARM_UP_MS);
	return Math.sign(push) * push * push * warmth * TOP_SPEED_PX_PER_S || 0;
}

export type Autoscroll = {
	/** Tells where the pointer is, in client pixels. */
	follow(xPx: number, yPx: number): void;
	stop(): void;
};

/** What stands fixed over the edges of a box, in pixels: the zones begin beside it. */
export type Insets = { leftPx: number; rightPx: number; topPx: number };

const NO_INSETS: Insets = { leftPx: 0, rightPx: 0, topPx: 0 };

/** Scrolls `box` while a carried thing is near its edges; `onScroll` runs after each real scroll. */
export function startAutoscroll(
	box: Element,
	zonePx: number,
	onScroll: () => void,
	insets: () => Insets = () => NO_INSETS
): Autoscroll {
	let pointer = { xPx: 0, yPx: 0 };
	/** 0 while the pointer rests away from the edges: no frame is made for that. */
	let frame = 0;
	let before = 0;
	let heldMs = 0;

	function tick(now: number): void {
		frame = 0;
		const elapsedMs = Math.min(50, Math.max(0, now - before));
		before = now;
		const edge = box.getBoundingClientRect();
		const { leftPx, rightPx, topPx } = insets();
		const [left, right] = [edge.left + leftPx, edge.right - rightPx];
		const x = findScrollSpeed(pointer.xPx, left, right, zonePx, heldMs);
		const y = findScrollSpeed(pointer.yPx, edge.top + topPx, edge.bottom, zonePx, heldMs);
		heldMs = x === 0 && y === 0 ? 0 : heldMs + elapsedMs;
		if (x === 0 && y === 0) return;
		frame = requestAnimationFrame(tick);
		const { scrollLeft, scrollTop } = box;
		box.scrollBy({
			left: (x * elapsedMs) / 1000,
			top: (y * elapsedMs) / 1000,
			behavior: 'instant'
		});
		if (box.scrollLeft !== scrollLeft || box.scrollTop !== scrollTop) onScroll();
	}

	return {
		follow(xPx, yPx) {
			pointer = { xPx, yPx };
			if (frame !== 0) return;
			before = performance.now();
			frame = requestAnimationFrame(tick);
		},
		stop: () => cancelAnimationFrame(frame)
	};
}
