// Runs in a page: waits for a picture to be ready, and scrolls it frame by frame. The same for every peer and for us.

/** How long something took, in milliseconds of the page's clock. */
export interface Ready {
	/** To the last busy frame before the page was calm, not before the picture was there. */
	readyMs: number;
}

/** Frames of a scroll or a drag, in milliseconds. */
export interface Frames {
	count: number;
	medianMs: number;
	worstMs: number;
	/** Frames that took longer than one sixtieth of a second and a little. */
	late: number;
}

export interface Meter {
	/** Starts `begin` and resolves when `isThere` and five frames in a row have been quick. */
	ready(begin: () => unknown, isThere: () => boolean): Promise<Ready>;
	/** Scrolls an element `steps` times by `stepPx`, once a frame, and back. */
	scroll(element: Element, axis: 'x' | 'y', steps: number, stepPx: number): Promise<Frames>;
	watchFrames(): void;
	stopFrames(): Frames;
}

declare global {
	interface Window {
		meter: Meter;
	}
}

/** Puts the meter into the page. Self-contained: it is sent to the page as text. */
export function installMeter(): void {
	const CALM_MS = 32;
	const LATE_MS = 18;
	const GIVE_UP_MS = 120_000;
	const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
	const sum = (gaps: number[]): Frames => {
		const sorted = [...gaps].sort((a, b) => a - b);
		return {
			count: sorted.length,
			medianMs: sorted[sorted.length >> 1] ?? 0,
			worstMs: sorted.at(-1) ?? 0,
			late: sorted.filter((gap) => gap > LATE_MS).length
		};
	};
	let watched: number[] | null = null;

	window.meter = {
		async ready(begin, isThere) {
			const start = performance.now();
			await begin();
			let last = await frame();
			let busyUntil = last;
			let thereAt = 0;
			for (let calm = 0; calm < 5 || thereAt === 0;) {
				const now = await frame();
				if (now - last < CALM_MS) calm++;
				else {
					calm = 0;
					busyUntil = now;
				}
				last = now;
				if (thereAt === 0 && isThere()) thereAt = performance.now();
				if (now - start > GIVE_UP_MS) throw new Error('it was not ready within two minutes');
			}
			return { readyMs: Math.max(busyUntil, thereAt) - start };
		},

		async scroll(element, axis, steps, stepPx) {
			const side = axis === 'x' ? 'scrollLeft' : 'scrollTop';
			const room =
				axis === 'x'
					? element.scrollWidth - element.clientWidth
					: element.scrollHeight - element.clientHeight;
			const far = Math.min(room, steps * stepPx);
			const gaps: number[] = [];
			let last = await frame();
			for (let i = 1; i <= steps; i++) {
				element[side] = (far * i) / steps;
				const now = await frame();
				gaps.push(now - last);
				last = now;
			}
			if (far <= 0) throw new Error('there was nothing to scroll');
			element[side] = 0;
			await frame();
			return sum(gaps);
		},

		watchFrames() {
			const gaps: number[] = [];
			watched = gaps;
			let last = performance.now();
			const step = (now: number): void => {
				if (watched !== gaps) return;
				gaps.push(now - last);
				last = now;
				requestAnimationFrame(step);
			};
			requestAnimationFrame(step);
		},

		stopFrames() {
			const gaps = watched ?? [];
			watched = null;
			return sum(gaps.slice(1));
		}
	};
}
