// A device that has no copy of a board: it has the board over HTTP, or over the wire where that does not answer.
import type { Page } from '@playwright/test';
import { board, cardIn, expect, test, untilSaved } from './site.ts';

const UPDATE = '**/api/boards/*/update?*';
const address = `/b/${board}/board`;
/** What a browser prints of a request that was broken off. */
const aborted = /ERR_FAILED/;

/** Addresses of the documents that a page asks for, from now on. */
function watchUpdate(page: Page): string[] {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/update?')) asked.push(request.url());
	});
	return asked;
}
const isOpen = (page: Page): Promise<void> =>
	expect(cardIn(page, 'Requests', 'Neurodiversity at work')).toBeVisible();

test('a first visit asks for the board, a later one has it', async ({ open }) => {
	const page = await open('planner', 'board', { path: '/account' });
	const asked = watchUpdate(page);
	await page.goto(address);
	await isOpen(page);
	await untilSaved(page);
	expect(asked).toEqual([expect.stringContaining(`/api/boards/${board}/update?epoch=`)]);
	await page.reload();
	await isOpen(page);
	await untilSaved(page);
	expect(asked).toHaveLength(1);
});

test('where the board is refused over HTTP, or says nothing, it comes over the wire', async ({
	open
}) => {
	for (const answer of ['refused', 'silent'] as const) {
		const page = await open('planner', 'board', { path: '/account', expected: aborted });
		const asked = watchUpdate(page);
		await page.route(UPDATE, (route) => (answer === 'refused' ? route.abort() : undefined));
		await page.goto(address);
		await isOpen(page);
		await untilSaved(page);
		expect(asked).toHaveLength(1);
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	}
});

test('an answer that is cut off is as good as none', async ({ open }) => {
	const page = await open('planner', 'board', { path: '/account' });
	await page.route(UPDATE, async (route) => {
		const whole = await (await route.fetch()).body();
		await route.fulfill({ status: 200, body: whole.subarray(0, whole.length - 7) });
	});
	await page.goto(address);
	await isOpen(page);
	await untilSaved(page);
});
