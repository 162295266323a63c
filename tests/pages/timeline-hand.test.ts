// What the timeline does under the hand, and the same by key and by click: edges, other people, the tray, what is out of
// view, and the view itself.
import type { Locator, Page } from '@playwright/test';
import { addDays, weekday } from '#lib/domain/days.ts';
import { bars, expect, messages, personRow, test, untilSaved } from './site.ts';

const scroller = (page: Page): Locator =>
	page.getByRole('region', { name: 'Timeline', exact: true });
const tray = (page: Page): Locator =>
	page.getByRole('complementary', { name: 'Work nobody is booked on' });
const tools = (page: Page): Locator => page.getByRole('toolbar', { name: 'Selected bookings' });
const readout = (page: Page): Locator => page.locator('.readout');

/** First and last day of a bar, of its name. */
async function daysOf(bar: Locator): Promise<{ from: string; to: string }> {
	const name = (await bar.getAttribute('aria-label')) ?? '';
	const [, from = '', to = ''] = /, (\S+) to (\S+)$/.exec(name) ?? [];
	return { from, to };
}
/** Where a bar lies once nothing comes in any more that moves it. */
async function placeOf(
	bar: Locator
): Promise<{ x: number; y: number; width: number; height: number }> {
	let before = '';
	await expect
		.poll(async () => {
			const now = JSON.stringify(await bar.boundingBox());
			const isSteady = now === before && now !== 'null';
			before = now;
			return isSteady;
		})
		.toBe(true);
	return (await bar.boundingBox())!;
}
const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z');

/** Presses on a place and carries it on without letting go. */
async function carry(page: Page, at: { x: number; y: number }, dx: number, dy = 0): Promise<void> {
	await page.mouse.move(at.x, at.y);
	await page.mouse.down();
	await page.mouse.move(at.x + Math.sign(dx) * 8, at.y + Math.sign(dy) * 8, { steps: 3 });
	await page.mouse.move(at.x + dx, at.y + dy, { steps: 6 });
}

async function choose(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: 'View', exact: true }).click();
	await page.getByRole('menuitem', { name, exact: true }).click();
}

test('keys work wherever one is on the page: after loading, after g t, after a click beside the bars', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	await page.keyboard.press('4');
	await expect(page).toHaveURL(/zoom=quarter/);
	await page.keyboard.press('g');
	await page.keyboard.press('b');
	await expect(page).toHaveURL(/\/board/);
	await page.keyboard.press('g');
	await page.keyboard.press('t');
	await expect(page).toHaveURL(/\/timeline/);
	await expect(personRow(page, 'Helena Brandt')).toBeVisible();
	await page.keyboard.press('3');
	await expect(page).toHaveURL(/zoom=month/);
	const empty = (await personRow(page, 'Helena Brandt').boundingBox())!;
	await page.mouse.click(1300, empty.y + 12);
	await page.keyboard.press('-');
	await expect(page).toHaveURL(/zoom=quarter/);
	await page.keyboard.press('n');
	await expect(page.getByRole('dialog', { name: 'New booking' })).toBeVisible();
	// In a dialog they are not the page's any more.
	await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).focus();
	await page.keyboard.press('2');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(page).toHaveURL(/zoom=quarter/);
	await page.keyboard.press('f');
	await expect(page.getByRole('searchbox')).toBeFocused();
});

test('an edge is pulled by mouse and by keys, Esc puts it back, and the other end stays', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	const bar = bars(page, 'Lena Vogt', 'Onboarding: warehouse');
	const before = await daysOf(bar);
	const box = await placeOf(bar);
	const end = { x: box.x + box.width - 5, y: box.y + box.height / 2 };
	await carry(page, end, 36);
	await expect(readout(page)).toContainText('Lena');
	await page.keyboard.press('Escape');
	await expect(readout(page)).toHaveCount(0);
	await page.mouse.up();
	expect(await daysOf(bar)).toEqual(before);

	await carry(page, end, 36);
	await page.mouse.up();
	await expect.poll(() => daysOf(bar)).toEqual({ ...before, to: addDays(before.to, 2) });
	await undo(page);
	await expect.poll(() => daysOf(bar)).toEqual(before);

	await bar.focus();
	await page.keyboard.press('Control+Alt+ArrowLeft');
	await expect.poll(() => daysOf(bar)).toEqual({ ...before, to: addDays(before.to, -1) });
	await page.keyboard.press('Control+Alt+Shift+ArrowRight');
	await expect
		.poll(() => daysOf(bar))
		.toEqual({ from: addDays(before.from, 1), to: addDays(before.to, -1) });
	await undo(page);
	await undo(page);
	await expect.poll(() => daysOf(bar)).toEqual(before);
});

