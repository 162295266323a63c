// New ranks for drops and imports. Total: whatever stands in the document, a valid rank comes out.
// Comparing and checking ranks is the domain's business (domain/rank.ts).
import { generateKeyBetween, generateNKeysBetween } from 'jittered-fractional-indexing';
import { isRank, MAX_RANK_LENGTH } from '#lib/domain/rank.ts';

/** Few bits: a tie is settled by id anyway, and every bit makes later ranks longer. */
const JITTER_BITS = 10;
/** From this length on no jitter, so that one gap takes some 200 drops more. */
const LONG = 32;

type Random = () => number;
type Bound = string | null;

/**
 * A rank between two neighbours; null is an end of the list. `random` as Math.random. Neighbours that
 * tie or stand the wrong way round, and a gap that is used up, give the first one's rank: the id decides (M-4).
 */
export function rankBetween(a: Bound, b: Bound, random: Random): string {
	const [low, high] = bounds(a, b);
	if (low !== null && high !== null && low >= high) return low;
	for (const jitterBits of [JITTER_BITS, 0]) {
		const rank = generateKeyBetween(low, high, { jitterBits, getRandomBit: () => random() < 0.5 });
		if (rank.length <= (jitterBits > 0 ? LONG : MAX_RANK_LENGTH) && isRank(rank)) return rank;
	}
	return low ?? high ?? generateKeyBetween(null, null, { jitterBits: 0 });
}

/** `count` ranks in ascending order between two neighbours, for a new list or a batch. */
export function ranksBetween(a: Bound, b: Bound, count: number, random: Random): string[] {
	const [low, high] = bounds(a, b);
	if (low !== null && high !== null && low >= high) return Array<string>(count).fill(low);
	const options = { jitterBits: JITTER_BITS, getRandomBit: () => random() < 0.5 };
	const jittered = generateNKeysBetween(low, high, count, options);
	if (jittered.every(isRank)) return jittered;
	const plain = generateNKeysBetween(low, high, count, { jitterBits: 0 });
	return plain.every(isRank) ? plain : Array<string>(count).fill(low ?? high ?? 'a0');
}

/** What is no rank is no neighbour. */
function bounds(a: Bound, b: Bound): [Bound, Bound] {
	return [isRank(a) ? a : null, isRank(b) ? b : null];
}
