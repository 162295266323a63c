// Suggestions on the demo's board: looked for in a worker, accepted and refused one by one, taken back, stopped, and read by
// whoever may not write. No error and no breach of the page's policy on the way (site.ts watches).
import type { Locator, Page } from '@playwright/test';
import { faults } from './axe.ts';
import { expect, messages, test, untilSaved } from './site.ts';

const list = (page: Page): Locator => page.getByRole('list', { name: 'Suggestions' });
const cards = (page: Page): Locator => page.locator('[data-suggestion]');
const overload = (page: Page): Locator =>
	page
		.getByRole('region', { name: 'The plan now and then' })
		.getByRole('row', { name: /^Overload/ });
const settled = (page: Page): Locator => page.getByRole('button', { name: 'Look again' });

test('suggests five changes at most, writes the accepted one, and one undo takes it back', async ({
	open
}) => {
	const planner = await open('planner', 'timeline');
	await planner.getByRole('link', { name: 'Suggest', exact: true }).click();
	await expect(list(planner)).toBeVisible();
	await expect(settled(planner)).toBeVisible();
	const titles = await cards(planner).getByRole('heading').allTextContents();
	expect(titles.length).toBeGreaterThan(0);
	expect(titles.length).toBeLessThanOrEqual(5);
	const [first] = titles;
	const before = await overload(planner).textContent();

	await planner.getByRole('button', { name: `Accept: ${first}` }).click();
	await expect(planner.getByRole('button', { name: `Accept: ${first}` })).toHaveCount(0);
	await expect(messages(planner)).toContainText(`Done: ${first}`);
	await untilSaved(planner);
	await expect(settled(planner)).toBeVisible();
	await expect(overload(planner)).not.toHaveText(before!);

	await planner.getByRole('button', { name: /^Undo/ }).first().click();
	await expect(planner.getByText('The plan has changed since.')).toBeVisible();
	await settled(planner).click();
	await expect(overload(planner)).toHaveText(before!);
	await expect(cards(planner).getByRole('heading', { name: first!, exact: true })).toBeVisible();
});

test('refuses with the keyboard, keeps the focus near, and makes the refused one again when asked', async ({
	open
}) => {
	const planner = await open('planner', 'heatmap');
	await planner.getByRole('link', { name: 'Suggest', exact: true }).click();
	await expect(settled(planner)).toBeVisible();
	const first = await cards(planner).first().getAttribute('data-suggestion');
	await cards(planner)
		.first()
		.getByRole('button', { name: /^Refuse: / })
		.focus();
	await planner.keyboard.press('Enter');
	await expect(planner.locator(`[data-suggestion="${first}"]`)).toHaveCount(0);
	await expect(planner.locator('[data-suggestion] button:focus')).toHaveCount(1);
	await expect(settled(planner)).toBeVisible();

	await planner.getByRole('button', { name: 'Dates only' }).click();
	await expect(settled(planner)).toBeVisible();
	for (const title of await cards(planner).getByRole('heading').allTextContents())
		expect(title).toMatch(/^Move /);

	await planner.getByRole('button', { name: 'Dates and people' }).click();
	await planner.getByRole('button', { name: /^Suggest refused ones again/ }).click();
	await expect(planner.locator(`[data-suggestion="${first}"]`)).toBeVisible();
});

test('can be stopped, is read but not written by a leader, and fits a phone', async ({ open }) => {
	const phone = await open('leader', 'board', {
		viewport: { width: 390, height: 844 },
		colorScheme: 'dark',
		serviceWorkers: 'block'
	});
	await phone.goto('/b/brd_demo/suggest');
	await expect(settled(phone)).toBeVisible();
	await expect(
		cards(phone)
			.first()
			.getByRole('button', { name: /^Accept: / })
	).toBeDisabled();
	await expect(cards(phone).first()).toContainText('Leaders read and comment.');
	await expect(cards(phone).first()).toContainText('colleague');
	const wide = await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth);
	expect(wide, 'nothing hangs over the edge').toBe(false);
	expect(await faults(phone, { within: 'main' })).toEqual([]);

	// A worker that never answers stands for one that takes long.
	await phone.route('**/workers/**', (route) =>
		route.fulfill({ contentType: 'text/javascript', body: 'self.onmessage = () => undefined;' })
	);
	await phone.getByRole('button', { name: 'Look again' }).click();
	await expect(phone.getByRole('progressbar')).toBeVisible();
	await phone.getByRole('button', { name: 'Cancel' }).click();
	await expect(phone.getByText(/^Stopped\./)).toBeVisible();
	await expect(cards(phone).first()).toBeVisible();
});
