// How many minutes a person has for projects on each day: pattern, holidays, leave, non-project share.
// Integer minutes; nothing here knows what is booked.
import { compareDays, dayNumber, MAX_SPAN_DAYS, weekdayOfNumber } from './days.ts';
import type { Day, Span } from './days.ts';

/** Working minutes for Monday to Sunday, from a day on; null is "always". */
export interface DatedPattern {
	from: Day | null;
	minutes: readonly number[];
}

/** Away or closed: these minutes of each day, or the whole day when null. */
export interface Away {
	span: Span;
	minutesPerDay: number | null;
}

export interface WorkCalendar {
	patterns: readonly DatedPattern[];
	/** Days the person's region is closed. */
	holidays: readonly Away[];
	/** Approved time off. */
	absences: readonly Away[];
	/** Time off that is asked for: takes nothing from net minutes, only from the low ones. */
	requested?: readonly Away[];
	/** Working minutes of single days of this person, before anything else: may add a Saturday. */
	exceptions?: ReadonlyMap<Day, number>;
	/** Employed from and until, inclusive; null is open. */
	starts: Day | null;
	ends: Day | null;
	/** Share of the time that never goes to projects, basis points; null is the default. */
	nonProjectBp: number | null;
	/** Shares that replace it, each from its day on; of two from one day the later in the list holds. */
	nonProjectFrom?: readonly { from: Day; bp: number }[];
}

/** Meetings, admin, own development: 20 % unless a person says otherwise. */
export const DEFAULT_NON_PROJECT_BP = 2000;

/** Minutes by day from day number `first`; the sums hold `days + 1` entries. */
export interface Availability {
	first: number;
	days: number;
	gross: Int32Array;
	timeOff: Int32Array;
	nonProject: Int32Array;
	net: Int32Array;
	/** Net minutes if all that is asked for were approved; the very same array as `net` where nothing is. */
	low: Int32Array;
	netSums: Int32Array;
	lowSums: Int32Array;
}

/**
 * C-1 to C-5: gross, time off, non-project and net minutes for each day from `from` to `to`.
 * An inverted range has no days; more than about 100 years throws.
 */
export function availability(calendar: WorkCalendar, from: Day, to: Day): Availability {
	const first = dayNumber(from);
	const days = Math.max(0, dayNumber(to) - first + 1);
	if (days > MAX_SPAN_DAYS)
		throw new RangeError(`${from} to ${to} is ${days} days. Ask for at most ${MAX_SPAN_DAYS}.`);
	const gross = new Int32Array(days);
	const net = new Int32Array(days);
	fillHours(calendar, first, gross, net);
	const present = gross.slice();
	takeAll(present, calendar.absences, first);
	const netSums = runningSums(net);
	const all = {
		...{ first, days, gross, net, netSums },
		timeOff: gross.map((minutes, i) => minutes - present[i]!),
		nonProject: present.map((minutes, i) => minutes - net[i]!)
	};
	const requested = calendar.requested ?? [];
	if (requested.length === 0) return { ...all, low: net, lowSums: netSums };
	const low = present.slice();
	takeAll(low, requested, first);
	takeShares(low, calendar, first);
	return { ...all, low, lowSums: runningSums(low) };
}

/**
 * C-1 to C-5: the gross and net minutes of `availability` alone, for as many days from day number `first` on as both
 * arrays are long. For whoever counts many people: it keeps nothing and makes no array a person.
 */
export function fillHours(
	calendar: WorkCalendar,
	first: number,
	gross: Int32Array,
	net: Int32Array
): void {
	fillGross(calendar, first, gross);
	net.set(gross);
	takeAll(net, calendar.absences, first);
	takeShares(net, calendar, first);
}

function runningSums(minutes: Int32Array): Int32Array {
	const sums = new Int32Array(minutes.length + 1);
	for (let i = 0; i < minutes.length; i++) sums[i + 1] = sums[i]! + minutes[i]!;
	return sums;
}

