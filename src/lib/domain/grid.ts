// People x days: net minutes, confirmed, tentative, weighted and unknown work, and who fills which day. One changed
// allocation costs about a microsecond, changed hours the bookings on those days; a new grid gives the same cells.
import { assertWhole, at, BookingTable, PLACED, RECORD, UNPLACED } from './booking-table.ts';
import type { Booking } from './booking-table.ts';
import type { WorkCalendar } from './calendar.ts';
import { dayNumber } from './days.ts';
import type { Day } from './days.ts';
import { PER_DAY, UNKNOWN } from './expand.ts';
import { GridCells } from './grid-cells.ts';

export type { Booking } from './booking-table.ts';

export interface GridPerson {
	id: string;
	calendar: WorkCalendar;
}

/** What a booking takes of some days: minutes, null where the effort is unknown or finds no day. */
export interface Contribution {
	id: string;
	minutes: number | null;
	tentative: boolean;
}

/** For open roles: Monday to Friday, 7.5 hours, nothing else known. Its net time is nobody's capacity. */
export const openRoleCalendar: WorkCalendar = {
	patterns: [{ from: null, minutes: [450, 450, 450, 450, 450, 0, 0] }],
	holidays: [],
	absences: [],
	starts: null,
	ends: null,
	nonProjectBp: null
};

export class CapacityGrid extends GridCells {
	readonly #open: WorkCalendar;
	readonly #table = new BookingTable();
	#people: readonly string[] = [];
	/** By row, that of open roles too. */
	#calendars: WorkCalendar[] = [];
	#rows: ReadonlyMap<string, number> = new Map();
	/** Rows again, by the number of a person in the table; strangers have none. */
	#rowsByNumber: (number | undefined)[] = [];

	constructor(people: readonly GridPerson[], from: Day, to: Day, open = openRoleCalendar) {
		super();
		this.#open = open;
		this.cover(people, from, to);
	}

	/** Person ids by row; open roles are the row after the last. */
	get people(): readonly string[] {
		return this.#people;
	}

	get openRow(): number {
		return this.#people.length;
	}

	/** The row of a person; open roles and strangers share the last one. */
	rowOf(person: string): number {
		return this.#rows.get(person) ?? this.openRow;
	}

	/** C-18: puts an allocation in place of the one with this id; null takes it away. Throws for a broken amount. */
	setAllocation(id: string, after: Booking | null): void {
		if (after) assertWhole(id, after);
		const before = this.#table.find(id);
		if (before >= 0) this.#takeOut(before);
		if (after !== null) this.#lay(this.#table.put(id, before, after));
		else if (before >= 0) this.#table.remove(id, before);
	}

