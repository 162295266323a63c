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
	if (load.mode === 'total') {
		const net = netBetween(of, from, to);
		return net > 0 && share(load.amount, net, of, from, to, minutes, 0);
	}
	for (let start = from; start <= to;) {
		const end = Math.min(to, start + 7 - weekdayOfNumber(start));
		const net = netBetween(of, start, end);
		const total = Math.floor((net * load.amount + 5000) / 10000);
		if (net > 0) share(total, net, of, start, end, minutes, start - from);
		start = end + 1;
	}
	return netBetween(of, from, to) > 0;
}

/** C-9: largest remainder: whole minutes in proportion to net time, the rest to the largest
 * fractions, equal fractions to the earliest day. */
function share(
	total: number,
	net: number,
	of: Availability,
	from: number,
	to: number,
	minutes: Int32Array,
	at: number
): boolean {
	const rests: { index: number; rest: number }[] = [];
	let placed = 0;
	for (let number = from; number <= to; number++) {
		const weight = of.net[number - of.first]!;
		if (weight <= 0) continue;
		const index = at + number - from;
		const whole = Math.floor((total * weight) / net);
		minutes[index] = whole;
		placed += whole;
		rests.push({ index, rest: total * weight - whole * net });
	}
	rests.sort((a, b) => b.rest - a.rest || a.index - b.index);
	for (let i = 0; placed < total; i++, placed++) minutes[rests[i]!.index]!++;
	return true;
}
