// What the timeline says in words and takes by typing: bookings of every kind, the table beside the drawing, and the heads
// above its rows.
import type { Locator, Page } from '@playwright/test';
import { faults } from './axe.ts';
import { bars, expect, personRow, test, untilSaved } from './site.ts';

const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z');
const tray = (page: Page): Locator =>
	page.getByRole('complementary', { name: 'Work nobody is booked on' });

test('hours in all for an open role, and work of no project, are booked by typing', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	await page.keyboard.press('n');
	const dialog = page.getByRole('dialog', { name: 'New booking' });
	const work = dialog.getByRole('combobox', { name: 'Work' });
	await dialog.getByRole('button', { name: 'Book' }).click();
	await expect(dialog).toContainText('Choose what it is for.');
	await work.selectOption({ label: 'Lab safety' });
	await dialog.getByRole('textbox', { name: 'Open role' }).fill('Translator');
	await dialog.getByRole('textbox', { name: 'Skill needed' }).fill('Writing');
	await dialog.getByRole('combobox', { name: 'Level' }).selectOption({ label: '3, skilled' });
	await dialog.getByLabel('Load').click();
	await page.getByRole('option', { name: 'Hours in all' }).click();
	await dialog.getByRole('textbox', { name: 'Hours' }).fill('16');
	await dialog.getByRole('button', { name: 'Book' }).click();
	await expect(bars(page, 'Translator', 'Lab safety')).toHaveAccessibleDescription(
		/^tentative, 16 h/
	);
	await undo(page);
	await expect(personRow(page, 'Translator')).toHaveCount(0);

	await page.keyboard.press('n');
	await work.selectOption({ label: 'Non-project work' });
	await dialog.getByRole('textbox', { name: 'What it is' }).fill('Team day');
	await dialog.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Lena Vogt' });
	await dialog.getByRole('button', { name: 'Book' }).click();
	const bar = bars(page, 'Lena Vogt', 'Team day');
	await expect(bar).toHaveAccessibleDescription(/non-project work/);

	// The editor makes project work of it, and what it was again.
	await bar.focus();
	await page.keyboard.press('Enter');
	const editor = page.getByRole('dialog', { name: 'Team day' });
	await editor
		.getByRole('combobox', { name: 'Work', exact: true })
		.selectOption({ label: 'Lab safety' });
	await editor.getByRole('button', { name: 'Save' }).click();
	const changed = bars(page, 'Lena Vogt', 'Lab safety');
	await expect(changed).toBeFocused();
	await page.keyboard.press('Enter');
	const other = page.getByRole('dialog', { name: 'Lab safety' });
	await other.getByText('More', { exact: true }).click();
	await other.getByLabel('Kind').click();
	const kinds = page.getByRole('listbox', { name: 'Kind' });
	await kinds.getByRole('option', { name: 'Non-project work' }).click();
	await other.getByRole('button', { name: 'Save' }).click();
	await expect(bar).toHaveCount(1);
	for (let i = 0; i < 3; i++) await undo(page);
	await expect(bar).toHaveCount(0);
	await expect(changed).toHaveCount(0);
});

test('the table says what the drawing shows: work elsewhere, full weeks, problems; the tray stands beside it', async ({
	open
}) => {
	const page = await open('owner', 'timeline', { path: '/b/brd_demo/timeline?as=table&tray=on' });
	await untilSaved(page);
	const table = page.getByRole('table', { name: /bookings$/ });
	const lineOf = (person: string, text: string): Locator =>
		table
			.getByRole('row')
			.filter({ has: page.getByRole('rowheader', { name: person, exact: true }) })
			.filter({ hasText: text });
	await expect(lineOf('Jonas Ortiz', 'On another board')).toContainText(/\d h a week/);
	await expect(lineOf('Rafael Stein', 'Pricing basics').first()).toContainText(/ in W\d+/);
	await expect(lineOf('Amara Mensah', 'Anti-bribery for buyers')).toContainText(
		/Amara Mensah holds \S+ h of \S+ h in the week of/
	);
	await expect(
		tray(page)
			.getByRole('button', { name: /^Assign / })
			.first()
	).toBeVisible();
	expect(await faults(page, { within: 'main' })).toEqual([]);
	await page.goto('/b/brd_demo/timeline?as=list&tray=on&rows=team');
	await expect(page.getByRole('heading', { name: 'Design studio' })).toBeVisible();
	await expect(tray(page)).toBeVisible();
});

test('a head sums the hours of its rows, stays while they are in view, and folds them away', async ({
	open
}) => {
	const page = await open('owner', 'timeline', { path: '/b/brd_demo/timeline?rows=team' });
	await untilSaved(page);
	const head = page.getByRole('row', { name: 'Design studio', exact: true });
	await expect(head).toContainText(/^\s*Design studio\s+3\s+\d+ h of \d+ h booked in view/);
	const fold = head.getByRole('button', { name: /^Design studio/ });
	await fold.click();
	await expect(fold).toHaveAttribute('aria-expanded', 'false');
	await expect(personRow(page, 'Lena Vogt')).toHaveCount(0);
	await fold.click();
	await expect(personRow(page, 'Lena Vogt')).toBeVisible();

	const box = page.getByRole('region', { name: 'Timeline', exact: true });
	const top = (await box.boundingBox())!.y + 40;
	const start = (await personRow(page, 'Lena Vogt').boundingBox())!.y - top;
	await box.evaluate((one, px) => one.scrollTo({ top: px }), start + 20);
	await expect.poll(async () => (await fold.boundingBox())?.y).toBeCloseTo(top, 0);
	expect(await faults(page, { within: 'main' })).toEqual([]);
});

test('a project nobody is booked on has a row among the projects', async ({ open }) => {
	const page = await open('owner', 'timeline', {
		path: '/b/brd_demo/timeline?rows=projects&who=expense'
	});
	await untilSaved(page);
	const row = page.getByRole('row', {
		name: 'Expense tool: job aid instead of a course',
		exact: true
	});
	await expect(row).toBeVisible();
	await expect(row.getByRole('button', { name: /\d{4}-\d\d-\d\d/ })).toHaveCount(0);
});