	/**
	 * C-41: a person's hours changed: what they have booked on days that have other hours now is laid anew, and nothing
	 * else. Throws for somebody not in the grid.
	 */
	setCalendar(person: string, calendar: WorkCalendar): void {
		const row = this.#rows.get(person);
		if (row === undefined) throw new RangeError(`No person "${person}" in this grid. Cover them.`);
		const changed = this.findChanges(row, calendar);
		this.#calendars[row] = calendar;
		const { records } = this.#table;
		const stale = this.#recordsIn(row).filter((r) => {
			const [first, last] = [records[r + at.first]!, records[r + at.last]!];
			const kind = records[r + at.kind]!;
			if (last < first || kind === UNKNOWN) return false;
			// To find out whether days outside are other than they were costs as much as to lay it.
			if (last - first + 1 < records[r + at.days]!) return true;
			const counts = kind === PER_DAY ? changed.gross : changed.net;
			return counts[last + 1] !== counts[first];
		});
		for (const r of stale) this.#takeOut(r);
		this.putHours(row, changed.hours);
		for (const r of stale) this.#lay(r);
	}

	/**
	 * C-42: the same bookings over these people and days: every cell is as in a new grid that is given them one by one.
	 * The cells may lie in other arrays afterwards.
	 */
	cover(people: readonly GridPerson[], from: Day, to: Day): void {
		this.resize(people.length + 1, from, to);
		this.#people = people.map((person) => person.id);
		this.#calendars = [...people.map((person) => person.calendar), this.#open];
		this.#rows = new Map(this.#people.map((person, row) => [person, row]));
		this.#rowsByNumber = [];
		for (const [person, row] of this.#rows) this.#rowsByNumber[this.#table.numberOf(person)] = row;
		this.#table.tidy();
		this.#table.clearMinutes();
		const holders = this.#calendars.map((): number[] => []);
		this.#table.people.forEach((_, who) => holders[this.#rowOfNumber(who)]!.push(who));
		holders.forEach((numbers, row) =>
			this.layRow(row, this.#calendars[row]!, this.#table, numbers)
		);
	}

	/** C-10: ids in the window whose minutes found no day; their days count as unknown. */
	unplaced(): string[] {
		const found: number[] = [];
		for (let r = 0; r < this.#table.end; r += RECORD)
			if (this.#table.records[r + at.state] === UNPLACED) found.push(r);
		return this.#inOrder(found).map((r) => this.#table.idOf(r));
	}

	/** What fills a row, or some rows, on these days, in the order it came in. */
	contributions(rows: number | ReadonlySet<number>, from: Day, to: Day): Contribution[] {
		const { records } = this.#table;
		const [start, end] = [dayNumber(from) - this.firstDay, dayNumber(to) - this.firstDay];
		const all =
			typeof rows === 'number'
				? this.#recordsIn(rows)
				: [...rows].flatMap((row) => this.#recordsIn(row));
		const found: Contribution[] = [];
		for (const r of this.#inOrder(all)) {
			const first = Math.max(start, records[r + at.first]!);
			const last = Math.min(end, records[r + at.last]!);
			if (last < first) continue;
			const minutes = this.#minutesOf(r, first, last);
			const tentative = records[r + at.probabilityBp]! >= 0;
			if (minutes !== 0) found.push({ id: this.#table.idOf(r), minutes, tentative });
		}
		return found;
	}

	/** What counts under an id now, or undefined. */
	bookingOf(id: string): Booking | undefined {
		const r = this.#table.find(id);
		return r < 0 ? undefined : this.#table.bookingOf(r);
	}

	/** Minutes of one allocation on some days, clipped to the grid; null where they are unknown or find no day. */
	minutesOf(id: string, from: Day, to: Day): number | null {
		const { records } = this.#table;
		const r = this.#table.find(id);
		if (r < 0) return null;
		const first = Math.max(records[r + at.first]!, dayNumber(from) - this.firstDay);
		const last = Math.min(records[r + at.last]!, dayNumber(to) - this.firstDay);
		return this.#minutesOf(r, first, last);
	}

	/** Minutes of a record from one column to another that it has; null where they are unknown or find no day. */
	#minutesOf(r: number, first: number, last: number): number | null {
		const { records } = this.#table;
		const row = this.#rowOfNumber(records[r + at.who]!);
		this.keep(this.#table, r, row, this.#calendars[row]!);
		if (records[r + at.state] !== PLACED) return null;
		const { minutes } = this.#table;
		const offset = records[r + at.minutes]! - records[r + at.first]!;
		let sum = 0;
		for (let column = first; column <= last; column++) sum += minutes[offset + column]!;
		return sum;
	}

	#recordsIn(row: number): number[] {
		const { people } = this.#table;
		const found: number[] = [];
		const read = (who: number): void => {
			for (let r = this.#table.firstOf(who); r >= 0; r = this.#table.nextOf(r)) found.push(r);
		};
		if (row < this.openRow) read(this.#table.numberOf(this.#people[row]!));
		else
			for (let who = 0; who < people.length; who++) if (this.#rowOfNumber(who) === row) read(who);
		return found;
	}

	#inOrder(found: number[]): number[] {
		const { records } = this.#table;
		return found.sort((a, b) => records[a + at.order]! - records[b + at.order]!);
	}

	#rowOfNumber(who: number): number {
		return this.#rowsByNumber[who] ?? this.openRow;
	}

	#lay(r: number): void {
		const row = this.#rowOfNumber(this.#table.records[r + at.who]!);
		this.place(this.#table, r, row, this.#calendars[row]!);
		this.add(this.#table, r, row, 1);
	}

	#takeOut(r: number): void {
		const row = this.#rowOfNumber(this.#table.records[r + at.who]!);
		this.keep(this.#table, r, row, this.#calendars[row]!);
		this.add(this.#table, r, row, -1);
	}
}
