// Runs in the page: says at what moment a card that was moved elsewhere has been painted here. Times are milliseconds of
// the machine's clock, so that two browsers on one machine can be compared.

declare global {
	interface Window {
		/** Resolves with the time of the frame that shows the card in the column. */
		paintedAt(card: string, column: string): Promise<number>;
		/** Times of the drops that happened in this page. */
		drops: number[];
	}
}

/** Sets the clock up. Self-contained: it is sent to the page as text. */
export function installPaintClock(): void {
	const now = (): number => performance.timeOrigin + performance.now();
	const channel = new MessageChannel();
	let inFrame = false;
	let afterFrame: (() => void)[] = [];
	let afterNext: (() => void)[] = [];
	// Runs first in every frame, and its message right after the frame was painted.
	const frame = (): void => {
		inFrame = true;
		afterFrame.push(...afterNext);
		afterNext = [];
		channel.port1.postMessage(0);
		requestAnimationFrame(frame);
	};
	channel.port2.onmessage = () => {
		inFrame = false;
		const done = afterFrame;
		afterFrame = [];
		for (const tell of done) tell();
	};
	requestAnimationFrame(frame);

	const isThere = (card: string, column: string): boolean =>
		document
			.querySelector(`[data-card="${card}"]`)
			?.closest('[role="list"], ul')
			?.getAttribute('aria-label')
			?.startsWith(column) ?? false;

	window.paintedAt = (card, column) =>
		new Promise((resolve) => {
			const settle = (): void => {
				// What changed while the frame was being made is painted with it; anything else with the next one.
				(inFrame ? afterFrame : afterNext).push(() => resolve(now()));
			};
			if (isThere(card, column)) return settle();
			const watch = new MutationObserver(() => {
				if (!isThere(card, column)) return;
				watch.disconnect();
				settle();
			});
			watch.observe(document.body, { childList: true, subtree: true, attributes: true });
		});

	window.drops = [];
	document.addEventListener('drop', () => window.drops.push(now()), { capture: true });
}
