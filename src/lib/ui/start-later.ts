/** What a component does without at first: it is fetched, and started once it is there. */

/**
 * Fetches, however long the network is away (late-code.ts), and starts what came, unless the stop this returns was called
 * meanwhile. Give it to onMount or to an effect.
 */
export function startLater<T>(
	fetchIt: () => Promise<T>,
	start: (loaded: T) => (() => void) | void
): () => void {
	let stop: (() => void) | void;
	let isGone = false;
	void fetchIt().then((loaded) => {
		if (!isGone) stop = start(loaded);
	});
	return () => {
		isGone = true;
		stop?.();
	};
}
