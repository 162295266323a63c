// Spreads one allocation over its days: so many minutes a day, a share of the person's time, or a total.
// Unknown effort stays unknown, and minutes that find no day are reported, never dropped.
import { weekdayOfNumber } from './days.ts';
import { netBetween } from './calendar.ts';
import type { Availability } from './calendar.ts';

/** Minutes a working day, basis points of net time, or minutes in all; null is unknown, never zero. */
export type Load = { mode: 'perDay' | 'percent' | 'total'; amount: number } | null;

/** How a total lies over its days: evenly, or three times as dense at its start, or at its end, as at the other end. */
export type Contour = 'flat' | 'front' | 'back';

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
export function expand(
	load: Load,
	of: Availability,
	from: number,
	to: number,
	contour: Contour = 'flat'
): Expansion {
	if (to < from) return { state: 'empty', first: from, minutes: NOTHING };
	if (load === null) return { state: 'unknown', first: from, minutes: NOTHING };
	if (from < of.first || to >= of.first + of.days)
		throw new RangeError('The availability does not cover the span. Ask for the whole span.');
	const minutes = new Int32Array(to - from + 1);
	const open = spread(load, of, from, to, minutes, contour);
	if (!open && load.amount > 0) return { state: 'unplaced', first: from, minutes: NOTHING };
	return { state: 'placed', first: from, minutes };
}

/** Fills `minutes`; false when no day of the span can take any. */
function spread(
	load: NonNullable<Load>,
	of: Availability,
	from: number,
	to: number,
	minutes: Int32Array,
	contour: Contour
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
		if (contour === 'flat')
			share(load.amount, load.amount, netBetween(of, from, to), of, from, to, minutes, 0);
		else slope(load.amount, of, from, to, minutes, contour);
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
	hand(left, days, minutes, at);
}

/**
 * C-20: as C-9, each net minute weighted by where it lies in the span's net time: from 3/2 down to 1/2 for `front`, up
 * for `back`. The weights of all net minutes sum to their number, so that the shares are exact fractions.
 */
function slope(
	total: number,
	of: Availability,
	from: number,
	to: number,
	minutes: Int32Array,
	contour: 'front' | 'back'
): void {
	const days = to - from + 1;
	if (rests.length < days) rests = new Float64Array(days);
	const net = netBetween(of, from, to);
	const whole = 2 * net * net;
	let before = 0;
	let left = total;
	for (let i = 0; i < days; i++) {
		const own = of.net[from - of.first + i]!;
		const passed = 2 * before + own;
		const weight = own * (contour === 'front' ? 3 * net - passed : net + passed);
		const [floor, rest] = divide(total, weight, whole);
		minutes[i] = floor;
		rests[i] = rest;
		left -= floor;
		before += own;
	}
	hand(left, days, minutes, 0);
}

/** Whole part and remainder of a x b / c, exact also where the product passes what a number holds. */
function divide(a: number, b: number, c: number): [whole: number, rest: number] {
	if (a * b <= Number.MAX_SAFE_INTEGER) {
		const whole = Math.floor((a * b) / c);
		return [whole, a * b - whole * c];
	}
	const product = BigInt(a) * BigInt(b);
	return [Number(product / BigInt(c)), Number(product % BigInt(c))];
}

/** Gives the `left` minutes to the largest fractions in `rests`, equal ones to the earliest day. */
function hand(left: number, days: number, minutes: Int32Array, at: number): void {
	if (left <= 0) return;
	// The smallest fraction that still gets a minute; what lies above it always does.
	const least = rests.slice(0, days).sort()[days - left]!;
	for (let i = 0; i < days; i++) if (rests[i]! > least) left--;
	for (let i = 0; i < days; i++)
		if (rests[i]! > least || (rests[i] === least && left-- > 0)) minutes[at + i]!++;
}
