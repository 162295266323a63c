// Work once a frame, however often it is asked for: at once where there was none for the length of a frame, so that what
// comes alone is painted with the next one. A hidden page has no frames, so there a timer stands in.

const HIDDEN_MS = 250;
const FRAME_MS = 16;
const inBrowser = (): boolean => typeof document !== 'undefined';

/** Resolves with the next frame: what has been written by then is painted with it. */
export function nextFrame(): Promise<unknown> {
	return new Promise((resolve) => {
		setTimeout(resolve, inBrowser() ? HIDDEN_MS : 0);
		if (inBrowser()) requestAnimationFrame(resolve);
	});
}

export interface Frame {
	ask(): void;
	cancel(): void;
}

export function onceAFrame(work: () => void): Frame {
	let cancel: (() => void) | null = null;
	let ranAt = -Infinity;
	const run = (): void => {
		cancel = null;
		ranAt = performance.now();
		work();
	};
	return {
		ask() {
			if (cancel) return;
			const isShown = inBrowser() && document.visibilityState === 'visible';
			if (isShown && performance.now() - ranAt >= FRAME_MS) {
				// After the task's own writes: who asks may be in the middle of a transaction.
				let isCancelled = false;
				cancel = () => (isCancelled = true);
				queueMicrotask(() => {
					if (!isCancelled) run();
				});
			} else if (isShown) {
				const handle = requestAnimationFrame(run);
				cancel = () => cancelAnimationFrame(handle);
			} else {
				const handle = setTimeout(run, inBrowser() ? HIDDEN_MS : 0);
				cancel = () => clearTimeout(handle);
			}
		},
		cancel() {
			cancel?.();
			cancel = null;
		}
	};
}
