// What is done on other screens so that the Board is quick to open, and that nobody meets it.
import type { Page } from '@playwright/test';
import { board, expect, test, untilSaved } from './site.ts';

/** Counts cards that come into the page, and those that are still there for whoever has his turn next. */
function watchCards(): void {
	const seen = { drawn: 0, met: 0 };
	Object.assign(window, { seen });
	new MutationObserver((records) => {
		for (const { addedNodes } of records)
			for (const node of addedNodes)
				if (node instanceof HTMLElement) seen.drawn += node.querySelectorAll('[data-card]').length;
		seen.met += document.querySelectorAll('[data-card]').length;
	}).observe(document, { childList: true, subtree: true });
}

const seen = (page: Page): Promise<{ drawn: number; met: number }> =>
	page.evaluate(() => (window as unknown as { seen: { drawn: number; met: number } }).seen);

test('cards are drawn once before anybody goes to them, where nobody meets them', async ({
	open
}) => {
	const page = await open('planner', 'stages');
	await page.addInitScript(watchCards);
	await page.reload();
	await untilSaved(page);
	await expect.poll(async () => (await seen(page)).drawn, { timeout: 20_000 }).toBeGreaterThan(5);
	await expect(page.locator('body > [style*="contain"]')).toHaveCount(0);
	expect((await seen(page)).met).toBe(0);
	const fonts = await page.evaluate(() =>
		[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)
	);
	expect(fonts.some((name) => name.includes('Mono'))).toBe(true);
	await page.getByRole('link', { name: 'Board', exact: true }).first().click();
	await expect(page).toHaveURL(`/b/${board}/board`);
	await expect(page.locator('[data-card]').first()).toBeVisible();
});

test('a tab goes to its view at once, once; with Control another window has it', async ({
	open
}) => {
	const page = await open('planner', 'stages');
	const tab = page.getByRole('link', { name: 'Board', exact: true }).first();
	const [other] = await Promise.all([
		page.context().waitForEvent('page'),
		tab.click({ modifiers: ['ControlOrMeta'] })
	]);
	await expect(other.locator('[data-card]').first()).toBeVisible();
	await other.close();
	await expect(page).toHaveURL(/stages$/);
	await tab.click();
	await expect(page.locator('[data-card]').first()).toBeVisible();
	const entries = (): Promise<number> => page.evaluate(() => history.length);
	const before = await entries();
	await tab.click();
	await expect(page.locator('[data-card]').first()).toBeVisible();
	expect(await entries()).toBe(before);
	await page.goBack();
	await expect(page).toHaveURL(/stages$/);
});
