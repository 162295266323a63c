// What is in hand on the timeline: bars, an edge of one, or work from the tray; where it hovers, what that would do to the
// people's load, and why it may not. Writes only presence until it is dropped; the drop goes by ids.

import type { Move } from '#lib/doc/allocation-edits.ts';
import type { Booking } from '#lib/domain/grid.ts';
import { dayNumber, daysBetween, weekday, type Day, type Span } from '#lib/domain/days.ts';
import { findFreeLane } from '#lib/chart/lanes.ts';
import { drawSpan, findSnapUnit, snapEdge, snapMove, snapStart } from '#lib/chart/snap.ts';
import { writeDragTarget } from '#lib/sync/drag-target.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast } from '#lib/ui/toast.ts';
import { sayRefusal, type BarMoves } from './bar-moves.ts';
import {
	carryBars,
	carryNew,
	carryWork,
	draftOf,
	landOn,
	type Grip,
	type HeldBars,
	type HeldNew
} from './carry.ts';
import { planSpanOf, readDrag, type Facts } from './hand-facts.ts';
import type { Row } from './row-index.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';
import type { Work } from './unbooked.ts';

interface HeldWork {
	kind: 'work';
	work: Work;
}
export type Held = HeldBars | HeldWork | HeldNew;

/** Where it would land. */
export interface Spot {
	span: Span;
	/** Where it was carried to: it lands elsewhere when somebody has moved it meanwhile. */
	pulled: Span;
	rowKey: string;
	lane: number;
	text: string;
	/** Why it may not; empty when it may. */
	refusal: string;
}

/** A row that stands for a project, whoever works on it. */
const isOfProject = (row: Row): boolean =>
	row.project !== '' && row.person === '' && row.role === '';

/** Who takes what is dropped on a row. */
const holderOf = ({ person, role }: Row): { person: string; role?: string } =>
	person !== '' ? { person } : { person: '', role };

/** Work from the tray that has a booking already, which is moved; other work gets one. */
const isBooked = ({ kind }: Work): boolean => kind === 'undated' || kind === 'open role';

const NOTHING: ReadonlyMap<string, Booking> = new Map();

export class BarHand {
	readonly #screen: TimelineScreen;
	readonly #moves: BarMoves;
	held = $state.raw<Held | null>(null);
	spot = $state.raw<Spot | null>(null);

	constructor(screen: TimelineScreen, moves: BarMoves) {
		this.#screen = screen;
		this.#moves = moves;
	}

	isHeld(id: string): boolean {
		return this.held?.kind === 'bars' && this.held.ids.includes(id);
	}

	/** Takes a bar, with the selection it belongs to; an edge is taken alone. */
	takeBar(id: string, grip: Grip): void {
		const row = this.#screen.rowOf(id);
		const span = this.#screen.live.doc.get('allocations', id)?.span;
		if (!row || !span) return;
		const others = grip === 'whole' ? this.#screen.selection.actedOn(id) : [];
		const ids = [id, ...others.filter((one) => one !== id)];
		this.held = { kind: 'bars', ids, grip, span, rowKey: row.key };
		this.#say();
	}

	takeWork(work: Work): void {
		this.held = { kind: 'work', work };
	}

