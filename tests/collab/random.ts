// Chance that can be repeated: the same seed makes the same run.

export interface Random {
	/** A whole number from 0 to n - 1. */
	below(n: number): number;
	pick<T>(list: readonly T[]): T;
	chance(of: number): boolean;
}

export function makeRandom(seed: number): Random {
	let state = seed | 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const below = (n: number): number => Math.floor(next() * n);
	return { below, pick: (list) => list[below(list.length)]!, chance: (of) => next() < of };
}
