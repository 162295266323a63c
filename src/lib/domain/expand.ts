// Spreads one allocation over its days: so many minutes a day, a share of the person's time, or a total.
// Unknown effort stays unknown, and minutes that find no day are reported, never dropped.
import { weekdayOfNumber } from './days.ts';
import type { Availability } from './calendar.ts';
import { WHOLE_BP } from './utilisation.ts';

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

/** A load's mode and contour as one number, for tables of numbers. */
export const UNKNOWN = 0;
export const PER_DAY = 1;
export const PERCENT = 2;
export const TOTAL = 3;
const TOTAL_FRONT = 4;
const TOTAL_BACK = 5;

/** Which of the numbers above stands for a load. Only a total has a contour. */
export function kindOf(load: Load, contour: Contour = 'flat'): number {
	if (load === null) return UNKNOWN;
	if (load.mode === 'perDay') return PER_DAY;
	if (load.mode === 'percent') return PERCENT;
	return contour === 'flat' ? TOTAL : contour === 'front' ? TOTAL_FRONT : TOTAL_BACK;
}

/** Minutes day by day; days before and after those asked for may lie beside them. */
export interface Hours {
	gross: Int32Array;
	net: Int32Array;
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
	const days = to - from + 1;
	const minutes = new Int32Array(days);
	const kind = kindOf(load, contour);
	const open = spread(kind, load.amount, of, from - of.first, days, from, minutes, 0);
	if (!open && load.amount > 0) return { state: 'unplaced', first: from, minutes: NOTHING };
	return { state: 'placed', first: from, minutes };
}

/**
 * C-7 to C-9, C-20 without an object made: fills `minutes` from place `to` on with what each of so many days takes, the
 * first of them being day number `from` and at place `at` of the hours. False when none of the days can take any.
 */
export function spread(
	kind: number,
	amount: number,
	hours: Hours,
	at: number,
	days: number,
	from: number,
	minutes: Int32Array,
	to: number
): boolean {
	if (kind === PER_DAY) return fillDays(amount, hours.gross, at, days, minutes, to);
	if (kind === TOTAL) return share(amount, 0, hours.net, at, days, minutes, to);
	if (kind !== PERCENT)
		return slope(amount, hours.net, at, days, minutes, to, kind === TOTAL_FRONT);
	let open = false;
	let week = Math.min(days, 8 - weekdayOfNumber(from));
	for (let day = 0; day < days;) {
		if (share(amount, WHOLE_BP, hours.net, at + day, week, minutes, to + day)) open = true;
		day += week;
		week = Math.min(days - day, 7);
	}
	return open;
}

/** 1 or 0, for whole numbers of 32 bits, without a branch: no two weeks of a plan begin on the same weekday. */
export const isPositive = (value: number): number => (0 - value) >>> 31;

/** C-7. */
function fillDays(
	amount: number,
	gross: Int32Array,
	at: number,
	days: number,
	minutes: Int32Array,
	to: number
): boolean {
	let working = 0;
	for (let i = 0; i < days; i++) {
		const works = isPositive(gross[at + i]!);
		minutes[to + i] = Math.imul(works, amount);
		working += works;
	}
	return working > 0;
}

/** The fractions of one sharing, kept between calls because most of them are short. */
let rests = new Float64Array(64);

/** C-8: the minutes of a share of a sum, to the nearest; a total, which `whole` 0 stands for, is itself. */
const inAll = (part: number, whole: number, sum: number): number =>
	whole === 0 ? part : Math.floor((sum * part + whole / 2) / whole);

/** C-8, C-9 for working days that are all alike, so many of `most` net minutes: what each takes at least. */
export const alikeMinutes = (part: number, whole: number, most: number, working: number): number =>
	Math.floor((part * most) / (whole === 0 ? most * working : whole)) | 0;

/** How many of those days, the earliest as their fractions are alike too, take one minute more than `each`. */
export const alikeRest = (
	part: number,
	whole: number,
	most: number,
	working: number,
	each: number
): number => (inAll(part, whole, most * working) - each * working) | 0;

/**
 * C-8, C-9: largest remainder. Each day gets the whole part of net x `part` / `whole`; what is missing from the sum is
 * made up by the largest fractions, equal ones to the earliest day. `whole` 0 is the net time of these days: a total.
 */
function share(
	part: number,
	whole: number,
	net: Int32Array,
	at: number,
	days: number,
	minutes: Int32Array,
	to: number
): boolean {
	let sum = 0;
	let working = 0;
	let most = 0;
	for (let i = 0; i < days; i++) {
		const own = net[at + i]!;
		sum += own;
		working += isPositive(own);
		most = Math.max(most, own);
	}
	if (sum === 0) {
		for (let i = 0; i < days; i++) minutes[to + i] = 0;
		return false;
	}
	if (sum === most * working) {
		// Most weeks.
		const each = alikeMinutes(part, whole, most, working);
		let left = alikeRest(part, whole, most, working, each);
		for (let i = 0; i < days; i++) {
			const works = isPositive(net[at + i]!);
			minutes[to + i] = Math.imul(works, each + isPositive(left));
			left -= works;
		}
		return true;
	}
	if (rests.length < days) rests = new Float64Array(days);
	const of = whole === 0 ? sum : whole;
	let left = inAll(part, whole, sum);
	for (let i = 0; i < days; i++) {
		const exact = part * net[at + i]!;
		const floor = Math.floor(exact / of);
		minutes[to + i] = floor;
		rests[i] = exact - floor * of;
		left -= floor;
	}
	hand(left, days, minutes, to);
	return true;
}

/**
 * C-20: as C-9, each net minute weighted by where it lies in the span's net time: from 3/2 down to 1/2 for `front`, up
 * for `back`. The weights of all net minutes sum to their number, so that the shares are exact fractions.
 */
function slope(
	total: number,
	net: Int32Array,
	at: number,
	days: number,
	minutes: Int32Array,
	to: number,
	isFront: boolean
): boolean {
	if (rests.length < days) rests = new Float64Array(days);
	let sum = 0;
	for (let i = 0; i < days; i++) sum += net[at + i]!;
	const whole = 2 * sum * sum;
	let before = 0;
	let left = total;
	for (let i = 0; i < days; i++) {
		const own = net[at + i]!;
		const passed = 2 * before + own;
		const weight = own * (isFront ? 3 * sum - passed : sum + passed);
		const [floor, rest] = own === 0 ? [0, 0] : divide(total, weight, whole);
		minutes[to + i] = floor;
		rests[i] = rest;
		left -= floor;
		before += own;
	}
	if (sum > 0) hand(left, days, minutes, to);
	return sum > 0;
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

/** Up to so many days the largest fraction is looked for again and again, which is quicker than sorting them. */
const FEW_DAYS = 16;

/** Gives the `left` minutes to the largest fractions in `rests`, equal ones to the earliest day. */
function hand(left: number, days: number, minutes: Int32Array, to: number): void {
	if (left <= 0) return;
	if (days <= FEW_DAYS) {
		for (; left > 0; left--) {
			let most = 0;
			for (let i = 1; i < days; i++) if (rests[i]! > rests[most]!) most = i;
			minutes[to + most]!++;
			rests[most] = -1;
		}
		return;
	}
	// The smallest fraction that still gets a minute; what lies above it always does.
	const least = rests.slice(0, days).sort()[days - left]!;
	for (let i = 0; i < days; i++) if (rests[i]! > least) left--;
	for (let i = 0; i < days; i++)
		if (rests[i]! > least || (rests[i] === least && left-- > 0)) minutes[to + i]!++;
}
