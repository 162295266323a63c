// The timeline's rows are drawn on canvases under bare buttons: what is drawn must be there, where the buttons are, in the
// theme's colours, and follow a change.
import type { Page } from '@playwright/test';
import { bars, expect, personRow, saveState, test } from './site.ts';

/** The colour under a button's leading edge, and in the middle of its row where nothing is booked; [r, g, b, a] each. */
function readInk(
	page: Page,
	person: string,
	project: string
): Promise<{ edge: string; below: string }> {
	return page.evaluate(
		([name, title]) => {
			const row = document.querySelector(`[role="row"][aria-label="${name}"]`)!;
			const bar = [...row.querySelectorAll('[data-bar]')].find((one) =>
				one.getAttribute('aria-label')!.startsWith(`${title}, `)
			)!;
			const canvas = row.querySelector('canvas')!;
			const [paper, box] = [canvas, bar].map((one) => one.getBoundingClientRect()) as [
				DOMRect,
				DOMRect
			];
			const scale = canvas.width / paper.width;
			const at = (x: number, y: number): string =>
				[
					...canvas
						.getContext('2d')!
						.getImageData((x - paper.left) * scale, (y - paper.top) * scale, 1, 1).data
				].join(' ');
			const y = box.top + box.height / 2;
			return { edge: at(box.left + 1, y), below: at(box.left + 1, box.bottom + 2) };
		},
		[person, project] as const
	);
}

test('a bar is drawn under its button, in the colours of the theme', async ({ open }) => {
	const page = await open('planner', 'timeline', { colorScheme: 'light' });
	const [who, what] = ['Lena Vogt', 'Secure development'] as const;
	await expect(bars(page, who, what).first()).toBeVisible();
	const light = await readInk(page, who, what);
	expect(light.edge).toMatch(/ 255$/);
	expect(light.below).not.toBe(light.edge);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(async () => (await readInk(page, who, what)).edge).not.toBe(light.edge);
	expect((await readInk(page, who, what)).edge).toMatch(/ 255$/);
});

test('the picture follows a bar that somebody else moves', async ({ open }) => {
	const [page, owner] = [await open('planner', 'timeline'), await open('owner', 'timeline')];
	const [who, what] = ['Lena Vogt', 'Secure development'] as const;
	const picture = (): Promise<string> =>
		personRow(page, who)
			.locator('canvas')
			.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
	await expect(bars(page, who, what).first()).toBeVisible();
	const before = await picture();
	await bars(owner, who, what).first().focus();
	await owner.keyboard.press('Alt+ArrowRight');
	await expect(saveState(owner)).toHaveText(/^Saved/);
	await expect.poll(picture).not.toBe(before);
	await owner.keyboard.press('Control+z');
	await expect.poll(picture).toBe(before);
});
