// The part of a plan that levelling may move as a problem it can schedule: one step a day from today on, one resource a
// person, everything that stays taken out of their hours.
import { dayNumber, type Day } from '../days.ts';
import { linkWorks } from '../dependencies.ts';
import { WHOLE_BP } from '../utilisation.ts';
import type { Activity, LevellingProblem, Link } from './model.ts';
import type { PlanBooking } from './plan.ts';
import type { PlanState } from './plan-state.ts';

/** Days from today to the last of the plan, both included. */
function stepsOf({ plan }: PlanState): number {
	return Math.max(1, dayNumber(plan.to) - dayNumber(plan.today) + 1);
}

/** The share of a day, in basis points, that their person may be booked for. */
export function limitOf({ plan }: PlanState, { booking }: PlanBooking): number {
	return plan.people.find(({ id }) => id === booking.person)?.maxLoadBp ?? WHOLE_BP;
}

/**
 * The days of some bookings as a problem; each has a share (`shareOf`) no higher than its limit. `tail` days more than the
 * plan has are open to everybody, so that what finds no room in the plan ends after it.
 */
export function layProblem(
	state: PlanState,
	movable: readonly PlanBooking[],
	tail = 0
): LevellingProblem {
	const { plan, grid } = state;
	const first = dayNumber(plan.today);
	const steps = stepsOf(state);
	const horizon = steps + tail;
	const stepOf = (day: Day): number => dayNumber(day) - first;
	const projects = new Map(plan.projects.map((project) => [project.id, project]));
	const shares = new Map(movable.map((one) => [one.id, shareOf(state, one)]));
	const limits = new Map(plan.people.map((person) => [person.id, person.maxLoadBp]));
	const people = [...new Set(movable.map(({ booking }) => booking.person))].sort();

	// What stays is taken out of the hours; what may move is lifted off the grid while they are read.
	for (const { id } of movable) grid.setAllocation(id, null);
	const calendars: Record<string, Uint8Array> = {};
	const resources = people.map((id) => {
		const start = grid.rowOf(id) * grid.days + dayNumber(plan.today) - dayNumber(grid.from);
		const capacity = new Int32Array(horizon);
		const open = new Uint8Array(horizon);
		open.fill(1, steps);
		capacity.fill(limits.get(id) ?? WHOLE_BP, steps);
		for (let step = 0; step < steps; step++) {
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
			isHard: project?.isHard ?? false,
			...(one.due === null || one.due < plan.today ? {} : { due: stepOf(one.due) + 1 })
		};
	});
	const movableIds = new Set(movable.map(({ id }) => id));
	const { milestones, links } = layLinks(state, movableIds, stepOf);
	return { horizon, calendars, resources, activities: [...activities, ...milestones], links };
}

/** Basis points of its person's days that a booking takes; null where they are not known. */
export function shareOf({ grid }: PlanState, { id, booking }: PlanBooking): number | null {
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
