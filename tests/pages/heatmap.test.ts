// The heatmap as a grid: walked and ranged by keys, copied, the team's rows opened like any other.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './site.ts';

const cellAt = (page: Page, row: number, column: number): Locator =>
	page.locator(`[data-cell="${row} ${column}"]`);

async function hours(locator: Locator): Promise<number> {
	const texts = await locator.allTextContents();
	return texts.reduce((sum, text) => sum + Number.parseFloat(text), 0);
}

test('arrows walk the grid, Shift draws a range, and it is copied as a table', async ({ open }) => {
	const owner = await open('owner', 'heatmap', {
		permissions: ['clipboard-read', 'clipboard-write']
	});
	await cellAt(owner, 0, 0).focus();
	await owner.keyboard.press('ArrowDown');
	await expect(cellAt(owner, 1, 0)).toBeFocused();
	await owner.keyboard.press('ArrowRight');
	await expect(cellAt(owner, 1, 1)).toBeFocused();
	await owner.keyboard.press('Shift+ArrowRight');
	await owner.keyboard.press('Shift+ArrowDown');
	await expect(cellAt(owner, 2, 2)).toBeFocused();
	await expect(owner.getByRole('gridcell', { selected: true })).toHaveCount(4);
	const names = await owner
		.getByRole('gridcell', { selected: true })
		.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')!));
	await owner.keyboard.press('ControlOrMeta+c');
	const table = await owner.evaluate(() => navigator.clipboard.readText());
	const [head, ...lines] = table.split('\n').map((line) => line.split('\t'));
	expect(head).toEqual(['Person', ...names.slice(0, 2).map((name) => name.split(', ')[1])]);
	expect(
		lines.flatMap(([who, ...cells]) => cells.map((cell, i) => `${who}, ${head![i + 1]}, ${cell}`))
	).toEqual(names);
	await owner.keyboard.press('Escape');
	await expect(owner.getByRole('gridcell', { selected: true })).toHaveCount(0);
});

test('the arrows follow the eye where the page reads right to left', async ({ open }) => {
	const owner = await open('owner', 'heatmap');
	await owner.evaluate(() => (document.documentElement.dir = 'rtl'));
	await cellAt(owner, 0, 0).focus();
	await owner.keyboard.press('ArrowLeft');
	await expect(cellAt(owner, 0, 1)).toBeFocused();
});

test("the team's rows are cells of the grid too, and open roles are among their causes", async ({
	open
}) => {
	const owner = await open('owner', 'heatmap');
	const rows = await owner.getByRole('grid').getAttribute('aria-rowcount');
	const [booked, withOpen] = [Number(rows) - 3, Number(rows) - 2];
	await cellAt(owner, 0, 1).focus();
	await owner.keyboard.press('ControlOrMeta+End');
	await owner.keyboard.press('Home');
	await expect(cellAt(owner, withOpen, 0)).toBeFocused();
	await owner.keyboard.press('ArrowUp');
	await expect(cellAt(owner, booked, 0)).toBeFocused();
	await owner.keyboard.press('Enter');
	const panel = owner.getByRole('region', { name: /^Team, booked, week of / });
	await expect(panel.getByRole('list', { name: 'Causes' })).not.toContainText('Roles nobody holds');
	await owner.keyboard.press('Escape');
	await expect(cellAt(owner, booked, 0)).toBeFocused();

	// A week in which somebody is missing: the second row is fuller there.
	const shares = (row: number): Promise<(string | undefined)[]> =>
		owner
			.locator(`[data-cell^="${row} "]`)
			.evaluateAll((cells) =>
				cells.map((cell) => cell.getAttribute('aria-label')?.split(', ').at(-1))
			);
	const [without, withRoles] = [await shares(booked), await shares(withOpen)];
	const column = withRoles.findIndex((share, i) => share !== without[i]);
	await cellAt(owner, withOpen, column).click();
	const whole = owner.getByRole('region', { name: /^With unstaffed work, week of / });
	await expect(whole.getByRole('list', { name: 'Causes' })).toContainText('Roles nobody holds');
	const said = Number(/([\d.]+) h of/.exec((await whole.textContent())!)![1]);
	expect(await hours(whole.locator('.group .head .hours').filter({ hasNotText: '−' }))).toBeCloseTo(
		said,
		0
	);
	await expect(owner).toHaveURL(/cell=[\d-]+(~|%7E)all-open/);
	await owner.reload();
	await expect(whole).toContainText('Roles nobody holds');
});

test('everybody is on paper, and nothing of the page around the grid', async ({ open }) => {
	const owner = await open('owner', 'heatmap', { viewport: { width: 1280, height: 420 } });
	await expect(owner.getByRole('grid')).toBeVisible();
	const people = Number(await owner.getByRole('grid').getAttribute('aria-rowcount')) - 3;
	expect(people).toBeGreaterThan(9);
	await cellAt(owner, 0, 2).click();
	await expect(owner.getByRole('region', { name: /week of/ })).toBeVisible();
	await owner.emulateMedia({ media: 'print' });
	const table = owner.getByRole('table');
	await expect(table.getByRole('row')).toHaveCount(1 + people + 2);
	await expect(table).toContainText('Vikram Joshi');
	await expect(table).toContainText('With unstaffed work');
	for (const gone of ['banner', 'grid', 'region', 'button'] as const)
		await expect(owner.getByRole(gone)).toHaveCount(0);
	const heights = await owner.evaluate(() => {
		const last = document.querySelector('.paper tbody tr:last-child')!;
		return { table: last.getBoundingClientRect().bottom, page: document.body.scrollHeight };
	});
	expect(heights.page).toBeGreaterThanOrEqual(Math.floor(heights.table));
	await owner.emulateMedia({ media: 'screen' });
	await expect(owner.getByRole('grid')).toBeVisible();

	// A browser that prints asks for it before it looks; so many people do not fit on one small page.
	const pdf = await owner.pdf({ width: '8in', height: '3in', preferCSSPageSize: false });
	const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!;
	expect(pages.length).toBeGreaterThan(1);
	await expect(owner.locator('.paper')).toHaveCount(0);
});

