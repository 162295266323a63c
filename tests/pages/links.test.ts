// Dependencies drawn with the mouse, from an end of one bar to an end of another.
import type { Locator, Page } from '@playwright/test';
import type { Dependency } from '#lib/domain/dependencies.ts';
import { rebuildBoard } from '../exported-board.ts';
import { bars, board, expect, messages, test, untilSaved } from './site.ts';

const handle = (page: Page, end: 'S' | 'F'): Locator => page.locator(`[data-link="${end}"]`);
const readout = (page: Page): Locator => page.locator('.readout');
const line = (page: Page): Locator => page.locator('svg:has(rect) path');

/** What a project waits for, of the board as it is exported: the title and how. */
async function waitsFor(page: Page, title: string): Promise<string[]> {
	const text = await (await page.request.get(`/api/boards/${board}/export.json`)).text();
	const exported = rebuildBoard(text);
	const project = [...exported.all('projects')].find((one) => one.title === title)!;
	return project.after.map(
		({ on, type }: Dependency) => `${exported.get('projects', on)!.title} ${type}`
	);
}

/** Rests on a bar and takes the handle of one of its ends, without letting go. */
async function take(page: Page, bar: Locator, end: 'S' | 'F'): Promise<void> {
	const { x, y, width, height } = (await bar.boundingBox())!;
	await page.mouse.move(x + width / 2, y + height / 2);
	await expect(handle(page, end)).toBeVisible();
	const box = (await handle(page, end).boundingBox())!;
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
	await page.mouse.down();
}

/** Carries what is in hand to so far from the start of a bar. */
async function carryTo(page: Page, bar: Locator, part: number): Promise<void> {
	const { x, y, width, height } = (await bar.boundingBox())!;
	await page.mouse.move(x + width * part, y + height / 2 + 4, { steps: 3 });
	await page.mouse.move(x + width * part, y + height / 2, { steps: 5 });
}

test('a line from the end of a bar to the start of another makes it wait, and one undo takes it back', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	const other = await open('planner', 'timeline');
	const [from, to] = ['Fire wardens', 'Feedback in ten minutes'].map((title) =>
		bars(page, 'Marcus Bell', title)
	) as [Locator, Locator];
	const before = await waitsFor(page, 'Feedback in ten minutes');

	await take(page, from, 'F');
	await expect(handle(page, 'F')).toHaveAttribute('title', 'Drag to what waits for its end');
	const { width, height } = (await handle(page, 'F').boundingBox())!;
	expect([width, height]).toEqual([24, 24]);
	await carryTo(page, to, 0.9);
	await expect(readout(page)).toHaveText('Feedback in ten minutes ends after Fire wardens ends');
	await carryTo(page, to, 0.1);
	await expect(readout(page)).toHaveText('Feedback in ten minutes starts after Fire wardens ends');
	await expect(line(page)).toBeVisible();

	await page.keyboard.press('Escape');
	await expect(readout(page)).toHaveCount(0);
	await page.mouse.up();
	expect(await waitsFor(page, 'Feedback in ten minutes')).toEqual(before);

	await take(page, from, 'F');
	await carryTo(page, to, 0.1);
	await page.mouse.up();
	await expect(readout(page)).toHaveCount(0);
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(
		page.getByText('Feedback in ten minutes starts after Fire wardens ends')
	).toBeAttached();
	await expect
		.poll(() => waitsFor(page, 'Feedback in ten minutes'))
		.toEqual([...before, 'Fire wardens FS']);
	await bars(other, 'Marcus Bell', 'Feedback in ten minutes').focus();
	await other.keyboard.press('w');
	await expect(other.getByRole('list', { name: 'Waits for', exact: true })).toContainText(
		'Fire wardens'
	);

	// Back again it would close a circle.
	await take(page, to, 'F');
	await carryTo(page, from, 0.5);
	await expect(readout(page)).toHaveText(
		'Feedback in ten minutes already waits for Fire wardens, directly or through others.'
	);
	await page.mouse.up();
	await expect(messages(page)).toContainText(
		'Feedback in ten minutes already waits for Fire wardens'
	);
	expect(await waitsFor(page, 'Fire wardens')).toEqual([]);

	await page.keyboard.press('Control+z');
	await expect.poll(() => waitsFor(page, 'Feedback in ten minutes')).toEqual(before);
});

test('a viewer is told why not, the sheet scrolls near its edge, beside the bars nothing comes of it, and a click asks', async ({
	open
}) => {
	const page = await open('viewer', 'timeline');
	const [from, to] = ['Fire wardens', 'Feedback in ten minutes'].map((title) =>
		bars(page, 'Marcus Bell', title)
	) as [Locator, Locator];
	await take(page, from, 'S');
	await carryTo(page, to, 0.1);
	await expect(readout(page)).toContainText('Viewers read.');
	// Near an edge what is out of view comes in.
	const scroller = page.getByRole('region', { name: 'Timeline', exact: true });
	await page.mouse.move(700, 880, { steps: 3 });
	await expect.poll(() => scroller.evaluate((one) => one.scrollTop)).toBeGreaterThan(20);
	await page.mouse.move(1300, 60);
	await expect(readout(page)).toHaveCount(0);
	await page.mouse.up();
	await expect(page.getByText('Not changed')).toHaveCount(0);
	await untilSaved(page);

	await take(page, from, 'S');
	await page.mouse.up();
	await expect(page.getByRole('dialog', { name: 'What Fire wardens waits for' })).toBeVisible();
});
