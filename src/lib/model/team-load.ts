// A board's people and bookings in one capacity grid, kept up to date from document changes. Counts only live work:
// what points at archived or missing work is suspended (M-6). Knows no clock.

import type { WorkCalendar } from '#lib/domain/calendar.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import { CapacityGrid, type Booking } from '#lib/domain/grid.ts';
import { isSuspended } from '#lib/domain/merge.ts';
import { teamTotal, type TeamTotal } from '#lib/domain/team.ts';
import { loadState, type LoadState } from '#lib/domain/utilisation.ts';
import type { BoardReader, CollectionName, EntityIn } from './board.ts';
import type { LoadBasis } from './load-cell.ts';

type Touched = ReadonlyMap<CollectionName, ReadonlySet<string>>;
type Person = EntityIn<'people'>;

/** A person's working time as the calendar wants it: own leave, and the closed days of region and company. */
export function calendarOf(board: BoardReader, person: Person): WorkCalendar {
	const own = [...board.where('absences', 'person', person.id)];
	const { region } = person;
	const closures = [...board.where('absences', 'closure', true)];
	const closed = [
		...(region === '' ? [] : [...board.where('absences', 'region', region)]),
		...closures.filter((row) => row.region === '' || region.startsWith(`${row.region}-`))
	].filter((row) => row.person === '');
	const spans = (rows: EntityIn<'absences'>[]): WorkCalendar['absences'] =>
		rows.flatMap(({ span, minutesPerDay }) => (span ? [{ span, minutesPerDay }] : []));
	return {
		patterns: person.patterns,
		holidays: spans(closed),
		absences: spans(own.filter((row) => !row.requested)),
		requested: spans(own.filter((row) => row.requested)),
		exceptions: new Map(person.ownDays.map(({ day, minutes }) => [day, minutes])),
		starts: person.starts,
		ends: person.ends,
		nonProjectBp: person.nonProjectBp,
		nonProjectFrom: person.nonProjectFrom
	};
}

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

const inOrder = (people: Person[]): Person[] =>
	people.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));

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

/** True where the effort of a project is not known: none of its own, and not all of its modules'. */
export function isUnsized(board: BoardReader, project: EntityIn<'projects'>): boolean {
	if (project.effortMinutes !== null) return false;
	const modules = [...board.where('modules', 'project', project.id)].filter((m) => !m.archived);
	return modules.length === 0 || modules.some((module) => module.effortMinutes === null);
}

/** Live projects without an estimate, those that launch first before the others, then by title. */
export function listUnsized(board: BoardReader): EntityIn<'projects'>[] {
	const last = '9999-12-31';
	return [...board.all('projects')]
		.filter((project) => !project.archived && isUnsized(board, project))
		.sort(
			(a, b) =>
				(a.launch ?? last).localeCompare(b.launch ?? last) ||
				a.title.localeCompare(b.title, 'en') ||
				(a.id < b.id ? -1 : 1)
		);
}

/** How many live projects have no estimate, of how many. */
function countUnsized(board: BoardReader): { unsized: number; of: number } {
	const live = [...board.all('projects')].filter((project) => !project.archived);
	return { unsized: live.filter((project) => isUnsized(board, project)).length, of: live.length };
}

/** Work nobody holds yet, by what it asks for; no level is any level. */
export interface OpenRole {
	role: string;
	skill: string;
	level: number | null;
	minutes: number | null;
}

export class TeamLoad {
	readonly from: Day;
	readonly to: Day;
	readonly #board: BoardReader;
	#grid: CapacityGrid;
	/** Counted when first asked for, and again after projects or modules changed. */
	#sizes: { unsized: number; of: number } | undefined;

	/** Counts everybody, or one person alone: the cells of that person are the same, open roles are left out. */
	constructor(board: BoardReader, from: Day, to: Day, only?: string) {
		this.#board = board;
		this.from = from;
		this.to = to;
		this.#grid = only === undefined ? this.#build() : this.#buildOne(only);
	}

	/** The live grid; replaced when people change, so read it anew after `refresh`. */
	get grid(): CapacityGrid {
		return this.#grid;
	}

	/** Follows a document change. Returns false when nothing that counts was touched. */
	refresh(touched: Touched): boolean {
		if (touched.has('projects') || touched.has('modules')) this.#sizes = undefined;
		if (touched.has('people') || touched.has('absences')) {
			this.#grid = this.#build();
			return true;
		}
		const ids = new Set(touched.get('allocations'));
		for (const collection of ['projects', 'modules', 'tasks'] as const) {
			const field = collection.slice(0, -1) as 'project' | 'module' | 'task';
			for (const id of touched.get(collection) ?? [])
				for (const row of this.#board.where('allocations', field, id)) ids.add(row.id);
		}
		for (const id of ids) this.settle(id);
		const others = touched.get('elsewhere');
		for (const id of others ?? []) this.#settleElsewhere(this.#grid, id);
		return (
			ids.size > 0 || others !== undefined || touched.has('projects') || touched.has('modules')
		);
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

	#build(): CapacityGrid {
		const people = countedPeople(this.#board, this.from).map((person) => ({
			id: person.id,
			calendar: calendarOf(this.#board, person)
		}));
		const grid = new CapacityGrid(people, this.from, this.to);
		for (const row of this.#board.all('allocations'))
			grid.setAllocation(row.id, this.#counted(row));
		for (const { id } of this.#board.all('elsewhere')) this.#settleElsewhere(grid, id);
		return grid;
	}

	#buildOne(id: string): CapacityGrid {
		const person = countedPeople(this.#board, this.from, id)[0];
		const people = person ? [{ id, calendar: calendarOf(this.#board, person) }] : [];
		const grid = new CapacityGrid(people, this.from, this.to);
		for (const row of this.#board.where('allocations', 'person', id)) {
			const booking = this.#counted(row);
			if (booking?.person === id) grid.setAllocation(row.id, booking);
		}
		for (const row of this.#board.where('elsewhere', 'person', id))
			this.#settleElsewhere(grid, row.id);
		return grid;
	}

	/** M-16: what begins after somebody has left is nobody's, while what they did before stays theirs. */
	#counted(row: EntityIn<'allocations'> | undefined): Booking | null {
		const booking = bookingOf(this.#board, row);
		const person = booking && this.#board.get('people', booking.person);
		if (!booking?.span || !person || person.active || person.ends === null) return booking;
		return booking.span.from > person.ends ? { ...booking, person: '' } : booking;
	}

	/** C-40: whoever is not in the grid is nobody's open role either. */
	#settleElsewhere(grid: CapacityGrid, id: string): void {
		const row = this.#board.get('elsewhere', id);
		const isHere = row && grid.rowOf(row.person) !== grid.openRow;
		grid.setAllocation(id, isHere ? { ...row, elsewhere: true } : null);
	}
}
