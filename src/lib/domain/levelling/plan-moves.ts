// Where overloaded and late bookings could go in time, scheduled around everything that stays. What has begun is not moved;
// what cannot be moved is said, and keeps nobody else from being.
import { addDays, daysBetween, type Span } from '../days.ts';
import { linkWorks } from '../dependencies.ts';
import { layPiece } from '../remedy-pieces.ts';
import type { BookingStep } from '../remedy-trial.ts';
import { compileProblem, type Compiled } from './compile.ts';
import { longestSequence } from './input.ts';
import type { LeftOut, PlanBooking } from './plan.ts';
import { layProblem, limitOf, shareOf } from './plan-problem.ts';
import type { PlanState } from './plan-state.ts';
import { schedulePass, searchSchedule, type SearchProgress } from './search.ts';

/**
 * Bookings worth moving, the most urgent first: loose ones in weeks that are over, ending late, or of projects whose
 * dependencies are broken.
 */
export function listRelevant(state: PlanState): PlanBooking[] {
	const over = new Map<string, Span[]>();
	for (const { id } of state.plan.people)
		over.set(
			id,
			[...state.overWeeksOf(id)].map(({ span }) => span)
		);
	const broken = new Set(
		linkWorks(state.linkedWorks())
			.filter((link) => link.state === 'violated')
			.flatMap((link) => [link.of, link.on])
	);
	const { today } = state.plan;
	const found: { one: PlanBooking; urgency: number }[] = [];
	for (const one of state.bookings.values()) {
		const { span, person } = one.booking;
		if (!one.isLoose || !span || span.to < today || !over.has(person)) continue;
		const days = over
			.get(person)!
			.filter((week) => week.from <= span.to && week.to >= span.from).length;
		const late = one.due !== null && span.to > one.due ? daysBetween(one.due, span.to) : 0;
		const urgency = late * 1000 + (broken.has(one.project) ? 500 : 0) + days;
		if (urgency > 0) found.push({ one, urgency });
	}
	return found
		.sort((a, b) => b.urgency - a.urgency || (a.one.id < b.one.id ? -1 : 1))
		.map(({ one }) => one);
}

/** A booking on other days. */
export interface PlanMove {
	of: string;
	steps: BookingStep[];
	movedDays: number;
}

export interface PlanMoves {
	moves: PlanMove[];
	/** L-24: what has no place of its own. */
	leftOut: LeftOut[];
}

/** L-21, L-24: the moves of the best schedule found, and what has no place in any. */
export function* findMoves(
	state: PlanState,
	relevant: readonly PlanBooking[],
	schedules: number
): Generator<SearchProgress, PlanMoves> {
	const { compiled, movable, leftOut } = compileMovable(state, relevant);
	if (!compiled || movable.length === 0) return { moves: [], leftOut };
	const { best } = yield* searchSchedule(compiled, { schedules });
	const { today, to } = state.plan;
	const places = new Map(compiled.ids.map((id, i) => [id, i]));
	const moves: PlanMove[] = [];
	for (const { id, booking } of movable) {
		const place = places.get(id)!;
		const span = best && {
			from: addDays(today, best.starts[place]!),
			to: addDays(today, best.ends[place]! - 1)
		};
		if (!span || span.to > to) {
			leftOut.push({ of: id, why: 'room' });
			continue;
		}
		const movedDays = daysBetween(booking.span!.from, span.from);
		const steps = movedDays === 0 ? null : moveTo(state, id, span);
		if (steps) moves.push({ of: id, steps, movedDays });
	}
	return { moves, leftOut };
}

/**
 * L-24: what can be scheduled of some bookings. One that no day of the plan can ever take stays where it is; where the rest
 * finds no room side by side the problem has days after the plan as well.
 */
function compileMovable(
	state: PlanState,
	relevant: readonly PlanBooking[]
): { compiled: Compiled | null; movable: PlanBooking[]; leftOut: LeftOut[] } {
	const leftOut: LeftOut[] = [];
	let movable = relevant.filter((one) => {
		if (one.booking.span!.from < state.plan.today) return false;
		const share = shareOf(state, one);
		if (share !== null && share <= limitOf(state, one)) return true;
		leftOut.push({ of: one.id, why: share === null ? 'hours' : 'share' });
		return false;
	});
	for (;;) {
		const problem = layProblem(state, movable);
		const result = compileProblem(problem);
		if (result.ok) {
			const fits = (['parallel', 'serial'] as const).some((scheme) =>
				schedulePass(result.value, scheme)
			);
			const long = fits
				? result
				: compileProblem(layProblem(state, movable, longestSequence(problem)));
			return { compiled: long.ok ? long.value : null, movable, leftOut };
		}
		const of = result.problem.value;
		const rest = movable.filter(({ id }) => id !== of);
		// Only `never-enough` names one booking; any other problem is of all of them.
		const gone = rest.length < movable.length ? [of as string] : movable.map(({ id }) => id);
		for (const id of gone) leftOut.push({ of: id, why: 'room' });
		if (rest.length === movable.length) return { compiled: null, movable: [], leftOut };
		movable = rest;
	}
}

/** The steps that put a booking on other days with the same minutes; null where they do not take them. */
export function moveTo(state: PlanState, id: string, span: Span): BookingStep[] | null {
	const booking = state.grid.bookingOf(id);
	if (!booking?.span) return null;
	const minutes = state.grid.minutesOf(id, booking.span.from, booking.span.to);
	if (minutes === null || minutes === 0) return null;
	const after = layPiece(state.grid, id, { ...booking, span }, minutes);
	return after && [{ of: id, isNew: false, after }];
}
