// `npm run compact [-- board...]`: with the server stopped, rebuilds boards under a new epoch so that they start faster.
import { compactAll } from '../server/jobs/compact-all.ts';
import { say } from './progress.mjs';

/** Resolves to 0 when every board was compacted. */
export async function run(args) {
	try {
		return await compactAll(args, say);
	} catch (error) {
		say(error.message);
		return 1;
	}
}
