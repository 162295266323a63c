// The heatmap that explains itself: a leader opens a week of 140 %, reads its causes and remedies and sends one to those
// who plan; a planner follows the link, applies it, and takes it back. Beside that, the rows and files of a view.
import type { Locator, Page, TestInfo } from '@playwright/test';
import { faults } from './axe.ts';
import { card, expect, messages, test, untilSaved } from './site.ts';

const WEEK = /^Grace Lindqvist, week of (\d{4}-\d\d-\d\d), 140 %$/;

const panelOf = (page: Page): Locator => page.getByRole('region', { name: /^Grace Lindqvist, / });
const remediesIn = (panel: Locator): Locator =>
	panel.getByRole('list', { name: 'Remedies, cheapest first' }).locator('> li');

async function record(page: Page, info: TestInfo, name: string): Promise<void> {
	const path = info.outputPath(`${name}.png`);
	await page.screenshot({ path });
	await info.attach(name, { path, contentType: 'image/png' });
}

/** Hours as the panel prints them, summed. */
async function sumHours(hours: Locator): Promise<number> {
	const texts = await hours.allTextContents();
	return texts.reduce((sum, text) => sum + Number.parseFloat(text), 0);
}

test('a leader opens a 140 % week: causes, remedies, one sent, applied by a planner, and undone', async ({
	open
}, info) => {
	const leader = await open('leader', 'heatmap');
	await expect(leader.getByText(/^You see teams\./)).toBeVisible();
	await expect(leader.getByRole('gridcell', { name: /^Grace Lindqvist/ })).toHaveCount(0);
	await record(leader, info, '1-leader-teams');
	await leader.getByRole('button', { name: 'Person', exact: true }).click();
	await expect(leader.getByText(/^You see people by name/)).toBeVisible();

	const cell = leader.getByRole('gridcell', { name: WEEK }).first();
	const name = (await cell.getAttribute('aria-label'))!;
	const week = name.replace(/, 140 %$/, '');
	await cell.click();
	const panel = panelOf(leader);
	await expect(panel).toContainText('140 %');
	const causes = panel.getByRole('list', { name: 'Causes' });
	const load = Number(/([\d.]+) h of/.exec((await panel.textContent())!)![1]);
	expect(await sumHours(causes.locator('.head .hours'))).toBeCloseTo(load, 1);
	expect(await sumHours(causes.locator('.part .hours'))).toBeCloseTo(load, 1);
	const offered = remediesIn(panel);
	expect(await offered.count()).toBeGreaterThan(1);
	expect(await offered.count()).toBeLessThanOrEqual(5);
	await expect(offered.first()).toContainText(/Costs /);
	await expect(offered.first().getByRole('table')).toContainText('140');
	await expect(panel.getByRole('button', { name: /^Apply/ })).toHaveCount(0);
	await record(leader, info, '2-leader-causes-and-remedies');

	const chosen = offered.filter({ hasNotText: 'still over' }).first();
	const what = (await chosen.locator('.what').textContent())!.trim();
	const project = /“(.+)”/.exec(what)![1]!;
	await chosen.getByRole('button', { name: /^Send to a planner/ }).click();
	await expect(panel).toContainText('Sent to those who plan.');
	await untilSaved(leader);

	const planner = await open('planner');
	await card(planner, project).getByRole('link').first().click();
	const proposal = planner.locator('li', { hasText: `Proposal for ${week}` });
	await expect(proposal).toContainText(what);
	await proposal.getByRole('link', { name: 'Show it there' }).click();
	const plan = panelOf(planner);
	await expect(remediesIn(plan).filter({ hasText: what })).toHaveCount(1);
	await plan.getByRole('button', { name: `Apply: ${what}` }).click();
	await expect(messages(planner)).toContainText(what);
	const after = leader.getByRole('gridcell', { name: new RegExp(`^${week}, (\\d?\\d|100) %$`) });
	await expect(after).toBeVisible();
	await expect(planner.getByRole('gridcell', { name, exact: true })).toHaveCount(0);
	await record(planner, info, '3-planner-applied');
	await record(leader, info, '4-leader-relieved');

	await messages(planner).getByRole('button', { name: 'Undo' }).click();
	await expect(leader.getByRole('gridcell', { name, exact: true })).toBeVisible();
	await expect(planner.getByRole('gridcell', { name, exact: true })).toBeVisible();
	await record(planner, info, '5-planner-undone');
});

