// The parts of the commands that a green run would not show to be wrong.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runChild } from './child.mjs';
import { mend, mendPackages, mends } from './mend-packages.mjs';
import { isFitNode } from './node.mjs';
import { hashFiles, listFiles } from './sources.mjs';
import { addUp, readPageReport, readUnitReport } from './tally.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): string {
	const file = path.join(folder, name);
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

describe('the count at the end of npm test', () => {
	const unit = (status: string) => ({ status, fullName: `a ${status} one` });

	it('counts what vitest reports, and a file that did not load as a failure', () => {
		const report = write('units.json', {
			testResults: [
				{
					name: 'a.test.ts',
					status: 'failed',
					assertionResults: ['passed', 'failed', 'pending', 'todo'].map(unit)
				},
				{
					name: 'b.test.ts',
					status: 'failed',
					message: 'Cannot find x\nat y',
					assertionResults: []
				}
			]
		});
		expect(readUnitReport(report, 1)).toEqual({
			passed: 1,
			failed: ['a.test.ts > a failed one', 'b.test.ts (Cannot find x)'],
			skipped: 2
		});
	});

	it('counts what Playwright reports, in suites within suites', () => {
		const spec = (status: string) => ({ file: 'a.test.ts', title: status, tests: [{ status }] });
		const report = write('pages.json', {
			suites: [
				{ specs: [spec('expected')], suites: [{ specs: [spec('unexpected'), spec('skipped')] }] }
			],
			errors: []
		});
		expect(readPageReport(report, 1, false)).toEqual({
			passed: 1,
			failed: ['a.test.ts > unexpected'],
			skipped: 1
		});
		expect(readPageReport(report, 0, true)).toEqual({ passed: 0, failed: [], skipped: 3 });
	});

	it('is never green after a runner that broke off or failed outside of any test', () => {
		expect(readUnitReport(path.join(folder, 'absent.json'), 137).failed).toHaveLength(1);
		const quiet = write('quiet.json', { testResults: [] });
		expect(readUnitReport(quiet, 1).failed).toEqual([
			'vitest ended with code 1 outside of any test'
		]);
		const whole = addUp([readUnitReport(quiet, 1), { passed: 2, failed: [], skipped: 1 }]);
		expect(whole).toEqual({
			passed: 2,
			failed: ['vitest ended with code 1 outside of any test'],
			skipped: 1
		});
	});
});

describe('the way in', () => {
	it('runs on a Node that reads TypeScript', () => {
		expect(['20.20.2', '22.17.9', '23.5.0'].map(isFitNode)).toEqual([false, false, false]);
		expect(['22.18.0', '23.6.0', '24.0.0'].map(isFitNode)).toEqual([true, true, true]);
	});

	it('notices a changed, a new and a renamed source', () => {
		const hash = () => hashFiles(listFiles([path.join(folder, 'absent'), folder]));
		write('one.txt', 'a');
		const before = hash();
		write('one.txt', 'b');
		const changed = hash();
		write('two.txt', '');
		expect(new Set([before, changed, hash()]).size).toBe(3);
	});

	it('hands on how another program ended', async () => {
		expect(
			(await runChild(process.execPath, ['-e', 'process.exit(7)'], { collect: true })).code
		).toBe(7);
		const killed = await runChild(
			process.execPath,
			['-e', "process.kill(process.pid, 'SIGTERM')"],
			{ collect: true }
		);
		expect(killed.code).toBe(143);
		expect((await runChild('no-such-program', [], { collect: true })).code).toBe(127);
	});
});

describe('the mending of packages', () => {
	const steps = [{ was: 'let open', is: 'let shut' }];

	it('is done once, and says where a file is not as expected', () => {
		const mended = mend('let open = 1;', steps);
		expect(mended).toBe('let shut = 1;');
		expect(mend(mended, steps)).toBe(mended);
		expect(() => mend('let ajar = 1;', steps)).toThrow('"let open" does not stand there exactly');
		expect(() => mend('let open; let open;', steps)).toThrow(RangeError);
	});

	it.each(mends)('of $package is still of the version that is installed', (one) => {
		const read = (file: string): string =>
			readFileSync(path.join('node_modules', one.package, file), 'utf8');
		const { version } = JSON.parse(read('package.json')) as { version: string };
		expect(version, 'see what was mended upstream, then renew or drop the mend').toBe(one.version);
		expect(mend(read(one.file), one.steps)).toBe(read(one.file));
	});

	it('leaves another version alone', () => {
		const [{ package: name, file }] = mends as [(typeof mends)[number]];
		const root = mkdtempSync(path.join(folder, 'packages-'));
		mkdirSync(path.dirname(path.join(root, name, file)), { recursive: true });
		writeFileSync(path.join(root, name, 'package.json'), '{ "version": "0.0.1" }');
		writeFileSync(path.join(root, name, file), 'as it came');
		mendPackages(root);
		expect(readFileSync(path.join(root, name, file), 'utf8')).toBe('as it came');
	});
});
