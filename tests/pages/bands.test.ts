// Where the bands of load end is set once for the organisation, and every open screen follows without a reload.
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { faults } from './axe.ts';
import { board, expect, test } from './site.ts';

const phone = { viewport: { width: 390, height: 844 } };
/** The overview asks every other second. */
const live = { timeout: 30_000 };
const legend = (page: Page): Locator => page.getByRole('note', { name: 'Legend' });
const bound = (page: Page, band: number): Locator =>
	page.getByLabel(`Band ${band} ends at (%)`, { exact: true });

async function setBands(page: Page, bounds: readonly number[] | null): Promise<void> {
	const answer = await page.request.post(`/api/boards/${board}/commands/set-bands`, {
		data: { bounds },
		headers: { origin: new URL(page.url()).origin }
	});
	expect(answer.ok(), await answer.text()).toBe(true);
}

/** Every number of the grid with the bin it is painted in. */
const painted = (page: Page): Promise<{ percent: number; bin: number }[]> =>
	page.getByRole('gridcell').evaluateAll((cells) =>
		cells.flatMap((cell) => {
			const percent = /(\d+) %$/.exec(cell.getAttribute('aria-label') ?? '')?.[1];
			const bin = /\bbin-(\d)\b/.exec(cell.className)?.[1];
			return percent && bin ? [{ percent: Number(percent), bin: Number(bin) }] : [];
		})
	);

function binOf(percent: number, bounds: readonly number[]): number {
	if (percent === 0) return 0;
	return bounds.filter((end) => percent > end).length + 1;
}

async function expectPainted(page: Page, bounds: readonly number[]): Promise<void> {
	const cells = await painted(page);
	expect(new Set(cells.map(({ bin }) => bin)).size).toBeGreaterThan(3);
	for (const { percent, bin } of cells) expect(bin, `${percent} %`).toBe(binOf(percent, bounds));
}

const usual = [59, 84, 100, 120, 140];

test('an owner moves a band, and an open heatmap, board and overview recolour by themselves', async ({
	open
}) => {
	const planner = await open('planner', 'heatmap');
	const member = await open('designer', 'board');
	const owner = await open('owner', 'board', { path: '/overview/settings' });
	await expect(legend(planner)).toContainText('85–100');
	await expect(legend(planner)).toContainText('The usual bands.');
	await expectPainted(planner, usual);
	await planner.evaluate(() => ((window as { stays?: boolean }).stays = true));
	const strip = member.getByRole('list', { name: /^Per cent by week/ }).getByRole('listitem');
	const fills = (): Promise<string[]> =>
		strip.evaluateAll((weeks) => weeks.map((week) => week.style.background));
	await expect(strip.first()).toBeVisible();
	const before = await fills();

	try {
		// What is none is said before it is sent, and the server says the same.
		await expect(owner.getByRole('button', { name: /^Back to the usual/ })).toHaveCount(0);
		await bound(owner, 2).fill('120');
		await expect(owner.getByRole('alert').filter({ hasText: /./ })).toHaveText(
			'Band 3 (100 %): write more than 120 %, where band 2 ends.'
		);
		await owner.getByRole('button', { name: 'Save the bands' }).click();
		await expect(bound(owner, 3)).toHaveAttribute('aria-invalid', 'true');
		await expect(legend(planner)).toContainText('The usual bands.');

		const own = [20, 40, 60, 80, 110];
		for (const [i, end] of own.entries()) await bound(owner, i + 1).fill(String(end));
		const preview = owner.getByRole('note', { name: 'How the bands look' });
		await expect(preview).toContainText('61–80');
		await expect(preview).toContainText('Not saved yet.');
		await owner.getByRole('button', { name: 'Save the bands' }).click();
		await expect(owner.getByRole('status')).toHaveText('Saved. Open boards show these bands now.');
		await expect(preview).toContainText("Your organisation's bands.");

		await expect(legend(planner)).toContainText('61–80');
		await expect(legend(planner)).toContainText("Your organisation's bands.");
		await expectPainted(planner, own);
		await expect.poll(fills).not.toEqual(before);
		expect(await planner.evaluate(() => (window as { stays?: boolean }).stays)).toBe(true);

		// The address goes before the organisation, for one's own view.
		await planner.goto(`/b/${board}/heatmap?bands=59-84-100-120-140`);
		await expect(legend(planner)).toContainText('Bands of this view only.');
		await expectPainted(planner, usual);
		await planner.getByRole('button', { name: 'Options', exact: true }).click();
		await expect(planner.getByRole('link', { name: 'Set the bands for everybody' })).toHaveCount(0);
		await planner.getByRole('button', { name: 'Your organisation’s' }).click();
		await expect(planner).not.toHaveURL(/bands=/);
		await expect(legend(planner)).toContainText("Your organisation's bands.");
		await planner.keyboard.press('Escape');
		await planner.getByRole('button', { name: 'Take along' }).click();
		const [download] = await Promise.all([
			planner.waitForEvent('download'),
			planner.getByRole('menuitem', { name: 'Picture, SVG' }).click()
		]);
		const svg = await readFile(await download.path(), 'utf8');
		expect(svg).toContain('>61–80</text>');
		expect(svg).toContain(">Your organisation's bands. ");

		await owner.goto('/overview/heatmap');
		await expect(legend(owner)).toContainText('61–80');
		await expect(legend(owner)).toContainText("Your organisation's bands.");
		const page = await open('owner', 'board', { path: '/overview/settings' });
		await page
			.getByRole('button', { name: /^Back to the usual \(59, 84, 100, 120, 140\)$/ })
			.click();
		await expect(bound(page, 1)).toHaveValue('59');
		await expect(legend(planner)).toContainText('The usual bands.');
		await expectPainted(planner, usual);
		await expect(legend(owner)).toContainText('The usual bands.', live);
		expect(await fills()).toEqual(before);
	} finally {
		await setBands(owner, null);
	}
});

test('the rows of a phone’s timeline and the legend of the overview follow too', async ({
	open
}) => {
	const owner = await open('owner', 'timeline', phone);
	const weeks = owner.getByRole('table', { name: 'Bookings by person' }).locator('.weeks .heat');
	const bins = (): Promise<[number, number][]> =>
		weeks.evaluateAll((cells) =>
			cells.flatMap((cell) => {
				const bin = /\bbin-(\d)\b/.exec(cell.className)?.[1];
				return bin ? [[Number.parseInt(cell.textContent), Number(bin)] as [number, number]] : [];
			})
		);
	for (const [percent, bin] of await bins())
		expect(bin, `${percent} %`).toBe(binOf(percent, usual));
	const own = [10, 30, 50, 70, 101];
	try {
		await setBands(owner, own);
		await expect.poll(async () => (await bins()).some(([, bin]) => bin === 5)).toBe(true);
		for (const [percent, bin] of await bins())
			expect(bin, `${percent} %`).toBe(binOf(percent, own));
		await owner.goto('/overview');
		await expect(legend(owner)).toContainText('71–101');
		expect(await owner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			390
		);
	} finally {
		await setBands(owner, null);
	}
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`the settings of bands are clean for axe on a phone, ${colorScheme}`, async ({ open }) => {
		const owner = await open('owner', 'board', {
			...{ ...phone, colorScheme, path: '/overview/settings#bands' }
		});
		await expect(owner.getByRole('heading', { name: 'Bands of load' })).toBeInViewport();
		await bound(owner, 4).fill('90');
		await expect(bound(owner, 4)).toHaveAttribute('aria-invalid', 'true');
		expect(await owner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			390
		);
		expect(await faults(owner)).toEqual([]);
	});
