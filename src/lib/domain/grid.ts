// People x days in typed arrays: net minutes, confirmed, tentative, weighted, and unknown work.
// One changed allocation costs about a microsecond; a new grid gives the same cells from scratch.
import { availability } from './calendar.ts';
import type { Availability, WorkCalendar } from './calendar.ts';
import { dayNumber, dayOf, spanDays } from './days.ts';
import type { Day, Span } from './days.ts';
import { expand } from './expand.ts';
import type { Contour, Load } from './expand.ts';
import { DEFAULT_PROBABILITY_BP } from './utilisation.ts';
import type { LoadSums } from './utilisation.ts';

/** What the grid needs of an allocation. Leave suspended and archived ones out (M-6). */
export interface Booking {
	/** '' or somebody not on the board: an open role, counted in the grid's last row. */
	person: string;
	span: Span | null;
	load: Load;
	certainty: 'confirmed' | 'tentative';
	/** Of a tentative one; null is the default half. */
	probabilityBp: number | null;
	/** How minutes in all lie over the days; absent is evenly. */
	contour?: Contour;
	/** It is work on another board: counted like any, and once more in `elsewhere`. */
	elsewhere?: true;
}

interface Placed {
	row: number;
	/** First and last column, clipped to the grid; last < first when outside. */
	first: number;
	last: number;
	confirmed: boolean;
	probabilityBp: number;
	state: 'placed' | 'unplaced' | 'unknown' | 'empty';
	/** Minutes on each working day, or one number a column from `minutesFrom` on. */
	perDay: number;
	minutes: Int32Array | null;
	minutesFrom: number;
	booking: Booking;
}

export interface GridPerson {
	id: string;
	calendar: WorkCalendar;
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

let lastOpenDays: { from: Day; to: Day; of: Availability } | undefined;

/** The same for every grid over the same days, so that grids of one person are cheap. */
function openDays(from: Day, to: Day): Availability {
	if (lastOpenDays?.from !== from || lastOpenDays.to !== to)
		lastOpenDays = { from, to, of: availability(openRoleCalendar, from, to) };
	return lastOpenDays.of;
}

export class CapacityGrid {
	readonly from: Day;
	readonly to: Day;
	readonly days: number;
	/** Person ids by row; open roles are the row after the last. */
	readonly people: readonly string[];
	readonly openRow: number;
	/** Cells lie at row * days + column. Open roles have gross and net minutes too; leave them out of sums. */
	readonly gross: Int32Array;
	readonly net: Int32Array;
	readonly confirmed: Int32Array;
	readonly tentative: Int32Array;
	/** Tentative minutes x probability in basis points. */
	readonly weighted: Float64Array;
	readonly unknown: Int32Array;
	/** Of `confirmed` and `tentative` together, and of `confirmed`, what is work on other boards. */
	readonly elsewhere: Int32Array;
	readonly elsewhereConfirmed: Int32Array;
	readonly #first: number;
	readonly #rows: Map<string, number>;
	readonly #calendars: WorkCalendar[];
	readonly #available: Availability[];
	readonly #placed = new Map<string, Placed>();

	constructor(people: readonly GridPerson[], from: Day, to: Day, open = openRoleCalendar) {
		this.from = from;
		this.to = to;
		this.#first = dayNumber(from);
		this.days = Math.max(0, dayNumber(to) - this.#first + 1);
		this.people = people.map((person) => person.id);
		this.openRow = people.length;
		this.#rows = new Map(people.map((person, row) => [person.id, row]));
		this.#calendars = [...people.map((person) => person.calendar), open];
		this.#available = this.#calendars.map((calendar) =>
			calendar === openRoleCalendar ? openDays(from, to) : availability(calendar, from, to)
		);
		const cells = this.days * this.#calendars.length;
		this.gross = new Int32Array(cells);
		this.net = new Int32Array(cells);
		this.confirmed = new Int32Array(cells);
		this.tentative = new Int32Array(cells);
		this.weighted = new Float64Array(cells);
		this.unknown = new Int32Array(cells);
		this.elsewhere = new Int32Array(cells);
		this.elsewhereConfirmed = new Int32Array(cells);
		this.#available.forEach((_, row) => this.#copyAvailability(row));
	}

