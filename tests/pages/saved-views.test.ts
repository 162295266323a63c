// Saved views: shared and pinned by a planner, seen and opened by others at once, changed and put back; kept for oneself by
// everybody, and taken over from the device that kept them before.
import type { Locator, Page } from '@playwright/test';
import type { SavedView } from '#lib/model/saved-view.ts';
import { faults } from './axe.ts';
import { board, expect, messages, test, type View } from './site.ts';

const views = `/api/boards/${board}/views`;

const pins = (page: Page): Locator => page.getByRole('navigation', { name: 'Pinned views' });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search cards' });
const dialog = (page: Page): Locator => page.getByRole('dialog');

async function choose(page: Page, item: string | RegExp): Promise<void> {
	await page.getByRole('button', { name: /^Saved views/ }).click();
	await page.getByRole('menuitem', { name: item }).click();
}

/** Saves what is shown through the dialog. */
async function save(page: Page, name: string, who: 'me' | 'everybody' | 'pinned'): Promise<void> {
	await choose(page, 'Save as a new view…');
	await dialog(page).getByLabel('Name of this view').fill(name);
	if (who !== 'me') await dialog(page).getByLabel('Everybody on this board sees it').click();
	if (who === 'pinned') await dialog(page).getByLabel('Pin it above this screen').click();
	await dialog(page).getByRole('button', { name: 'Save' }).click();
	await expect(dialog(page)).toHaveCount(0);
}

/** Nothing stays for the tests after this one. */
async function clear(...windows: Page[]): Promise<void> {
	for (const page of windows)
		for (const { id } of (await (await page.request.get(views)).json()) as SavedView[])
			await page.request.post(`/api/boards/${board}/commands/remove-view`, {
				data: { view: id },
				headers: { origin: new URL(page.url()).origin }
			});
}

