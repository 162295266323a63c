// What everybody may count on: no page breaks the rules that a machine can check, every page sends its policy, and names
// are those that others script against.
import { globSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { startServer } from '../server.ts';
import { faults } from './axe.ts';
import { board, card, column, expect, personRow, test, untilSaved } from './site.ts';

/** Name, address, and what says that it is there. */
type Shown = readonly [name: string, path: string, sign: 'saved' | 'main'];

const pages: Shown[] = [
	['the boards', '/?all', 'main'],
	['the login', '/login', 'main'],
	['the board', `/b/${board}/board`, 'saved'],
	['an open card', `/b/${board}/board?card=prj_demo_pricing`, 'saved'],
	['the timeline', `/b/${board}/timeline`, 'saved'],
	['the heatmap', `/b/${board}/heatmap`, 'saved'],
	['the suggestions', `/b/${board}/suggest`, 'saved'],
	['the supply', `/b/${board}/supply`, 'saved'],
	['the problems', `/b/${board}/problems`, 'saved'],
	['the stages', `/b/${board}/stages`, 'saved'],
	['the import', `/b/${board}/import`, 'saved'],
	['the people', '/admin/people', 'main'],
	['the calendar', '/admin/calendar', 'main'],
	['the roster', '/admin/roster', 'main'],
	['the overview', '/overview', 'main'],
	['the team heatmap', '/overview/heatmap?people=show', 'main'],
	['the overview settings', '/overview/settings', 'main'],
	['the account', '/account', 'main'],
	['an invitation', '/invite/', 'main']
];
/** Shown only where nobody owns anything yet. */
const start: Shown = ['the start', '/start', 'main'];
/** The primitives on one page, for whoever builds them. */
const ours = ['/kit'];

/** The address patterns of all pages there are. */
function listRoutes(): RegExp[] {
	return globSync('src/routes/**/+page.svelte')
		.map((file) => file.split('/').slice(2, -1))
		.map((parts) => `/${parts.filter((part) => !part.startsWith('(')).join('/')}`)
		.filter((path) => !ours.includes(path))
		.map((path) => new RegExp(`^${path.replace(/\[\w+\]/g, '[^/]*')}$`));
}

async function show(page: Page, [, path, sign]: Shown): Promise<void> {
	const answer = await page.goto(path);
	const headers = answer!.headers();
	const policy = headers['content-security-policy'] ?? '';
	const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
	expect(scripts, path).toContain("'self'");
	expect(scripts, path).not.toContain('unsafe-inline');
	expect(headers['x-content-type-options'], path).toBe('nosniff');
	expect(headers['referrer-policy'], path).toBeTruthy();
	expect(answer!.status(), path).toBe(200);
	if (sign === 'saved') await untilSaved(page);
	else await expect(page.getByRole('main')).toBeVisible();
	if (path.includes('card='))
		await expect(page.getByRole('region', { name: 'Pricing basics' })).toBeVisible();
}

/** What axe finds on a page, in light with every rule and in dark by its colours. */
async function scan(page: Page, shown: Shown): Promise<string[]> {
	await show(page, shown);
	const light = await faults(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await faults(page, { rule: 'color-contrast' });
	await page.emulateMedia({ colorScheme: 'light' });
	return [
		...light.map((fault) => `${shown[0]}: ${fault}`),
		...dark.map((fault) => `${shown[0]} in dark: ${fault}`)
	];
}

test('no page breaks a rule axe knows, in light and in dark', async ({ open, site }) => {
	test.setTimeout(400_000);
	const paths = [...pages, start].map(([, path]) => path.replace(/\?.*/, ''));
	for (const route of listRoutes())
		expect(paths, 'every page is among those looked at').toContainEqual(
			expect.stringMatching(route)
		);
	const page = await open('owner', 'board', { colorScheme: 'light', reducedMotion: 'reduce' });
	const invited = await page.request.post(`/api/boards/${board}/commands/invite`, {
		headers: { origin: site.url },
		data: { email: 'guest@demo.example', role: 'viewer' }
	});
	const { value } = (await invited.json()) as { value: { token: string } };
	const found: string[] = [];
	for (const [name, path, sign] of pages)
		found.push(
			...(await scan(page, [name, path + (path === '/invite/' ? value.token : ''), sign]))
		);
	expect(found).toEqual([]);
});

test('neither does the page on which the first owner begins', async ({ browser }) => {
	test.setTimeout(120_000);
	const server = await startServer();
	const context = await browser.newContext({ baseURL: server.url, reducedMotion: 'reduce' });
	try {
		expect(await scan(await context.newPage(), start)).toEqual([]);
	} finally {
		await context.close();
		await server.remove();
	}
});

test('columns, cards, rows, bars, cells and the save state have the names of the contract', async ({
	open
}) => {
	const page = await open('viewer');
	const stages = [
		'Requests',
		'Scope & plan',
		'Design',
		'Build',
		'Review & sign-off',
		'Launch',
		'Measure'
	];
	for (const stage of stages) await expect(column(page, stage)).toBeVisible();
	await expect(card(page, 'Pricing basics')).toBeVisible();
	await untilSaved(page);
	await page.getByRole('link', { name: 'Timeline' }).click();
	await expect(personRow(page, 'Lena Vogt')).toBeVisible();
	await expect(
		personRow(page, 'Lena Vogt')
			.getByRole('button', { name: /^.+, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/ })
			.first()
	).toBeVisible();
	await page.getByRole('link', { name: 'Capacity' }).click();
	const grid = page.getByRole('grid');
	await expect(
		grid
			.getByRole('gridcell', { name: /^Lena Vogt, week of \d{4}-\d\d-\d\d, (\d+ %|no capacity)$/ })
			.first()
	).toBeVisible();
});
