// `npm run check`: types, lint, format and dead code. Runs them all, shows what each found, and fails when one did.
import path from 'node:path';
import { runChild } from './child.mjs';
import { say } from './progress.mjs';

const bin = (...parts) => path.join('node_modules', ...parts);

const lanes = [
	[
		{ name: 'kit', args: [bin('@sveltejs', 'kit', 'svelte-kit.js'), 'sync'] },
		{
			name: 'types',
			args: [
				bin('svelte-check', 'bin', 'svelte-check'),
				'--tsconfig',
				'./tsconfig.json',
				'--fail-on-warnings',
				'--output',
				'human'
			]
		}
	],
	[
		{ name: 'lint', args: [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'] },
		{
			name: 'format',
			args: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '.', '--log-level', 'warn']
		},
		{ name: 'dead code', args: [bin('knip', 'bin', 'knip.js'), '--no-progress'] }
	]
];

/** Resolves to 0 when everything passed, else 1. */
export async function run() {
	// Two lanes, because the types take as long as the rest together; lint needs the types of the routes first.
	const [first, ...types] = lanes[0];
	const results = [await runCheck(first)];
	results.push(...(await Promise.all([runLane(types), runLane(lanes[1])])).flat());
	const failed = results.filter((result) => !result.passed).map((result) => result.name);
	say(
		failed.length
			? `check: FAILED (${failed.join(', ')})`
			: `check: passed (${results.length} of ${results.length})`
	);
	return failed.length ? 1 : 0;
}

async function runLane(checks) {
	const results = [];
	for (const check of checks) results.push(await runCheck(check));
	return results;
}

async function runCheck({ name, args }) {
	const { code, output } = await runChild(process.execPath, args, { collect: true });
	say(`${name}: ${code === 0 ? 'passed' : `failed with code ${code}\n${output.trim()}`}`);
	return { name, passed: code === 0 };
}
