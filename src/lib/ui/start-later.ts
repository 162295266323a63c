/** What a component does without at first: it is fetched, and started once it is there. */

/**
 * The network may be away just then. Chromium never asks again for a module it could not have once: what it asked for in
 * the first moments of a first visit, before the service worker has it all, comes with the next page.
 */
const AGAIN_MS = 2000;

/**
 * Fetches, again and again where that fails, and starts what came, unless the stop this returns was called meanwhile.
 * Give it to onMount or to an effect.
 */
export function startLater<T>(
	fetchIt: () => Promise<T>,
	start: (loaded: T) => (() => void) | void
): () => void {
	let stop: (() => void) | void;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isGone = false;
	const attempt = (): void =>
		void fetchIt().then(
			(loaded) => {
				if (!isGone) stop = start(loaded);
			},
			() => {
				if (!isGone) timer = setTimeout(attempt, AGAIN_MS);
			}
		);
	attempt();
	return () => {
		isGone = true;
		clearTimeout(timer);
		stop?.();
	};
}
