// Cards that change places within their column.
import type { Page } from '@playwright/test';
import { cardIn, column, expect, test } from './site.ts';

/** Notes how far cards glide, in px. */
function watchGlides(): void {
	const glides: number[] = [];
	Object.assign(window, { glides });
	const animate = Element.prototype.animate;
	Element.prototype.animate = function (frames, options) {
		const [from] = (frames as { translate?: string[] } | null)?.translate ?? [];
		if (from) glides.push(Number.parseFloat(from.split(' ')[1] ?? ''));
		return animate.call(this, frames, options);
	};
}

const glides = (page: Page): Promise<number[]> =>
	page.evaluate(() => (window as unknown as { glides: number[] }).glides);

test('cards glide within their column when somebody else moves one', async ({ open }) => {
	const mover = await open('planner');
	const titles = await column(mover, 'Requests').getByRole('listitem').allTextContents();
	expect(titles.length).toBeGreaterThan(2);
	const watchers = await Promise.all([
		open('owner', 'board', { path: '/account', reducedMotion: 'no-preference' }),
		open('designer', 'board', { path: '/account', reducedMotion: 'reduce' })
	]);
	for (const page of watchers) {
		await page.addInitScript(watchGlides);
		await page.goto(mover.url());
		await expect(column(page, 'Requests').getByRole('listitem')).not.toHaveCount(0);
		await expect(page.locator('[data-scrolls]').first()).toBeVisible();
		await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
	}
	const second = column(mover, 'Requests').getByRole('listitem').nth(1);
	const name = (await second.getAttribute('aria-label'))!;
	await second.getByRole('link').focus();
	await mover.keyboard.press('Alt+ArrowUp');
	for (const page of watchers)
		await expect(column(page, 'Requests').getByRole('listitem').first()).toHaveAccessibleName(name);
	await expect(cardIn(mover, 'Requests', name)).toBeVisible();
	// One up and one down, by the height of a card; whoever wants no movement sees none.
	expect((await glides(watchers[0]!)).toSorted((a, b) => a - b)).toEqual([-100, 100]);
	expect(await glides(watchers[1]!)).toEqual([]);
});
