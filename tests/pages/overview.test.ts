// The leader's overview on a phone: the sentence and its figures, live, for whoever may read it and only as long as that.
import type { Page } from '@playwright/test';
import { faults } from './axe.ts';
import { board, expect, test } from './site.ts';

const phone = { viewport: { width: 390, height: 844 } };
/** The page asks every other second. */
const live = { timeout: 30_000 };
const sentence = (page: Page) => page.getByRole('status').first();

async function send(page: Page, command: string, input: object): Promise<Record<string, string>> {
	const answer = await page.request.post(`/api/boards/${board}/commands/${command}`, {
		data: input,
		headers: { origin: new URL(page.url()).origin }
	});
	expect(answer.ok(), `${command}: ${await answer.text()}`).toBe(true);
	return ((await answer.json()) as { value: Record<string, string> }).value;
}

test('a leader reads the overview on a phone without scrolling sideways', async ({ open }) => {
	const page = await open('leader', 'board', { ...phone, path: '/overview' });
	await expect(sentence(page)).toHaveText(
		/^The team is booked at \d+ %, (at least )?\d+ % with unstaffed work; \d+ of \d+ projects are unsized\.$/
	);
	const strip = page.getByRole('table', { name: 'All teams' });
	await expect(strip.getByRole('columnheader')).toHaveCount(14);
	await expect(strip.getByRole('row')).toHaveCount(3);
	const cells = strip.getByRole('row').nth(2).getByRole('cell');
	await expect(cells).toHaveCount(13);
	for (const cell of await cells.all()) await expect(cell).toHaveText(/%|load unknown|no capacity/);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	expect(await faults(page)).toEqual([]);
});

test('the mail says what the page says', async ({ open }) => {
	const page = await open('owner', 'board', { path: '/overview' });
	const said = await sentence(page).innerText();
	const text = await (await page.request.get('/overview.txt')).text();
	expect(text.replaceAll(/\s+/g, ' ')).toContain(said);
	expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(72);
});

test('what waits for a planner appears by itself, and leads to where it is decided', async ({
	open
}) => {
	const designer = await open('designer');
	const planner = await open('planner', 'board', { path: '/overview' });
	const asked = planner.getByRole('link', { name: /^Priya Kaur asks for time off, 1 Sep/ });
	await expect(sentence(planner)).toBeVisible();
	await expect(asked).toBeHidden();
	const month = `${new Date().getFullYear() + 1}-09`;
	const leave = { person: 'per_demo_priya', from: `${month}-01`, to: `${month}-02` };
	const { absence } = await send(designer, 'request-absence', leave);
	await expect(asked).toBeVisible(live);
	await expect(asked).toHaveAttribute('href', /^\/admin\/people\?board=brd_demo&person=/);
	await send(planner, 'decide-absence', { absence, decision: 'remove' });
	await expect(asked).toBeHidden(live);
});

test('a leader of the organisation reads it as long as an owner says so', async ({ open }) => {
	const viewer = await open('viewer', 'board', { path: '/overview', expected: /403/ });
	await expect(viewer.getByRole('heading', { level: 1 })).toHaveText(
		/^The overview is for leaders/
	);
	const owner = await open('owner', 'board', { path: '/overview/settings' });
	await owner.getByLabel('E-mail of a login').fill('viewer@demo.example');
	await owner.getByRole('button', { name: 'Make leader' }).click();
	const takeBack = owner.getByRole('button', { name: 'Tom Okafor leads no more' });
	await expect(takeBack).toBeVisible();

	await viewer.goto('/overview');
	await expect(sentence(viewer)).toHaveText(/^The team is booked/);
	await expect(viewer.getByRole('link', { name: 'Settings' })).toHaveCount(0);
	await takeBack.click();
	await expect(takeBack).toBeHidden();
	await expect(viewer.getByRole('heading', { level: 1 })).toHaveText(
		/^The overview is for leaders/,
		live
	);
});

test('leaders see individuals only while owners allow it, and once they ask', async ({ open }) => {
	const owner = await open('owner', 'board', { path: '/overview/settings' });
	const allow = async (allowed: boolean): Promise<void> => {
		await owner.getByRole('checkbox', { name: /^Leaders may switch/ }).setChecked(allowed);
		const saved = owner.waitForResponse((answer) => answer.request().method() === 'POST');
		await owner.getByRole('button', { name: 'Save' }).first().click();
		await saved;
	};
	await allow(false);
	const leader = await open('leader', 'board', { path: '/overview/heatmap?people=show' });
	await expect(leader.getByRole('table').first()).toBeVisible();
	await expect(leader.getByText('Priya Kaur')).toHaveCount(0);
	await expect(leader.getByText('Smaller teams').first()).toBeVisible();
	const why = leader.getByText(/^Why weeks of .+ are over 100 %$/).first();
	await why.click();
	await expect(leader.getByRole('definition').first()).toHaveText(
		/: [\d.]+ h (of .+ that nobody holds|booked over the hours there are)$/
	);
	await allow(true);
	await leader.goto('/overview/heatmap');
	await expect(leader.getByText('Priya Kaur')).toHaveCount(0);
	await expect(leader.getByText('Smaller teams').first()).toBeVisible();
	await leader.getByRole('link', { name: 'Show individuals' }).click();
	const priya = leader.getByRole('rowheader', { name: 'Priya Kaur' });
	await expect(priya).toBeVisible();

	// Two people of one name are two rows.
	const { person } = await send(owner, 'add-person', { name: 'Priya Kaur' });
	await expect(priya).toHaveCount(2, live);
	await send(owner, 'edit-person', { person, active: false });
	await expect(priya).toHaveCount(1, live);
});
