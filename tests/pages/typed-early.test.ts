// What people type while the code of a page is still on its way stays when that code takes the page over.
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

/** Opens a page whose code waits for what is returned, which resolves when that code has taken the page over. */
async function openSlowly(page: Page, path: string): Promise<() => Promise<void>> {
	const held = Promise.withResolvers<void>();
	const scripts = '**/_app/immutable/**/*.js';
	await page.route(scripts, async (route) => {
		await held.promise;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	return async () => {
		held.resolve();
		await page.waitForFunction(() => history.state?.['sveltekit:history'] !== undefined);
		await page.waitForLoadState('networkidle');
		await page.unroute(scripts);
	};
}

test('what is typed before a page’s code has come stays: time off, a person, settings, a new board', async ({
	open
}) => {
	const page = await open('owner', 'board', { path: '/login', serviceWorkers: 'block' });
	const takeAccount = await openSlowly(page, '/account');
	await page.getByLabel('First day').fill('2027-08-02');
	await page.getByLabel('Hours a day').fill('2.5');
	await page.getByLabel('Kind').selectOption({ label: 'Training' });
	await takeAccount();
	await expect(page.getByLabel('First day')).toHaveValue('2027-08-02');
	await expect(page.getByLabel('Hours a day')).toHaveValue('2.5');
	await expect(page.getByLabel('Kind').locator('option:checked')).toHaveText('Training');

	const person = (await page.request.get('/admin/people?board=brd_demo')).text();
	const [, id] = /person=(per_\w*vikram\w*)/.exec(await person)!;
	const takePerson = await openSlowly(page, `/admin/people?board=brd_demo&person=${id}`);
	const sheet = page.getByRole('region', { name: 'Vikram Joshi' });
	await sheet.getByLabel('Job title').fill('Producer');
	await sheet.getByLabel('Employed until').fill('2029-12-31');
	await expect(sheet.getByRole('checkbox', { name: 'Active' })).toBeChecked();
	await sheet.getByRole('checkbox', { name: 'Active' }).uncheck();
	await expect(sheet.getByLabel('Tue', { exact: true })).toHaveValue(/^\d/);
	await sheet.getByLabel('Tue', { exact: true }).fill('6.5');
	await takePerson();
	await expect(sheet.getByLabel('Job title')).toHaveValue('Producer');
	await expect(sheet.getByLabel('Employed until')).toHaveValue('2029-12-31');
	await expect(sheet.getByRole('checkbox', { name: 'Active' })).not.toBeChecked();
	await expect(sheet.getByLabel('Tue', { exact: true })).toHaveValue('6.5');

	const takeSettings = await openSlowly(page, '/overview/settings');
	const seesPeople = page.getByRole('checkbox', { name: /^Leaders may switch individuals on/ });
	const was = await seesPeople.isChecked();
	await seesPeople.setChecked(!was);
	await takeSettings();
	await expect(seesPeople).toBeChecked({ checked: !was });

	const takeBoards = await openSlowly(page, '/?all');
	await expect(page.getByRole('radio').first()).toBeChecked();
	await page.getByRole('radio').nth(1).check();
	await takeBoards();
	await expect(page.getByRole('radio').nth(1)).toBeChecked();
});
