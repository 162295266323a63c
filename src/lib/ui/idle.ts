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
