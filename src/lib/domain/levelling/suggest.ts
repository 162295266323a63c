// Suggests at most five changes that make a plan better, each worth it by itself: moves found by levelling and by looking
// near by, and people found by matching. Chooses the change that helps most, then the next on top of it. Never writes.
import { daysBetween } from '../days.ts';
import { listPlaces } from '../remedy-pieces.ts';
import { findHands } from './plan-hands.ts';
import { findMoves, listRelevant, moveTo } from './plan-moves.ts';
import { PlanState } from './plan-state.ts';
import {
	compareMetrics,
	MOST_SUGGESTIONS,
	type LeftOut,
	type Plan,
	type PlanBooking,
	type PlanMetrics,
	type Suggestion,
	type SuggestionKind
} from './plan.ts';

export interface SuggestProgress {
	/** `level`: schedules are made. `weigh`: changes are tried on the plan. */
	phase: 'level' | 'weigh';
	done: number;
	of: number;
}

export interface SuggestOptions {
	/** How many schedules the levelling may make. */
	schedules: number;
	/** Which kinds are wanted; all of them unless said otherwise. */
	kinds?: readonly SuggestionKind[];
	/** Keys of suggestions that were refused and are not made again. */
	refused?: readonly string[];
}

export interface Suggestions {
	suggestions: Suggestion[];
	/** Of the plan as it stands, and with all suggestions in it. */
	now: PlanMetrics;
	then: PlanMetrics;
	/** L-24: bookings in need of other days for which there are none, and that nothing is suggested for. */
	leftOut: LeftOut[];
	/** How many bookings are worth changing and were not looked at, being less urgent than the others. */
	unseen: number;
}

/** So many bookings are looked at, the most urgent first. */
const MOST_BOOKINGS = 80;
/** Of each so many places near by. */
const MOST_PLACES = 12;
/** So many changes are weighed against each other, and so many of one booking. */
const MOST_WEIGHED = 120;
const MOST_OF_ONE = 4;
const YIELD_EVERY = 40;

type Draft = Omit<Suggestion, 'before' | 'after' | 'weeks'>;

interface Weighed {
	draft: Draft;
	/** The plan with nothing but this change. */
	alone: PlanMetrics;
	/** In the order in which drafts were made: the best assignment goes before its runners-up. */
	place: number;
	/** Of its project; higher is less important. */
	priority: number;
}

/** L-20 to L-24: yields now and then, returns the suggestions, the one that helps most first. */
export function* suggestChanges(
	plan: Plan,
	{ schedules, kinds, refused = [] }: SuggestOptions
): Generator<SuggestProgress, Suggestions> {
	const state = new PlanState(plan);
	const now = state.metrics();
	const worthChanging = listRelevant(state);
	const relevant = worthChanging.slice(0, MOST_BOOKINGS);
	const moves = findMoves(state, relevant, schedules);
	let step = moves.next();
	for (; !step.done; step = moves.next())
		yield { phase: 'level', done: step.value.schedules, of: schedules };
	const drafts = [
		...step.value.moves.map(({ of, steps, movedDays }) => moveOf(state, of, steps, movedDays)),
		...relevant.flatMap((one) => nearBy(state, one)),
		...findHands(state, relevant).map(({ kind, of, person, steps, reasons }) => ({
			...{ key: `${of} ${kind} ${person}`, kind, of, steps },
			...{ was: state.bookings.get(of)!.booking, movedDays: 0, reasons }
		}))
	];
	const worthIt: Weighed[] = [];
	const known = new Set(refused);
	const importance = new Map(plan.projects.map(({ id, priority }) => [id, priority]));
	for (const [i, draft] of drafts.entries()) {
		if (i % YIELD_EVERY === 0) yield { phase: 'weigh', done: i, of: drafts.length };
		if (known.has(draft.key) || (kinds && !kinds.includes(draft.kind))) continue;
		known.add(draft.key);
		const alone = state.metricsAfter(draft.steps);
		if (!isWorthIt(state, draft, now, alone)) continue;
		const { project } = state.bookings.get(draft.of)!;
		worthIt.push({ draft, alone, place: i, priority: importance.get(project) ?? Infinity });
	}
	const chosen = choose(state, shortlist(worthIt));
	const fresh = new PlanState(plan);
	const suggestions = chosen.map(({ draft, alone }) => ({
		...draft,
		before: now,
		after: alone,
		weeks: fresh.weeksAfter(draft.steps)
	}));
	const helped = new Set(chosen.map(({ draft }) => draft.of));
	const movesWanted = !kinds || kinds.includes('move');
	return {
		...{ suggestions, now, then: state.metrics() },
		leftOut: movesWanted ? step.value.leftOut.filter(({ of }) => !helped.has(of)) : [],
		unseen: worthChanging.length - relevant.length
	};
}

