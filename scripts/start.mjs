// `npm start`: builds when stale, then becomes the server, which prints its address when it is ready.
import path from 'node:path';
import { buildWhenStale } from './build.mjs';
import { becomeProcess } from './child.mjs';
import { say } from './progress.mjs';

/** Resolves to 1 when the build failed; otherwise this process turns into the server. */
export async function run(args) {
	if (!(await buildWhenStale())) return 1;
	say('Starting the server');
	process.env.NODE_ENV ??= 'production';
	return becomeProcess(process.execPath, [
		'--import',
		'./scripts/end-with-npm.mjs',
		path.join('server', 'main.ts'),
		...args
	]);
}
