// Forecasts from how many are finished a day: days of the past drawn again with replacement (F-6). Counts days, knows no
// dates; what the days are (all of them, or working days) is the caller's choice and holds for the answer too.
import { drawFrom, type Chance } from './forecast-chance.ts';
import { percentileOf } from './percentile.ts';

/** A trial that has not ended by then is taken as this long: about a hundred years of working days. */
export const MOST_DAYS = 26_000;

/**
 * F-6: for each trial how many days it takes until `items` are finished, ascending. Null when nothing was ever finished
 * in the past: then no number of days is enough.
 */
export function daysUntilDone(
	perDay: Int32Array,
	items: number,
	trials: number,
	chance: Chance
): Int32Array | null {
	if (!perDay.some((count) => count > 0)) return null;
	const days = new Int32Array(trials);
	for (let trial = 0; trial < trials; trial++) {
		let left = items;
		let day = 0;
		while (left > 0 && day < MOST_DAYS) {
			left -= drawFrom(perDay, chance);
			day++;
		}
		days[trial] = day;
	}
	return days.sort();
}

/** F-6: for each trial how many are finished in `days` days, ascending. All zero where the past has no day. */
export function itemsDoneIn(
	perDay: Int32Array,
	days: number,
	trials: number,
	chance: Chance
): Int32Array {
	const items = new Int32Array(trials);
	if (perDay.length === 0) return items;
	for (let trial = 0; trial < trials; trial++)
		for (let day = 0; day < days; day++) items[trial]! += drawFrom(perDay, chance);
	return items.sort();
}

/** How many items are finished at least, with 85, 50 and 15 per cent certainty. Takes the ascending trials. */
export function certaintyOf(items: ArrayLike<number>): { p85: number; p50: number; p15: number } {
	return {
		p85: percentileOf(items, 15),
		p50: percentileOf(items, 50),
		p15: percentileOf(items, 85)
	};
}
