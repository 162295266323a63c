// Spreads one allocation over its days: so many minutes a day, a share of the person's time, or a total.
// Unknown effort stays unknown, and minutes that find no day are reported, never dropped.
import { weekdayOfNumber } from './days.ts';
import { netBetween } from './calendar.ts';
import type { Availability } from './calendar.ts';

/** Minutes a working day, basis points of net time, or minutes in all; null is unknown, never zero. */
export type Load = { mode: 'perDay' | 'percent' | 'total'; amount: number } | null;

/** `minutes` covers the day numbers `first` on; it is empty unless placed. */
export interface Expansion {
	state: 'placed' | 'unplaced' | 'unknown' | 'empty';
	first: number;
	minutes: Int32Array;
}

const NOTHING = new Int32Array(0);

/**
 * C-7 to C-10: the minutes of a load on each day number from `from` to `to`, both included.
 * `of` must cover that span. `unplaced`: a total or share that no day can take.
 */
export function expand(load: Load, of: Availability, from: number, to: number): Expansion {
	if (to < from) return { state: 'empty', first: from, minutes: NOTHING };
	if (load === null) return { state: 'unknown', first: from, minutes: NOTHING };
	if (from < of.first || to >= of.first + of.days)
		throw new RangeError('The availability does not cover the span. Ask for the whole span.');
	const minutes = new Int32Array(to - from + 1);
	const open = spread(load, of, from, to, minutes);
	if (!open && load.amount > 0) return { state: 'unplaced', first: from, minutes: NOTHING };
	return { state: 'placed', first: from, minutes };
}

/** Fills `minutes`; false when no day of the span can take any. */
function spread(
	load: NonNullable<Load>,
	of: Availability,
	from: number,
	to: number,
	minutes: Int32Array
): boolean {
	if (load.mode === 'perDay') {
		let worked = false;
		for (let i = 0; i < minutes.length; i++) {
			if (of.gross[from - of.first + i]! <= 0) continue;
			minutes[i] = load.amount;
			worked = true;
		}
		return worked;
	}
	if (netBetween(of, from, to) <= 0) return false;
	if (load.mode === 'total') {
		share(load.amount, load.amount, netBetween(of, from, to), of, from, to, minutes, 0);
		return true;
	}
	for (let start = from; start <= to;) {
		const end = Math.min(to, start + 7 - weekdayOfNumber(start));
		const total = Math.floor((netBetween(of, start, end) * load.amount + 5000) / 10000);
		share(total, load.amount, 10000, of, start, end, minutes, start - from);
		start = end + 1;
	}
	return true;
}

/** The fractions of one sharing, kept between calls because most of them are short. */
let rests = new Float64Array(64);

/**
 * C-8, C-9: largest remainder. Each day gets the whole part of net x part / whole, and `total` is made
 * up by the largest fractions, equal ones to the earliest day.
 */
function share(
	total: number,
	part: number,
	whole: number,
	of: Availability,
	from: number,
	to: number,
	minutes: Int32Array,
	at: number
): void {
	const days = to - from + 1;
	if (rests.length < days) rests = new Float64Array(days);
	let left = total;
	for (let i = 0; i < days; i++) {
		const exact = part * of.net[from - of.first + i]!;
		const floor = Math.floor(exact / whole);
		minutes[at + i] = floor;
		rests[i] = exact - floor * whole;
		left -= floor;
	}
	if (left <= 0) return;
	// The smallest fraction that still gets a minute; what lies above it always does.
	const least = rests.slice(0, days).sort()[days - left]!;
	for (let i = 0; i < days; i++) if (rests[i]! > least) left--;
	for (let i = 0; i < days; i++)
		if (rests[i]! > least || (rests[i] === least && left-- > 0)) minutes[at + i]!++;
}
