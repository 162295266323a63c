// When projects will be launched and which skills the next quarters lack, on the demo's board: what is said, what it rests
// on, and that unknowns stay unknown. site.ts fails a window that prints an error.
import type { Locator, Page } from '@playwright/test';
import { faults } from './axe.ts';
import { board, expect, test } from './site.ts';

const supply = { path: `/b/${board}/supply` };
const forecast = (page: Page): Locator => page.getByRole('region', { name: 'Launch forecast' });
const table = (page: Page): Locator =>
	page.getByRole('region', { name: 'Demand and supply by skill' });
const options = (page: Page): Locator => page.getByRole('region', { name: 'What can be done' });

test('a project on its way has a likely and a safe date, and says what they rest on', async ({
	open
}) => {
	const page = await open('viewer', 'board', {
		path: `/b/${board}/board?card=prj_demo_conduct`
	});
	await expect(forecast(page)).toContainText(/Likely\s*\d+ \w{3} \d{4}/);
	await expect(forecast(page)).toContainText(/Safe\s*\d+ \w{3} \d{4}/);
	await expect(forecast(page)).toContainText(/Nearly sure\s*\d+ \w{3} \d{4}/);
	await expect(
		forecast(page).getByText(/^Likely \d.+, safe \d.+, nearly sure \d+ \w{3} \d{4}$/)
	).toHaveCount(2);
	await expect(forecast(page)).toContainText(/Time in stages of \d+ finished projects/);
	await expect(forecast(page)).toContainText(/\d+ of \d+ past launches came by the safe date/);
	await expect(forecast(page)).toContainText(/% of the trials are launched by/);
});

test('a launched project has no forecast, and says why', async ({ open }) => {
	const page = await open('leader', 'board', {
		path: `/b/${board}/board?card=prj_demo_negotiation`
	});
	await expect(forecast(page)).toContainText('nothing left to forecast');
});

test('what is missing is named by skill and weeks, and compared with what is known', async ({
	open
}) => {
	const page = await open('planner', 'board', supply);
	await expect(page.getByRole('heading', { name: 'Demand by skill' })).toBeVisible();
	await expect(table(page).getByRole('row', { name: /^Storyline/ })).toContainText(/short \d+ h/);
	await expect(table(page).getByRole('columnheader')).toHaveCount(5);
	const missing = page.getByRole('button', { name: /^Short \d+ h of Translation in week/ });
	await missing.click();
	await expect(missing).toHaveAttribute('aria-pressed', 'true');

	const vendor = options(page).getByRole('row', { name: /^Vendor/ });
	await expect(vendor).toContainText('Cannot be told yet');
	await expect(vendor.getByRole('cell').first()).toHaveText('unknown');
	const fill = async (label: string, value: string): Promise<void> => {
		const field = page.getByLabel(label);
		await field.fill(value);
		await field.press('Tab');
	};
	await fill('A vendor’s hour costs', '90');
	await fill('Onboarding a vendor costs', '500');
	await fill('A vendor can begin after', '2');
	await fill('A vendor in haste takes more', '0');
	await fill('A vendor brings', '20');
	await expect(vendor.getByRole('cell').first()).toHaveText('unknown');
	await fill('Our own hour costs', '60');
	await expect(vendor.getByRole('cell').first()).toHaveText(/^\d{1,2},\d{3}$/);
	await expect(vendor).toContainText('In time');
	await fill('A vendor brings', '0');
	await expect(vendor).toContainText('Brings nobody');
	await fill('A vendor brings', '20');
	await fill('A later launch costs', 'a lot');
	await expect(page.getByText('is not an amount')).toBeVisible();

	await page.route('**/api/organisation/rate', (route) =>
		route.fulfill({ json: { perHour: 65.5 } })
	);
	await page.reload();
	await expect(vendor.getByRole('cell').first()).toHaveText(/^\d{1,2},\d{3}$/);
	const before = await vendor.getByRole('cell').first().textContent();
	await page
		.getByRole('button', { name: 'Use the organisation’s 65.5 an hour as our own' })
		.click();
	await expect(page.getByLabel('Our own hour costs')).toHaveValue('65.5');
	await expect(vendor.getByRole('cell').first()).not.toHaveText(before!);
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`demand by skill can be read by everybody, ${colorScheme}, on a phone`, async ({ open }) => {
		const page = await open('leader', 'board', {
			...supply,
			colorScheme,
			viewport: { width: 390, height: 844 }
		});
		await expect(table(page)).toBeVisible();
		expect(await faults(page)).toEqual([]);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(390);
	});
