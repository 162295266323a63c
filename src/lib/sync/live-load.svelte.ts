// The team's load as runes: follows the board's changes, counts bookings that hang in the air where they hover (one's own
// and other people's), and wakes only the people whose load may differ.

import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Day, Span } from '#lib/domain/days.ts';
import type { LoadState } from '#lib/domain/utilisation.ts';
import type { BoardDoc, Touched } from '#lib/doc/board-doc.ts';
import type { CollectionName } from '#lib/model/board.ts';
import { planSpan } from '#lib/model/plan-span.ts';
import { countedPeople, TeamLoad } from '#lib/model/team-load.ts';
import { bookingsInAir, peopleConcerned, type Bookings } from './drag-target.ts';
import type { LiveBoard } from './live-board.svelte.ts';
import type { Peer } from './live-types.ts';

const NONE: Bookings = new Map();
/** More people than this are listened to as one. */
const FEW = 30;
/** The team is counted ahead once a page has come to rest. */
const REST_MS = 1000;
/** Then for so long at a time: a part of a frame. */
const SLICE_MS = 6;
/** Collections that only an allocation's people feel. */
const ALLOCATIONS: ReadonlySet<CollectionName> = new Set(['allocations']);
const IDLE: ReadonlySet<CollectionName> = new Set([
	'comments',
	'checkItems',
	'approvals',
	'stages'
]);

export class LiveLoad {
	readonly #live: LiveBoard;
	#board: BoardDoc;
	/** The whole team, once somebody asks for it. */
	#counted: TeamLoad | null = null;
	/** Until then, people one by one, as they are asked for: a picture shows few of many, and a drag concerns two. */
	#single: Record<string, TeamLoad | undefined> = {};
	#span = $state.raw<Span>() as Span;
	/** Counts what may have changed for everybody. */
	#all = $state(0);
	/** Counts what may have changed for somebody. */
	#any = $state(0);
	/** Counts what was written for somebody. */
	#written = $state(0);
	/** Counts what may have changed for one person; holds everybody from the start, so that nobody wakes for another. */
	readonly #people = new SvelteMap<string, number>();
	/** Of the board, whatever they are. */
	#changes = 0;
	#own = NONE;
	#others = NONE;

	constructor(live: LiveBoard) {
		this.#live = live;
		this.#board = live.doc;
		this.#span = planSpan(live.doc, live.today);
		this.#seat();
	}

