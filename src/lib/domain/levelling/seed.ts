// Chance that is the same everywhere: a hash of the problem gives the seed, whole-number arithmetic the rest.
import type { Compiled } from './compile.ts';

/** L-9: a number from everything a schedule depends on; equal problems have equal seeds. */
export function seedOf(compiled: Compiled): number {
	let hash = 0x811c9dc5;
	const mix = (value: number): void => {
		hash = Math.imul(hash ^ value, 0x01000193);
		hash ^= hash >>> 15;
	};
	for (const id of compiled.ids) for (let i = 0; i < id.length; i++) mix(id.charCodeAt(i));
	const { duration, release, fixed, needAt, needAmount, capacity, into } = compiled;
	const { priority, due, hard, weight, planned } = compiled;
	const lists = [duration, release, fixed, priority, needAt, needAmount, capacity];
	for (const list of [
		...lists,
		due,
		weight,
		planned,
		into.start,
		into.other,
		into.type,
		into.lag
	]) {
		mix(list.length);
		for (const value of list) mix(value);
	}
	// A problem without hard dates keeps the seed it always had.
	hard.forEach((isHard, i) => isHard && mix(i));
	for (const mask of compiled.open) for (const step of mask ?? [2]) mix(step);
	return hash >>> 0;
}

/** L-9: numbers 0 <= x < 1, the same for a seed in every browser and on the server. */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
