// Work that nobody waits for: done once the page is painted and has nothing else to do. Browser only.

/**
 * A page at rest that has not been called back after so long asks for a frame: Chromium 150 may forget idle callbacks until
 * there is one, and on a page that nobody touches there is none.
 */
const NUDGE_MS = 100;

/** As requestIdleCallback, where there is one. Returns the way to call it off. */
function ask(work: IdleRequestCallback, withinMs: number): () => void {
	const nudge = setTimeout(() => requestAnimationFrame(() => undefined), NUDGE_MS);
	const asked = requestIdleCallback(
		(deadline) => {
			clearTimeout(nudge);
			work(deadline);
		},
		{ timeout: withinMs }
	);
	return () => {
		clearTimeout(nudge);
		cancelIdleCallback(asked);
	};
}

/** Milliseconds until the page may be wanted again; endless where nothing says when. */
export type LeftMs = () => number;

/** Does the work when the browser is idle, after `withinMs` at the latest. Returns the way to call it off. */
export function whenIdle(work: (leftMs: LeftMs) => void, withinMs: number): () => void {
	// Safari has no idle callbacks.
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(() => work(() => Infinity), 50);
		return () => clearTimeout(timer);
	}
	return ask(
		(deadline) => work(() => (deadline.didTimeout ? Infinity : deadline.timeRemaining())),
		withinMs
	);
}

/** A browser that draws frame after frame has less than this left between two of them; one at rest has up to 50 ms. */
const CALM_MS = 30;

/**
 * Does work that takes longer than a frame when nothing moves and nothing is waited for, after `withinMs` at the latest.
 * Returns the way to call it off.
 */
export function whenCalm(work: () => void, withinMs: number): () => void {
	const end = performance.now() + withinMs;
	const askAgain = (): (() => void) =>
		whenIdle(
			(leftMs) => {
				if (leftMs() >= CALM_MS || performance.now() > end) work();
				else callOff = askAgain();
			},
			Math.max(1, end - performance.now())
		);
	let callOff = askAgain();
	return () => callOff();
}