/** C-4, C-5: takes of each day the share that is no project work, never more than all of it. */
function takeShares(minutes: Int32Array, calendar: WorkCalendar, first: number): void {
	const dated = calendar.nonProjectFrom?.toSorted((a, b) => compareDays(a.from, b.from)) ?? [];
	let bp = calendar.nonProjectBp ?? DEFAULT_NON_PROJECT_BP;
	let start = 0;
	for (const next of dated) {
		const end = Math.min(minutes.length, Math.max(0, dayNumber(next.from) - first));
		takeShare(minutes, start, end, bp);
		[start, bp] = [end, next.bp];
	}
	takeShare(minutes, start, minutes.length, bp);
}

function takeShare(minutes: Int32Array, start: number, end: number, bp: number): void {
	const share = Math.min(10000, bp);
	if (share === 0) return;
	// One day is mostly like the one before, and a division is not cheap.
	let [present, left] = [0, 0];
	for (let i = start; i < end; i++) {
		if (minutes[i] !== present) {
			present = minutes[i]!;
			left = present - Math.floor((present * share + 5000) / 10000);
		}
		minutes[i] = left;
	}
}

/** C-6: net minutes from day number `from` to `to`, both included, in one subtraction. */
export function netBetween(of: Availability, from: number, to: number): number {
	const start = Math.max(0, from - of.first);
	const end = Math.min(of.days, to - of.first + 1);
	return end > start ? of.netSums[end]! - of.netSums[start]! : 0;
}

/**
 * C-1: the pattern in force on a day; before the first dated one the first holds, of two from one day the later of the
 * list (M-17). Undefined where there is none.
 */
export function patternOn<P extends { from: Day | null }>(
	patterns: readonly P[],
	day: Day
): P | undefined {
	const sorted = patterns.toSorted((a, b) => compareDays(a.from ?? '', b.from ?? ''));
	return sorted.findLast(({ from }) => from === null || from <= day) ?? sorted[0];
}

/** C-1, C-2: the pattern in force, closed on holidays, replaced by exceptions, within employment. */
function fillGross(calendar: WorkCalendar, first: number, gross: Int32Array): void {
	const days = gross.length;
	const patterns = calendar.patterns
		.map(({ from, minutes }) => ({ at: from === null ? -Infinity : dayNumber(from), minutes }))
		.sort((a, b) => a.at - b.at || 0);
	const starts = calendar.starts === null ? first : Math.max(first, dayNumber(calendar.starts));
	const ends = calendar.ends === null ? Infinity : dayNumber(calendar.ends);
	const end = Math.max(0, Math.min(days, ends - first + 1));
	gross.fill(0);
	for (let i = 0; i < Math.max(1, patterns.length); i++) {
		// Before the first dated pattern the first one holds.
		const start = i === 0 ? starts : Math.max(starts, patterns[i]!.at);
		const next = i + 1 < patterns.length ? patterns[i + 1]!.at : Infinity;
		repeatWeek(
			patterns[i]?.minutes ?? [],
			first,
			start - first,
			Math.min(end, next - first),
			gross
		);
	}
	takeAll(gross, calendar.holidays, first);
	for (const [day, minutes] of calendar.exceptions ?? []) {
		const i = dayNumber(day) - first;
		if (i >= starts - first && i >= 0 && i < end) gross[i] = minutes;
	}
}

/** Fills the places from `start` to before `end` with the minutes of their weekdays. */
function repeatWeek(
	minutes: readonly number[],
	first: number,
	start: number,
	end: number,
	gross: Int32Array
): void {
	let weekday = weekdayOfNumber(first + start) - 1;
	for (let day = start; day < Math.min(end, start + 7); day++) {
		const each = minutes[weekday] ?? 0;
		for (let i = day; i < end; i += 7) gross[i] = each;
		weekday = weekday === 6 ? 0 : weekday + 1;
	}
}

/** C-2, C-3: takes the minutes away of their days, never more than a day has. */
function takeAll(minutes: Int32Array, aways: readonly Away[], first: number): void {
	for (const { span, minutesPerDay } of aways) {
		const from = dayNumber(span.from) - first;
		const last = span.to === span.from ? from : dayNumber(span.to) - first;
		const end = Math.min(minutes.length, last + 1);
		for (let i = Math.max(0, from); i < end; i++)
			minutes[i] =
				minutesPerDay === null ? 0 : Math.max(0, minutes[i]! - Math.max(0, minutesPerDay));
	}
}