	get #load(): TeamLoad {
		return this.#counted ?? this.#take(new TeamLoad(this.#board, this.#span.from, this.#span.to));
	}

	/** The counts are the same as those of everybody by themselves: nobody has to look again. */
	#take(counted: TeamLoad): TeamLoad {
		this.#single = {};
		this.#counted = counted;
		this.#layOver(counted);
		return counted;
	}

	/** Counts in which this person's load is right, what hangs in the air included; not listened to. */
	of(person: string): TeamLoad {
		if (this.#counted) return this.#counted;
		const known = this.#single[person];
		if (known) return known;
		const load = new TeamLoad(this.#board, this.#span.from, this.#span.to, person);
		this.#layOver(load);
		return (this.#single[person] = load);
	}

	/**
	 * Counts the whole team before anybody asks for it, step by step, each `whenIdle`: given work, it does it when there is
	 * nothing better to do, and returns the way to call it off. Begins after a rest; until the returned stop is called, or
	 * it is counted.
	 */
	countAhead(whenIdle: (work: () => void) => () => void, restMs = REST_MS): () => void {
		let callOff = (): void => undefined;
		let counting: Iterator<undefined, TeamLoad> | null = null;
		let edition = -1;
		const step = (): void => {
			if (this.#counted) return;
			if (!counting || edition !== this.#changes) {
				edition = this.#changes;
				counting = TeamLoad.inSteps(this.#board, this.#span.from, this.#span.to);
			}
			const until = performance.now() + SLICE_MS;
			while (performance.now() < until) {
				const { done, value } = counting.next();
				if (done) return void this.#take(value);
			}
			callOff = whenIdle(step);
		};
		const timer = setTimeout(step, restMs);
		return () => {
			clearTimeout(timer);
			callOff();
		};
	}

	/** Follows the board until the returned stop is called. */
	follow(): () => void {
		if (this.#live.doc !== this.#board) this.#rebuild();
		return this.#live.onChange((touched) => {
			this.#changes++;
			if (this.#live.doc !== this.#board) return this.#rebuild();
			const fits = this.#fits(touched.get('allocations'));
			if (!fits) this.#stretch();
			const concerned = fits ? this.#findConcerned(touched) : null;
			if (!this.#counted) return this.#forget(touched, concerned);
			if (!this.#counted.refresh(touched)) return;
			this.#layOver(this.#counted);
			if (concerned === null) this.#all++;
			else this.#wake([...concerned(), '']);
		});
	}

	/** People counted one by one whom a change concerns are counted anew when they are asked for again. */
	#forget(touched: Touched, concerned: (() => string[]) | null): void {
		if ([...touched.keys()].every((name) => IDLE.has(name))) return;
		if (concerned === null) {
			this.#single = {};
			this.#all++;
			return;
		}
		const people = concerned();
		for (const person of people) this.#single[person] = undefined;
		this.#wake([...people, '']);
	}

	/** Whose load allocations touch, before and after; null where anybody's may differ. */
	#findConcerned(touched: Touched): (() => string[]) | null {
		for (const name of touched.keys()) if (!ALLOCATIONS.has(name) && !IDLE.has(name)) return null;
		const ids = [...(touched.get('allocations') ?? [])];
		const counted = this.#counted;
		if (!counted) {
			const before = Object.keys(this.#single).filter((person) =>
				ids.some((id) => this.#single[person]?.grid.bookingOf(id) !== undefined)
			);
			return () => [
				...before,
				...ids.map((id) => this.#board.get('allocations', id)?.person ?? '')
			];
		}
		const read = (): string[] => ids.map((id) => counted.grid.bookingOf(id)?.person ?? '');
		const before = read();
		return () => [...before, ...read()];
	}

	#wake(people: Iterable<string>): void {
		for (const person of Object.keys(Object.groupBy(people, (one) => one)))
			this.#people.set(person, (this.#people.get(person) ?? 0) + 1);
		this.#any++;
		this.#written++;
	}

	/** The days it covers, whole weeks. */
	get span(): Span {
		return this.#span;
	}

	/** The counts of the whole team; whoever reads it runs again on any change, drags in the air included. */
	get team(): TeamLoad {
		void this.#all;
		void this.#any;
		return this.#load;
	}

	/** The same without listening. */
	peek(): TeamLoad {
		return this.#load;
	}

	/** The load of a person over some days. */
	between(person: string, from: Day, to: Day): LoadState {
		this.listenTo(person);
		return this.of(person).between(person, from, to);
	}

	/** What of a person's load over some days is work on other boards, in minutes. */
	elsewhere(person: string, from: Day, to: Day): { confirmed: number; tentative: number } {
		this.listenTo(person);
		return this.of(person).elsewhere(person, from, to);
	}

	/** Runs the reader again when this person's load may differ. */
	listenTo(person: string): void {
		void this.#all;
		void this.#people.get(person);
	}

	/** The same for several; whoever asks for many hears of everybody. */
	listenToAll(people: readonly string[]): void {
		void this.#all;
		if (people.length > FEW) void this.#any;
		else for (const person of people) void this.#people.get(person);
	}

	/** Counts changes of the board that may matter; what only hangs in the air does not count. */
	get edition(): number {
		return this.#all + this.#written;
	}

	/** What I hold in the air; an empty map puts it down. */
	showOwn(bookings: Bookings): void {
		const before = this.#own;
		this.#own = bookings;
		this.#swap(before, bookings);
	}

	/** What others hold in the air. */
	showPeers(peers: readonly Peer[]): void {
		const held = bookingsInAir(this.#board, peers);
		const before = this.#others;
		if (held.size === 0 && before.size === 0) return;
		this.#others = held;
		this.#swap(before, held);
	}

	/** Untracked: an effect that says what hangs in the air must not wake itself. */
	#swap(before: Bookings, after: Bookings): void {
		untrack(() => this.#exchange(before, after));
	}

	#exchange(before: Bookings, after: Bookings): void {
		const concerned = peopleConcerned(this.#board, before, after);
		for (const load of this.#counted ? [this.#counted] : this.#known(concerned)) {
			for (const id of before.keys()) if (!after.has(id)) load.settle(id);
			this.#layOver(load);
		}
		for (const person of concerned) this.#people.set(person, (this.#people.get(person) ?? 0) + 1);
		this.#any++;
	}

	/** Those of them that have been counted; others are counted with all that hangs in the air when they are asked for. */
	#known(people: Iterable<string>): TeamLoad[] {
		return [...people].flatMap((person) => this.#single[person] ?? []);
	}

	#seat(): void {
		for (const person of ['', ...countedPeople(this.#board, this.#span.from).map(({ id }) => id)])
			if (!this.#people.has(person)) this.#people.set(person, 0);
	}

	/** Mine over theirs: under my own hand I see what my drop would do. */
	#layOver(load: TeamLoad): void {
		for (const [id, booking] of this.#others)
			if (this.#board.get('allocations', id)) load.preview(id, booking);
		for (const [id, booking] of this.#own) load.preview(id, booking);
	}

	/** C-42: other days, with what was read already. */
	#stretch(): void {
		this.#span = planSpan(this.#board, this.#live.today);
		this.#counted?.cover(this.#span.from, this.#span.to);
		this.#seat();
	}

	#rebuild(): void {
		this.#board = this.#live.doc;
		this.#span = planSpan(this.#board, this.#live.today);
		this.#counted = null;
		this.#single = {};
		this.#seat();
		this.#all++;
	}

	/** True while every touched booking lies in the days covered, as far as they can be covered at all. */
	#fits(ids: ReadonlySet<string> | undefined): boolean {
		for (const id of ids ?? []) {
			const span = this.#board.get('allocations', id)?.span;
			if (!span || (span.from >= this.#span.from && span.to <= this.#span.to)) continue;
			const wanted = planSpan(this.#board, this.#live.today);
			return wanted.from === this.#span.from && wanted.to === this.#span.to;
		}
		return true;
	}
}