test('projects nobody has sized stand beside the grid, and lead to their cards', async ({
	open
}) => {
	const owner = await open('owner', 'heatmap');
	const said = /(\d+) of \d+ projects unsized/.exec((await owner.locator('main').textContent())!)!;
	await owner.getByRole('button', { name: `Unsized ${said[1]}` }).click();
	const tray = owner.getByRole('complementary', { name: 'Projects without an estimate' });
	await expect(tray.getByRole('listitem')).toHaveCount(Number(said[1]));
	await expect(owner).toHaveURL(/tray=on/);
	const first = tray.getByRole('link').first();
	const title = (await first.textContent())!.trim();
	await first.click();
	const panel = owner.getByRole('region', { name: title });
	await expect(panel).toBeVisible();
	await panel
		.getByLabel(/^Effort/)
		.first()
		.fill('12');
	await panel
		.getByLabel(/^Effort/)
		.first()
		.press('Enter');
	await expect(tray.getByRole('listitem')).toHaveCount(Number(said[1]) - 1);
	await expect(tray.getByRole('link', { name: title })).toHaveCount(0);
});

test('bands and basis change the grid, and the file holds what the grid says', async ({ open }) => {
	const owner = await open('owner', 'heatmap');
	const full = owner.getByRole('gridcell', { name: /, 90 %$/ }).first();
	await expect(full).toHaveClass(/bin-3/);
	await owner.getByRole('button', { name: 'Options' }).click();
	await owner.getByLabel('Bands end at (%)').fill('20, 40, 60, 80, 95');
	await owner.getByRole('button', { name: 'Use', exact: true }).click();
	await owner.keyboard.press('Escape');
	await expect(full).toHaveClass(/bin-5/);
	await expect(owner).toHaveURL(/bands=20-40-60-80-95/);
	await expect(owner.getByRole('note', { name: 'Legend' })).toContainText('81–95');

	const jonas = owner.getByRole('gridcell', { name: /^Jonas Ortiz, / });
	const shares = (): Promise<number[]> =>
		jonas.evaluateAll((cells) =>
			cells.map((cell) => Number(/(\d+) %$/.exec(cell.getAttribute('aria-label')!)?.[1] ?? 0))
		);
	const sum = async (): Promise<number> => (await shares()).reduce((a, b) => a + b, 0);
	const booked = await sum();
	const switchBasis = owner.getByRole('button', { name: 'With tentative' });
	await switchBasis.click();
	await expect(switchBasis).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(sum).toBeGreaterThan(booked);

	await owner.getByRole('button', { name: 'Take along' }).click();
	const waiting = owner.waitForEvent('download');
	await owner.getByRole('menuitem', { name: 'CSV' }).click();
	const text = await readFile(await (await waiting).path(), 'utf8');
	expect(text.startsWith('\ufeffPerson,week of ')).toBe(true);
	const lines = text
		.slice(1)
		.trim()
		.split('\r\n')
		.map((line) => line.split(','));
	const mine = lines.find(([name]) => name === 'Jonas Ortiz')!;
	const shown = await shares();
	expect(mine.slice(1).map((cell) => Number.parseInt(cell) || 0)).toEqual(shown);
	expect(lines.at(-1)![0]).toBe('With unstaffed work');
	const rows = Number(await owner.getByRole('grid').getAttribute('aria-rowcount'));
	expect(lines).toHaveLength(rows);
});

test('a cell says what is wrong with it, and why there are no hours', async ({ open }) => {
	const owner = await open('owner', 'heatmap');
	const marked = owner
		.getByRole('row')
		.filter({ hasText: /\d+ wk over/ })
		.first();
	await expect(marked.getByRole('rowheader')).toHaveAccessibleDescription(
		/^Over for \d+ weeks in a row from \d{4}-\d\d-\d\d on$/
	);
	await marked
		.getByRole('gridcell', { name: /, 1(0[1-9]|[1-9]\d) %$/ })
		.last()
		.click();
	const panel = owner.getByRole('region', { name: /, week of / });
	await expect(panel.getByRole('list', { name: 'What to know' })).toContainText(
		/Breach: confirmed work alone is over\./
	);
	await owner
		.getByRole('gridcell', { name: /^Lena Vogt, .*no capacity$/ })
		.first()
		.click();
	await expect(panel.getByRole('list', { name: 'What to know' })).toContainText(
		'Away on every working day.'
	);
	await owner.getByRole('button', { name: 'Days', exact: true }).click();
	await owner
		.getByRole('gridcell', { name: /^Priya Kaur, \d{4}-\d\d-\d\d, no capacity$/ })
		.first()
		.click();
	await expect(owner.getByRole('list', { name: 'What to know' })).toContainText(
		/The weekly pattern has no hours on these days\.|Closed on every working day\./
	);
});
