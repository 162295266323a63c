// What every page test stands on: one built server with the demo for the whole run, people in windows of their own, and
// the names by which pages are spoken to. A window that prints an error or breaks the policy of its page fails its test.
import {
	test as base,
	expect,
	type BrowserContextOptions,
	type Locator,
	type Page
} from '@playwright/test';
import { Host } from '../chaos/host.ts';
import { demoPassword } from '../chaos/sign-in.ts';

export { expect };

/** `compliance` owns the second board and is nobody on the main one. */
export type Role = 'owner' | 'planner' | 'leader' | 'designer' | 'viewer' | 'compliance';
export type View = 'board' | 'timeline' | 'heatmap' | 'import' | 'stages';

export interface WindowOptions extends BrowserContextOptions {
	/** Another server than the run's. */
	host?: Host;
	/** A path of the site instead of a view of the demo's board. */
	path?: string;
	/** Errors of the console that belong to what is tested. */
	expected?: RegExp;
}

interface PerTest {
	/** A new window, logged in as that role of the demo, with the view on it. */
	open(role: Role, view?: View, options?: WindowOptions): Promise<Page>;
}
interface PerRun {
	site: Host;
}

export const board = 'brd_demo';
/** Lines a browser prints by itself while the server is away. */
export const offline =
	/ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE)|WebSocket|imported module/;

/** That a week is too full for a booking to be confirmed is an answer, which the browser prints as an error all the same. */
const refusedConfirmation = /409 \(Conflict\).*\/commands\/confirm-allocation/;

export const test = base.extend<PerTest, PerRun>({
	site: [
		async ({ browserName }, use) => {
			if (browserName !== 'chromium') throw new Error(`These tests do not know ${browserName}.`);
			const host = await Host.open('embedded');
			await use(host);
			await host.remove();
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	open: async ({ browser, site }, use) => {
		const wrong: string[] = [];
		const contexts: { close(): Promise<void> }[] = [];
		await use(async (role, view = 'board', { host = site, path, expected, ...options } = {}) => {
			const context = await browser.newContext({
				...{ baseURL: host.url, locale: 'en-GB', viewport: { width: 1440, height: 900 } },
				...options
			});
			contexts.push(context);
			await context.request.post('/login', {
				form: { email: `${role}@demo.example`, password: demoPassword },
				headers: { origin: host.url, accept: 'text/html' },
				maxRedirects: 0
			});
			const page = await context.newPage();
			watch(page, wrong, expected);
			await page.goto(path ?? `/b/${board}/${view}`);
			if (path === undefined) await untilSaved(page);
			return page;
		});
		for (const context of contexts) await context.close();
		expect(wrong, 'errors on the pages').toEqual([]);
	}
});

/** Notes every error a page prints, Content-Security-Policy among them. */
export function watch(page: Page, wrong: string[], expected?: RegExp): void {
	const note = (text: string): void => {
		if (!expected?.test(text) && !refusedConfirmation.test(text)) wrong.push(text);
	};
	page.on('pageerror', (error) => note(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
	});
}

/** The modules that a page's answer names, as whole addresses: where the server can, it names them before the page itself. */
export async function namedModules(page: Page, address: string): Promise<Set<string>> {
	const answer = await page.request.get(address);
	const said = `${answer.headers()['link'] ?? ''}\n${await answer.text()}`;
	return new Set(
		[...said.matchAll(/[^"'()<>\s]*\/_app\/immutable\/[^"'()<>\s]*\.js/g)].map(
			([name]) => new URL(name, answer.url()).href
		)
	);
}

export const saveState = (page: Page): Locator =>
	page.getByRole('banner').getByRole('status').first();
/** Resolves in the frame in which the page says that all is saved. To expect it would be to look once in a while. */
export const untilSaved = (page: Page): Promise<void> =>
	saveState(page)
		.filter({ hasText: /^\s*Saved/ })
		.waitFor();
export const column = (page: Page, stage: string): Locator =>
	page.getByRole('list', { name: stage, exact: true });
export const card = (page: Page, title: string): Locator =>
	page.getByRole('listitem', { name: title, exact: true });
/** The card where it stands in that column. */
export const cardIn = (page: Page, stage: string, title: string): Locator =>
	column(page, stage).getByRole('listitem', { name: title, exact: true });
export const personRow = (page: Page, person: string): Locator =>
	page.getByRole('row', { name: person, exact: true });
export const bars = (page: Page, person: string, project: string): Locator =>
	personRow(page, person).getByRole('button', { name: new RegExp(`^${escape(project)}, `) });
/** What floats over the page and says what came of something. */
export const messages = (page: Page): Locator => page.getByRole('region', { name: /^Messages/ });

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
	await locator.scrollIntoViewIfNeeded();
	const box = (await locator.boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
}

/** Takes a card with the mouse and holds it over a column; let go with `page.mouse.up()`. */
export async function holdOver(page: Page, title: string, stage: string): Promise<void> {
	// What takes hold of cards comes after them.
	await page.waitForLoadState('networkidle');
	const to = await column(page, stage).boundingBox();
	const from = await centreOf(card(page, title));
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + 12, from.y + 8, { steps: 3 });
	await page.mouse.move(to!.x + to!.width / 2, to!.y + 60, { steps: 5 });
	await page.mouse.move(to!.x + to!.width / 2, to!.y + 66, { steps: 2 });
}

/** Drags a card into a column and drops it. */
export async function drag(page: Page, title: string, stage: string): Promise<void> {
	await holdOver(page, title, stage);
	await page.mouse.up();
}
