// A plan on a capacity grid: its metrics, kept up to date person by person and project by project while steps are tried
// and taken back. The arithmetic is that of the board, to the minute.
import { addDays, daysBetween, mondayOf, type Span } from '../days.ts';
import { linkWorks, type Dated, type Dependency } from '../dependencies.ts';
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
	readonly #works = new Map<string, Dated>();
	/** Works that wait for a work, or that it waits for, itself included. */
	readonly #neighbours = new Map<string, Set<string>>();
	/** Days by which each tie is broken. */
	readonly #broken = new Map<string, number>();
	#allTies: readonly (Dependency & { of: string })[] | undefined;
	readonly #sums = { missedDates: 0, tardiness: 0, brokenDays: 0, overloadMinutes: 0 };

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
		for (const { id } of plan.people) this.#settlePerson(id);
		for (const id of this.#byProject.keys()) this.#settleProject(id);
		for (const id of this.#linked) this.#coverWork(id);
		for (const { of, on } of this.#ties()) {
			for (const [one, other] of [
				[of, on],
				[on, of]
			] as const) {
				const near = this.#neighbours.get(one) ?? new Set([one]);
				this.#neighbours.set(one, near.add(other));
			}
		}
		this.#settleTies(this.#linked, this.#linked);
	}

	/** L-19 of the plan as it stands. */
	metrics(): PlanMetrics {
		return { ...this.#sums, unstaffedMinutes: this.#countUnstaffed() };
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

	/** True where some steps put a week of somebody over their limit, or further over it. */
	fillsOver(steps: readonly BookingStep[]): boolean {
		return this.weeksAfter(steps).some(({ person, netMinutes, beforeMinutes, afterMinutes }) => {
			const limit = Math.floor((netMinutes * (this.#limits.get(person) ?? 10_000)) / 10_000);
			return afterMinutes > beforeMinutes && afterMinutes - limit >= GRAIN_MINUTES;
		});
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
		return [...this.#works.values()];
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
		for (const person of people) if (this.#limits.has(person)) this.#settlePerson(person);
		for (const project of projects) this.#settleProject(project);
		const tied = [...projects].filter((project) => this.#linked.has(project));
		if (tied.length === 0) return;
		for (const project of tied) this.#coverWork(project);
		this.#settleTies(new Set(tied), new Set(tied.flatMap((id) => [...this.#neighbours.get(id)!])));
	}

	#settlePerson(id: string): void {
		const minutes = this.overloadOf(id);
		this.#sums.overloadMinutes += minutes - (this.#overload.get(id) ?? 0);
		this.#overload.set(id, minutes);
	}

	#settleProject(id: string): void {
		const before = this.#late.get(id) ?? 0;
		const days = this.#latenessOf(id);
		const project = this.#projects.get(id);
		this.#sums.tardiness += (days - before) * (project?.weight ?? 1);
		if (project?.isHard) this.#sums.missedDates += Number(days > 0) - Number(before > 0);
		this.#late.set(id, days);
	}

	#coverWork(id: string): void {
		const span = coverOf(this.bookingsOf(id).map(({ booking }) => booking.span));
		const after = this.#works.get(id)?.after ?? this.#ties().filter(({ of }) => of === id);
		this.#works.set(id, { id, span, after });
	}

	/** Counts again the ties of some works; `among` holds those and their neighbours. */
	#settleTies(of: ReadonlySet<string>, among: ReadonlySet<string>): void {
		for (const link of linkWorks([...among].map((id) => this.#works.get(id)!))) {
			if (!of.has(link.of) && !of.has(link.on)) continue;
			const key = `${link.of} ${link.on} ${link.type} ${link.lagDays}`;
			this.#sums.brokenDays += link.lateDays - (this.#broken.get(key) ?? 0);
			this.#broken.set(key, link.lateDays);
		}
	}

	/** Every tie that closes no circle; those that do tie nothing. */
	#ties(): readonly (Dependency & { of: string })[] {
		this.#allTies ??= linkWorks(
			[...this.#linked].sort().map((id) => ({
				...{ id, span: null },
				after: this.#projects.get(id)?.after ?? []
			}))
		)
			.filter((link) => link.state !== 'circular')
			.map(({ of, on, type, lagDays }) => ({ of, on, type, lagDays }));
		return this.#allTies;
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
