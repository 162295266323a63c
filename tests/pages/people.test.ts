// Two people at once: the demo in one click, a drag seen by the other, an edit that came second, and who may do what.
import {
	card,
	cardIn,
	board,
	drag,
	expect,
	messages,
	offline,
	saveState,
	test,
	watch,
	untilSaved
} from './site.ts';

test('one click makes a planner, and a second window on the other name of this host a contributor', async ({
	browser,
	site
}) => {
	const wrong: string[] = [];
	const context = await browser.newContext({ baseURL: site.url });
	const first = await context.newPage();
	watch(first, wrong);
	await first.goto('/');
	await first.getByRole('button', { name: 'Open as Jonas Ortiz, planner' }).click();
	await expect(first).toHaveURL(`${site.url}/b/${board}/board`);
	await untilSaved(first);

	await first.goto('/login');
	const opening = context.waitForEvent('page');
	await first.getByRole('link', { name: 'open a second window as somebody else' }).click();
	const second = await opening;
	watch(second, wrong);
	await second.getByRole('button', { name: /, contributor$/ }).click();
	await expect(second).toHaveURL(`http://localhost:${site.port}/b/${board}/board`);
	await untilSaved(second);
	await first.goto(`/b/${board}/board`);
	await expect(first.getByRole('button', { name: 'Jonas Ortiz, your account' })).toBeVisible();
	await expect(second.getByRole('button', { name: 'Priya Kaur, your account' })).toBeVisible();
	await expect(first.getByRole('banner')).toContainText('PK');
	await context.close();
	expect(wrong).toEqual([]);
});

test('a drag in one window is seen in the other, and undone there', async ({ open }) => {
	const planner = await open('planner');
	const designer = await open('designer');
	const title = 'Prompting for everybody';
	await drag(planner, title, 'Scope & plan');
	await expect(cardIn(planner, 'Scope & plan', title)).toBeVisible();
	await expect(cardIn(designer, 'Scope & plan', title)).toBeVisible();
	await untilSaved(planner);
	await planner.getByRole('button', { name: /^Undo/ }).click();
	await expect(cardIn(designer, 'Requests', title)).toBeVisible();
});

test('the edit that came second is told so, and may be made all the same', async ({ open }) => {
	const planner = await open('planner');
	const owner = await open('owner', 'board', { expected: offline });
	const title = 'Neurodiversity at work';
	await owner.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await owner.context().setOffline(true);
	await expect(saveState(owner)).toHaveText(/^Offline/);
	await drag(owner, title, 'Scope & plan');
	await expect(saveState(owner)).toHaveText(/^Offline.*1/);
	await planner.getByRole('link', { name: title }).focus();
	await planner.keyboard.press('Alt+ArrowDown');
	await untilSaved(planner);

	await owner.context().setOffline(false);
	const told = messages(owner).getByRole('button', { name: 'Use mine' });
	await expect(told).toBeVisible();
	await expect(cardIn(owner, 'Requests', title)).toBeVisible();
	await told.click();
	await expect(cardIn(planner, 'Scope & plan', title)).toBeVisible();
	await owner.getByRole('link', { name: title }).focus();
	await owner.keyboard.press('Alt+ArrowLeft');
	await expect(cardIn(planner, 'Requests', title)).toBeVisible();
});

test('a viewer reads and cannot edit; a contributor is told why a card stays', async ({ open }) => {
	const viewer = await open('viewer');
	await expect(viewer.getByRole('button', { name: 'New project' })).toBeHidden();
	await card(viewer, 'Tone of voice').getByRole('link').click();
	const panel = viewer.getByRole('region', { name: 'Tone of voice' });
	await expect(panel).toContainText('Content type');
	await expect(panel.getByRole('textbox')).toHaveCount(0);

	const designer = await open('designer');
	await drag(designer, 'Tone of voice', 'Requests');
	await expect(messages(designer)).toContainText(/lead|planner|owner/i);
	await expect(cardIn(designer, 'Scope & plan', 'Tone of voice')).toBeVisible();
});

test('a leader is told that individuals are visible', async ({ open }) => {
	const leader = await open('leader', 'heatmap');
	await expect(leader.getByText(/^Individuals are visible here by name/)).toBeVisible();
});
