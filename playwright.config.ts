// Page tests: real browsers against the built server. `npm test` names the Chromium and collects the report.
import { defineConfig } from '@playwright/test';

const report = process.env['PLIMSOLL_PAGES_REPORT'];
const chromium = process.env['PLIMSOLL_CHROMIUM'] || undefined;

export default defineConfig({
	testDir: 'tests/pages',
	outputDir: 'test-results/pages',
	// Chromium draws in software here: two at once on two cores starve each other.
	workers: 1,
	// A browser on a busy machine may miss a beat; what fails twice is broken.
	retries: process.env['CI'] ? 1 : 0,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
	use: {
		locale: 'en-GB',
		// A trace pictures the page at every step: only what failed once is worth that.
		trace: 'on-first-retry',
		launchOptions: {
			executablePath: chromium,
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-dev-shm-usage',
				'--disable-background-networking'
			]
		}
	}
});