test('P-50 a planner shares and pins a view, another window has it at once; changed, saved, put back', async ({
	open
}) => {
	// A name that is taken is an answer, which the browser prints as an error all the same.
	const taken = /409 \(Conflict\).*\/commands\/change-view/;
	const planner = await open('planner', 'board', { expected: taken });
	const viewer = await open('viewer');
	await search(planner).fill('pricing');
	await expect(planner).toHaveURL(/q=pricing/);
	await save(planner, 'Pricing work', 'pinned');
	const own = pins(planner).getByRole('link', { name: 'Pricing work' });
	await expect(own).toHaveAttribute('aria-current', 'true');

	const theirs = pins(viewer).getByRole('link', { name: 'Pricing work' });
	await theirs.click();
	await expect(search(viewer)).toHaveValue('pricing');
	await expect(viewer).toHaveURL(/q=pricing&view=viw_/);
	await expect(theirs).toHaveAttribute('aria-current', 'true');

	// Modified by who may not save over it: a dot, and what can be done instead.
	await search(viewer).fill('basics');
	await expect(pins(viewer).getByRole('link', { name: 'Pricing work (modified)' })).toBeVisible();
	await expect(pins(viewer).getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
	await pins(viewer).getByRole('button', { name: 'Back to the saved one' }).click();
	await expect(search(viewer)).toHaveValue('pricing');
	await expect(pins(viewer).getByRole('button')).toHaveCount(0);

	// Saved over: others who have it open see that theirs is another one by now.
	await search(planner).fill('pricing basics');
	await pins(planner).getByRole('button', { name: 'Save', exact: true }).click();
	await expect(pins(planner).getByRole('button')).toHaveCount(0);
	await expect(pins(viewer).getByRole('link', { name: 'Pricing work (modified)' })).toBeVisible();
	await theirs.click();
	await expect(search(viewer)).toHaveValue('pricing basics');
	await viewer.reload();
	await expect(search(viewer)).toHaveValue('pricing basics');
	await expect(theirs).toHaveAttribute('aria-current', 'true');

	// A second one, moved before the first, by keyboard.
	await choose(planner, 'Leave this view');
	await expect(search(planner)).toHaveValue('');
	await save(planner, 'All of it', 'pinned');
	await expect(pins(viewer).getByRole('link')).toHaveText(['Pricing work', 'All of it']);
	await choose(planner, 'Arrange views…');
	await dialog(planner).getByRole('button', { name: 'What to do with All of it' }).focus();
	await planner.keyboard.press('Enter');
	await planner.getByRole('menuitem', { name: 'Move to the left' }).press('Enter');
	await expect(pins(viewer).getByRole('link')).toHaveText(['All of it', 'Pricing work']);
	await dialog(planner).getByRole('button', { name: 'What to do with All of it' }).click();
	await planner.getByRole('menuitem', { name: 'Rename…' }).click();
	await planner.getByLabel('New name').fill('Pricing work');
	await planner.keyboard.press('Enter');
	await expect(dialog(planner)).toContainText(
		'A shared view here is called “Pricing work” already'
	);
	await planner.getByLabel('New name').fill('Everything');
	await planner.keyboard.press('Enter');
	await expect(pins(viewer).getByRole('link')).toHaveText(['Everything', 'Pricing work']);
	await dialog(planner).getByRole('button', { name: 'What to do with Everything' }).click();
	await planner.getByRole('menuitem', { name: 'Remove' }).click();
	await expect(pins(viewer).getByRole('link')).toHaveText(['Pricing work']);
	await messages(planner).getByRole('button', { name: 'Undo' }).click();
	await expect(pins(viewer).getByRole('link')).toHaveText(['Everything', 'Pricing work']);
	await clear(planner);
	await expect(pins(viewer)).toHaveCount(0);
});

test('P-50 a viewer saves for themselves alone, and is told why not for others', async ({
	open
}) => {
	const planner = await open('planner', 'timeline');
	const viewer = await open('viewer', 'timeline', {
		permissions: ['clipboard-read', 'clipboard-write']
	});
	await save(planner, 'Months for all', 'everybody');
	const why = /^Owners and planners share, pin and change shared views\./;
	await viewer.getByRole('button', { name: 'Months', exact: true }).click();
	await choose(viewer, 'Save as a new view…');
	await expect(dialog(viewer).getByLabel('Everybody on this board sees it')).toBeDisabled();
	await expect(dialog(viewer).getByText(why)).toBeVisible();
	await expect(dialog(viewer).getByLabel('Pin it above this screen')).toHaveCount(0);
	await dialog(viewer).getByLabel('Name of this view').fill('My months');
	await viewer.keyboard.press('Enter');
	await expect(pins(viewer).getByRole('link')).toHaveText(['My months']);
	await expect(viewer).toHaveURL(/zoom=month/);

	await choose(viewer, 'Arrange views…');
	const lists = dialog(viewer).getByRole('list');
	await expect(lists).toHaveCount(2);
	await dialog(viewer).getByRole('button', { name: 'What to do with Months for all' }).click();
	const refused = viewer.getByRole('menuitem', { name: /^Remove/ });
	await expect(refused).toHaveAttribute('aria-disabled', 'true');
	await expect(refused).toContainText('Owners and planners share');
	await viewer.keyboard.press('Escape');
	await dialog(viewer).getByRole('button', { name: 'Done' }).click();

	// The link shows the same to somebody who does not have the view.
	await choose(viewer, 'Copy link');
	const link = await viewer.evaluate(() => navigator.clipboard.readText());
	await planner.goto(link);
	await expect(planner.getByRole('button', { name: 'Months', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await expect(pins(planner)).toHaveCount(0);
	expect(
		((await (await planner.request.get(views)).json()) as SavedView[]).map(({ name }) => name)
	).toEqual(['Months for all']);
	await clear(planner, viewer);
});

test('views that this device kept are taken over once', async ({ open }) => {
	const owner = await open('owner', 'heatmap');
	const key = `plimsoll.timeline-views.${board}`;
	await owner.evaluate(
		([at, text]) => localStorage.setItem(at!, text!),
		[key, JSON.stringify([{ name: 'Quarters', query: 'rows=team&zoom=quarter' }])]
	);
	await owner.goto(`/b/${board}/timeline`);
	await choose(owner, 'Quarters');
	await expect(owner).toHaveURL(/zoom=quarter/);
	await expect(owner.getByRole('button', { name: 'Quarters', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	expect(await owner.evaluate((at) => localStorage.getItem(at), key)).toBeNull();
	await owner.reload();
	await owner.getByRole('button', { name: /^Saved views/ }).click();
	await expect(owner.getByRole('menuitem', { name: 'Quarters' })).toHaveCount(1);
	await owner.keyboard.press('Escape');
	await clear(owner);
});

test('a view keeps the days one looks at where another zoom comes with it', async ({ open }) => {
	const planner = await open('planner', 'timeline');
	await planner.getByRole('button', { name: 'Quarters', exact: true }).click();
	await save(planner, 'Far', 'me');
	await planner.getByRole('button', { name: 'Days', exact: true }).click();
	await planner.getByRole('button', { name: 'Later', exact: true }).click();
	await planner.getByRole('button', { name: 'Later', exact: true }).click();
	const day = async (): Promise<string> => {
		await expect(planner).toHaveURL(/from=\d/);
		return new URL(planner.url()).searchParams.get('from')!;
	};
	let before = await day();
	await expect
		.poll(async () => {
			const now = await day();
			const same = now === before;
			before = now;
			return same;
		})
		.toBe(true);
	await pins(planner).getByRole('button', { name: 'Back to the saved one' }).click();
	await expect(planner).toHaveURL(/zoom=quarter/);
	const gap = async (): Promise<number> =>
		Math.abs(Date.parse(await day()) - Date.parse(before)) / 86_400_000;
	await expect.poll(gap).toBeLessThan(2);
	await clear(planner);
});

test('pinned views, the menu and the dialog pass axe, and fit on a phone', async ({ open }) => {
	const owner = await open('owner');
	for (const screen of ['board', 'timeline', 'heatmap'] as const) {
		const query = screen === 'board' ? 'mark=late' : 'who=vikram';
		for (const name of [
			'Launches in the first quarter of the year',
			'Studio',
			'Late and blocked'
		]) {
			const post = (command: string, data: Record<string, unknown>) =>
				owner.request.post(`/api/boards/${board}/commands/${command}`, {
					data,
					headers: { origin: new URL(owner.url()).origin }
				});
			const made = await post('save-view', { screen, name, query, shared: true });
			const { value } = (await made.json()) as { value: { view: string } };
			expect((await post('pin-view', { view: value.view, place: 9 })).status()).toBe(200);
		}
	}
	for (const width of [1400, 390])
		for (const screen of ['board', 'timeline', 'heatmap'] as View[]) {
			const page = await open('owner', screen, { viewport: { width, height: 844 } });
			await pins(page).getByRole('link', { name: 'Studio' }).click();
			await expect(page).toHaveURL(/view=viw_/);
			// The view is there once what it leaves out has gone.
			await expect(page.getByRole('row', { name: 'Amara Mensah' })).toHaveCount(0);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(wide).toBeLessThanOrEqual(width);
			await expect(pins(page).getByRole('link', { name: 'Studio' })).toBeInViewport({ ratio: 1 });
			const beyond = await page.locator('main :is(button, input)').evaluateAll(
				(all, edge) =>
					all
						.filter((one) => one.closest('[role=toolbar], [role=search]'))
						.filter((one) => one.getBoundingClientRect().right > edge)
						.map((one) => one.textContent),
				width
			);
			expect(beyond, `${screen} at ${width}`).toEqual([]);
			expect(await faults(page), `${screen} at ${width}`).toEqual([]);
			await page.getByRole('button', { name: /^Saved views/ }).click();
			await expect(page.getByRole('menuitem', { name: 'Copy link' })).toBeInViewport();
			// It is the same on all three.
			const isScanned = screen === 'timeline';
			const menu = { within: '[role="menu"]' };
			if (isScanned) expect(await faults(page, menu), `the menu at ${width}`).toEqual([]);
			await page.getByRole('menuitem', { name: 'Arrange views…' }).click();
			await expect(dialog(page).getByRole('link')).toHaveCount(3);
			const within = '[role="dialog"]';
			if (isScanned) expect(await faults(page, { within }), `the dialog at ${width}`).toEqual([]);
			await page.close();
		}
	await clear(owner);
});