/** L-20: it helps, and fills nobody's week too much for less than a date. */
function isWorthIt(
	state: PlanState,
	{ steps }: Draft,
	now: PlanMetrics,
	then: PlanMetrics
): boolean {
	if (compareMetrics(then, now) >= 0) return false;
	const savesDate = then.missedDates < now.missedDates || then.tardiness < now.tardiness;
	return savesDate || !state.fillsOver(steps);
}

/** The most promising changes, a few of each booking. */
function shortlist(weighed: readonly Weighed[]): Weighed[] {
	const taken = new Map<string, number>();
	return weighed
		.toSorted((a, b) => compareMetrics(a.alone, b.alone) || compareStir(a, b))
		.filter(({ draft: { of } }) => {
			const count = (taken.get(of) ?? 0) + 1;
			taken.set(of, count);
			return count <= MOST_OF_ONE;
		})
		.slice(0, MOST_WEIGHED);
}

/** Applies the best, then the best of what is left, one change a booking. */
function choose(state: PlanState, weighed: readonly Weighed[]): Weighed[] {
	const chosen: Weighed[] = [];
	let left = [...weighed];
	while (chosen.length < MOST_SUGGESTIONS && left.length > 0) {
		const now = state.metrics();
		let best: { one: Weighed; metrics: PlanMetrics } | null = null;
		for (const one of left) {
			const metrics = state.metricsAfter(one.draft.steps);
			if (!isWorthIt(state, one.draft, now, metrics)) continue;
			const order = best ? compareMetrics(metrics, best.metrics) || compareStir(one, best.one) : -1;
			if (order < 0) best = { one, metrics };
		}
		if (!best) break;
		const { one } = best;
		state.apply(one.draft.steps);
		chosen.push(one);
		left = left.filter(({ draft }) => draft.of !== one.draft.of);
	}
	return chosen;
}

/**
 * L-19: of two changes that help as much the one that stirs less: a move before other hands, the less important work, the
 * nearer place, the better match.
 */
function compareStir(a: Weighed, b: Weighed): number {
	const rank = { move: 0, staff: 1, hand: 2 };
	return (
		rank[a.draft.kind] - rank[b.draft.kind] ||
		(a.priority === b.priority ? 0 : b.priority - a.priority) ||
		Math.abs(a.draft.movedDays) - Math.abs(b.draft.movedDays) ||
		a.place - b.place
	);
}

function moveOf(state: PlanState, of: string, steps: Draft['steps'], movedDays: number): Draft {
	const was = state.bookings.get(of)!.booking;
	const to = steps[0]!.after.span!;
	return { key: `${of} move ${to.from}`, kind: 'move', of, steps, was, movedDays, reasons: [] };
}

/** The nearest places of a booking that has not begun, before its launch. */
function nearBy(state: PlanState, { id, booking, due }: PlanBooking): Draft[] {
	const { span, person } = booking;
	const { today, to } = state.plan;
	if (!span || span.from < today) return [];
	const latest = due !== null && due < to ? due : to;
	const found: Draft[] = [];
	// Whole weeks first: people think of bookings in weeks.
	const places = [...listPlaces(state.grid, person, span, today, latest)].sort(
		(a, b) =>
			Number(daysBetween(span.from, a.from) % 7 !== 0) -
			Number(daysBetween(span.from, b.from) % 7 !== 0)
	);
	for (const place of places) {
		if (found.length >= MOST_PLACES) break;
		const steps = moveTo(state, id, place);
		if (steps) found.push(moveOf(state, id, steps, daysBetween(span.from, place.from)));
	}
	return found;
}
