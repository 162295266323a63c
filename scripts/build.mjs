// Builds the pages into build/. A stamp beside the result says which sources it was made from, so that nobody builds twice.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './child.mjs';
import { say, sayWhile } from './progress.mjs';
import { hashFiles, listFiles } from './sources.mjs';

const stamp = path.join('build', '.stamp');

// Of server/, the pages hold only the registry of live objects: the server itself runs from its sources.
const sources = [
	'src',
	'static',
	'server/services.ts',
	'svelte.config.js',
	'vite.config.ts',
	'scripts/compile-hints.ts',
	'scripts/late-code.ts',
	'scripts/lean-packages.ts',
	'scripts/shell-chunk.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json'
];

/** `npm run build`: builds whatever the stamp says. */
export async function run() {
	return (await build(hashSources(), { showWarnings: true })) ? 0 : 1;
}

/** Builds when the sources have changed since the last build. Returns false, after showing why, when the build failed. */
export async function buildWhenStale() {
	const hash = hashSources();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
	return build(hash);
}

function hashSources() {
	return hashFiles(listFiles(sources).filter((file) => !/\.test\.ts$/.test(file)));
}

async function build(hash, { showWarnings = false } = {}) {
	say('Building the pages');
	rmSync(stamp, { force: true });
	const stop = sayWhile(() => 'Building');
	const vite = path.join('node_modules', 'vite', 'bin', 'vite.js');
	const { code, output } = await runChild(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		collect: true,
		env: { NODE_ENV: 'production' }
	});
	stop();
	if (code !== 0) {
		say(`The build failed with code ${code}:\n${output.trim()}`);
		return false;
	}
	if (showWarnings && output.trim()) process.stderr.write(`${output.trim()}\n`);
	writeFileSync(stamp, hash);
	say('The pages are built');
	return true;
}
