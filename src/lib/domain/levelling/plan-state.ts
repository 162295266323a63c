// A plan on a capacity grid: its metrics, kept up to date person by person and project by project while steps are tried
// and taken back. The arithmetic is that of the board, to the minute.
import { addDays, daysBetween, mondayOf, type Span } from '../days.ts';
import { linkWorks, type Dated } from '../dependencies.ts';
import { CapacityGrid, type Booking } from '../grid.ts';
import { tryRemedy, type BookingStep, type WeekEffect } from '../remedy-trial.ts';
import type { Plan, PlanBooking, PlanMetrics, PlanProject } from './plan.ts';

/** Shares are rounded to minutes week by week; less than this over is nothing. */
const GRAIN_MINUTES = 5;

export class PlanState {
	readonly plan: Plan;
	readonly grid: CapacityGrid;
	/** Of the plan, with the new pieces of what was applied. */
	readonly bookings = new Map<string, PlanBooking>();
	readonly #limits: Map<string, number>;
	readonly #projects: Map<string, PlanProject>;
	readonly #byProject = new Map<string, Set<string>>();
	readonly #linked: Set<string>;
	readonly #overload = new Map<string, number>();
	readonly #late = new Map<string, number>();
	#brokenDays: number;

	constructor(plan: Plan) {
		this.plan = plan;
		this.grid = new CapacityGrid(plan.people, plan.from, plan.to);
		this.#limits = new Map(plan.people.map((person) => [person.id, person.maxLoadBp]));
		this.#projects = new Map(plan.projects.map((project) => [project.id, project]));
		this.#linked = new Set(
			plan.projects.flatMap(({ id, after }) =>
				after.length > 0 ? [id, ...after.map((tie) => tie.on)] : []
			)
		);
		for (const one of plan.bookings) this.#put(one);
		for (const { id } of plan.people) this.#overload.set(id, this.overloadOf(id));
		for (const id of this.#byProject.keys()) this.#late.set(id, this.#latenessOf(id));
		this.#brokenDays = this.#countBroken();
	}

	/** L-19 of the plan as it stands. */
	metrics(): PlanMetrics {
		let missedDates = 0;
		let tardiness = 0;
		for (const [id, days] of this.#late) {
			if (days === 0) continue;
			const project = this.#projects.get(id);
			tardiness += days * (project?.weight ?? 1);
			if (project?.isHard) missedDates++;
		}
		let overloadMinutes = 0;
		for (const minutes of this.#overload.values()) overloadMinutes += minutes;
		return {
			missedDates,
			tardiness,
			brokenDays: this.#brokenDays,
			overloadMinutes,
			unstaffedMinutes: this.#countUnstaffed()
		};
	}

	/** L-19 as it would be after some steps; the plan is as it was. */
	metricsAfter(steps: readonly BookingStep[]): PlanMetrics {
		const before = this.#apply(steps);
		const found = this.metrics();
		this.#restore(before);
		return found;
	}

	/** Does steps for good. */
	apply(steps: readonly BookingStep[]): void {
		this.#apply(steps);
	}

	/** The weeks of people that some steps change. */
	weeksAfter(steps: readonly BookingStep[]): WeekEffect[] {
		const { from, to } = this.plan;
		const count = (sums: { confirmed: number; tentative: number }): number =>
			sums.confirmed + sums.tentative;
		return tryRemedy(this.grid, { people: [], from, to, count }, steps).weeks;
	}

	/** Minutes over a person's limit, week by week from today on. */
	overloadOf(person: string): number {
		let over = 0;
		for (const { overMinutes } of this.overWeeksOf(person)) over += overMinutes;
		return over;
	}

	/** The weeks in which a person is over their limit, the days from today on. */
	*overWeeksOf(person: string): Generator<{ span: Span; overMinutes: number }> {
		const { today, to } = this.plan;
		const row = this.grid.rowOf(person);
		const limitBp = this.#limits.get(person) ?? 10_000;
		for (let monday = mondayOf(today); monday <= to; monday = addDays(monday, 7)) {
			const span = { from: monday < today ? today : monday, to: addDays(monday, 6) };
			const { net, confirmed, tentative } = this.grid.sums(row, span.from, span.to);
			const overMinutes = confirmed + tentative - Math.floor((net * limitBp) / 10_000);
			if (overMinutes >= GRAIN_MINUTES) yield { span, overMinutes };
		}
	}

	/** Days by which the work of a project ends after its launch. */
	latenessOf(project: string): number {
		return this.#late.get(project) ?? 0;
	}

	/** The bookings of a project. */
	bookingsOf(project: string): PlanBooking[] {
		return [...(this.#byProject.get(project) ?? [])].map((id) => this.bookings.get(id)!);
	}

	/** Projects that wait for others, or are waited for, with the days of their work. */
	linkedWorks(): Dated[] {
		return [...this.#linked].sort().map((id) => ({
			id,
			span: coverOf(this.bookingsOf(id).map(({ booking }) => booking.span)),
			after: this.#projects.get(id)?.after ?? []
		}));
	}

	#put(one: PlanBooking): void {
		this.bookings.set(one.id, one);
		this.grid.setAllocation(one.id, one.booking);
		if (one.project === '') return;
		const ids = this.#byProject.get(one.project);
		if (ids) ids.add(one.id);
		else this.#byProject.set(one.project, new Set([one.id]));
	}