test('a whole bar that is held goes back on Esc, and Alt with up and down gives it to others', async ({
	open
}) => {
	// What was confirmed is asked for again in other hands, and a full week is refused in the console.
	const page = await open('owner', 'timeline', { expected: /409 \(Conflict\)/ });
	const bar = bars(page, 'Helena Brandt', 'Apprentice induction 2027');
	const days = await daysOf(bar);
	const box = await placeOf(bar);
	await carry(page, { x: box.x + box.width / 2, y: box.y + 8 }, 90, 80);
	await expect(readout(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await expect(readout(page)).toHaveCount(0);
	expect(await daysOf(bar)).toEqual(days);

	await bar.focus();
	await page.keyboard.press('Alt+ArrowDown');
	await expect(bars(page, 'Jonas Ortiz', 'Apprentice induction 2027')).toBeFocused();
	await page.keyboard.press('Alt+ArrowUp');
	await expect(bar).toBeFocused();
	expect(await daysOf(bar)).toEqual(days);
});

test('work of the tray is dropped on somebody of another team, who is asked, or assigned by click', async ({
	open
}) => {
	const page = await open('designer', 'timeline', { path: '/b/brd_demo/timeline?tray=on' });
	await untilSaved(page);
	const title = 'Code of conduct 2027';
	const work = tray(page).getByRole('listitem').filter({ hasText: 'Storyline, 80 h' });
	const from = (await work.getByText(title).boundingBox())!;
	const to = (await personRow(page, 'Jonas Ortiz').boundingBox())!;
	const at = { x: from.x + 20, y: from.y + 6 };
	await carry(page, at, 800 - at.x, to.y + 12 - at.y);
	await expect(readout(page)).toContainText('Jonas');
	await page.mouse.up();
	const asked = bars(page, 'Jonas Ortiz', title);
	await expect(asked).toHaveAccessibleDescription(/requested, not agreed yet/);
	await expect(work).toHaveCount(0);
	await undo(page);
	await expect(asked).toHaveCount(0);
	await expect(work).toHaveCount(1);

	await work.getByRole('button', { name: /^Assign / }).click();
	const dialog = page.getByRole('dialog', { name: title });
	await dialog.getByLabel('Person').click();
	await page.getByRole('option', { name: 'Lena Vogt' }).click();
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(bars(page, 'Lena Vogt', title)).toHaveAccessibleDescription(/tentative/);
	await expect(work).toHaveCount(0);
	await undo(page);
	await expect(work).toHaveCount(1);
});

test('what is archived is selected no more, and several moved by keys land on working days', async ({
	open
}) => {
	const page = await open('owner', 'timeline', { path: '/b/brd_demo/timeline?zoom=month' });
	await untilSaved(page);
	const [first, second] = ['Structured interviews', 'Inclusive leadership'].map((title) =>
		bars(page, 'Marcus Bell', title)
	) as [Locator, Locator];
	const before = [await daysOf(first), await daysOf(second)];
	await second.focus();
	await page.keyboard.press('x');
	await first.focus();
	await page.keyboard.press('x');
	await expect(tools(page)).toContainText('2 selected');
	expect(weekday(before[0]!.from)).toBe(1);
	await page.keyboard.press('Alt+ArrowLeft');
	await expect.poll(() => daysOf(first)).not.toEqual(before[0]);
	const after = [await daysOf(first), await daysOf(second)];
	expect(weekday(after[0]!.from), 'no weekend').toBeLessThanOrEqual(5);
	await undo(page);
	await expect.poll(() => daysOf(first)).toEqual(before[0]);
	expect(await daysOf(second)).toEqual(before[1]);

	await first.focus();
	await page.keyboard.press('Delete');
	await expect(first).toHaveCount(0);
	await expect(tools(page)).toBeHidden();
	await messages(page).getByRole('button', { name: 'Undo' }).click();
	await expect(first).toHaveCount(1);
	await expect(tools(page)).toBeHidden();
});

test('a click that no pointer made opens the editor, which offers what the menu of the bar does', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	const bar = bars(page, 'Rafael Stein', 'Pricing basics');
	await bar.evaluate((one: HTMLElement) => one.click());
	const dialog = page.getByRole('dialog', { name: 'Pricing basics', exact: true });
	await dialog.getByRole('button', { name: 'Actions…' }).click();
	const names = ['Split…', 'Duplicate', 'What it waits for…', 'Lock'];
	for (const name of names)
		await expect(page.getByRole('menuitem', { name: new RegExp(`^${name}`) })).toBeVisible();
	await page.getByRole('menuitem', { name: /^Split…/ }).click();
	await expect(page.getByRole('dialog', { name: /^Split Pricing basics/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(bar).toBeFocused();
});

test('arrows lead to what is out of view, also where a row shows something', async ({ open }) => {
	const page = await open('owner', 'timeline', { path: '/b/brd_demo/timeline?zoom=day' });
	await untilSaved(page);
	const row = personRow(page, 'Priya Kaur');
	await expect(bars(page, 'Priya Kaur', 'Code of conduct 2027')).toBeVisible();
	const later = row.getByRole('button', { name: /^\d+ later, on to / });
	const earlier = row.getByRole('button', { name: /^\d+ earlier, back to / });
	await expect(earlier).toHaveCount(0);
	await placeOf(later);
	const day = / on to (\S+)$/.exec((await later.getAttribute('aria-label')) ?? '')?.[1] ?? '';
	await later.click();
	const focused = row.locator('[data-bar]:focus');
	await expect(focused).toHaveAccessibleName(new RegExp(`, ${day} to `));
	await expect(focused).toBeInViewport();
	for (let i = 0; i < 6 && (await earlier.count()) === 0; i++) await later.click();
	await expect(earlier).toBeVisible();
	await earlier.click();
	await expect(bars(page, 'Priya Kaur', 'GDPR refresh 2027').first()).toBeInViewport();
});

test('zoom, today and panning move the view', async ({ open }) => {
	const page = await open('owner', 'timeline');
	const place = (): Promise<number> => scroller(page).evaluate((one) => one.scrollLeft);
	const start = await place();
	await page.getByRole('button', { name: 'Later', exact: true }).click();
	await expect.poll(place).toBeGreaterThan(start + 200);
	await page.getByRole('button', { name: 'Today' }).click();
	await expect.poll(place).toBeLessThan(start + 100);
	await expect(page.locator('.today')).toBeInViewport();
	await page.getByRole('button', { name: 'Days' }).click();
	await expect(page).toHaveURL(/zoom=day/);
	await expect(page.locator('.today')).toBeInViewport();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('t');
	await expect(page.locator('.today')).toBeInViewport();
});

test('rows are denser on demand, and stand under the skill people are best at', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	const heightOf = async (): Promise<number> =>
		(await personRow(page, 'Sam Rowe').boundingBox())?.height ?? 0;
	const usual = await heightOf();
	await choose(page, 'Roomy');
	await expect.poll(heightOf).toBeGreaterThan(usual);
	await choose(page, 'Compact');
	await expect.poll(heightOf).toBeLessThan(usual);
	await choose(page, 'Usual');
	await expect.poll(heightOf).toBe(usual);
	await choose(page, 'People by skill');
	await expect(page).toHaveURL(/rows=skill/);
	const names = await page.getByRole('row').evaluateAll((all) => all.map((one) => one.ariaLabel));
	const at = names.indexOf('Facilitation');
	expect(at).toBeGreaterThan(-1);
	expect(names.slice(at + 1, at + 3)).toEqual(['Helena Brandt', 'Marcus Bell']);
});
