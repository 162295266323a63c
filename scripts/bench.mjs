// `npm run bench -- <name> [--smoke]`: finds and runs benches; everything else is tests/bench/run.mjs.
import { run as runBenches } from '../tests/bench/run.mjs';

/** Resolves to 0 when every goal and every correctness check was met. */
export function run(args) {
	return runBenches(args);
}
