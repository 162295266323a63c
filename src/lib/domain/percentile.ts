// Nearest-rank percentiles: always one of the values, never a number between two. Refuses an empty list.

/**
 * F-1: the smallest of `sorted` (ascending) that at least `percent` per cent of them do not exceed. `percent` runs from
 * 0 (the smallest) to 100 (the largest). Throws for no values and for a percentage outside that.
 */
export function percentileOf(sorted: ArrayLike<number>, percent: number): number {
	if (sorted.length === 0) throw new RangeError('No values, no percentile: check the count first.');
	if (!(percent >= 0 && percent <= 100))
		throw new RangeError(`Not a percentage: ${percent}. Give a number from 0 to 100.`);
	// The product first: 85 of 100 values is the 85th, and 0.85 x 100 is a little more than 85 in floating point.
	const rank = Math.ceil((percent * sorted.length) / 100);
	return sorted[Math.max(1, rank) - 1]!;
}

/** F-1: the same of values in any order, several percentages at once. */
export function percentilesOf(values: Iterable<number>, percents: readonly number[]): number[] {
	const sorted = Float64Array.from(values).sort();
	return percents.map((percent) => percentileOf(sorted, percent));
}
