// Where overloaded and late bookings could go in time: their part of the plan as a levelling problem, one step a day, one
// resource a person, scheduled around everything that stays. What has begun is not moved.
import { addDays, dayNumber, daysBetween, type Day, type Span } from '../days.ts';
import { linkWorks } from '../dependencies.ts';
import { layPiece } from '../remedy-pieces.ts';
import type { BookingStep } from '../remedy-trial.ts';
import { compileProblem } from './compile.ts';
import type { Activity, LevellingProblem, Link } from './model.ts';
import type { PlanBooking } from './plan.ts';
import type { PlanState } from './plan-state.ts';
import { searchSchedule, type SearchProgress } from './search.ts';

const WHOLE_BP = 10_000;

/** Bookings worth moving: loose ones in weeks that are over, ending late, or of projects whose dependencies are broken. */
export function listRelevant(state: PlanState, most: number): PlanBooking[] {
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
		.slice(0, most)
		.map(({ one }) => one);
}

/** A booking on other days. */
export interface PlanMove {
	of: string;
	steps: BookingStep[];
	movedDays: number;
}

/** L-21: the moves of the best schedule found; none where the problem has none. */
export function* findMoves(
	state: PlanState,
	relevant: readonly PlanBooking[],
	schedules: number
): Generator<SearchProgress, PlanMove[]> {
	const problem = layProblem(state, relevant);
	const compiled = compileProblem(problem);
	if (!compiled.ok || problem.activities.length === 0) return [];
	const { best } = yield* searchSchedule(compiled.value, { schedules });
	if (!best) return [];
	const { today } = state.plan;
	const places = new Map(compiled.value.ids.map((id, i) => [id, i]));
	return relevant.flatMap(({ id, booking }) => {
		const place = places.get(id);
		if (place === undefined || !booking.span) return [];
		const span = {
			from: addDays(today, best.starts[place]!),
			to: addDays(today, best.ends[place]! - 1)
		};
		const movedDays = daysBetween(booking.span.from, span.from);
		const steps = movedDays === 0 ? null : moveTo(state, id, span);
		return steps ? [{ of: id, steps, movedDays }] : [];
	});
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

function layProblem(state: PlanState, relevant: readonly PlanBooking[]): LevellingProblem {
	const { plan, grid } = state;
	const first = dayNumber(plan.today);
	const horizon = Math.max(1, dayNumber(plan.to) - first + 1);
	const stepOf = (day: Day): number => dayNumber(day) - first;
	const projects = new Map(plan.projects.map((project) => [project.id, project]));
	const held = relevant.filter(({ booking }) => booking.span!.from >= plan.today);
	const shares = new Map(held.map((one) => [one.id, shareOf(state, one)]));
	const limits = new Map(plan.people.map((person) => [person.id, person.maxLoadBp]));
	const movable = held.filter((one) => {
		const share = shares.get(one.id);
		return share !== null && share! <= (limits.get(one.booking.person) ?? WHOLE_BP);
	});
	const people = [...new Set(movable.map(({ booking }) => booking.person))].sort();

	// What stays is taken out of the hours; what may move is lifted off the grid while they are read.
	for (const { id } of movable) grid.setAllocation(id, null);
	const calendars: Record<string, Uint8Array> = {};
	const resources = people.map((id) => {
		const start = grid.rowOf(id) * grid.days + dayNumber(plan.today) - dayNumber(grid.from);
		const capacity = new Int32Array(horizon);
		const open = new Uint8Array(horizon);
		for (let step = 0; step < horizon; step++) {
			const net = grid.net[start + step] ?? 0;
			if (net <= 0) continue;
			open[step] = 1;
			const used = grid.confirmed[start + step]! + grid.tentative[start + step]!;
			const usedBp = Math.floor((used * WHOLE_BP + net / 2) / net);
			capacity[step] = Math.max(0, (limits.get(id) ?? WHOLE_BP) - usedBp);
		}
		calendars[id] = open;
		return { id, capacity };
	});
	for (const { id, booking } of movable) grid.setAllocation(id, booking);

	const activities: Activity[] = movable.map((one) => {
		const { person, span } = one.booking;
		const project = projects.get(one.project);
		const start = stepOf(span!.from);
		// Work is only pulled forward where it is late; otherwise levelling waits rather than stirs.
		const release = state.latenessOf(one.project) > 0 ? 0 : start;
		return {
			id: one.id,
			duration: grid.workingDays(grid.rowOf(person), span!.from, span!.to),
			needs: [{ resource: person, amount: shares.get(one.id)! }],
			calendar: person,
			release,
			planned: start,
			priority: project?.priority ?? 0,
			weight: project?.weight ?? 1,
			...(one.due === null || one.due < plan.today ? {} : { due: stepOf(one.due) + 1 })
		};
	});
	const movableIds = new Set(movable.map(({ id }) => id));
	const { milestones, links } = layLinks(state, movableIds, stepOf);
	return { horizon, calendars, resources, activities: [...activities, ...milestones], links };
}

/** Basis points of its person's days that a booking takes; null where they are not known. */
function shareOf({ grid }: PlanState, { id, booking }: PlanBooking): number | null {
	const { load, span, person } = booking;
	if (!load || !span) return null;
	if (load.mode === 'percent') return load.amount;
	const minutes = grid.minutesOf(id, span.from, span.to);
	const { net } = grid.sums(grid.rowOf(person), span.from, span.to);
	return minutes === null || net <= 0 ? null : Math.ceil((minutes * WHOLE_BP) / net);
}

/**
 * Dependencies of projects as links of their bookings. What stays becomes a fixed milestone; "the start of the other" is
 * that of the booking that starts first now, "its end" that of every one of them.
 */
function layLinks(
	state: PlanState,
	movable: ReadonlySet<string>,
	stepOf: (day: Day) => number
): { milestones: Activity[]; links: Link[] } {
	const milestones = new Map<string, Activity>();
	const links: Link[] = [];
	const startOf = (one: PlanBooking): string => {
		if (movable.has(one.id)) return one.id;
		const id = `${one.id} starts`;
		const fixed = Math.max(0, stepOf(one.booking.span!.from));
		milestones.set(id, { id, duration: 0, needs: [], fixed });
		return id;
	};
	const endOf = (one: PlanBooking): string => {
		if (movable.has(one.id)) return one.id;
		const id = `${one.id} ends`;
		const fixed = Math.max(0, stepOf(one.booking.span!.to) + 1);
		milestones.set(id, { id, duration: 0, needs: [], fixed });
		return id;
	};
	for (const { of, on, type, lagDays, state: kept } of linkWorks(state.linkedWorks())) {
		if (kept === 'circular') continue;
		const before = state.bookingsOf(on).filter(({ booking }) => booking.span);
		const after = state.bookingsOf(of).filter(({ booking }) => booking.span);
		const from = type[0] === 'F' ? before : firstOf(before);
		const to = type[1] === 'S' ? after : lastOf(after);
		// Lags are working days, steps are days: with the weekends there may be between.
		const lag = lagDays > 0 ? lagDays + 2 * Math.ceil(lagDays / 5) : lagDays;
		for (const one of from)
			for (const other of to) {
				if (!movable.has(one.id) && !movable.has(other.id)) continue;
				const source = type[0] === 'F' ? endOf(one) : startOf(one);
				const target = type[1] === 'S' ? startOf(other) : endOf(other);
				links.push({ from: source, to: target, type, lag });
			}
	}
	return { milestones: [...milestones.values()], links };
}

function firstOf(bookings: readonly PlanBooking[]): PlanBooking[] {
	const sorted = bookings.toSorted((a, b) => compare(a.booking.span!.from, b.booking.span!.from));
	return sorted.slice(0, 1);
}

function lastOf(bookings: readonly PlanBooking[]): PlanBooking[] {
	const sorted = bookings.toSorted((a, b) => compare(b.booking.span!.to, a.booking.span!.to));
	return sorted.slice(0, 1);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
