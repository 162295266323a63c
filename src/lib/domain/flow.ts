// What a card's moves say: when it was started, when it was finished, how many were finished on each day.
// Works on instants or day numbers alike; reads no clock and draws nothing.

/** Where a card can be, whatever a board calls its columns. */
export type Phase = 'open' | 'doing' | 'done';

/** A card entered a phase. */
export interface Entry {
	at: number;
	phase: Phase;
}

/** The first entry is its making; entries are in the order they happened. */
export interface CardFlow {
	/** First entry into work; null for what never was in work. */
	startedAt: number | null;
	/** Start of the final unbroken stay in done; null while it is not there. */
	finishedAt: number | null;
	/** It was done and went back at least once. */
	wasReopened: boolean;
}

/** F-2, F-3: reads one card's entries, oldest first; nothing known of a card without any. */
export function readFlow(entries: readonly Entry[]): CardFlow {
	let startedAt: number | null = null;
	let finishedAt: number | null = null;
	let wasReopened = false;
	for (const { at, phase } of entries) {
		if (phase === 'doing') startedAt ??= at;
		if (phase === 'done') finishedAt ??= at;
		else if (finishedAt !== null) {
			finishedAt = null;
			wasReopened = true;
		}
	}
	return { startedAt, finishedAt, wasReopened };
}

/**
 * F-4: how many of `finishedOn` (day numbers) fall on each of `days`, which are the days that count, ascending. A finish
 * on a day that does not count (a Sunday, say) is counted on the next one that does; before the first and after the last
 * day nothing counts.
 */
export function completionsPerDay(
	finishedOn: readonly number[],
	days: readonly number[]
): Int32Array {
	const counts = new Int32Array(days.length);
	const first = days[0] ?? Infinity;
	for (const day of finishedOn) {
		if (day < first) continue;
		const place = findPlace(days, day);
		if (place < days.length) counts[place]!++;
	}
	return counts;
}

/** Index of the first of `sorted` that is not less than `value`; its length when all are less. */
function findPlace(sorted: readonly number[], value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
