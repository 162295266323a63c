// Confirming a booking is the server's to answer: who holds the week already, and what was confirmed while away. Problems
// of bookings are listed, mended with one click, and what was mended can be undone.
import { Host } from '../chaos/host.ts';
import { bars, expect, messages, offline, saveState, test, untilSaved } from './site.ts';

const editor = 'Code of conduct 2027';

test('who holds the week is answered, and a reason confirms it anyway, for everybody to see', async ({
	open
}) => {
	const planner = await open('planner', 'timeline');
	const owner = await open('owner', 'timeline');
	const bar = bars(planner, 'Rafael Stein', editor);
	await expect(bar).toHaveAccessibleDescription(/tentative/);
	await bar.focus();
	await planner.keyboard.press('Enter');
	const dialog = planner.getByRole('dialog', { name: editor });
	await dialog.getByRole('checkbox', { name: 'Tentative' }).click();
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(dialog.getByRole('alert')).toContainText(
		/^Rafael Stein would hold .* in the week of .* already holds .* Give a reason/
	);
	await expect(bars(owner, 'Rafael Stein', editor)).toHaveAccessibleDescription(/tentative/);

	await dialog
		.getByRole('textbox', { name: 'Reason to confirm it anyway' })
		.fill('Agreed with him');
	await dialog.getByRole('button', { name: 'Confirm anyway' }).click();
	await expect(dialog).toBeHidden();
	await expect(bars(owner, 'Rafael Stein', editor)).toHaveAccessibleDescription(/confirmed/);

	await bar.focus();
	await planner.keyboard.press('Enter');
	await expect(dialog).toContainText(/Confirmed by Jonas Ortiz on /);
});

test('who is borrowed from another team is confirmed by its planner, who belongs to no board of ours', async ({
	open
}) => {
	const planner = await open('planner', 'timeline');
	const home = await open('compliance', undefined, { path: '/overview' });
	const bar = bars(planner, 'Tom Okafor', 'Speak-up line launch');
	await expect(bar).toHaveAccessibleDescription(/confirmed/);
	await bar.focus();
	await planner.keyboard.press('Enter');
	const dialog = planner.getByRole('dialog', { name: 'Speak-up line launch' });
	await expect(dialog).toContainText('Tom Okafor belongs to Compliance: it stays requested until');
	await dialog.getByRole('textbox', { name: 'Per cent' }).fill('20');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(bar).toHaveAccessibleDescription(/requested/);

	await home.reload();
	const asked = home
		.getByRole('listitem')
		.filter({ hasText: 'Tom Okafor is asked for by another board' });
	await expect(asked).toContainText('20 % of their hours');
	await asked.getByRole('button', { name: /^Confirm Tom Okafor/ }).click();
	await expect(asked).toHaveCount(0);
	await expect(bar).toHaveAccessibleDescription(/confirmed/);
});

test('a problem is mended with one click, in the other window too, and the mending undone', async ({
	open
}) => {
	const planner = await open('planner', undefined, { path: '/b/brd_demo/problems' });
	const owner = await open('owner', undefined, { path: '/b/brd_demo/problems' });
	const late = /^Phishing simulation Q1 launches on/;
	const item = planner.locator('[data-problem]').filter({ hasText: late });
	await expect(item).toContainText('Confirmed');
	await item.getByRole('button', { name: 'Mark as delivery' }).click();
	await expect(item).toHaveCount(0);
	await expect(owner.locator('[data-problem]').filter({ hasText: late })).toHaveCount(0);
	await messages(planner).getByRole('button', { name: 'Undo' }).click();
	await expect(item).toHaveCount(1);
	await expect(owner.locator('[data-problem]').filter({ hasText: late })).toHaveCount(1);
});

test('what is confirmed without a network is to be confirmed, and is once there is one', async ({
	open
}) => {
	test.setTimeout(120_000);
	// A day on which the week of the request has room: the demo begins anew every Monday.
	const host = await Host.open('embedded', { env: { PLIMSOLL_TODAY: '2026-11-25' } });
	try {
		const planner = await open('planner', undefined, {
			...{ host, expected: offline, path: '/b/brd_demo/problems' }
		});
		await untilSaved(planner);
		const request = planner.getByRole('listitem').filter({ hasText: 'Jonas Ortiz' }).first();
		await expect(request.getByRole('button', { name: 'Confirm' })).toBeVisible();
		// A moment later, when the page has all it needs without a network: Chromium never asks again for a module that
		// it could not have once.
		await planner.waitForFunction(() => navigator.serviceWorker.controller !== null);
		await host.stop('SIGTERM');
		await expect(saveState(planner)).toHaveText(/^Offline/);
		await request.getByRole('button', { name: 'Confirm' }).click();
		await expect(request).toContainText('To be confirmed on return');
		await host.start();
		await expect(messages(planner)).toContainText('is confirmed', { timeout: 30_000 });
		// The week may be too full now, which is another line.
		const lines = planner.getByRole('listitem').filter({ hasText: 'Jonas Ortiz' });
		await expect(lines.getByText('To be confirmed on return')).toHaveCount(0);
		await expect(lines.getByRole('button', { name: 'Confirm' })).toHaveCount(0);
	} finally {
		await host.remove();
	}
});