	/** The row of a person; open roles and strangers share the last one. */
	rowOf(person: string): number {
		return this.#rows.get(person) ?? this.openRow;
	}

	/** C-18: puts an allocation in place of the one with this id; null takes it away. */
	setAllocation(id: string, after: Booking | null): void {
		const before = this.#placed.get(id);
		if (before) this.#add(before, -1);
		if (after === null) {
			this.#placed.delete(id);
			return;
		}
		const placed = this.#place(after);
		this.#placed.set(id, placed);
		this.#add(placed, 1);
	}

	/** C-18: a person's hours changed: their row is computed anew. Throws for somebody not in the grid. */
	setCalendar(person: string, calendar: WorkCalendar): void {
		const row = this.#rows.get(person);
		if (row === undefined)
			throw new RangeError(`No person "${person}" in this grid. Build a new one.`);
		this.#calendars[row] = calendar;
		this.#available[row] = availability(calendar, this.from, this.to);
		this.#copyAvailability(row);
		const start = row * this.days;
		for (const cells of this.#booked()) cells.fill(0, start, start + this.days);
		for (const [id, old] of this.#placed) {
			if (old.row !== row) continue;
			const placed = this.#place(old.booking);
			this.#placed.set(id, placed);
			this.#add(placed, 1);
		}
	}

	/** C-10: ids in the window whose minutes found no day; their days count as unknown. */
	unplaced(): string[] {
		const ids: string[] = [];
		for (const [id, placed] of this.#placed) if (placed.state === 'unplaced') ids.push(id);
		return ids;
	}

	/** C-12: sums of one row over days, both included, clipped to the grid. */
	sums(row: number, from: Day, to: Day): LoadSums {
		const start = row * this.days + Math.max(0, dayNumber(from) - this.#first);
		const end = row * this.days + Math.min(this.days, dayNumber(to) - this.#first + 1);
		const sum = { net: 0, confirmed: 0, tentative: 0, weighted: 0, unknown: 0 };
		for (let cell = start; cell < end; cell++) {
			sum.net += this.net[cell]!;
			sum.confirmed += this.confirmed[cell]!;
			sum.tentative += this.tentative[cell]!;
			sum.weighted += this.weighted[cell]!;
			sum.unknown += this.unknown[cell]!;
		}
		return sum;
	}

	/** C-40: what of the sums is work on other boards, in minutes. */
	sumElsewhere(row: number, from: Day, to: Day): { confirmed: number; tentative: number } {
		const start = row * this.days + Math.max(0, dayNumber(from) - this.#first);
		const end = row * this.days + Math.min(this.days, dayNumber(to) - this.#first + 1);
		let confirmed = 0;
		let all = 0;
		for (let cell = start; cell < end; cell++) {
			confirmed += this.elsewhereConfirmed[cell]!;
			all += this.elsewhere[cell]!;
		}
		return { confirmed, tentative: all - confirmed };
	}

	/** C-1: days on which the row works, both ends included, clipped to the grid. */
	workingDays(row: number, from: Day, to: Day): number {
		const start = row * this.days + Math.max(0, dayNumber(from) - this.#first);
		const end = row * this.days + Math.min(this.days, dayNumber(to) - this.#first + 1);
		let days = 0;
		for (let cell = start; cell < end; cell++) if (this.gross[cell]! > 0) days++;
		return days;
	}

	/** What fills a row, or some rows, on these days: minutes by allocation, null where the effort is unknown. */
	contributions(
		rows: number | ReadonlySet<number>,
		from: Day,
		to: Day
	): { id: string; minutes: number | null; tentative: boolean }[] {
		const start = Math.max(0, dayNumber(from) - this.#first);
		const end = Math.min(this.days - 1, dayNumber(to) - this.#first);
		const found: { id: string; minutes: number | null; tentative: boolean }[] = [];
		for (const [id, placed] of this.#placed) {
			if (placed.first > end || placed.last < start) continue;
			if (typeof rows === 'number' ? placed.row !== rows : !rows.has(placed.row)) continue;
			const tentative = !placed.confirmed;
			if (placed.state !== 'placed') {
				found.push({ id, minutes: null, tentative });
				continue;
			}
			let minutes = 0;
			for (let day = Math.max(start, placed.first); day <= Math.min(end, placed.last); day++)
				minutes += this.#minutesOn(placed, day);
			if (minutes > 0) found.push({ id, minutes, tentative });
		}
		return found;
	}

	/** What counts under an id now, or undefined. */
	bookingOf(id: string): Booking | undefined {
		return this.#placed.get(id)?.booking;
	}

	/** Minutes of one allocation on some days, clipped to the grid; null where they are unknown or find no day. */
	minutesOf(id: string, from: Day, to: Day): number | null {
		const placed = this.#placed.get(id);
		if (placed?.state !== 'placed') return null;
		const first = Math.max(placed.first, dayNumber(from) - this.#first);
		const last = Math.min(placed.last, dayNumber(to) - this.#first);
		let minutes = 0;
		for (let day = first; day <= last; day++) minutes += this.#minutesOn(placed, day);
		return minutes;
	}

	/** The day of a column. */
	dayAt(column: number): Day {
		return dayOf(this.#first + column);
	}

	#minutesOn(placed: Placed, day: number): number {
		if (placed.minutes !== null) return placed.minutes[day - placed.minutesFrom]!;
		return this.gross[placed.row * this.days + day]! > 0 ? placed.perDay : 0;
	}

	/** Every array that bookings fill. */
	#booked(): (Int32Array | Float64Array)[] {
		const { confirmed, tentative, weighted, unknown, elsewhere, elsewhereConfirmed } = this;
		return [confirmed, tentative, weighted, unknown, elsewhere, elsewhereConfirmed];
	}

	#copyAvailability(row: number): void {
		this.gross.set(this.#available[row]!.gross, row * this.days);
		this.net.set(this.#available[row]!.net, row * this.days);
	}

	#place(booking: Booking): Placed {
		const row = this.rowOf(booking.person);
		const placed: Placed = {
			row,
			first: 0,
			last: -1,
			confirmed: booking.certainty === 'confirmed',
			probabilityBp: booking.probabilityBp ?? DEFAULT_PROBABILITY_BP,
			state: 'empty',
			perDay: 0,
			minutes: null,
			minutesFrom: 0,
			booking
		};
		const { span, load, contour } = booking;
		const days = span === null ? 0 : spanDays(span);
		if (span === null || days === 0) return placed;
		const from = dayNumber(span.from) - this.#first;
		const to = from + days - 1;
		placed.first = Math.max(0, from);
		placed.last = Math.min(this.days - 1, to);
		placed.state = load === null ? 'unknown' : 'placed';
		if (load === null || placed.last < placed.first) return placed;
		const inside = from >= 0 && to < this.days;
		if (load.mode === 'perDay' && this.#worksBetween(row, placed.first, placed.last)) {
			placed.perDay = load.amount;
			return placed;
		}
		const available = inside
			? this.#available[row]!
			: availability(this.#calendars[row]!, span.from, span.to);
		const expansion = expand(load, available, this.#first + from, this.#first + to, contour);
		placed.state = expansion.state;
		placed.minutes = expansion.state === 'placed' ? expansion.minutes : null;
		placed.minutesFrom = from;
		return placed;
	}

	#worksBetween(row: number, from: number, to: number): boolean {
		const sums = this.#available[row]!.grossSums;
		return sums[to + 1]! > sums[from]!;
	}

	#add(placed: Placed, sign: 1 | -1): void {
		const { first, last, minutes, minutesFrom, perDay, state } = placed;
		if (state === 'empty') return;
		const start = placed.row * this.days;
		if (state !== 'placed') {
			for (let day = first; day <= last; day++) this.unknown[start + day]! += sign;
			return;
		}
		const into = placed.confirmed ? this.confirmed : this.tentative;
		const factor = placed.confirmed ? 0 : placed.probabilityBp;
		if (minutes === null && perDay === 0) return;
		for (let day = first; day <= last; day++) {
			const cell = start + day;
			const amount =
				sign *
				(minutes !== null ? minutes[day - minutesFrom]! : this.gross[cell]! > 0 ? perDay : 0);
			into[cell]! += amount;
			if (factor > 0) this.weighted[cell]! += amount * factor;
			if (!placed.booking.elsewhere) continue;
			this.elsewhere[cell]! += amount;
			if (placed.confirmed) this.elsewhereConfirmed[cell]! += amount;
		}
	}
}
