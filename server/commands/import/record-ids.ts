// Ids that follow from where a record comes from: the same row of the same kind of file is the same record (M-23).
import { createHash } from 'node:crypto';
import type { IdPrefix } from '#lib/domain/ids.ts';

/** `prj_` and 25 characters of a hash over the board and the parts of the key. */
export function recordId(prefix: IdPrefix, board: string, ...key: readonly string[]): string {
	const digest = createHash('sha256')
		.update(JSON.stringify([board, ...key]))
		.digest('hex');
	return `${prefix}_${BigInt(`0x${digest.slice(0, 33)}`)
		.toString(36)
		.padStart(26, '0')
		.slice(-25)}`;
}

/** Numbers things of the same name: `take('a')` is 1, then 2, 3 ... */
export class Counter {
	readonly #seen = new Map<string, number>();

	take(key: string): number {
		const count = (this.#seen.get(key) ?? 0) + 1;
		this.#seen.set(key, count);
		return count;
	}
}
