/// <reference types="@sveltejs/kit" />
// Opens a board without a network. The shell's files (scripts, styles, fonts) are kept as they are built; a board's pages
// only when the page asks for it, under its user's name, and only to be shown when the network fails: what is on the
// board comes from the page's own copy in IndexedDB and from the socket, never from here.
//
// What is not kept, and why: /api and every other page, since an old answer would look like a new one; pages of a board
// at a plain visit, since the worker cannot read the session cookie and would not know whose they are. Logout deletes
// the page caches (forget-device.ts), and a page of another user deletes those of the one before.

import { build, files, version } from '$service-worker';
import { chooseKept, isKeepPages, PAGE_CACHE, SHELL_CACHE } from '#lib/sync/page-cache.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;
const shellName = SHELL_CACHE + version;
const shell = new Set([...build, ...files]);
const FILES_AT_ONCE = 6;
const BREATH_MS = 25;
/** A proxy says so when the server behind it is away. */
const AWAY = new Set([502, 503, 504]);

worker.addEventListener('install', (event) => {
	event.waitUntil(keepShell());
});

worker.addEventListener('activate', (event) => {
	// The page of a first visit too: what it fetches later must come from here once the network has gone.
	event.waitUntil(Promise.all([dropOldBuilds(), worker.clients.claim()]));
});

worker.addEventListener('message', (event) => {
	if (isKeepPages(event.data))
		event.waitUntil(keepPages(event.data.keep.user, event.data.keep.paths));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (shell.has(url.pathname)) event.respondWith(answerFromShell(request, url.pathname));
	else if (request.mode === 'navigate' && (url.pathname === '/' || url.pathname.startsWith('/b/')))
		event.respondWith(answerPage(request, url));
});

/** Pages of an older build name files that are no longer there, so they go with it; the next visit keeps them anew. */
async function dropOldBuilds(): Promise<void> {
	const names = await caches.keys();
	const isUpdate = names.some((name) => name.startsWith(SHELL_CACHE) && name !== shellName);
	for (const name of names) {
		const isOldShell = name.startsWith(SHELL_CACHE) && name !== shellName;
		if (isOldShell || (isUpdate && name.startsWith(PAGE_CACHE))) await caches.delete(name);
	}
}

async function keepPages(user: string, paths: readonly string[]): Promise<void> {
	const own = PAGE_CACHE + user;
	for (const name of await caches.keys())
		if (name.startsWith(PAGE_CACHE) && name !== own) await caches.delete(name);
	const cache = await caches.open(own);
	for (const path of paths) {
		const response = await fetch(path, { headers: { accept: 'text/html' } }).catch(() => null);
		const isPage = response?.headers.get('content-type')?.startsWith('text/html') ?? false;
		// A redirect leads to the login: the session ended meanwhile.
		if (!response?.ok || response.redirected || !isPage) continue;
		// Anew, so that the board visited last stands last.
		await cache.delete(path);
		await cache.put(path, response);
	}
}

/**
 * The whole shell, a few files at a time: all at once they would hold up whatever somebody does on the page of a first
 * visit. Files that a build before this one has under the same name, which says what is in them, are taken from there;
 * what an attempt that was broken off has kept is not fetched again. Rejects where a file cannot be had.
 */
async function keepShell(): Promise<void> {
	const cache = await caches.open(shellName);
	const left = [...shell];
	while (left.length > 0) {
		await Promise.all(left.splice(0, FILES_AT_ONCE).map((path) => keepFile(cache, path)));
		await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
	}
}

async function keepFile(cache: Cache, path: string): Promise<void> {
	if (await cache.match(path)) return;
	const kept = path.includes('/immutable/') ? await caches.match(path) : undefined;
	if (kept) await cache.put(path, kept);
	else await cache.add(path);
}

/** Files of a build never change under their name. */
async function answerFromShell(request: Request, path: string): Promise<Response> {
	const cache = await caches.open(shellName);
	return (await cache.match(path)) ?? fetch(request);
}

/** The network first: a page that is there is always the newest. */
async function answerPage(request: Request, url: URL): Promise<Response> {
	let failure: unknown;
	let answer: Response | undefined;
	try {
		answer = await fetch(request);
		if (!AWAY.has(answer.status)) return answer;
	} catch (error) {
		failure = error;
	}
	const kept = await findKept(url);
	if (kept) return kept;
	if (answer) return answer;
	throw failure;
}

async function findKept(url: URL): Promise<Response | undefined> {
	const name = (await caches.keys()).find((one) => one.startsWith(PAGE_CACHE));
	if (name === undefined) return undefined;
	const cache = await caches.open(name);
	const paths = (await cache.keys()).map((request) => new URL(request.url).pathname);
	const path = chooseKept(url.pathname, paths);
	if (path === undefined) return undefined;
	// Another page's markup under this address would not come alive: the browser goes to that page instead.
	return path === url.pathname ? cache.match(path) : Response.redirect(path);
}
