// Keeps a page of the overview live: asks every other second, while it is in view, whether it is still the same. A right
// that was taken back shows at the next question.

const EVERY_MS = 2_000;
const AFTER_FAILURE_MS = 10_000;

/** `stamp` is what the page shows; `onChange` loads it anew. Returns what ends the asking. */
export function watchOverview(stamp: () => string, onChange: () => Promise<void>): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let ended = false;
	const ask = async (): Promise<void> => {
		let waitMs = EVERY_MS;
		if (!document.hidden)
			try {
				const answer = await fetch('/overview/live', {
					cache: 'no-store',
					headers: { 'if-none-match': `"${stamp()}"` }
				});
				if (answer.status >= 500) waitMs = AFTER_FAILURE_MS;
				else if (answer.status !== 304 && !ended) await onChange();
			} catch {
				waitMs = AFTER_FAILURE_MS;
			}
		if (!ended) timer = setTimeout(() => void ask(), waitMs);
	};
	timer = setTimeout(() => void ask(), EVERY_MS);
	return () => {
		ended = true;
		clearTimeout(timer);
	};
}