test('a leader who sees teams only sends a remedy, and its address opens that cell for others', async ({
	open
}) => {
	const leader = await open('leader', 'heatmap');
	const over = leader.getByRole('gridcell', {
		name: /^(Learning Operations|Design studio|Media and build), .*, 1\d\d %$/
	});
	await expect(over.first()).toBeVisible();
	// Of this week little may be left to change.
	const cell = over.last();
	const week = (await cell.getAttribute('aria-label'))!.replace(/, \d+ %$/, '');
	await cell.click();
	const panel = leader.getByRole('region', { name: week });
	await expect(panel.getByRole('list', { name: 'Causes' })).toBeVisible();
	await expect(leader).toHaveURL(/[?&]by=team/);
	// What each person's weeks would be is for those who see people.
	await expect(remediesIn(panel).first()).toBeVisible();
	await expect(remediesIn(panel).getByRole('table')).toHaveCount(0);
	const { pathname, search } = new URL(leader.url());
	const sent = remediesIn(panel).first();
	const project = /“([^”:]+)/.exec((await sent.locator('.what').textContent())!)![1]!;
	await sent.getByRole('button', { name: /^Send to a planner/ }).click();
	await expect(panel).toContainText('Sent to those who plan.');

	// Nor are they in what is sent, which the leader reads too.
	const planner = await open('planner');
	await card(planner, project).getByRole('link').first().click();
	const proposal = planner.locator('li', { hasText: `Proposal for ${week}` });
	await expect(proposal.getByRole('link', { name: 'Show it there' })).toBeVisible();
	await expect(proposal).not.toContainText(/ W\d+ (\d+ %|no hours) to /);

	const owner = await open('owner', undefined, { path: pathname + search });
	const plan = owner.getByRole('region', { name: week });
	await expect(plan.getByRole('list', { name: 'Causes' })).toBeVisible();
	await expect(plan.getByRole('button', { name: /^Apply/ }).first()).toBeVisible();
});

test('rows, columns, measure and unit stand in the address, and each view passes axe', async ({
	open
}) => {
	const owner = await open('owner', 'heatmap');
	for (const [button, grid] of [
		['Skill', 'Load by skill and week'],
		['Months', 'Load by skill and month'],
		['Team', 'Load by team and month'],
		['Days', 'Load by team and day']
	] as const) {
		await owner.getByRole('button', { name: button, exact: true }).click();
		await expect(owner.getByRole('grid', { name: grid })).toBeVisible();
	}
	await owner.getByRole('button', { name: 'Options' }).click();
	await owner.getByLabel('Unit').selectOption('hours');
	await owner.keyboard.press('Escape');
	await expect(owner).toHaveURL(/by=team/);
	await expect(owner).toHaveURL(/per=day/);
	await expect(owner).toHaveURL(/unit=hours/);
	await owner.reload();
	await expect(owner.getByRole('grid', { name: 'Load by team and day' })).toBeVisible();
	await expect(owner.getByRole('gridcell', { name: / h, \d+ %$/ }).first()).toBeVisible();
	expect(await faults(owner)).toEqual([]);
});

test('an open cell passes axe and is walked by the keyboard', async ({ open }) => {
	const owner = await open('owner', 'heatmap');
	const cell = owner.getByRole('gridcell', { name: WEEK }).first();
	await cell.focus();
	await owner.keyboard.press('Enter');
	await expect(panelOf(owner)).toBeVisible();
	expect(await faults(owner)).toEqual([]);
	await owner.keyboard.press('Escape');
	await expect(panelOf(owner)).toHaveCount(0);
	await expect(cell).toBeFocused();
});

test('the grid is taken along as CSV, a workbook, and pictures', async ({ open }) => {
	const owner = await open('owner', 'heatmap');
	for (const [label, ending] of [
		['CSV', 'csv'],
		['Excel workbook', 'xlsx'],
		['Picture, SVG', 'svg'],
		['Picture, PNG', 'png']
	] as const) {
		await owner.getByRole('button', { name: 'Take along' }).click();
		const file = owner.waitForEvent('download');
		await owner.getByRole('menuitem', { name: label }).click();
		expect((await file).suggestedFilename()).toMatch(
			new RegExp(`^capacity-person-.*\\.${ending}$`)
		);
	}
});
