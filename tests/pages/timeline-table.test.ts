// The table of the timeline: under each person the load by week, as the heatmap has it, and the days off in words.
import type { Locator, Page } from '@playwright/test';
import { faults } from './axe.ts';
import { bars, board, expect, test, untilSaved } from './site.ts';

const tablePath = (query = ''): string => `/b/${board}/timeline?as=table${query}`;
const loadOf = (page: Page, person: string): Locator =>
	page.getByRole('table', { name: `Load of ${person}, % of working hours` });
const wordsOf = (cells: Locator): Promise<string[]> =>
	cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''));

/** What the heatmap says of a person's weeks, with the first one's Monday. */
async function readHeatmap(page: Page, person: string): Promise<{ from: string; said: string[] }> {
	const cells = page.getByRole('gridcell', { name: new RegExp(`^${person}, week of `) });
	await expect(cells.first()).toBeVisible();
	const names = await cells.evaluateAll((all) =>
		all.map((cell) => [
			cell.getAttribute('aria-label')!,
			cell.getAttribute('aria-description') ?? ''
		])
	);
	const from = /week of (\S+),/.exec(names[0]![0]!)![1]!;
	return {
		from,
		said: names.map(([name, beside]) => `${name!.split(', ')[2]} ${beside}`.trim())
	};
}

test('the numbers of the table are those of the heatmap, and follow what another window does', async ({
	open
}) => {
	const who = 'Lena Vogt';
	const heat = await open('owner', 'heatmap');
	const { from, said } = await readHeatmap(heat, who);
	const owner = await open('owner', 'timeline', { path: tablePath(`&from=${from}`) });
	await untilSaved(owner);
	const load = loadOf(owner, who);
	const cells = load.getByRole('cell');
	await expect(load.getByRole('columnheader')).toHaveCount(13);
	await expect(cells).toHaveCount(12);
	expect(await wordsOf(cells)).toEqual(said.slice(0, 12));
	expect(said.filter((one) => /\d %/.test(one)).length).toBeGreaterThan(3);
	for (const other of ['Rafael Stein', 'Amara Mensah', 'Jonas Ortiz'])
		expect(await wordsOf(loadOf(owner, other).getByRole('cell'))).toEqual(
			(await readHeatmap(heat, other)).said.slice(0, 12)
		);

	const planner = await open('planner', 'timeline');
	const bar = bars(planner, who, 'Onboarding: warehouse').first();
	await bar.focus();
	for (let i = 0; i < 3; i++) await planner.keyboard.press('Alt+Shift+ArrowRight');
	await expect.poll(() => wordsOf(cells)).not.toEqual(said.slice(0, 12));
	await untilSaved(planner);
	await expect
		.poll(
			async () =>
				String(await wordsOf(cells)) === String((await readHeatmap(heat, who)).said.slice(0, 12))
		)
		.toBe(true);
	for (let i = 0; i < 3; i++) await planner.keyboard.press('Control+z');
	await expect.poll(() => wordsOf(cells)).toEqual(said.slice(0, 12));
});

test('days off are said, the days are chosen, and everything has its head', async ({ open }) => {
	const owner = await open('owner', 'timeline', { path: tablePath('&rows=team') });
	await untilSaved(owner);
	await expect(owner.getByText(/^Off: .*(Christmas|Away|Good Friday)/).first()).toBeVisible();
	await expect(
		owner.getByRole('rowheader', { name: /^Design studio \d+ h of \d+ h booked in view/ })
	).toBeVisible();
	const load = loadOf(owner, 'Lena Vogt');
	const first = load.getByRole('columnheader').nth(1);
	const before = await first.textContent();
	await owner.getByRole('button', { name: 'Later' }).click();
	await expect(first).not.toHaveText(before!);
	await owner.getByRole('button', { name: 'Today' }).click();
	await expect(first).toHaveText(before!);
	await owner.getByRole('button', { name: 'Quarters' }).click();
	await expect(load.getByRole('columnheader').first()).toHaveText('Month');
	await owner.getByRole('button', { name: 'Load', exact: true }).click();
	await expect(load).toHaveCount(0);
	await owner.getByRole('button', { name: 'Load', exact: true }).click();
	await expect(load).toBeVisible();
	expect(await faults(owner, { within: 'main' })).toEqual([]);
});

test('a leader has the table without the load of each person until they switch it on', async ({
	open
}) => {
	const leader = await open('leader', 'timeline', { path: tablePath() });
	const table = leader.getByRole('table', { name: /bookings$/ });
	await expect(table.getByRole('rowheader', { name: 'Lena Vogt' }).first()).toBeVisible();
	await expect(leader.getByText(/^Off: /).first()).toBeVisible();
	await expect(leader.getByRole('table')).toHaveCount(1);
	const fullest = table.getByText(/ in W\d+$/);
	const tooFull = table.getByText(/ holds \S+ h of \S+ h in the week of /);
	await expect(fullest).toHaveCount(0);
	// What is wrong is said once the browser has time: other problems stand there then.
	await expect(table.locator('.problem:not(:empty)').first()).toBeVisible();
	await expect(tooFull).toHaveCount(0);
	await leader.getByRole('button', { name: 'Show individuals' }).click();
	await expect(loadOf(leader, 'Lena Vogt')).toBeVisible();
	await expect(fullest.first()).toBeVisible();
	await expect(tooFull.first()).toBeVisible();
});
