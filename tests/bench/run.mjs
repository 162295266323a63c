// `npm run bench [-- <name> ...] [--smoke]`: runs the benches of tests/bench/*/bench.ts, prints a Markdown table each and
// writes JSON to tests/bench/results/. Fails when a check fails, and in a full run when a goal is missed.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWhenStale } from '../../scripts/build.mjs';
import { runChild } from '../../scripts/child.mjs';
import { say } from '../../scripts/progress.mjs';
import { provideChromium } from '../../scripts/provide-chromium.mjs';
import { providePostgres } from '../../scripts/provide-postgres.mjs';
import { printOutcome } from './report.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const results = path.join(here, 'results');

// A folder of its own, so that a peer's copy of Yjs or Svelte is never found by the product's code.
const peerHome = path.join(here, 'peers');
const requirePeer = createRequire(path.join(peerHome, 'package.json'));

/** Longer than any of them takes, however slow the machine. */
const BROWSER_WITHIN_MS = 600_000;

/** Resolves to 0 when every bench that was asked for met what it must. */
export async function run(args) {
	const smoke = args.includes('--smoke');
	const all = readdirSync(here).filter((name) => existsSync(path.join(here, name, 'bench.ts')));
	const named = args.filter((arg) => all.includes(arg));
	const [first] = args;
	if (first && !first.startsWith('--') && !all.includes(first)) {
		say(`There is no bench "${first}". There are: ${all.join(', ') || 'none yet'}.`);
		return 2;
	}
	const rest = args.filter((arg) => arg !== '--smoke' && !all.includes(arg));
	let code = 0;
	for (const name of named.length ? named : all) {
		if (!(await runBench(name, smoke, rest))) code = 1;
	}
	return code;
}

async function runBench(name, smoke, args) {
	const { default: bench } = await import(pathToFileURL(path.join(here, name, 'bench.ts')).href);
	say(`bench ${name}: ${bench.title}${smoke ? ' (small)' : ''}`);
	const opened = [];
	try {
		const context = {
			...(await prepare(bench.needs, opened)),
			smoke,
			args,
			repetitions: smoke ? 1 : 5,
			log: say
		};
		const began = Date.now();
		const outcome = await bench.run(context);
		const versions = listVersions(bench.needs.peers ?? []);
		const machine = describeMachine();
		mkdirSync(results, { recursive: true });
		const record = {
			name,
			title: bench.title,
			smoke,
			at: new Date().toISOString(),
			seconds: (Date.now() - began) / 1000,
			versions,
			machine,
			...outcome
		};
		writeFileSync(
			path.join(results, `${name}${smoke ? '.smoke' : ''}.json`),
			`${JSON.stringify(record, null, '\t')}\n`
		);
		return printOutcome(record);
	} catch (error) {
		say(`bench ${name} broke off: ${error.stack ?? error}`);
		return false;
	} finally {
		for (const each of opened.reverse()) await each.remove();
	}
}

/** Brings what a bench needs; throws with the reason when that cannot be had. */
async function prepare(needs, opened) {
	if (needs.build && !(await buildWhenStale())) throw new Error('the build failed');
	if (needs.postgres) getFound('Postgres', await providePostgres());
	const browser = needs.browser ? getFound('Chromium', await provideChromium()).path : undefined;
	if (needs.peers?.length) await installPeers();
	return {
		withBrowser: (use) => withBrowser(browser, use),
		startPostgres: () =>
			keep(
				opened,
				import('../postgres.ts').then(({ startCluster }) => startCluster())
			),
		startServer: (options) =>
			keep(
				opened,
				import('../server.ts').then(({ startServer }) => startServer(options))
			),
		importPeer: (specifier) => import(pathToFileURL(requirePeer.resolve(specifier)).href)
	};
}

function getFound(what, found) {
	if (found.missing) throw new Error(`this bench needs ${what}: ${found.missing}`);
	return found;
}

async function keep(opened, starting) {
	const started = await starting;
	opened.push(started);
	return started;
}

async function withBrowser(executablePath, use) {
	if (!executablePath) throw new Error('Say needs: { browser: true } to open a browser.');
	const { chromium } = await import('@playwright/test');
	const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'];
	const browser = await chromium.launch({ executablePath, args });
	let timer;
	// A page that draws no more frames would be waited for without end: nothing that is asked of it has a time-out.
	const late = new Promise((_, reject) => {
		const say = () =>
			reject(new Error(`A browser was not done within ${BROWSER_WITHIN_MS / 60_000} minutes.`));
		timer = setTimeout(say, BROWSER_WITHIN_MS);
	});
	try {
		return await Promise.race([use(browser), late]);
	} finally {
		clearTimeout(timer);
		await browser.close();
	}
}

async function installPeers() {
	if (existsSync(path.join(peerHome, 'node_modules', '.package-lock.json'))) return;
	say('Installing the peers that benches measure against');
	const { code, output } = await runChild(
		'npm',
		['install', '--no-audit', '--no-fund', '--no-package-lock'],
		{ cwd: peerHome, collect: true }
	);
	if (code !== 0) throw new Error(`the peers could not be installed: ${output.trim()}`);
}

function listVersions(peers) {
	const own = createRequire(import.meta.url);
	const versionOf = (require, name) => {
		const home = require.resolve
			.paths(name)
			.map((place) => path.join(place, name, 'package.json'))
			.find((file) => existsSync(file));
		return home ? require(home).version : 'absent';
	};
	const ours = ['yjs', '@hocuspocus/server', '@hocuspocus/provider', 'svelte', 'postgres'];
	return Object.fromEntries([
		['node', process.versions.node],
		...ours.map((name) => [name, versionOf(own, name)]),
		...peers.map((name) => [`${name} (peer)`, versionOf(requirePeer, name)])
	]);
}

function describeMachine() {
	const [cpu] = os.cpus();
	return `${os.platform()} ${os.arch()}, ${os.cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GB`;
}
