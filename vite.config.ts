// Builds the pages, serves them in development with the live board attached, and runs the unit tests.
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { compileHints } from './scripts/compile-hints.ts';
import { lateCode } from './scripts/late-code.ts';
import { leanPackages } from './scripts/lean-packages.ts';
import { shellChunk } from './scripts/shell-chunk.ts';
import { serveBoardInDev } from './server/dev.ts';

const tests = [
	'src/**/*.test.ts',
	'server/**/*.test.ts',
	'scripts/**/*.test.ts',
	'tests/**/*.test.ts'
];
const elsewhere = ['**/node_modules/**', 'tests/pages/**', 'tests/bench/*/**'];
/** What keeps nothing outside its arguments: these files may share a worker. */
const core = 'src/lib/{chart,doc,domain,model,policy}/**/*.test.ts';
const withRunes = '**/*.svelte.test.ts';

export default defineConfig({
	plugins: [
		lateCode(),
		leanPackages(),
		sveltekit(),
		shellChunk(),
		compileHints(),
		process.env['VITEST'] ? [] : serveBoardInDev()
	],
	worker: { plugins: () => [compileHints(true)] },
	// These packages have no `exports` map: Node cannot import them, so the server bundle takes them in.
	ssr: { noExternal: [/^@atlaskit\//] },
	test: {
		testTimeout: 20_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: { name: 'node', include: tests, exclude: [...elsewhere, core, withRunes] }
			},
			{
				extends: true,
				test: { name: 'core', include: [core], exclude: [withRunes], isolate: false }
			},
			{
				// Svelte compiled as for the browser, so that $state and $effect live; there is no DOM.
				extends: true,
				resolve: { conditions: ['browser'] },
				test: {
					name: 'runes',
					include: tests.map((pattern) => pattern.replace('*.test.ts', '*.svelte.test.ts')),
					exclude: elsewhere,
					environment: './tests/runes-environment.ts'
				}
			}
		]
	}
});
