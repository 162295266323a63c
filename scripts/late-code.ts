// Puts our own hand around every `import()` of the pages where the bundler puts one that fetches styles and preloads
// modules: ours waits for a network that is away (src/lib/ui/late-code.ts says why).

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { namesIn } from '../src/lib/ui/late-code.ts';

const HELPER = '\0vite/preload-helper.js';
const own = fileURLToPath(new URL('../src/lib/ui/late-code.ts', import.meta.url));
/**
 * Kit's list of pages. What a page starts with its answer names, and to read it once more would keep the first picture
 * waiting; another page that cannot be had Kit says with its error page.
 */
const PAGES = /\/entry\/app\b|client-optimized\/app\.js$/;

/** For the build of the browser's side; in development the bundler asks for files by itself. */
export function lateCode(): Plugin {
	let isPlaced = false;
	return {
		name: 'late-code',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		config: (config) =>
			config.build?.ssr
				? null
				: {
						build: {
							// Of what a module imports only the styles are named where it is asked for: itself it names the rest.
							modulePreload: {
								resolveDependencies: (file, _, { hostId }) => (PAGES.test(hostId) ? [] : [file])
							}
						}
					},
		load(id) {
			if (id !== HELPER) return null;
			isPlaced = true;
			return `export { importLate as __vitePreload } from ${JSON.stringify(own)};`;
		},
		generateBundle: {
			order: 'post',
			handler(_, bundle) {
				if (!isPlaced) this.error(`The bundler has no module ${JSON.stringify(HELPER)} any more.`);
				for (const file of Object.values(bundle)) {
					if (file.type !== 'chunk') continue;
					const said = new Set(namesIn(file.code).map((name) => name.split('/').at(-1)));
					const unread = file.imports.find((name) => !said.has(name.split('/').at(-1)));
					if (unread !== undefined)
						this.error(`${file.fileName} imports ${unread} in words that namesIn does not read.`);
				}
			}
		}
	};
}
