// Order on the board: a fractional rank string, then the id (M-4). Compares and checks ranks only;
// making new ones needs a package and lives in doc/rank.ts.

/** Anything that is ordered. */
export interface Ranked {
	id: string;
	rank: string;
}

/** Longest rank anybody may write. */
export const MAX_RANK_LENGTH = 64;

const CHARSET = /^[0-9A-Za-z]+$/;
const SMALLEST = `A${'0'.repeat(26)}`;

/** M-4: a strict total order by code units: rank first, equal ranks by id. */
export function compareRanked(a: Ranked, b: Ranked): number {
	if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The items in order, as a new array. */
export function inOrder<T extends Ranked>(items: readonly T[]): T[] {
	return [...items].sort(compareRanked);
}

/**
 * M-4: may this be written as a rank? 1 to 64 characters 0-9 A-Z a-z that form a key one can still
 * insert before and after: the first character gives the length of the whole part (a: 2 up, Z: 2
 * down), the rest does not end in 0.
 */
export function isRank(value: unknown): value is string {
	if (typeof value !== 'string' || value.length > MAX_RANK_LENGTH || !CHARSET.test(value))
		return false;
	const head = value.charCodeAt(0);
	const wholeLength = head >= 97 ? head - 97 + 2 : head >= 65 ? 90 - head + 2 : Infinity;
	if (value.length < wholeLength || value === SMALLEST) return false;
	return value.length === wholeLength || !value.endsWith('0');
}
