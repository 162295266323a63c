// What is wrong with a booking, or with who leads a project, after edits that were right one by one: derived, never
// stored, both edits named. Says nothing of days before `today`: what is over is past mending.
import type { Availability } from './calendar.ts';
import { addDays, dayOf, isEmptySpan, longDay } from './days.ts';
import type { Day, Span } from './days.ts';
import { normaliseSpan } from './merge.ts';

export type ProblemRule = 'M-6' | 'M-7' | 'M-8' | 'M-9' | 'M-10' | 'M-16';

/** One of the edits that do not go together. */
export interface Edit {
	/** "Confirmed", "Time off approved". */
	what: string;
	/** Person id of whoever made it, or of whom to ask; empty where it is not known. */
	by: string;
	/** Milliseconds since 1970; 0 where it is not known. */
	at: number;
}

export interface Problem {
	/** The same for the same problem, however it is worded by now. */
	key: string;
	rule: ProblemRule;
	/** What the mark goes on: a booking, or for M-16 a project or a module. */
	collection: 'allocations' | 'projects' | 'modules';
	subject: string;
	/** Every booking it is about. */
	involved: readonly string[];
	/** One sentence. */
	text: string;
	edits: readonly Edit[];
	/** Days it is about, for screens that go there. */
	span: Span | null;
}

/** "5 Mar to 9 Mar 2027", or one day. */
export function saySpan({ from, to }: Span): string {
	if (from === to) return longDay(from);
	const first = longDay(from);
	return from.slice(0, 4) === to.slice(0, 4)
		? `${first.slice(0, -5)} to ${longDay(to)}`
		: `${first} to ${longDay(to)}`;
}

/** "7.5 h". */
export const sayHours = (minutes: number): string => `${Math.round(minutes / 6) / 10} h`;

/** M-7: the days of a span that lie within employment; null where none does. `empty`: it holds no day by itself (D-5). */
export function employedPart(
	span: Span,
	employed: { starts: Day | null; ends: Day | null }
): { state: 'inside' | 'partly' | 'outside' | 'empty'; part: Span | null } {
	if (isEmptySpan(span)) return { state: 'empty', part: null };
	const part = normaliseSpan(span, employed);
	if (part === null) return { state: 'outside', part };
	const isWhole = part.from === span.from && part.to === span.to;
	return { state: isWhole ? 'inside' : 'partly', part };
}

/** M-8: the days after the launch; null where there are none, or the kind goes on after it. */
export function afterLaunch(kind: string, span: Span, launch: Day | null): Span | null {
	if (kind !== 'project' || launch === null || span.to <= launch) return null;
	return { from: launch < span.from ? span.from : addDays(launch, 1), to: span.to };
}

/**
 * M-10: runs of days on which somebody is away and work lies that does not fit beside it. `minutes` covers the
 * availability's days; null is work no day could take, which conflicts wherever they are away.
 */
export function leaveRuns(of: Availability, minutes: Int32Array | null, today: Day): Span[] {
	const runs: Span[] = [];
	let from: number | null = null;
	const close = (end: number): void => {
		if (from !== null) runs.push({ from: dayOf(of.first + from), to: dayOf(of.first + end) });
		from = null;
	};
	let last = -1;
	for (let i = 0; i < of.days; i++) {
		if (of.gross[i] === 0) continue;
		const isAway = of.timeOff[i]! > 0 && dayOf(of.first + i) >= today;
		const booked = minutes === null ? 1 : minutes[i]!;
		if (isAway && booked > of.net[i]!) from ??= i;
		else close(last);
		last = i;
	}
	close(last);
	return runs;
}

/** The parts of a span that are left when runs inside it are cut out, in order. */
export function without(span: Span, runs: readonly Span[]): Span[] {
	const parts: Span[] = [];
	let from = span.from;
	for (const run of runs) {
		if (run.from > from) parts.push({ from, to: addDays(run.from, -1) });
		if (run.to >= span.to) return parts;
		from = addDays(run.to, 1);
	}
	if (from <= span.to) parts.push({ from, to: span.to });
	return parts;
}
