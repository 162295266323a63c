// The timeline's rows are painted under bare buttons: what is drawn must be there, where the buttons are, in the
// theme's colours, and follow a change.
import type { Page } from '@playwright/test';
import { readRowPixels } from '../row-picture.ts';
import { bars, board, expect, personRow, test, untilSaved } from './site.ts';

/** The colour under a button's leading edge, and right below the button where nothing is booked. */
async function readInk(
	page: Page,
	person: string,
	project: string
): Promise<{ edge: string; below: string }> {
	const box = (await bars(page, person, project).first().boundingBox())!;
	const { colours } = await readRowPixels(page, person, [
		{ x: box.x + 1, y: box.y + box.height / 2 },
		{ x: box.x + 1, y: box.y + box.height + 2 }
	]);
	return { edge: colours[0]!, below: colours[1]! };
}

test('a bar is drawn under its button, in the colours of the theme', async ({ open }) => {
	const page = await open('planner', 'timeline', { colorScheme: 'light' });
	const [who, what] = ['Lena Vogt', 'Secure development'] as const;
	await expect.poll(async () => (await readInk(page, who, what)).edge).toMatch(/ 255$/);
	const light = await readInk(page, who, what);
	expect(light.below).not.toBe(light.edge);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(async () => (await readInk(page, who, what)).edge).not.toBe(light.edge);
	expect((await readInk(page, who, what)).edge).toMatch(/ 255$/);
});

test('a row is told with its name first, which stands in another element with those of its neighbours', async ({
	open
}) => {
	const page = await open('owner', 'timeline');
	await expect(personRow(page, 'Lena Vogt')).toBeVisible();
	const told = await page.evaluate(() =>
		[...document.querySelectorAll('[role="table"] > [role="row"][aria-owns]')].map((row) => {
			const [name, cell] = row
				.getAttribute('aria-owns')!
				.split(' ')
				.map((id) => document.getElementById(id));
			return {
				row: row.getAttribute('aria-label'),
				name: name?.getAttribute('role') === 'rowheader' && name.innerText.split('\n')[0],
				isOwnCell: cell?.getAttribute('role') === 'cell' && cell.parentElement === row,
				offPx: Math.abs(name!.getBoundingClientRect().y - row.getBoundingClientRect().y)
			};
		})
	);
	expect(told.length).toBeGreaterThan(5);
	for (const { row, name, isOwnCell, offPx } of told)
		expect({ name, isOwnCell, offPx }, row!).toEqual({ name: row, isOwnCell: true, offPx: 0 });
	const runs = await page.locator('[role="presentation"]:has(> [role="rowheader"])').count();
	expect(runs).toBeLessThan(told.length);
});

test('where no worker can paint, or it cannot be had, the page paints the same', async ({
	open
}) => {
	const page = await open('planner', 'timeline', {
		expected: /paint-worker|ERR_FAILED/,
		// One would bring the painter from what it keeps.
		serviceWorkers: 'block'
	});
	const [who, what] = ['Lena Vogt', 'Secure development'] as const;
	const painted = page.locator('[role="table"][data-painted]');
	const picture = async (): Promise<string> => {
		await expect(painted).toBeVisible();
		return (await readRowPixels(page, who)).whole;
	};
	await expect.poll(async () => (await readInk(page, who, what)).edge).toMatch(/ 255$/);
	await page.evaluate(() => document.fonts.load('500 12px "IBM Plex Sans Condensed"'));
	const usual = await picture();
	expect(page.workers()).toHaveLength(1);

	await page.route(/paint-worker/, (route) => route.abort());
	await page.reload();
	await expect.poll(picture).toBe(usual);
	expect(page.workers()).toHaveLength(0);
	// It is begun ahead while another screen is shown, and may be lost there.
	const lost = page.waitForEvent('requestfailed', (one) => one.url().includes('paint-worker'));
	await page.goto(`/b/${board}/stages`);
	await lost;
	await page.getByRole('link', { name: 'Timeline', exact: true }).click();
	await expect.poll(picture).toBe(usual);
	await page.unroute(/paint-worker/);

	await page.addInitScript(() => {
		Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen');
	});
	await page.reload();
	await expect.poll(picture).toBe(usual);
	expect(page.workers()).toHaveLength(0);
});

test('the picture follows a bar that somebody else moves', async ({ open }) => {
	const [page, owner] = [await open('planner', 'timeline'), await open('owner', 'timeline')];
	const [who, what] = ['Lena Vogt', 'Secure development'] as const;
	const picture = async (): Promise<string> => (await readRowPixels(page, who)).whole;
	await expect(page.locator('[role="table"][data-painted]')).toBeVisible();
	const before = await picture();
	await bars(owner, who, what).first().focus();
	await owner.keyboard.press('Alt+ArrowRight');
	await untilSaved(owner);
	await expect.poll(picture).not.toBe(before);
	await owner.keyboard.press('Control+z');
	await expect.poll(picture).toBe(before);
});

test('the drawing is scrolled to its last row and no further', async ({ open }) => {
	const page = await open('planner', 'timeline', { viewport: { width: 1400, height: 420 } });
	await expect(page.locator('[role="table"][data-painted]')).toBeVisible();
	const region = page.getByRole('region', { name: 'Timeline' });
	const scrollDown = () => region.evaluate((box) => void (box.scrollTop = box.scrollHeight));
	await scrollDown();
	await expect(page.locator('[role="table"][aria-busy="false"]')).toBeVisible();
	await scrollDown();
	const beyondPx = await region.evaluate((box) => {
		const { bottom } = box.querySelector('[role="table"]')!.getBoundingClientRect();
		return box.getBoundingClientRect().top + box.clientHeight - bottom;
	});
	expect(Math.abs(beyondPx)).toBeLessThanOrEqual(1);
});
