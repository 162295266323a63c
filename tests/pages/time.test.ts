// The timeline and the heatmap: a dragged bar counts in the other window at once, a cell opens its causes, and a day is the
// same day wherever the browser is.
import { bars, expect, personRow, test, untilSaved } from './site.ts';

test('a bar dragged on the timeline changes the heatmap of the other window while it moves', async ({
	open
}) => {
	const planner = await open('planner', 'timeline');
	const owner = await open('owner', 'heatmap');
	const bar = bars(planner, 'Grace Lindqvist', 'Code of conduct 2027').first();
	const name = (await bar.getAttribute('aria-label')) ?? (await bar.textContent())!;
	const loads = owner.getByRole('gridcell', { name: /^Grace Lindqvist, week of / });
	const before = await loads.evaluateAll((cells) => cells.map((one) => one.ariaLabel));
	await bar.scrollIntoViewIfNeeded();
	const box = (await bar.boundingBox())!;
	await planner.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await planner.mouse.down();
	await planner.mouse.move(box.x + box.width / 2 + 30, box.y + box.height / 2, { steps: 4 });
	await planner.mouse.move(box.x + box.width / 2 + 18 * 21, box.y + box.height / 2, { steps: 6 });
	const now = () => loads.evaluateAll((cells) => cells.map((one) => one.ariaLabel));
	await expect.poll(now, { message: 'the heatmap while the bar is held' }).not.toEqual(before);
	await planner.mouse.up();
	await untilSaved(planner);
	await expect(personRow(planner, 'Grace Lindqvist').getByRole('button', { name })).toBeHidden();
	await expect.poll(now).not.toEqual(before);
	await planner.getByRole('button', { name: /^Undo/ }).first().click();
	await expect.poll(now).toEqual(before);
});

test('a bar is moved by the keyboard and by its date fields', async ({ open }) => {
	const planner = await open('planner', 'timeline');
	const bar = bars(planner, 'Grace Lindqvist', 'Tour of the new LMS').first();
	const nameOf = () => bar.evaluate((one) => one.ariaLabel ?? one.textContent);
	const before = await nameOf();
	await bar.focus();
	await planner.keyboard.press('Alt+ArrowRight');
	await expect.poll(nameOf).not.toBe(before);
	await planner.keyboard.press('Control+z');
	await expect.poll(nameOf).toBe(before);
	await bar.focus();
	await planner.keyboard.press('Enter');
	await expect(planner.getByRole('dialog')).toBeVisible();
	await planner.keyboard.press('Escape');
});

test('a cell of the heatmap opens what causes it', async ({ open }) => {
	const owner = await open('owner', 'heatmap');
	const cell = owner.getByRole('gridcell', { name: /^Priya Kaur, week of .*, 1[0-9]+ %$/ }).first();
	await cell.click();
	const panel = owner.getByRole('dialog').or(owner.getByRole('region', { name: /Priya Kaur/ }));
	await expect(panel.first()).toContainText('Priya Kaur');
	await expect(panel.first()).toContainText(/Service excellence 2|GDPR refresh|Code of conduct/);
});

const zones = ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Auckland'];

test('bars have the same days and the same place in Los Angeles, Shanghai and Auckland', async ({
	open
}) => {
	const seen = [];
	for (const timezoneId of zones) {
		const page = await open('viewer', 'timeline', { timezoneId });
		await expect(bars(page, 'Lena Vogt', 'Onboarding: warehouse').first()).toBeVisible();
		seen.push(
			await page
				.getByRole('button', { name: /, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/ })
				.evaluateAll((all) =>
					all.map((one) => {
						const { x, width } = one.getBoundingClientRect();
						return `${one.ariaLabel ?? one.textContent} at ${Math.round(x)}, ${Math.round(width)} wide`;
					})
				)
		);
	}
	expect(seen[0]!.length).toBeGreaterThan(10);
	expect(seen[1]).toEqual(seen[0]);
	expect(seen[2]).toEqual(seen[0]);
});
