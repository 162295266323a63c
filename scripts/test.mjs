// `npm test`: everything that is tested, once, on a machine that may have nothing installed. The last line counts it.
// `-- --unit` or `-- --pages` runs one half; any other word is a filter for both.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildWhenStale } from './build.mjs';
import { runChild } from './child.mjs';
import { say } from './progress.mjs';
import { addUp, readPageReport, readUnitReport } from './tally.mjs';

const reports = path.resolve('test-results');
const bin = (...parts) => path.join('node_modules', ...parts);

/** Resolves to 0 when every test passed and there was at least one. */
export async function run(args) {
	const only = args.find((arg) => arg === '--unit' || arg === '--pages');
	const filters = args.filter((arg) => arg !== only);
	rmSync(reports, { recursive: true, force: true });
	mkdirSync(reports, { recursive: true });

	if (!(await buildWhenStale())) return finish([{ passed: 0, failed: ['the build'], skipped: 0 }]);
	const cluster = await openCluster();
	try {
		const halves = [];
		if (only !== '--pages') halves.push(await runUnits(filters));
		if (only !== '--unit') halves.push(await runPages(filters));
		return finish(halves);
	} finally {
		await cluster?.remove();
	}
}

/** One Postgres for the whole run, unless the caller brings one in TEST_DATABASE_URL. */
async function openCluster() {
	if (process.env.TEST_DATABASE_URL) return undefined;
	const { providePostgres } = await import('./provide-postgres.mjs');
	const found = await providePostgres();
	if (found.missing) {
		say(`The Postgres suites are skipped: ${found.missing}.`);
		return undefined;
	}
	const { startCluster } = await import('../tests/postgres.ts');
	try {
		const cluster = await startCluster();
		process.env.TEST_DATABASE_URL = cluster.url;
		say(`Postgres from ${found.bin} is up`);
		return cluster;
	} catch (error) {
		say(`The Postgres suites are skipped: ${error.message}`);
		return undefined;
	}
}

async function runUnits(filters) {
	say('Unit, property and server tests');
	const report = path.join(reports, 'units.json');
	const { code } = await runChild(process.execPath, [
		bin('vitest', 'vitest.mjs'),
		'run',
		'--passWithNoTests',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`,
		...filters
	]);
	return readUnitReport(report, code);
}

async function runPages(filters) {
	say('Page tests against the built server');
	const { provideChromium } = await import('./provide-chromium.mjs');
	const browser = await provideChromium();
	if (browser.missing) say(`The page tests are skipped: no Chromium, ${browser.missing}.`);
	const report = path.join(reports, 'pages.json');
	const { code } = await runChild(
		process.execPath,
		[
			bin('@playwright', 'test', 'cli.js'),
			'test',
			'--pass-with-no-tests',
			...(browser.missing ? ['--list'] : []),
			...filters
		],
		{ env: { PLIMSOLL_PAGES_REPORT: report, PLIMSOLL_CHROMIUM: browser.path ?? '' } }
	);
	return readPageReport(report, code, Boolean(browser.missing));
}

function finish(halves) {
	const { passed, failed, skipped } = addUp(halves);
	for (const name of failed) process.stdout.write(`failed: ${name}\n`);
	if (passed + failed.length === 0) say('No test ran.');
	say('Done');
	process.stdout.write(`tests: ${passed} passed, ${failed.length} failed, ${skipped} skipped\n`);
	return failed.length > 0 || passed === 0 ? 1 : 0;
}
