// G14: how much JavaScript the Board opens with.
import { gzipSync } from 'node:zlib';
import { measureRoute } from '../bench/board/route-size.ts';
import { signIn } from '../chaos/sign-in.ts';
import { board, expect, test } from './site.ts';

const NAMED_BYTES = 100_000;
/** With the wire, which a first visit has its cards from, and the keys. */
const READ_BYTES = 114_000;

test('the page of the Board names at most 100 kB of JavaScript', async ({ open }) => {
	const page = await open('planner');
	const answer = await page.request.get(page.url());
	// Where the server can, it names them before the page itself.
	const said = `${answer.headers()['link'] ?? ''}\n${await answer.text()}`;
	const files = new Set(
		[...said.matchAll(/[^"'()<>\s]*\/_app\/immutable\/[^"'()<>\s]*\.js/g)].map(
			([name]) => new URL(name, page.url()).href
		)
	);
	expect(files.size).toBeGreaterThan(10);
	let bytes = 0;
	for (const file of files) {
		const body = await (await page.request.get(file)).body();
		bytes += gzipSync(body, { level: 9 }).byteLength;
	}
	expect(bytes).toBeLessThanOrEqual(NAMED_BYTES);
});

test('a first visit fetches nothing before its cards that these do without', async ({
	browser,
	site
}) => {
	const planner = await signIn(site.url, 'planner');
	const { read } = await measureRoute(browser, planner, `/b/${board}/board`);
	expect(read.bytes).toBeLessThanOrEqual(READ_BYTES);
});