	/** Begins to draw a booking on an empty stretch of a row. */
	takeNew(rowKey: string, anchor: Day): void {
		this.held = { kind: 'new', rowKey, anchor, refusal: this.#moves.whyNotBookAny() };
	}

	/** Ends the drawing; who and when, or nothing where it may not be or was never begun. */
	finishNew(): { person: string; role: string; project: string; span: Span } | null {
		const { held, spot } = this;
		const row = held?.kind === 'new' ? this.#screen.findRow(held.rowKey) : undefined;
		if (spot?.refusal) this.drop();
		else this.#end();
		if (!row || !spot || spot.refusal !== '') return null;
		return { person: row.person, role: row.role, project: row.project, span: spot.span };
	}

	/** Moves what is in hand: `dxPx` since it was taken, and the row under the pointer. */
	hover(at: { dxPx: number; day: Day; row: Row | null; isFree: boolean }): void {
		const { held } = this;
		if (!held) return;
		if (held.kind === 'work') return this.#hoverWork(held, at);
		if (held.kind === 'new') return this.#hoverNew(held, at);
		const { scale, view } = this.#screen;
		const home = this.#screen.findRow(held.rowKey);
		const row = (held.grip === 'whole' && at.row && !isOfProject(at.row) && at.row) || home;
		if (!row) return;
		const unit = findSnapUnit(view.level, at.isFree);
		const isWorking = (day: Day) => this.#works(row.person, day);
		const days = scale.toDays(at.dxPx);
		const span =
			held.grip === 'whole'
				? snapMove(held.span, days, unit, isWorking)
				: snapEdge(held.span, held.grip, days, unit, isWorking);
		const { spot } = this;
		if (spot?.rowKey === row.key && spot.pulled.from === span.from && spot.pulled.to === span.to)
			return;
		this.#settle(held, row, span);
	}

	/** Off the drawing: nothing would happen. */
	leave(): void {
		if (!this.spot) return;
		this.spot = null;
		this.#screen.load.showOwn(NOTHING);
		this.#say();
	}

	/** Puts it down. True when something was written. */
	drop(): boolean {
		const { held, spot } = this;
		this.#end();
		if (!held || !spot) return false;
		if (spot.refusal !== '') {
			sayRefusal(spot.refusal);
			return false;
		}
		const row = this.#screen.findRow(spot.rowKey);
		if (!row) return false;
		const done =
			held.kind === 'bars'
				? this.#dropBars(held, row, spot)
				: held.kind === 'work' && this.#dropWork(held, row, spot);
		if (done) announce(`${row.name}: ${spot.text}`);
		return done;
	}

	cancel(): void {
		if (this.held) announce('Put back where it was.');
		this.#end();
	}

	/** Ends the drag when the booking in hand has gone meanwhile. Call after every change. */
	checkStillThere(): void {
		const { held } = this;
		if (held?.kind !== 'bars') return;
		if (this.#screen.rowOf(held.ids[0]!)) return;
		this.#end();
		toast.info('That booking was archived while you held it.');
	}

	#dropBars(held: HeldBars, row: Row, spot: Spot): boolean {
		const { ids, to } = this.#moveOf(held, row, spot.pulled);
		return ids.length > 0 && this.#moves.move(ids, to);
	}

	#dropWork({ work }: HeldWork, row: Row, spot: Spot): boolean {
		if (isBooked(work)) return this.#moves.move([work.id], { ...holderOf(row), span: spot.span });
		const id = this.#moves.book({ ...draftOf(work), ...holderOf(row), span: spot.span });
		if (id) void this.#screen.focusBar(id);
		return id !== undefined;
	}

