// A board's people and bookings in one capacity grid, kept up to date from document changes. Counts only live work:
// what points at archived or missing work is suspended (M-6). Knows no clock.

import { addDays, type Day } from '#lib/domain/days.ts';
import { CapacityGrid, type Booking, type GridPerson } from '#lib/domain/grid.ts';
import { isSuspended } from '#lib/domain/merge.ts';
import { teamTotal, type TeamTotal } from '#lib/domain/team.ts';
import { loadState, type LoadState } from '#lib/domain/utilisation.ts';
import type { BoardReader, CollectionName, EntityIn } from './board.ts';
import type { LoadBasis } from './load-cell.ts';
import { countUnsized } from './unsized.ts';
import { AbsenceWatch, readCalendars } from './work-calendar.ts';

type Touched = ReadonlyMap<CollectionName, ReadonlySet<string>>;
type Person = EntityIn<'people'>;

const NONE: ReadonlySet<string> = new Set();
/** What counts beside bookings themselves. */
const COUNTED: readonly CollectionName[] = [
	'people',
	'absences',
	'elsewhere',
	'projects',
	'modules'
];

/** True where an allocation counts for something: it stands, has dates, and so do all it is for (M-6). */
export function countsWith(board: BoardReader, row: EntityIn<'allocations'>): boolean {
	if (row.archived || row.span === null) return false;
	const { project, module, task } = row;
	if ((project !== '' || row.kind !== 'other') && isSuspended(board.get('projects', project)))
		return false;
	if (module !== '' && isSuspended(board.get('modules', module))) return false;
	return task === '' || !isSuspended(board.get('tasks', task));
}

/** The booking behind an allocation, or null where it counts for nothing (archived, suspended, without dates). */
export function bookingOf(
	board: BoardReader,
	row: EntityIn<'allocations'> | undefined
): Booking | null {
	if (!row || !countsWith(board, row)) return null;
	const { person, span, load, probabilityBp, contour } = row;
	const certainty = row.certainty === 'confirmed' ? 'confirmed' : 'tentative';
	return { person, span, load, certainty, probabilityBp, contour };
}

const byName = new Intl.Collator('en').compare;

const inOrder = (people: Person[]): Person[] =>
	people.sort((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1));

/** Active people in the order screens list them: by name, then id. */
export function activePeople(board: BoardReader): Person[] {
	return inOrder([...board.all('people')].filter((person) => person.active));
}

/** M-16: whose hours count from a day on: everybody active, and who has left since, for the days they were there. */
export function countedPeople(board: BoardReader, from: Day, only?: string): Person[] {
	const asked = only === undefined ? board.all('people') : [board.get('people', only)];
	return inOrder(
		[...asked].flatMap((person) =>
			person && (person.active || (person.ends !== null && person.ends >= from)) ? [person] : []
		)
	);
}

/** Work nobody holds yet, by what it asks for; no level is any level. */
export interface OpenRole {
	role: string;
	skill: string;
	level: number | null;
	minutes: number | null;
}

/** Bookings that are counted without a pause. */
const STEP = 500;

export class TeamLoad {
	readonly #board: BoardReader;
	readonly #grid: CapacityGrid;
	/** Absences and people as they were counted last, for a change is told by what was before; null for one person alone. */
	#absences: AbsenceWatch | null = null;
	readonly #people = new Map<string, Person>();
	/** Counted when first asked for, and again after projects or modules changed. */
	#sizes: { unsized: number; of: number } | undefined;

