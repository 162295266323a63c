// Without a network: the board opens from its copy, an edit is kept here, and it is merged on return. And a database that
// goes away under two browsers and comes back.
import type { Page } from '@playwright/test';
import { findPostgres, startCluster } from '../postgres.ts';
import { Host } from '../chaos/host.ts';
import {
	board,
	cardIn,
	column,
	drag,
	expect,
	namedModules,
	offline,
	saveState,
	test,
	untilSaved
} from './site.ts';

const isKept = (page: Page): Promise<boolean> =>
	page.evaluate(() => caches.match(location.pathname).then((kept) => kept !== undefined));

test('a reload without a network opens the board; what is edited there is merged on return', async ({
	open
}) => {
	test.setTimeout(120_000);
	const host = await Host.open('embedded');
	try {
		const planner = await open('planner', 'board', { host, expected: offline });
		await expect(column(planner, 'Requests').getByRole('listitem').first()).toBeVisible();
		await planner.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await expect.poll(() => isKept(planner), { timeout: 20_000 }).toBe(true);
		// What the page fetches when it is idle was asked of the server before the worker took over.
		await expect(planner.getByRole('region', { name: 'Load of the team' })).toBeVisible();
		await planner.waitForLoadState('networkidle');
		await host.stop('SIGTERM');
		await planner.reload();
		await expect(cardIn(planner, 'Requests', 'Neurodiversity at work')).toBeVisible();
		await expect(saveState(planner)).toHaveText(/^Offline/);
		await drag(planner, 'Neurodiversity at work', 'Scope & plan');
		await expect(saveState(planner)).toHaveText(/^Offline.*1/);
		await expect(planner.getByText(/^You are offline\. Go on working/)).toBeVisible();
		await planner.reload();
		await expect(cardIn(planner, 'Scope & plan', 'Neurodiversity at work')).toBeVisible();
		await expect(saveState(planner)).toHaveText(/^Offline.*1/);

		await host.start();
		const owner = await open('owner', 'board', { host, expected: offline });
		await expect(saveState(planner)).toHaveText(/^Saved/, { timeout: 30_000 });
		await expect(cardIn(owner, 'Scope & plan', 'Neurodiversity at work')).toBeVisible();
	} finally {
		await host.remove();
	}
});

test('a first visit that loses the network before its late parts have come has them when it is back', async ({
	open
}) => {
	// No worker has anything yet. A page outside of boards gives the window its login.
	const page = await open('planner', 'board', {
		...{ path: '/account', serviceWorkers: 'block' as const },
		expected: offline
	});
	const address = `/b/${board}/board`;
	const named = await namedModules(page, address);
	const lost = new Map<string, number>();
	await page.route('**/_app/immutable/chunks/*.js', (route) => {
		const url = route.request().url();
		if (named.has(url)) return route.continue();
		lost.set(url, (lost.get(url) ?? 0) + 1);
		return route.abort('internetdisconnected');
	});
	await page.goto(address);
	const loads: string[] = [];
	page.on('load', () => loads.push(page.url()));
	// The wire and the keys at least, and each again.
	await expect
		.poll(() => [...lost.values()].filter((times) => times > 1).length)
		.toBeGreaterThan(1);
	await expect(cardIn(page, 'Requests', 'Neurodiversity at work')).toBeVisible();
	await expect(saveState(page)).not.toHaveText(/^Saved/);

	await page.unroute('**/_app/immutable/chunks/*.js');
	await untilSaved(page);
	await expect(page.getByRole('region', { name: 'Load of the team' })).toBeVisible();
	await drag(page, 'Neurodiversity at work', 'Scope & plan');
	await expect(cardIn(page, 'Scope & plan', 'Neurodiversity at work')).toBeVisible();
	await drag(page, 'Neurodiversity at work', 'Requests');
	await expect(cardIn(page, 'Requests', 'Neurodiversity at work')).toBeVisible();
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: /keyboard/i })).toBeVisible();
	expect(loads).toEqual([]);
});

test('two browsers edit while Postgres is away; both keep their edits and neither reloads', async ({
	open
}) => {
	test.skip(!findPostgres(), 'no Postgres here');
	test.setTimeout(180_000);
	const cluster = await startCluster();
	const host = await Host.open('postgres', { database: cluster.url });
	try {
		const planner = await open('planner', 'board', { host, expected: offline });
		const owner = await open('owner', 'board', { host, expected: offline });
		const loads: string[] = [];
		for (const page of [planner, owner]) page.on('load', () => loads.push(page.url()));
		await expect.poll(() => isKept(planner), { timeout: 20_000 }).toBe(true);
		await cluster.stop('immediate');
		await drag(planner, 'Neurodiversity at work', 'Scope & plan');
		await drag(owner, 'Prompting for everybody', 'Scope & plan');
		for (const page of [planner, owner]) {
			await expect(saveState(page)).not.toHaveText(/^Saved/);
			await expect(saveState(page)).toHaveText(/^Offline/, { timeout: 30_000 });
		}
		await expect(cardIn(planner, 'Requests', 'Prompting for everybody')).toBeVisible();

		await cluster.start();
		for (const page of [planner, owner]) {
			await expect(saveState(page)).toHaveText(/^Saved/, { timeout: 40_000 });
			await expect(cardIn(page, 'Scope & plan', 'Neurodiversity at work')).toBeVisible();
			await expect(cardIn(page, 'Scope & plan', 'Prompting for everybody')).toBeVisible();
		}
		expect(loads).toEqual([]);

		await cluster.stop('immediate');
		await planner.reload();
		await expect(cardIn(planner, 'Scope & plan', 'Neurodiversity at work')).toBeVisible();
		await expect(saveState(planner)).toHaveText(/^Offline/);
	} finally {
		await host.remove();
		await cluster.remove();
	}
});