	/** What landing here writes; no ids where that is nothing. */
	#moveOf(held: HeldBars, row: Row, span: Span): { ids: readonly string[]; to: Move } {
		const now = this.#screen.live.doc.get('allocations', held.ids[0]!)?.span;
		if (!now) return { ids: [], to: {} };
		const landed = landOn(held, now, span);
		const isElsewhere = row.key !== held.rowKey;
		if (landed.from === now.from && landed.to === now.to && !isElsewhere)
			return { ids: [], to: {} };
		if (held.grip !== 'whole') return { ids: held.ids, to: { span: landed } };
		const deltaDays = daysBetween(now.from, landed.from);
		return { ids: held.ids, to: { deltaDays, ...(isElsewhere ? holderOf(row) : {}) } };
	}

	#hoverWork(held: HeldWork, at: { day: Day; row: Row | null; isFree: boolean }): void {
		const { row } = at;
		if (!row) return this.leave();
		const { work } = held;
		const own = this.#screen.live.doc.get('allocations', work.id)?.span;
		const span =
			own ??
			planSpanOf(
				snapStart(at.day, findSnapUnit(this.#screen.level, at.isFree)),
				work.effortMinutes,
				(day) => this.#netOn(row.person, day)
			);
		const { spot } = this;
		if (spot?.rowKey === row.key && spot.span.from === span.from) return;
		this.#settle(held, row, span);
	}

	#hoverNew(held: HeldNew, { day, isFree }: { day: Day; isFree: boolean }): void {
		const row = this.#screen.findRow(held.rowKey);
		if (!row) return;
		const unit = findSnapUnit(this.#screen.level, isFree);
		const span = drawSpan(held.anchor, day, unit, (one) => this.#works(row.person, one));
		const { spot } = this;
		if (spot?.span.from === span.from && spot.span.to === span.to) return;
		this.#settle(held, row, span);
	}

	/** Works out what landing here would mean, shows it in the loads, and tells the others. */
	#settle(held: Held, row: Row, pulled: Span): void {
		const { live, load } = this.#screen;
		const now = held.kind === 'bars' && live.doc.get('allocations', held.ids[0]!)?.span;
		const span = now ? landOn(held, now, pulled) : pulled;
		const inAir =
			held.kind === 'bars'
				? carryBars(live.doc, held, row, pulled)
				: held.kind === 'work'
					? carryWork(live.doc, held.work, row, span)
					: carryNew(row, span);
		const { bookings } = inAir;
		const refusal = this.#whyNot(held, row, pulled);
		load.showOwn(bookings);
		const text = readDrag(this.#facts(held, row, span, bookings));
		const days = { from: dayNumber(span.from), to: dayNumber(span.to) };
		const lane = Math.min(findFreeLane(row.bars, days, inAir.ids), row.lanes - 1);
		const stays = held.kind === 'bars' && row.key === held.rowKey;
		const ownLane = stays ? row.bars.find((bar) => bar.id === held.ids[0])?.lane : undefined;
		this.spot = { span, pulled, rowKey: row.key, lane: ownLane ?? lane, text, refusal };
		this.#say();
	}

	#whyNot(held: Held, row: Row, span: Span): string {
		if (held.kind === 'new') return held.refusal;
		if (isOfProject(row) && held.kind === 'work')
			return 'Rows are projects here. Group by people, or use Assign.';
		const project =
			held.kind === 'work' ? held.work.project : this.#screen.findRow(held.rowKey)?.project;
		if (row.project !== '' && row.project !== project)
			return 'It is booked on another project. Drop it on a row of its own project.';
		if (held.kind === 'bars') {
			const { ids, to } = this.#moveOf(held, row, span);
			return this.#moves.whyNotMove(ids, to);
		}
		const to = { ...holderOf(row), span };
		return isBooked(held.work)
			? this.#moves.whyNotMove([held.work.id], to)
			: this.#moves.whyNotBook({ ...draftOf(held.work), ...to });
	}

	#facts(held: Held, row: Row, span: Span, bookings: ReadonlyMap<string, Booking>): Facts {
		const from = held.kind === 'bars' ? this.#screen.findRow(held.rowKey) : undefined;
		const isTentative = [...bookings.values()].some((one) => one.certainty === 'tentative');
		return {
			span,
			row: this.#readAs(held, row),
			from: from && from.key !== row.key ? from : undefined,
			basis: isTentative ? 'tentative' : this.#screen.basis,
			names: this.#screen.names,
			today: this.#screen.live.today,
			loadOf: (person) => this.#screen.load.of(person),
			showsLoad: this.#screen.individuals.areShown
		};
	}

	/** On a row of a project the load is that of whoever is booked. */
	#readAs(held: Held, row: Row): Row {
		if (!isOfProject(row) || held.kind !== 'bars') return row;
		const { doc } = this.#screen.live;
		const person = doc.get('people', doc.get('allocations', held.ids[0]!)?.person ?? '');
		return person ? { ...row, person: person.id, name: person.name } : row;
	}

	#works(person: string, day: Day): boolean {
		const { grid } = this.#screen.load.of(person);
		if (person === '' || day < grid.from || day > grid.to) return weekday(day) <= 5;
		return grid.workingDays(grid.rowOf(person), day, day) > 0;
	}

	#netOn(person: string, day: Day): number {
		const { grid } = this.#screen.load.of(person);
		if (day < grid.from || day > grid.to) return 0;
		return grid.sums(grid.rowOf(person), day, day).net;
	}

	#end(): void {
		if (!this.held) return;
		this.held = null;
		this.spot = null;
		this.#screen.load.showOwn(NOTHING);
		this.#say();
	}

	#say(): void {
		const { held, spot } = this;
		const id = held?.kind === 'bars' ? held.ids[0] : undefined;
		const row = spot ? this.#screen.findRow(spot.rowKey) : undefined;
		const person = row && held ? this.#readAs(held, row).person : '';
		this.#screen.live.setPresence({
			dragging: id
				? {
						collection: 'allocations',
						id,
						...(spot ? { target: writeDragTarget({ span: spot.span, person }) } : {})
					}
				: null
		});
	}
}
