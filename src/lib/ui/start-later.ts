/** What a component does without at first: it is fetched, and started once it is there. */

/** Starts what was fetched, unless the stop this returns was called meanwhile. Give it to onMount or to an effect. What
 * cannot be had without a network stays away until the next visit. */
export function startLater<T>(fetched: Promise<T>, start: (loaded: T) => () => void): () => void {
	let stop: (() => void) | undefined;
	let isGone = false;
	fetched.then(
		(loaded) => {
			if (!isGone) stop = start(loaded);
		},
		() => undefined
	);
	return () => {
		isGone = true;
		stop?.();
	};
}
