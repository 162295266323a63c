// Long work in short slices, so that sockets and requests are answered in between.
import { setImmediate as nextTurn } from 'node:timers/promises';

const SLICE_MS = 12;

/** Runs a generator to its end, letting everything else run every few milliseconds; a step is what stands between two yields. */
export async function runInSlices<T>(steps: Generator<void, T>): Promise<T> {
	let started = performance.now();
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		if (performance.now() - started < SLICE_MS) continue;
		await nextTurn();
		started = performance.now();
	}
}

/** Runs it at once: for short input and tests. */
export function runAtOnce<T>(steps: Generator<void, T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}
