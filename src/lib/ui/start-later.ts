/** What a component does without at first: it is fetched, and started once it is there. */

/** The network may be away just then. */
const AGAIN_MS = 2000;

/**
 * Fetches, again and again where that fails, and starts what came, unless the stop this returns was called meanwhile.
 * Give it to onMount or to an effect.
 */
export function startLater<T>(
	fetchIt: () => Promise<T>,
	start: (loaded: T) => () => void,
	againMs = AGAIN_MS
): () => void {
	let stop: (() => void) | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isGone = false;
	const attempt = (): void =>
		void fetchIt().then(
			(loaded) => {
				if (!isGone) stop = start(loaded);
			},
			() => {
				if (!isGone) timer = setTimeout(attempt, againMs);
			}
		);
	attempt();
	return () => {
		isGone = true;
		clearTimeout(timer);
		stop?.();
	};
}
