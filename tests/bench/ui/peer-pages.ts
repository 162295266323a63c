// Builds the pages of the peers and serves them. Each page puts its peer behind `window.peer`, so that one driver measures
// them all; the peers themselves are what npm installs, untouched.
import { createServer } from 'node:http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

/** What a page of a peer offers. */
export interface Peer {
	/** Makes the data; the function it returns draws it. */
	load(count: number, rows: number): () => unknown;
	isThere(): boolean;
	scroller(): Element | null;
	/** Scrolls down by so many px where there is no element that scrolls. */
	scrollTo?(px: number): void;
	zoomOut?(): unknown;
	zoomIn?(): unknown;
	/** Something to drag, well inside the picture. */
	findHandle(): { x: number; y: number } | null;
	/** How many bars or cards are drawn now. */
	countDrawn(): number;
}

declare global {
	interface Window {
		peer: Peer;
	}
}

export interface PeerPages {
	url(page: string): string;
	remove(): Promise<void>;
}

const home = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'peers');
const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css'
};

/** Builds the named pages of tests/bench/peers/pages into one folder each and serves them. */
export async function openPeerPages(names: readonly string[]): Promise<PeerPages> {
	const out = path.join(home, 'node_modules', '.pages');
	for (const name of names) {
		await build({
			root: home,
			configFile: false,
			logLevel: 'error',
			plugins: [svelte({ configFile: false })],
			define: { 'process.env.NODE_ENV': '"production"' },
			build: {
				outDir: path.join(out, name),
				emptyOutDir: true,
				chunkSizeWarningLimit: 9_999,
				rollupOptions: {
					input: path.join(home, 'pages', `${name}.js`),
					output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' }
				}
			}
		});
		const style = existsSync(path.join(out, name, 'page.css'))
			? '<link rel="stylesheet" href="page.css">'
			: '';
		writeFileSync(
			path.join(out, name, 'index.html'),
			`<!doctype html><meta charset="utf-8">${style}<style>html,body,#app{margin:0;height:100%}</style>` +
				'<div id="app"></div><script type="module" src="page.js"></script>'
		);
	}
	const server = createServer((request, response) => {
		const file = path.join(out, path.normalize(new URL(request.url ?? '/', 'http://x').pathname));
		const target = file.endsWith(path.sep) ? path.join(file, 'index.html') : file;
		if (!target.startsWith(out) || !existsSync(target)) return void response.writeHead(404).end();
		response.writeHead(200, {
			'content-type': TYPES[path.extname(target)] ?? 'application/octet-stream'
		});
		response.end(readFileSync(target));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: (name) => `http://127.0.0.1:${port}/${name}/`,
		remove: () => new Promise((resolve) => server.close(() => resolve()))
	};
}
