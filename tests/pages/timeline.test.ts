// The timeline's gestures, by mouse, by key and by finger: drawing, splitting, moving several as one step, what waits for
// what, other rows and other ways to read the same.
import type { Locator, Page } from '@playwright/test';
import { faults } from './axe.ts';
import { bars, expect, messages, personRow, test } from './site.ts';

const nameOf = (bar: Locator): Promise<string | null> => bar.evaluate((one) => one.ariaLabel);
/** Names of the bars, once all rows have what can be pressed. */
async function namesOf(of: Locator): Promise<string[]> {
	await expect(of.page().locator('[role="table"][aria-busy="true"]')).toHaveCount(0);
	return of
		.getByRole('button', { name: /, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/ })
		.evaluateAll((all) => all.map((one) => one.ariaLabel ?? '').sort());
}

/** Presses on a place and carries it on without letting go. */
async function carry(page: Page, at: { x: number; y: number }, dx: number, dy = 0): Promise<void> {
	await page.mouse.move(at.x, at.y);
	await page.mouse.down();
	await page.mouse.move(at.x + Math.sign(dx) * 8, at.y + Math.sign(dy) * 8, { steps: 3 });
	await page.mouse.move(at.x + dx, at.y + dy, { steps: 6 });
}

async function middleOf(bar: Locator): Promise<{ x: number; y: number }> {
	const box = (await bar.boundingBox())!;
	return { x: Math.max(box.x, 240) + 60, y: box.y + box.height / 2 };
}

const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z');

test('a stretch of an empty row becomes a booking, and a viewer is told why not', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	const row = personRow(page, 'Helena Brandt');
	const y = (await row.boundingBox())!.y + 14;
	await carry(page, { x: 900, y }, 18 * 6 + 4);
	await expect(page.locator('.readout')).toContainText(/7 days|working days, Helena \d+ %/);
	await page.mouse.up();
	const dialog = page.getByRole('dialog', { name: 'New booking' });
	await dialog.getByRole('combobox', { name: 'Work' }).selectOption({ label: 'Lab safety' });
	await dialog.getByRole('button', { name: 'Book' }).click();
	await expect(bars(page, 'Helena Brandt', 'Lab safety')).toHaveCount(1);
	await expect(bars(page, 'Helena Brandt', 'Lab safety')).toBeFocused();
	await undo(page);
	await expect(bars(page, 'Helena Brandt', 'Lab safety')).toHaveCount(0);

	const viewer = await open('viewer', 'timeline');
	await carry(viewer, { x: 900, y }, 120);
	await expect(viewer.locator('.readout')).toContainText('Viewers read.');
	await viewer.keyboard.press('Escape');
	await viewer.mouse.up();
	await expect(viewer.getByRole('dialog')).toBeHidden();
});

test('several bars move in time and to another person, and come back by one undo', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	const [first, second] = ['Structured interviews', 'Fire wardens'];
	const before = await namesOf(personRow(page, 'Marcus Bell'));
	const there = await namesOf(personRow(page, 'Helena Brandt'));
	await bars(page, 'Marcus Bell', first).focus();
	await page.keyboard.press('x');
	await bars(page, 'Marcus Bell', second).click({
		modifiers: ['Control'],
		position: { x: 60, y: 8 }
	});
	await expect(page.getByRole('toolbar', { name: 'Selected bookings' })).toContainText(
		'2 selected'
	);
	const to = (await personRow(page, 'Helena Brandt').boundingBox())!;
	const from = await middleOf(bars(page, 'Marcus Bell', second));
	await carry(page, from, 18 * 7, to.y + 12 - from.y);
	await expect(page.locator('.readout')).toContainText(/Helena \d+ %.*Marcus \d+ %/);
	await page.mouse.up();
	await expect(bars(page, 'Helena Brandt', first)).toHaveCount(1);
	await expect(bars(page, 'Helena Brandt', second)).toHaveCount(1);
	await expect(bars(page, 'Marcus Bell', first)).toHaveCount(0);
	await undo(page);
	await expect.poll(() => namesOf(personRow(page, 'Marcus Bell'))).toEqual(before);
	expect(await namesOf(personRow(page, 'Helena Brandt'))).toEqual(there);

	await page.keyboard.press('Escape');
	// From an empty place of one row over the bars of those below.
	const low = (await personRow(page, 'Marcus Bell').boundingBox())!;
	await page.mouse.move(1300, to.y + 12);
	await page.keyboard.down('Shift');
	await page.mouse.down();
	await page.mouse.move(700, to.y + 40, { steps: 3 });
	await page.mouse.move(500, low.y + low.height - 24, { steps: 6 });
	await page.mouse.up();
	await page.keyboard.up('Shift');
	const tools = page.getByRole('toolbar', { name: 'Selected bookings' });
	await expect(tools).toContainText(/\d+ selected/);
	await tools.getByRole('button', { name: 'Clear' }).click();
	await expect(tools).toBeHidden();

	await bars(page, 'Marcus Bell', first).focus();
	await page.keyboard.press('x');
	await expect(tools).toContainText('1 selected');
	await page.getByRole('rowheader', { name: 'Helena Brandt' }).click();
	await expect(tools, 'a click beside the bars, on a name too, lets them go').toBeHidden();
});

