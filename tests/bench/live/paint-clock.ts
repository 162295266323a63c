// Runs in the page: says at what moment a card that was moved elsewhere has been painted here. Times are milliseconds of
// the machine's clock, so that two browsers on one machine can be compared.

declare global {
	interface Window {
		/** Resolves with the time of the frame that shows the card in the column. */
		paintedAt(card: string, column: string): Promise<number>;
		/** Resolves with the time of the next drop in this page, before the page has heard of it. */
		nextDrop(): Promise<number>;
	}
}

/** Sets the clock up. Self-contained: it is sent to the page as text, before the page's own scripts. */
export function installPaintClock(): void {
	const now = (): number => performance.timeOrigin + performance.now();
	const channel = new MessageChannel();
	let tellPaint: (at: number) => void = () => undefined;
	channel.port2.onmessage = () => tellPaint(now());

	const isThere = (card: string, column: string): boolean =>
		document
			.querySelector(`[data-card="${card}"]`)
			?.closest('[role="list"], ul')
			?.getAttribute('aria-label')
			?.startsWith(column) ?? false;

	window.paintedAt = (card, column) =>
		new Promise((resolve) => {
			tellPaint = resolve;
			// The next frame paints it, and the message comes right after that frame. What changed in the middle of a
			// frame is counted with the one after it: never too early, and no frames are made while nothing happens.
			const settle = (): void => void requestAnimationFrame(() => channel.port1.postMessage(0));
			if (isThere(card, column)) return settle();
			const watch = new MutationObserver(() => {
				if (!isThere(card, column)) return;
				watch.disconnect();
				settle();
			});
			watch.observe(document.body, { childList: true, subtree: true, attributes: true });
		});

	let tellDrop: (at: number) => void = () => undefined;
	window.nextDrop = () =>
		new Promise((resolve) => {
			tellDrop = resolve;
		});
	// On the window and before the page's own listeners: nothing of the drop's handling is left out.
	window.addEventListener('drop', () => tellDrop(now()), { capture: true });
}
