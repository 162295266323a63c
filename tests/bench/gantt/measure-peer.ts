// One peer in one fresh browser: draw, scroll, zoom, drag.
import type { Browser, Page } from '@playwright/test';
import { CpuClock } from '../ui/cpu.ts';
import { dragBy, watchLongTasks } from '../ui/drag.ts';
import { installMeter } from '../ui/meter.ts';
import { VIEWPORT } from '../ui/product-page.ts';

/** Times of one run. CPU is that of the page's main thread. */
export interface Figures {
	readyMs: number;
	cpuMs: number;
	scrollCpuMs: number;
	scrollWorstMs: number;
	zoomCpuMs: number;
	dragCpuMs: number;
	dragLongTasks: number;
}

export const SCROLL_STEPS = 100;
export const SCROLL_STEP_PX = 120;
export const DRAG_STEPS = 60;

export async function measurePeer(
	browser: Browser,
	url: string,
	bars: number,
	rows: number
): Promise<Figures> {
	const page = await browser.newPage({ viewport: VIEWPORT });
	await page.addInitScript(`(${installMeter.toString()})()`);
	await page.goto(url);
	await page.waitForFunction(() => window.peer !== undefined);
	const cpu = await CpuClock.of(page);
	const first = await cpu.during(() =>
		page.evaluate(
			([count, lines]) => {
				const draw = window.peer.load(count!, lines!);
				return window.meter.ready(draw, () => window.peer.isThere());
			},
			[bars, rows]
		)
	);
	const scroll = await cpu.during(() => scrollPeer(page));
	const zoom = await cpu.during(() =>
		page.evaluate(() =>
			window.meter.ready(
				() => window.peer.zoomOut?.(),
				() => window.peer.isThere()
			)
		)
	);
	await page.evaluate(() =>
		window.meter.ready(
			() => window.peer.zoomIn?.(),
			() => window.peer.isThere()
		)
	);
	const at = await page.evaluate(() => window.peer.findHandle());
	if (!at) throw new Error('no bar lies where it could be dragged');
	await watchLongTasks(page);
	const drag = await cpu.during(() => dragBy(page, at, DRAG_STEPS));
	await page.close();
	return {
		readyMs: first.result.readyMs,
		cpuMs: first.cpuMs,
		scrollCpuMs: scroll.cpuMs / SCROLL_STEPS,
		scrollWorstMs: scroll.result.worstMs,
		zoomCpuMs: zoom.cpuMs,
		dragCpuMs: drag.cpuMs / DRAG_STEPS,
		dragLongTasks: drag.result
	};
}

function scrollPeer(page: Page): Promise<{ worstMs: number }> {
	return page.evaluate(
		async ([steps, stepPx]) => {
			const { peer, meter } = window;
			const element = peer.scroller();
			if (element) return meter.scroll(element, 'y', steps!, stepPx!);
			meter.watchFrames();
			for (let i = 1; i <= steps!; i++) {
				peer.scrollTo?.(stepPx! * i);
				await new Promise(requestAnimationFrame);
			}
			const frames = meter.stopFrames();
			peer.scrollTo?.(0);
			return frames;
		},
		[SCROLL_STEPS, SCROLL_STEP_PX]
	);
}
