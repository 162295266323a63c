// G14: the JavaScript a page needs before it shows its route, as the built product sends it: every module the page
// asks the browser to load, compressed like a server would.
import { gzipSync } from 'node:zlib';
import type { Login } from '../../chaos/sign-in.ts';
import { ask } from '../../chaos/sign-in.ts';

export interface RouteSize {
	modules: number;
	/** Bytes after gzip. */
	bytes: number;
}

/** Adds up the modules of one page. Throws when the page names none: then something else is wrong. */
export async function measureRoute(login: Login, path: string): Promise<RouteSize> {
	const page = await ask(login, path);
	const html = await page.text();
	const named = new Set<string>();
	// Kit names what a page needs in a header, and starts it from its HTML.
	for (const [, href] of (page.headers.get('link') ?? '').matchAll(
		/<([^>]+\.js)>;[^,]*modulepreload/g
	))
		named.add(new URL(href!, `${login.url}${path}`).pathname);
	for (const [, href] of html.matchAll(/import\("([^"]+\.js)"\)/g))
		named.add(new URL(href!, `${login.url}${path}`).pathname);
	if (named.size === 0) throw new Error(`${path} names no modules.`);
	let bytes = 0;
	for (const file of named) {
		const answer = await ask(login, file);
		if (!answer.ok) throw new Error(`${file} was answered ${answer.status}.`);
		bytes += gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).byteLength;
	}
	return { modules: named.size, bytes };
}