test('a bar is split, duplicated and locked by keys; a locked one says why it stays', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	const bar = bars(page, 'Rafael Stein', 'Pricing basics');
	const whole = (await nameOf(bar))!;
	await bar.focus();
	await page.keyboard.press('s');
	const dialog = page.getByRole('dialog', { name: /^Split Pricing basics/ });
	await dialog.getByRole('button', { name: 'Split' }).click();
	await expect(bar).toHaveCount(2);
	await undo(page);
	await expect(bar).toHaveCount(1);
	expect(await nameOf(bar)).toBe(whole);

	await bar.focus();
	await page.keyboard.press('d');
	await expect(bar).toHaveCount(2);
	await undo(page);
	await expect(bar).toHaveCount(1);

	await bar.focus();
	await page.keyboard.press('l');
	await expect(bar).toHaveAccessibleDescription(/locked/);
	await page.keyboard.press('Alt+ArrowRight');
	await expect(messages(page)).toContainText('It is locked.');
	expect(await nameOf(bar)).toBe(whole);
	await carry(page, await middleOf(bar), 90);
	await expect(page.locator('.readout')).toHaveText('It is locked. Unlock it first.');
	await page.mouse.up();
	expect(await nameOf(bar)).toBe(whole);
	await bar.click({ button: 'right' });
	await page.getByRole('menuitem', { name: /^Unlock/ }).click();
	await expect(bar).not.toHaveAccessibleDescription(/locked/);
});

test('what waits for what is added by keys, warns in words, and is taken away by click', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	const bar = bars(page, 'Rafael Stein', 'Pricing basics');
	await bar.focus();
	await page.keyboard.press('w');
	const dialog = page.getByRole('dialog', { name: 'What Pricing basics waits for' });
	await dialog.getByRole('combobox', { name: 'Wait for' }).selectOption({ label: 'Lab safety' });
	await dialog.getByRole('textbox', { name: 'Working days later' }).fill('2');
	await page.keyboard.press('Enter');
	await expect(dialog.getByRole('list', { name: 'Waits for' })).toContainText(
		/Lab safety.*working days too early/s
	);
	expect(await faults(page, { within: '[role="dialog"]' })).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(bar).toHaveAccessibleDescription(/waits for Lab safety: \d+ working days too early/);
	await expect(page.locator('svg path.violated')).not.toHaveCount(0);

	// The other way round it would close a circle.
	await bars(page, 'Rafael Stein', 'Lab safety').focus();
	await page.keyboard.press('w');
	const other = page.getByRole('dialog', { name: 'What Lab safety waits for' });
	await other.getByRole('combobox', { name: 'Wait for' }).selectOption({ label: 'Pricing basics' });
	await expect(other).toContainText('Pricing basics already waits for Lab safety');
	await expect(other.getByRole('button', { name: 'Add' })).toBeDisabled();
	await other.getByRole('button', { name: 'Remove: Pricing basics waits for this' }).click();
	await page.keyboard.press('Escape');
	await expect(bar).not.toHaveAccessibleDescription(/waits for/);

	// A click on a line opens what waits there.
	const line = page.locator('svg path.violated').first();
	const box = (await line.boundingBox())!;
	await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
	await expect(
		page.getByRole('dialog', { name: /^What Inclusive leadership waits for/ })
	).toBeVisible();
});

