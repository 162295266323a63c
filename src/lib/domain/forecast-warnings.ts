// What makes a forecast doubtful although there is enough to count (F-11). Each warning is a name; screens have the words.

/** `changed`: newer projects take otherwise than older ones; `tail`: one took more than ten times the median. */
export type HistoryWarning = 'changed' | 'tail';

/** At 5 %: how far two samples of these sizes may lie apart by chance. */
const KS_COEFFICIENT = 1.358;
const TAIL_FACTOR = 10;

/** F-11: the largest distance between the two samples' distributions, 0 to 1 (Kolmogorov-Smirnov). */
export function distanceOf(first: readonly number[], second: readonly number[]): number {
	const a = first.toSorted((x, y) => x - y);
	const b = second.toSorted((x, y) => x - y);
	let [i, j, distance] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		const value = Math.min(a[i]!, b[j]!);
		while (i < a.length && a[i]! <= value) i++;
		while (j < b.length && b[j]! <= value) j++;
		distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
	}
	return distance;
}

/** F-11: reads the durations of finished work, oldest finish first. Fewer than eight say nothing about change. */
export function warnOf(durations: readonly number[]): HistoryWarning[] {
	const warnings: HistoryWarning[] = [];
	const half = Math.floor(durations.length / 2);
	const [older, newer] = [durations.slice(0, half), durations.slice(half)];
	const limit =
		KS_COEFFICIENT * Math.sqrt((older.length + newer.length) / (older.length * newer.length));
	if (half >= 4 && distanceOf(older, newer) > limit) warnings.push('changed');
	const sorted = durations.toSorted((a, b) => a - b);
	const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
	if (median > 0 && sorted.at(-1)! > TAIL_FACTOR * median) warnings.push('tail');
	return warnings;
}
