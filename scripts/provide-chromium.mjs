// Finds a Chromium for the page tests and browser benches, or brings one; returns its path or the reason there is none.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { installDebian } from './debian.mjs';
import { runChild } from './child.mjs';
import { say } from './progress.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
	...names.map((name) => path.join('/usr/bin', name)),
	'/opt/google/chrome/chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** Resolves to `{ path }` or `{ missing }`: what `PLIMSOLL_CHROMIUM` names, an installed browser, or a downloaded one. */
export async function provideChromium() {
	const named = process.env.PLIMSOLL_CHROMIUM;
	if (named)
		return existsSync(named)
			? { path: named }
			: { missing: `PLIMSOLL_CHROMIUM names ${named}, which is not there` };
	const found = findInstalled();
	if (found) return { path: found };

	say('No Chromium here: asking Playwright to download its own');
	const cli = path.join('node_modules', '@playwright', 'test', 'cli.js');
	const download = await runChild(process.execPath, [cli, 'install', 'chromium'], {
		collect: true,
		limitMs: 240_000
	});
	if (download.code === 0 && existsSync(chromium.executablePath()))
		return { path: chromium.executablePath() };

	await installDebian('chromium');
	const brought = findInstalled();
	return brought
		? { path: brought }
		: {
				missing: `none is installed and none could be downloaded (${download.output.trim().split('\n').pop()})`
			};
}

function findInstalled() {
	return [...places, chromium.executablePath()].find((place) => existsSync(place));
}
