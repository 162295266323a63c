// What everybody may count on: no page breaks the rules that a machine can check, every page sends its policy, and names
// are those that others script against.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { board, card, column, expect, personRow, saveState, test } from './site.ts';

const pages = [
	['the login', '/login', 'main'],
	['the board', `/b/${board}/board`, 'saved'],
	['an open card', `/b/${board}/board?card=prj_demo_pricing`, 'saved'],
	['the timeline', `/b/${board}/timeline`, 'saved'],
	['the heatmap', `/b/${board}/heatmap`, 'saved'],
	['the stages', `/b/${board}/stages`, 'saved'],
	['the import', `/b/${board}/import`, 'saved'],
	['the people', '/admin/people', 'main'],
	['the overview', '/overview', 'main'],
	['the team heatmap', '/overview/heatmap?people=show', 'main'],
	['the overview settings', '/overview/settings', 'main'],
	['the account', '/account', 'main']
] as const;

async function show(page: Page, [, path, sign]: (typeof pages)[number]): Promise<void> {
	const answer = await page.goto(path);
	const headers = answer!.headers();
	const policy = headers['content-security-policy'] ?? '';
	const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
	expect(scripts, path).toContain("'self'");
	expect(scripts, path).not.toContain('unsafe-inline');
	expect(headers['x-content-type-options'], path).toBe('nosniff');
	expect(headers['referrer-policy'], path).toBeTruthy();
	if (sign === 'saved') await expect(saveState(page)).toHaveText(/^Saved/);
	else await expect(page.getByRole('main')).toBeVisible();
	if (path.includes('card='))
		await expect(page.getByRole('region', { name: 'Pricing basics' })).toBeVisible();
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test('no page breaks a rule axe knows, in light and in dark', async ({ open }) => {
	test.setTimeout(300_000);
	const page = await open('owner', 'board', { colorScheme: 'light', reducedMotion: 'reduce' });
	const found: string[] = [];
	const scan = async (name: string, axe: AxeBuilder): Promise<void> => {
		const { violations } = await axe.analyze();
		for (const { id, help, nodes } of violations) {
			const where = nodes.slice(0, 3).map(({ target }) => target.join(' '));
			found.push(`${name}: ${id}, ${help}: ${where.join(' | ')}`);
		}
	};
	for (const one of pages) {
		await show(page, one);
		// The rule left out is an experiment: it takes the initials of a named picture for words.
		const all = new AxeBuilder({ page }).withTags(rules);
		await scan(one[0], all.disableRules('label-content-name-mismatch'));
		await page.emulateMedia({ colorScheme: 'dark' });
		await scan(`${one[0]} in dark`, new AxeBuilder({ page }).withRules('color-contrast'));
		await page.emulateMedia({ colorScheme: 'light' });
	}
	expect(found).toEqual([]);
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
	await expect(saveState(page)).toHaveText(/^Saved/);
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
