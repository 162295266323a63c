// `npm run dev`: Vite with the live board attached (server/dev.ts). Arguments go to Vite.
import path from 'node:path';
import { becomeProcess } from './child.mjs';

/** Turns this process into the development server. */
export async function run(args) {
	return becomeProcess(process.execPath, [
		path.join('node_modules', 'vite', 'bin', 'vite.js'),
		'dev',
		...args
	]);
}
