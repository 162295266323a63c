// G14: how much JavaScript the Board opens with.
import { gzipSync } from 'node:zlib';
import { HINT, WORTH_IT } from '../../scripts/compile-hints.ts';
import { measureRoute } from '../bench/board/route-size.ts';
import { signIn } from '../chaos/sign-in.ts';
import { board, expect, namedModules, test } from './site.ts';

const MOST_BYTES = 100_000;

test('the page of the Board names at most 100 kB of JavaScript', async ({ open }) => {
	const page = await open('planner');
	const files = await namedModules(page, page.url());
	expect(files.size).toBeGreaterThan(10);
	let bytes = 0;
	for (const file of files) {
		const body = await (await page.request.get(file)).body();
		bytes += gzipSync(body, { level: 9 }).byteLength;
	}
	expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});

test('files that a page names begin with the hint that they will be called', async ({ open }) => {
	const page = await open('planner');
	const files = await namedModules(page, page.url());
	const codes = await Promise.all(
		[...files].map(async (file) => (await page.request.get(file)).text())
	);
	const large = codes.filter((code) => code.length >= WORTH_IT);
	expect(large.length).toBeGreaterThan(4);
	for (const code of large) expect(code.slice(0, HINT.length)).toBe(HINT);
});

test('a first visit needs nothing before its cards that the page does not name', async ({
	browser,
	site
}) => {
	const planner = await signIn(site.url, 'planner');
	const { read } = await measureRoute(browser, planner, `/b/${board}/board`);
	expect(read.bytes).toBeLessThanOrEqual(MOST_BYTES);
});
