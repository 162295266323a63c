// Leaders who belong to a board: how full each person is stays off its screens until they switch it on, and the server has
// noted that they looked.
import type { Page } from '@playwright/test';
import { board, expect, messages, personRow, test } from './site.ts';

const who = 'Grace Lindqvist';
/** A row is taller by the week by week load under its bars, which is drawn and no element. */
const heightOf = (page: Page): Promise<number> =>
	personRow(page, who).evaluate((row) => row.getBoundingClientRect().height);
const hidden = 'You see who works on what, not how full each person is.';

test('a leader reads bars without loads, switches them on for this page, and off again', async ({
	open
}) => {
	const leader = await open('leader', 'timeline');
	await expect(personRow(leader, who).getByRole('button').first()).toBeVisible();
	await expect(leader.getByText(hidden)).toBeVisible();
	const bare = await heightOf(leader);
	const load = leader.getByRole('button', { name: 'Load', exact: true });
	await expect(load).toHaveCount(0);

	const looked = leader.waitForResponse((answer) => answer.url().endsWith('/commands/see-people'));
	await leader.getByRole('button', { name: 'Show individuals' }).click();
	expect((await looked).status()).toBe(200);
	await expect(load).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(() => heightOf(leader)).toBeGreaterThan(bare);

	// One switch for all screens of the board.
	await leader.getByRole('link', { name: 'Capacity' }).click();
	await expect(leader.getByText(/^You see people by name/)).toBeVisible();
	await leader.getByRole('button', { name: 'Person', exact: true }).click();
	await expect(
		leader.getByRole('gridcell', { name: new RegExp(`^${who}, `) }).first()
	).toBeVisible();
	await leader.getByRole('button', { name: 'Hide individuals' }).click();
	await expect(leader.getByRole('gridcell', { name: new RegExp(`^${who}, `) })).toHaveCount(0);
	await leader.getByRole('link', { name: 'Timeline' }).click();
	await expect(personRow(leader, who).getByRole('button').first()).toBeVisible();
	expect(await heightOf(leader)).toBe(bare);
	await expect(load).toHaveCount(0);
});

test('nothing is shown where the look cannot be noted', async ({ open }) => {
	const leader = await open('leader', 'heatmap', { expected: /ERR_FAILED/ });
	await leader.route('**/commands/see-people', (route) => route.abort());
	await leader.getByRole('button', { name: 'Person', exact: true }).click();
	await expect(messages(leader)).toContainText('Individuals are not shown');
	await expect(leader.getByText(/^You see teams\./)).toBeVisible();
	await expect(leader.getByRole('gridcell', { name: new RegExp(`^${who}, `) })).toHaveCount(0);
});

const tooFull = / holds \S+ h of \S+ h in the week of /;
const showPeople = (page: Page): Promise<void> =>
	page.getByRole('button', { name: 'Show individuals' }).click();
const hidePeople = (page: Page): Promise<void> =>
	page.getByRole('button', { name: 'Hide individuals' }).click();

test('the problems of a board name nobody too full to a leader, and count those they list', async ({
	open
}) => {
	const path = `/b/${board}/problems`;
	const leader = await open('leader', 'board', { path });
	const status = leader.getByText(/ to mend\./);
	const said = async (): Promise<number> => Number.parseInt((await status.textContent())!);
	const listed = async (): Promise<number> => {
		const counts = await leader.locator('h2[id^="rule-"] span').allTextContents();
		return counts.reduce((sum, count) => sum + Number(count), 0);
	};
	await expect(status).toBeVisible();
	await expect(leader.getByText(tooFull)).toHaveCount(0);
	await expect(leader.getByRole('heading', { name: /^Confirmed for more/ })).toHaveCount(0);
	const others = await said();
	expect(others).toBe(await listed());

	await showPeople(leader);
	await expect(leader.getByText(tooFull).first()).toBeVisible();
	const all = await said();
	expect(all).toBe(await listed());
	expect(all).toBeGreaterThan(others);
	await hidePeople(leader);
	await expect(leader.getByText(tooFull)).toHaveCount(0);
	expect(await said()).toBe(others);

	const planner = await open('planner', 'board', { path });
	await expect(planner.getByText(`${all} to mend.`)).toBeVisible();
	await expect(planner.getByText(tooFull).first()).toBeVisible();
});

test('the editor of a booking, and a section of one, tell a leader how full somebody is once asked', async ({
	open
}) => {
	const leader = await open('leader', 'timeline', { path: `/b/${board}/timeline?as=table` });
	await showPeople(leader);
	const line = leader.getByRole('row').filter({ hasText: tooFull }).first();
	const id = (await line.locator('[data-bar]').getAttribute('data-bar'))!;
	const editor = leader.getByRole('dialog');
	const bar = leader.locator(`[data-bar="${id}"]`).first();
	await bar.click();
	await expect(editor.getByText(tooFull)).toBeVisible();
	await editor.getByRole('button', { name: 'Cancel' }).click();
	await hidePeople(leader);
	await bar.click();
	await expect(editor.getByRole('button', { name: 'Cancel' })).toBeVisible();
	await expect(editor.getByText(tooFull)).toHaveCount(0);

	await leader.goto(`/b/${board}/timeline?as=table&rows=team&who=${encodeURIComponent(who)}`);
	await expect(leader.getByRole('rowheader', { name: who }).first()).toBeVisible();
	const hours = leader.getByText(/ booked in view$/);
	await expect(hours).toHaveCount(0);
	await showPeople(leader);
	await expect(hours).toHaveCount(1);
});

test('suggestions are of a colleague, without weeks, until a leader switches individuals on', async ({
	open
}) => {
	const leader = await open('leader', 'board', { path: `/b/${board}/suggest` });
	const titles = leader.locator('[data-suggestion]').getByRole('heading');
	const weeks = leader.getByRole('table', { name: 'Weeks that change most' });
	await expect(leader.getByRole('button', { name: 'Look again' })).toBeVisible();
	await expect(titles.filter({ hasText: 'a colleague' }).first()).toBeVisible();
	await expect(weeks).toHaveCount(0);
	await expect(leader.getByText(/ h of overload away$/)).toHaveCount(0);
	await showPeople(leader);
	await expect(weeks.first()).toBeVisible();
	await expect(titles.filter({ hasText: 'a colleague' })).toHaveCount(0);
});

test('a list, and skills of one or two people, keep their numbers from a leader until then', async ({
	open
}) => {
	const leader = await open('leader', 'board', { path: `/b/${board}/timeline?as=list` });
	const load = leader.getByLabel(/^Load of the next/);
	await expect(personRow(leader, who)).toBeVisible();
	await expect(load).toHaveCount(0);
	await leader.goto(`/b/${board}/supply`);
	const few = leader.getByText(/few people/);
	await expect(few.first()).toBeVisible();
	await leader.getByRole('button', { name: 'Show individuals' }).click();
	await expect(few).toHaveCount(0);

	const planner = await open('planner', 'board', { path: `/b/${board}/timeline?as=list` });
	await expect(planner.getByLabel(/^Load of the next/).first()).toBeVisible();
	await expect(planner.getByRole('button', { name: 'Show individuals' })).toHaveCount(0);
});
