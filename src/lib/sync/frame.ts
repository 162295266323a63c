// Work once a frame, however often it is asked for. A hidden page has no frames, so there a timer stands in.

const HIDDEN_MS = 250;

export interface Frame {
	ask(): void;
	cancel(): void;
}

export function onceAFrame(work: () => void): Frame {
	let cancel: (() => void) | null = null;
	const run = (): void => {
		cancel = null;
		work();
	};
	return {
		ask() {
			if (cancel) return;
			const isShown = typeof document !== 'undefined' && document.visibilityState === 'visible';
			if (isShown) {
				const handle = requestAnimationFrame(run);
				cancel = () => cancelAnimationFrame(handle);
			} else {
				const inBrowser = typeof document !== 'undefined';
				const handle = setTimeout(run, inBrowser ? HIDDEN_MS : 0);
				cancel = () => clearTimeout(handle);
			}
		},
		cancel() {
			cancel?.();
			cancel = null;
		}
	};
}
