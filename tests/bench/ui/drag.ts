// Drags with the mouse, slowly enough that each move is a frame's, and counts the long tasks meanwhile.
import type { Page } from '@playwright/test';

declare global {
	interface Window {
		longTasks: number;
	}
}

const STEP_PX = 4;
const MOVE_EVERY_MS = 14;

/** From now on `window.longTasks` counts tasks over 50 ms. */
export function watchLongTasks(page: Page): Promise<void> {
	return page.evaluate(() => {
		window.longTasks = 0;
		new PerformanceObserver((list) => (window.longTasks += list.getEntries().length)).observe({
			type: 'longtask',
			buffered: false
		});
	});
}

/** Takes what is at a place and moves it `steps` times to the right, then lets go. Resolves to the long tasks. */
export async function dragBy(
	page: Page,
	from: { x: number; y: number },
	steps: number,
	toward: (step: number) => { x: number; y: number } = (step) => ({ x: step * STEP_PX, y: 0 }),
	beforeDrop: () => Promise<unknown> = () => Promise.resolve()
): Promise<number> {
	await page.evaluate(() => (window.longTasks = 0));
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	for (let i = 1; i <= steps; i++) {
		const by = toward(i);
		await page.mouse.move(from.x + by.x, from.y + by.y);
		await page.waitForTimeout(MOVE_EVERY_MS);
	}
	await beforeDrop();
	await page.mouse.up();
	await page.waitForTimeout(10 * MOVE_EVERY_MS);
	return page.evaluate(() => window.longTasks);
}
