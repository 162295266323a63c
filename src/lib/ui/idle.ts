// Work that nobody waits for: done once the page is painted and has nothing else to do. Browser only.

/** Does the work when the browser is idle, after `withinMs` at the latest. Returns the way to call it off. */
export function whenIdle(work: () => void, withinMs: number): () => void {
	// Safari has no idle callbacks.
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(work, 50);
		return () => clearTimeout(timer);
	}
	const asked = requestIdleCallback(work, { timeout: withinMs });
	return () => cancelIdleCallback(asked);
}

/** A browser that draws frame after frame has less than this left between two of them; one at rest has up to 50 ms. */
const CALM_MS = 30;

/**
 * Does work that takes longer than a frame when nothing moves and nothing is waited for, after `withinMs` at the latest.
 * Returns the way to call it off.
 */
export function whenCalm(work: () => void, withinMs: number): () => void {
	if (typeof requestIdleCallback !== 'function') return whenIdle(work, withinMs);
	const end = performance.now() + withinMs;
	const ask = (): number =>
		requestIdleCallback(
			(deadline) => {
				if (deadline.didTimeout || deadline.timeRemaining() >= CALM_MS || performance.now() > end)
					work();
				else asked = ask();
			},
			{ timeout: Math.max(1, end - performance.now()) }
		);
	let asked = ask();
	return () => cancelIdleCallback(asked);
}
