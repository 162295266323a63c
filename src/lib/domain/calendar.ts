// How many minutes a person has for projects on each day: pattern, holidays, leave, non-project share.
// Integer minutes; nothing here knows what is booked.
import { compareDays, dayNumber, MAX_SPAN_DAYS, spanDays, weekdayOfNumber } from './days.ts';
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
	grossSums: Int32Array;
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
	const gross = grossMinutes(calendar, first, days);
	const timeOff = new Int32Array(days);
	for (const away of calendar.absences) addAway(timeOff, gross, away, first);
	const shares = shareOfDays(calendar, first, days);
	const { nonProject, net, sums: netSums } = netOf(gross, timeOff, shares);
	const requested = calendar.requested ?? [];
	if (requested.length === 0) {
		const grossSums = runningSums(gross);
		return {
			...{ first, days, gross, timeOff, nonProject, net, low: net },
			...{ grossSums, netSums, lowSums: netSums }
		};
	}
	const asked = timeOff.slice();
	for (const away of requested) addAway(asked, gross, away, first);
	const low = netOf(gross, asked, shares);
	return {
		...{ first, days, gross, timeOff, nonProject, net, low: low.net },
		...{ grossSums: runningSums(gross), netSums, lowSums: low.sums }
	};
}

function netOf(gross: Int32Array, timeOff: Int32Array, shares: Int32Array) {
	const nonProject = new Int32Array(gross.length);
	const net = new Int32Array(gross.length);
	for (let i = 0; i < gross.length; i++) {
		const present = gross[i]! - timeOff[i]!;
		nonProject[i] = Math.floor((present * shares[i]! + 5000) / 10000);
		net[i] = Math.max(0, present - nonProject[i]!);
	}
	return { nonProject, net, sums: runningSums(net) };
}

function runningSums(minutes: Int32Array): Int32Array {
	const sums = new Int32Array(minutes.length + 1);
	for (let i = 0; i < minutes.length; i++) sums[i + 1] = sums[i]! + minutes[i]!;
	return sums;
}

/** C-4: the share of each day that is no project work, in basis points, never more than all of it. */
function shareOfDays(calendar: WorkCalendar, first: number, days: number): Int32Array {
	const shares = new Int32Array(days).fill(
		Math.min(10000, calendar.nonProjectBp ?? DEFAULT_NON_PROJECT_BP)
	);
	const dated = [...(calendar.nonProjectFrom ?? [])].sort((a, b) => compareDays(a.from, b.from));
	for (const { from, bp } of dated)
		shares.fill(Math.min(10000, bp), Math.min(days, Math.max(0, dayNumber(from) - first)));
	return shares;
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
function grossMinutes(calendar: WorkCalendar, first: number, days: number): Int32Array {
	const gross = new Int32Array(days);
	const patterns = calendar.patterns
		.map((pattern) => ({
			from: pattern.from === null ? -Infinity : dayNumber(pattern.from),
			minutes: pattern.minutes
		}))
		.sort((a, b) => a.from - b.from || 0);
	const starts = calendar.starts === null ? -Infinity : dayNumber(calendar.starts);
	const ends = calendar.ends === null ? Infinity : dayNumber(calendar.ends);
	let current = 0;
	for (let i = 0; i < days; i++) {
		const number = first + i;
		while (current + 1 < patterns.length && patterns[current + 1]!.from <= number) current++;
		if (number < starts || number > ends) continue;
		gross[i] = patterns[current]?.minutes[weekdayOfNumber(number) - 1] ?? 0;
	}
	const closed = new Int32Array(days);
	for (const away of calendar.holidays) addAway(closed, gross, away, first);
	for (let i = 0; i < days; i++) gross[i]! -= closed[i]!;
	for (const [day, minutes] of calendar.exceptions ?? []) {
		const number = dayNumber(day);
		if (number >= starts && number <= ends && number >= first && number < first + days)
			gross[number - first] = minutes;
	}
	return gross;
}

/** C-3: adds the minutes away, never more than the day has. */
function addAway(into: Int32Array, cap: Int32Array, away: Away, first: number): void {
	if (spanDays(away.span) === 0) return;
	const start = Math.max(0, dayNumber(away.span.from) - first);
	const end = Math.min(into.length, dayNumber(away.span.to) - first + 1);
	for (let i = start; i < end; i++) {
		const minutes = away.minutesPerDay ?? cap[i]!;
		into[i] = Math.min(cap[i]!, into[i]! + Math.max(0, minutes));
	}
}