	/** Returns what stood before, by id; null: nothing did. */
	#apply(steps: readonly BookingStep[]): Map<string, PlanBooking | null> {
		const before = new Map<string, PlanBooking | null>();
		steps.forEach(({ of, isNew, after }, i) => {
			const source = this.bookings.get(of);
			if (!source) return;
			const id = isNew ? `${of} ${i}` : of;
			before.set(id, isNew ? null : source);
			this.#put({ ...source, id, booking: after });
		});
		this.#settle(before, steps);
		return before;
	}

	#restore(before: ReadonlyMap<string, PlanBooking | null>): void {
		const undone: { after: Booking }[] = [];
		for (const [id, one] of before) {
			const now = this.bookings.get(id);
			if (now) undone.push({ after: now.booking });
			if (one) this.#put(one);
			else {
				this.bookings.delete(id);
				this.grid.setAllocation(id, null);
				if (now) this.#byProject.get(now.project)?.delete(id);
			}
		}
		this.#settle(before, undone);
	}

	/** Counts again whatever touched bookings belong to. */
	#settle(
		before: ReadonlyMap<string, PlanBooking | null>,
		after: readonly { after: Booking }[]
	): void {
		const people = new Set(after.map((one) => one.after.person));
		const projects = new Set<string>();
		for (const [id, one] of before) {
			if (one) people.add(one.booking.person);
			const project = one?.project ?? this.bookings.get(id)?.project ?? '';
			if (project !== '') projects.add(project);
		}
		for (const person of people)
			if (this.#overload.has(person)) this.#overload.set(person, this.overloadOf(person));
		for (const project of projects) this.#late.set(project, this.#latenessOf(project));
		if ([...projects].some((project) => this.#linked.has(project)))
			this.#brokenDays = this.#countBroken();
	}

	#latenessOf(project: string): number {
		let days = 0;
		for (const { booking, due } of this.bookingsOf(project)) {
			const end = booking.span?.to;
			if (due === null || end === undefined || end <= due || end < this.plan.today) continue;
			days = Math.max(days, daysBetween(due, end));
		}
		return days;
	}

	#countBroken(): number {
		return this.#linked.size === 0
			? 0
			: linkWorks(this.linkedWorks()).reduce((sum, link) => sum + link.lateDays, 0);
	}

	#countUnstaffed(): number {
		const { today, to } = this.plan;
		const { confirmed, tentative } = this.grid.sums(this.grid.openRow, today, to);
		return confirmed + tentative;
	}
}

/** From the first day to the last of some spans; null where there are none. */
function coverOf(spans: readonly (Span | null)[]): Span | null {
	let cover = null as Span | null;
	for (const span of spans) {
		if (!span) continue;
		cover = cover
			? {
					from: span.from < cover.from ? span.from : cover.from,
					to: span.to > cover.to ? span.to : cover.to
				}
			: { ...span };
	}
	return cover;
}
