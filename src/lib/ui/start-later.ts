/** What a component does without at first: it is fetched, and started once it is there. */

/** Starts what was fetched, unless the stop this returns was called meanwhile. Give it to onMount. */
export function startLater<T>(fetched: Promise<T>, start: (loaded: T) => () => void): () => void {
	let stop: (() => void) | undefined;
	let isGone = false;
	void fetched.then((loaded) => {
		if (!isGone) stop = start(loaded);
	});
	return () => {
		isGone = true;
		stop?.();
	};
}
