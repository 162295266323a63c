// Counts the JSON reports of vitest and Playwright. A runner that broke off, or failed outside of any test, counts as
// one failure: a run is never green because nobody could count it.
import { existsSync, readFileSync } from 'node:fs';

/** Reads vitest's report: `{ passed, failed: names, skipped }`. `code` is the runner's exit code. */
export function readUnitReport(file, code) {
	if (!existsSync(file)) return broke('vitest', code);
	const report = JSON.parse(readFileSync(file, 'utf8'));
	const tests = report.testResults.flatMap((suite) =>
		suite.assertionResults.map((test) => ({ ...test, file: suite.name }))
	);
	const failed = tests
		.filter((test) => test.status === 'failed')
		.map((test) => `${relative(test.file)} > ${test.fullName}`);
	const unread = report.testResults
		.filter(
			(suite) =>
				suite.status === 'failed' &&
				!suite.assertionResults.some((test) => test.status === 'failed')
		)
		.map(
			(suite) => `${relative(suite.name)} (${firstLine(suite.message) || 'the file did not run'})`
		);
	return settle('vitest', code, {
		passed: tests.filter((test) => test.status === 'passed').length,
		failed: [...failed, ...unread],
		skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).length
	});
}

/** Reads Playwright's report in the same shape. With `listed`, its tests were only listed and count as skipped. */
export function readPageReport(file, code, listed) {
	if (!existsSync(file)) return broke('playwright', code);
	const report = JSON.parse(readFileSync(file, 'utf8'));
	const tests = report.suites.flatMap(listPageTests);
	if (listed) return settle('playwright', code, { passed: 0, failed: [], skipped: tests.length });
	return settle('playwright', code, {
		passed: tests.filter((test) => test.status === 'expected' || test.status === 'flaky').length,
		failed: [
			...tests.filter((test) => test.status === 'unexpected').map((test) => test.name),
			...report.errors.map((error) => firstLine(error.message))
		],
		skipped: tests.filter((test) => test.status === 'skipped').length
	});
}

/** Adds the halves of a run. */
export function addUp(halves) {
	return {
		passed: halves.reduce((sum, half) => sum + half.passed, 0),
		failed: halves.flatMap((half) => half.failed),
		skipped: halves.reduce((sum, half) => sum + half.skipped, 0)
	};
}

function listPageTests(suite) {
	const own = (suite.specs ?? []).flatMap((spec) =>
		spec.tests.map((test) => ({ status: test.status, name: `${spec.file} > ${spec.title}` }))
	);
	return [...own, ...(suite.suites ?? []).flatMap(listPageTests)];
}

function settle(runner, code, counted) {
	if (code !== 0 && counted.failed.length === 0)
		counted.failed.push(`${runner} ended with code ${code} outside of any test`);
	return counted;
}

function broke(runner, code) {
	return {
		passed: 0,
		failed: [`${runner} broke off with code ${code} and left no report`],
		skipped: 0
	};
}

function relative(file) {
	return file.startsWith(process.cwd()) ? file.slice(process.cwd().length + 1) : file;
}

function firstLine(text) {
	return (text ?? '').trim().split('\n')[0];
}