test('rows by team and by project, and a table with the same bookings', async ({ open }) => {
	const page = await open('owner', 'timeline');
	const view = page.getByRole('button', { name: 'View', exact: true });
	const choose = async (name: string): Promise<void> => {
		await view.click();
		await page.getByRole('menuitem', { name, exact: true }).click();
	};
	await choose('People by team');
	await expect(page.getByRole('row', { name: 'Design studio', exact: true })).toBeVisible();
	await choose('Projects');
	await expect(personRow(page, 'Code of conduct 2027')).toBeVisible();

	await page.goto('/b/brd_demo/timeline?who=lena');
	const row = personRow(page, 'Lena Vogt');
	await expect(row).toBeVisible();
	await page.getByRole('button', { name: 'Months' }).click();
	const drawn = await namesOf(row);
	expect(drawn.length).toBeGreaterThan(0);
	await choose('Table');
	const table = page.getByRole('table', { name: /bookings$/ });
	await expect(table.getByRole('columnheader', { name: 'Waits for' })).toBeVisible();
	const lena = table
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: 'Lena Vogt' }) });
	expect(await namesOf(lena)).toEqual(drawn);
	expect(await faults(page, { within: 'table' })).toEqual([]);
});

test('read right to left the drawing is mirrored, and keys go where they point', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	const bar = bars(page, 'Lena Vogt', 'Sales playbook: twelve countries');
	const other = bars(page, 'Lena Vogt', 'Onboarding: warehouse');
	const ltr = { bar: (await bar.boundingBox())!, other: (await other.boundingBox())! };
	expect(ltr.bar.x).toBeGreaterThan(ltr.other.x);
	// The place is known once it stands in the address.
	await expect(page).toHaveURL(/from=/);
	await page.evaluate(() => (document.documentElement.dir = 'rtl'));
	// While it is drawn anew there is no box.
	await expect.poll(async () => (await bar.boundingBox())?.x ?? ltr.bar.x).not.toBe(ltr.bar.x);
	const rtl = { bar: (await bar.boundingBox())!, other: (await other.boundingBox())! };
	const endOf = (box: typeof rtl.bar): number => box.x + box.width;
	expect(endOf(rtl.bar)).toBeLessThan(endOf(rtl.other));
	expect(endOf(rtl.other) - endOf(rtl.bar)).toBeCloseTo(ltr.bar.x - ltr.other.x, 0);
	const names = (await page.getByRole('rowheader', { name: 'Lena Vogt' }).boundingBox())!;
	expect(names.x).toBeGreaterThan(1000);

	const before = (await nameOf(bar))!;
	await bar.focus();
	await page.keyboard.press('Alt+ArrowLeft');
	await expect.poll(() => nameOf(bar)).not.toBe(before);
	expect((await nameOf(bar))! > before, 'left is later').toBe(true);
	await undo(page);
	await expect.poll(() => nameOf(bar)).toBe(before);
	const now = (await bar.boundingBox())!;
	// Its start may lie under the names.
	const x = Math.min(endOf(now), names.x) - 60;
	await carry(page, { x, y: now.y + 8 }, -18 * 7);
	await page.mouse.up();
	await expect.poll(async () => (await nameOf(bar))! > before).toBe(true);
	await undo(page);
	await expect.poll(() => nameOf(bar)).toBe(before);
});

test('a finger that rests lifts a bar, and the sheet scrolls near its edge', async ({ open }) => {
	const page = await open('owner', 'timeline', { hasTouch: true });
	const bar = bars(page, 'Lena Vogt', 'Sales playbook: twelve countries');
	const before = (await nameOf(bar))!;
	const { x, y } = await middleOf(bar);
	const touch = await page.context().newCDPSession(page);
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
		touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
	await send('touchStart', { x, y });
	await expect(bar).toHaveClass(/lifted/);
	await send('touchMove', { x: x + 90, y });
	await expect(page.locator('.readout')).toContainText('Lena');
	const scroller = page.getByRole('region', { name: 'Timeline', exact: true });
	const scrolled = await scroller.evaluate((one) => one.scrollLeft);
	await send('touchMove', { x: 1430, y });
	await expect
		.poll(() => scroller.evaluate((one) => one.scrollLeft))
		.toBeGreaterThan(scrolled + 40);
	await send('touchMove', { x: x + 126, y });
	await send('touchEnd');
	await expect.poll(() => nameOf(bar)).not.toBe(before);
	await undo(page);
	await expect.poll(() => nameOf(bar)).toBe(before);
});
