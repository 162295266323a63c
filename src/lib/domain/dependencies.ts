// Dependencies between pieces of work of one kind: which ends they tie, which close a circle, and which the dates break.
// A broken one is a warning and never blocks. Lag counts Monday to Friday: the work has no calendar of its own.
import { dayNumber, dayOf, spanDays, type Day, type Span } from './days.ts';
import type { Dependency } from './dependency.ts';

export { DEPENDENCY_TYPES, MAX_LAG_DAYS } from './dependency.ts';
export type { Dependency, DependencyType } from './dependency.ts';

/** A piece of work, its dates as far as anybody has planned them, and what it waits for. */
export interface Dated {
	readonly id: string;
	readonly span: Span | null;
	readonly after: readonly Dependency[];
}

/** `circular`: it would close a circle and is not counted. `undated`: one of the two has no dates yet. */
export type LinkState = 'kept' | 'undated' | 'violated' | 'circular';

export interface Link extends Dependency {
	/** The piece that waits. */
	readonly of: string;
	readonly state: LinkState;
	/** The first working day on which the tied end of `of` may stand; null where the other has no dates. */
	readonly earliest: Day | null;
	/** Working days by which it is broken; 0 where it is not. */
	readonly lateDays: number;
}

/** Monday 1969-12-29, three days before day number 0. */
const MONDAY = -3;

/** Working days before a day number, counted from that Monday. */
function workdaysBefore(number: number): number {
	const days = number - MONDAY;
	const weeks = Math.floor(days / 7);
	return weeks * 5 + Math.min(5, days - weeks * 7);
}

function workdayAt(index: number): Day {
	const weeks = Math.floor(index / 5);
	return dayOf(MONDAY + weeks * 7 + (index - weeks * 5));
}

/** DP-2: the working day (Monday to Friday) `count` after a day; a weekend stands for its Monday. */
export function shiftWorkdays(day: Day, count: number): Day {
	return workdayAt(workdaysBefore(dayNumber(day)) + count);
}

/**
 * DP-1: links with what the dates say of each. In the order of who waits, then of whom for. A piece that is not among
 * `works` ties nothing.
 */
export function linkWorks(works: Iterable<Dated>): Link[] {
	const byId = new Map([...works].map((work) => [work.id, work]));
	const ties = [...byId.values()]
		.flatMap((work) => tieOnce(work.after).map((tie) => ({ ...tie, of: work.id })))
		.filter((tie) => byId.has(tie.on))
		.sort((a, b) => compare(a.of, b.of) || compare(a.on, b.on) || compare(a.type, b.type));
	const circular = findCircular(ties);
	return ties.map((tie) => {
		const judged = judge(tie, byId.get(tie.on)!.span, byId.get(tie.of)!.span);
		return circular.has(tie) ? { ...tie, state: 'circular', earliest: null, lateDays: 0 } : judged;
	});
}

/** The same ends of the same two are tied once: by the first. */
const tieOnce = (after: readonly Dependency[]): Dependency[] =>
	after.filter(
		(tie, i) => i === after.findIndex((one) => one.on === tie.on && one.type === tie.type)
	);

type Tie = Dependency & { readonly of: string };

/** DP-3: kept as long as the bound end stands on or after the tied one plus the lag, in working days. */
function judge(tie: Tie, before: Span | null, after: Span | null): Link {
	if (!before || spanDays(before) === 0)
		return { ...tie, state: 'undated', earliest: null, lateDays: 0 };
	const atEnd = (span: Span) => workdaysBefore(dayNumber(span.to) + 1);
	const atStart = (span: Span) => workdaysBefore(dayNumber(span.from));
	const bound = (tie.type[0] === 'F' ? atEnd(before) : atStart(before)) + tie.lagDays;
	const bindsStart = tie.type[1] === 'S';
	const earliest = workdayAt(bindsStart ? bound : bound - 1);
	if (!after || spanDays(after) === 0) return { ...tie, state: 'undated', earliest, lateDays: 0 };
	const lateDays = Math.max(0, bound - (bindsStart ? atStart(after) : atEnd(after)));
	return { ...tie, state: lateDays > 0 ? 'violated' : 'kept', earliest, lateDays };
}

/**
 * DP-4: ties that would close a circle. They are taken one by one in their order, and the one that leads back is left
 * out, so that every copy of the board leaves out the same.
 */
function findCircular(ties: readonly Tie[]): ReadonlySet<Tie> {
	const circular = new Set<Tie>();
	const waitsFor = new Map<string, string[]>();
	for (const tie of ties) {
		if (reaches(waitsFor, tie.on, tie.of)) circular.add(tie);
		else waitsFor.set(tie.of, [...(waitsFor.get(tie.of) ?? []), tie.on]);
	}
	return circular;
}

/** Does `from` wait for `target`, directly or through others? */
function reaches(waitsFor: ReadonlyMap<string, string[]>, from: string, target: string): boolean {
	const seen = new Set([from]);
	const open = [from];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		if (at === target) return true;
		for (const next of waitsFor.get(at) ?? [])
			if (!seen.has(next)) {
				seen.add(next);
				open.push(next);
			}
	}
	return false;
}

/** Would waiting for `on` close a circle? For saying so before it is written. */
export function closesCircle(
	works: Iterable<Pick<Dated, 'id' | 'after'>>,
	of: string,
	on: string
): boolean {
	const waitsFor = new Map<string, string[]>();
	for (const work of works)
		waitsFor.set(
			work.id,
			work.after.map((tie) => tie.on)
		);
	return reaches(waitsFor, on, of);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