	/**
	 * Counts everybody and follows them, or one person alone as the board stands: the cells of that person are the same,
	 * open roles are left out. `in steps` counts nobody's work yet.
	 */
	constructor(
		board: BoardReader,
		from: Day,
		to: Day,
		only?: string,
		counts: 'at once' | 'in steps' = 'at once'
	) {
		this.#board = board;
		this.#grid = new CapacityGrid(this.#readPeople(from, only), from, to);
		if (only !== undefined) {
			this.#countOne(only);
			return;
		}
		for (const person of board.all('people')) this.#people.set(person.id, person);
		this.#absences = new AbsenceWatch(board);
		if (counts === 'at once') for (const step of this.#count()) void step;
	}

	/**
	 * The same for everybody, in steps of a millisecond or two between which others may work. A board that changes
	 * meanwhile has to be counted from the start.
	 */
	static *inSteps(board: BoardReader, from: Day, to: Day): Generator<undefined, TeamLoad> {
		const load = new TeamLoad(board, from, to, undefined, 'in steps');
		yield;
		yield* load.#count();
		return load;
	}

	get from(): Day {
		return this.#grid.from;
	}

	get to(): Day {
		return this.#grid.to;
	}

	/** The live grid. Its rows are other ones once people join, leave or change their names. */
	get grid(): CapacityGrid {
		return this.#grid;
	}

	/** C-42: counts other days, and whoever counts on them, with the bookings it has read. */
	cover(from: Day, to: Day): void {
		this.#grid.cover(this.#readPeople(from), from, to);
		for (const { id } of this.#board.all('elsewhere')) this.#settleElsewhere(id);
	}

	/** Follows a document change. Returns false when nothing that counts was touched. Throws for one person alone. */
	refresh(touched: Touched): boolean {
		if (!this.#absences)
			throw new Error('counted one person alone, which follows nothing: count anew');
		const of = (collection: CollectionName): ReadonlySet<string> => touched.get(collection) ?? NONE;
		if (touched.has('projects') || touched.has('modules')) this.#sizes = undefined;
		const ids = new Set(of('allocations'));
		const others = new Set(of('elsewhere'));
		this.#followHours(of('people'), this.#absences.findConcerned(of('absences')), ids);
		for (const collection of ['projects', 'modules', 'tasks'] as const) {
			const field = collection.slice(0, -1) as 'project' | 'module' | 'task';
			for (const id of of(collection))
				for (const row of this.#board.where('allocations', field, id)) ids.add(row.id);
		}
		for (const id of ids) this.settle(id);
		for (const id of others) this.#settleElsewhere(id);
		return ids.size > 0 || COUNTED.some((name) => touched.has(name));
	}

	/** Counts a booking as if it already stood so, until `settle`: what a drag in the air would do. */
	preview(id: string, booking: Booking | null): void {
		this.#grid.setAllocation(id, booking);
	}

	/** Counts an allocation as the board has it again. */
	settle(id: string): void {
		this.#grid.setAllocation(id, this.#counted(this.#board.get('allocations', id)));
	}

	/** The load of a person over the ISO week that starts on `monday`. */
	week(person: string, monday: Day): LoadState {
		return this.between(person, monday, addDays(monday, 6));
	}

	/** What of a person's load is work on other boards, in minutes. */
	elsewhere(person: string, from: Day, to: Day): { confirmed: number; tentative: number } {
		return this.#grid.sumElsewhere(this.#grid.rowOf(person), from, to);
	}

	/** The load of a person over any days. */
	between(person: string, from: Day, to: Day): LoadState {
		return loadState(this.#grid.sums(this.#grid.rowOf(person), from, to));
	}

	/**
	 * The team from `from` to `to` (C-19): booked work, the same with open roles, and how many projects are unsized. Open
	 * roles count in full whatever the basis: nobody holds them yet.
	 */
	total(from: Day, to: Day, basis: LoadBasis): TeamTotal {
		const grid = this.#grid;
		const held = grid.people.map((_, row) => {
			const sums = grid.sums(row, from, to);
			if (basis === 'booked') return { ...sums, tentative: 0, weighted: 0 };
			return basis === 'expected'
				? { ...sums, tentative: Math.round(sums.weighted / 10_000) }
				: sums;
		});
		const { unsized, of } = (this.#sizes ??= countUnsized(this.#board));
		return teamTotal(held, grid.sums(grid.openRow, from, to), unsized, of);
	}

	/** Minutes of open roles over the days, most first; null minutes where the effort is unknown. */
	openRoles(from: Day, to: Day): OpenRole[] {
		const byRole = new Map<string, OpenRole>();
		for (const { id, minutes } of this.#grid.contributions(this.#grid.openRow, from, to)) {
			const { role = '', skill = '', level = null } = this.#board.get('allocations', id) ?? {};
			const key = JSON.stringify([role, skill, level]);
			const known = byRole.get(key) ?? {
				role: role || skill || 'somebody',
				skill,
				level,
				minutes: null
			};
			if (minutes !== null) known.minutes = (known.minutes ?? 0) + minutes;
			byRole.set(key, known);
		}
		const named = ({ role, skill }: OpenRole): string => `${role}\0${skill}`;
		return [...byRole.values()].sort(
			(a, b) =>
				(b.minutes ?? -1) - (a.minutes ?? -1) ||
				(named(a) < named(b) ? -1 : named(a) > named(b) ? 1 : 0) ||
				(a.level ?? 0) - (b.level ?? 0)
		);
	}

	#readPeople(from: Day, only?: string): GridPerson[] {
		const calendarOf = readCalendars(this.#board);
		return countedPeople(this.#board, from, only).map((person) => ({
			id: person.id,
			calendar: calendarOf(person)
		}));
	}

	/**
	 * C-41: people changed, or when some are `away`. New hours go to those they concern; whoever joins, leaves or is called otherwise
	 * makes other rows. Adds to `stale` the bookings that may be somebody else's now (M-16).
	 */
	#followHours(people: ReadonlySet<string>, away: readonly Person[], stale: Set<string>): void {
		const concerned = new Set(away.map(({ id }) => id));
		let isSeated = true;
		for (const id of people) {
			const [before, after] = [this.#people.get(id), this.#board.get('people', id)];
			const counts = countedPeople(this.#board, this.from, id).length > 0;
			const sits = this.#grid.rowOf(id) !== this.#grid.openRow;
			if (counts !== sits || (counts && before?.name !== after?.name)) isSeated = false;
			if (before?.active !== after?.active || before?.ends !== after?.ends)
				for (const row of this.#board.where('allocations', 'person', id)) stale.add(row.id);
			if (after) this.#people.set(id, after);
			else this.#people.delete(id);
			concerned.add(id);
		}
		if (!isSeated) return this.cover(this.from, this.to);
		const calendarOf = readCalendars(this.#board);
		for (const id of concerned) {
			const person = this.#board.get('people', id);
			if (person && this.#grid.rowOf(id) !== this.#grid.openRow)
				this.#grid.setCalendar(id, calendarOf(person));
		}
	}

	*#count(): Generator<undefined, void> {
		let counted = 0;
		for (const row of this.#board.all('allocations')) {
			this.#grid.setAllocation(row.id, this.#counted(row));
			if (++counted % STEP === 0) yield;
		}
		for (const { id } of this.#board.all('elsewhere')) this.#settleElsewhere(id);
	}

	#countOne(person: string): void {
		for (const row of this.#board.where('allocations', 'person', person)) {
			const booking = this.#counted(row);
			if (booking?.person === person) this.#grid.setAllocation(row.id, booking);
		}
		for (const row of this.#board.where('elsewhere', 'person', person))
			this.#settleElsewhere(row.id);
	}

	/** M-16: what begins after somebody has left is nobody's, while what they did before stays theirs. */
	#counted(row: EntityIn<'allocations'> | undefined): Booking | null {
		const booking = bookingOf(this.#board, row);
		const person = booking && this.#board.get('people', booking.person);
		if (!booking?.span || !person || person.active || person.ends === null) return booking;
		return booking.span.from > person.ends ? { ...booking, person: '' } : booking;
	}

	/** C-40: whoever is not in the grid is nobody's open role either. */
	#settleElsewhere(id: string): void {
		const row = this.#board.get('elsewhere', id);
		const isHere = row && this.#grid.rowOf(row.person) !== this.#grid.openRow;
		this.#grid.setAllocation(id, isHere ? { ...row, elsewhere: true } : null);
	}
}
