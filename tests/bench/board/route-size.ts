// G14: the JavaScript a page needs before it shows its route, as the built product sends it: every module the page's HTML
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
	const html = await (await ask(login, path)).text();
	const named = new Set<string>();
	for (const [, href] of html.matchAll(/<link[^>]+href="([^"]+\.js)"[^>]+rel="modulepreload"/g))
		named.add(href!);
	for (const [, href] of html.matchAll(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+\.js)"/g))
		named.add(href!);
	for (const [, href] of html.matchAll(/import\("([^"]+\.js)"\)/g)) named.add(href!);
	if (named.size === 0) throw new Error(`${path} names no modules.`);
	let bytes = 0;
	for (const href of named) {
		const url = new URL(href, `${login.url}${path}`);
		const answer = await ask(login, url.pathname);
		if (!answer.ok) throw new Error(`${url.pathname} was answered ${answer.status}.`);
		bytes += gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).byteLength;
	}
	return { modules: named.size, bytes };
}
