// `npm run dev`: Vite with the live board attached (server/dev.ts), on the same HOST and PORT as production, because the
// board's socket takes connections from its own origin only. Arguments go to Vite.
import path from 'node:path';
import { becomeProcess } from './child.mjs';

/** Turns this process into the development server. */
export async function run(args) {
	const { HOST = '127.0.0.1', PORT = '3000' } = process.env;
	const vite = path.join('node_modules', 'vite', 'bin', 'vite.js');
	const where = ['--host', HOST, '--port', PORT, '--strictPort'];
	return becomeProcess(process.execPath, [
		'--import',
		'./scripts/end-with-npm.mjs',
		vite,
		'dev',
		...where,
		...args
	]);
}
