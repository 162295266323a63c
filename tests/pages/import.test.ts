// A real plan through the page: what is odd about it is listed, and the result is on the three screens.
import { existsSync, readFileSync } from 'node:fs';
import { bars, card, expect, test } from './site.ts';

const folder = new URL('../../../shared/data/module-plan/', import.meta.url);
const file = new URL('module-plan.csv', folder);
const missing = 'the module plan is not beside this repository (../shared/data/module-plan)';
if (!existsSync(file)) process.stdout.write(`Skipped: ${missing}\n`);

test('the module plan is taken as it is', async ({ open }) => {
	test.skip(!existsSync(file), missing);
	test.setTimeout(120_000);
	const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as {
		group_rows: number;
		leaf_rows: number;
		finish_on_a_saturday_rows: number[];
		spans_holidays_in_England: { row: number }[];
		rows_without_finish: number[];
		day_first_date_row: { row: number };
	};
	const page = await open('planner', 'import');
	const choosing = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Choose a file' }).click();
	await (await choosing).setFiles(file.pathname);

	const check = page.getByRole('region', { name: '4 Check' });
	await expect(check).toContainText(
		`1 project, ${expected.group_rows} modules, ${expected.leaf_rows} tasks`
	);
	const warnings = check.getByRole('table').first();
	const rowsOf = async (kind: string): Promise<number[]> => {
		const rows = warnings.getByRole('row').filter({ hasText: kind });
		const numbers = await rows.evaluateAll((all) =>
			all.map((one) => Number(one.querySelector('td')?.textContent))
		);
		return numbers;
	};
	await expect(warnings).toBeVisible();
	expect(await rowsOf('Finishes on a weekend')).toEqual(expected.finish_on_a_saturday_rows);
	expect(await rowsOf('Spans public holidays')).toEqual(
		expected.spans_holidays_in_England.map(({ row }) => row)
	);
	expect(await rowsOf('No finish')).toEqual(expected.rows_without_finish);
	expect(await rowsOf('Date read day first')).toEqual([expected.day_first_date_row.row]);

	await page.getByLabel('Learning Designer (31)').click();
	await page.getByRole('option', { name: 'Vikram Joshi' }).click();
	const title = 'Module plan of a university';
	await page.getByLabel('Project', { exact: true }).fill(title);
	await check.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByRole('region', { name: '5 Done' })).toBeVisible({ timeout: 30_000 });

	const other = await open('viewer', 'board', { path: '/b/brd_demo/board?q=university' });
	await expect(card(other, title)).toBeVisible();
	await expect(card(other, title)).toContainText('11 modules');

	await page.getByRole('link', { name: 'See the timeline' }).click();
	await expect(bars(page, 'Vikram Joshi', title).first()).toBeVisible();
	await expect(page.getByRole('complementary', { name: /nobody is booked/ })).toContainText('SME');
	await page.getByRole('link', { name: 'Capacity' }).click();
	const cell = /^Vikram Joshi, week of /;
	await expect(page.getByRole('gridcell', { name: cell }).first()).toBeVisible();
});
