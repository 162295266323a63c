// The cells of a capacity grid, people x days, and how a booking is laid into them. Knows rows and columns; knows nobody.
import { at, EMPTY, NOT_KNOWN, PLACED, UNPLACED, type BookingTable } from './booking-table.ts';
import { fillHours, type WorkCalendar } from './calendar.ts';
import { dayNumber, dayOf, weekdayOfNumber, type Day } from './days.ts';
import { PER_DAY, PERCENT, spread, UNKNOWN, type Hours } from './expand.ts';
import { RowSweep } from './grid-sweep.ts';
import type { LoadSums } from './utilisation.ts';

/** Other hours for a row, and which columns they change: running counts, one more than columns. */
export interface ChangedHours {
	hours: Hours;
	gross: Int32Array;
	net: Int32Array;
}

/** Days of a booking that reaches beyond the grid: worked out, read and forgotten. */
const makeSpare = (days: number): Hours & { minutes: Int32Array } => ({
	gross: new Int32Array(days),
	net: new Int32Array(days),
	minutes: new Int32Array(days)
});
let spare = makeSpare(0);

export abstract class GridCells implements Hours {
	/** The days covered, both included, and how many they are. */
	from: Day = '';
	to: Day = '';
	days = 0;
	/** Cells lie at row * days + column. Open roles have gross and net minutes too; leave them out of sums. */
	gross = new Int32Array(0);
	net = new Int32Array(0);
	confirmed = new Int32Array(0);
	tentative = new Int32Array(0);
	/** Tentative minutes x probability in basis points. */
	weighted = new Float64Array(0);
	unknown = new Int32Array(0);
	/** Of `confirmed` and `tentative` together, and of `confirmed`, what is work on other boards. */
	elsewhere = new Int32Array(0);
	elsewhereConfirmed = new Int32Array(0);
	/** Day number of the first column. */
	protected firstDay = 0;
	/** It runs from a Monday to a Sunday. */
	#isWholeWeeks = false;
	#sweep = new RowSweep(0);
	/** Whether anything was ever put into `unknown`, and into `elsewhere`: most grids need not empty them. */
	#hasUnknown = false;
	#hasElsewhere = false;

	/** C-12: sums of one row over days, both included, clipped to the grid. */
	sums(row: number, from: Day, to: Day): LoadSums {
		const { net, confirmed, tentative, weighted, unknown } = this;
		const { start, end } = this.#cellsOf(row, from, to);
		const sum = { net: 0, confirmed: 0, tentative: 0, weighted: 0, unknown: 0 };
		for (let cell = start; cell < end; cell++) {
			sum.net += net[cell]!;
			sum.confirmed += confirmed[cell]!;
			sum.tentative += tentative[cell]!;
			sum.weighted += weighted[cell]!;
			sum.unknown += unknown[cell]!;
		}
		return sum;
	}

	/** C-40: what of the sums is work on other boards, in minutes. */
	sumElsewhere(row: number, from: Day, to: Day): { confirmed: number; tentative: number } {
		const { elsewhere, elsewhereConfirmed } = this;
		const { start, end } = this.#cellsOf(row, from, to);
		let confirmed = 0;
		let all = 0;
		for (let cell = start; cell < end; cell++) {
			confirmed += elsewhereConfirmed[cell]!;
			all += elsewhere[cell]!;
		}
		return { confirmed, tentative: all - confirmed };
	}

	/** C-1: days on which the row works, both ends included, clipped to the grid. */
	workingDays(row: number, from: Day, to: Day): number {
		const { start, end } = this.#cellsOf(row, from, to);
		let days = 0;
		for (let cell = start; cell < end; cell++) if (this.gross[cell]! > 0) days++;
		return days;
	}

	/** The day of a column. */
	dayAt(column: number): Day {
		return dayOf(this.firstDay + column);
	}

	/** Makes the cells so many rows and days, and empty. Arrays that fit are kept: fresh memory costs more than work. */
	protected resize(rows: number, from: Day, to: Day): void {
		this.from = from;
		this.to = to;
		this.firstDay = dayNumber(from);
		this.days = Math.max(0, dayNumber(to) - this.firstDay + 1);
		this.#isWholeWeeks = weekdayOfNumber(this.firstDay) === 1 && this.days % 7 === 0;
		if (this.#sweep.days !== this.days) this.#sweep = new RowSweep(this.days);
		const cells = rows * this.days;
		if (this.net.length === cells) return this.#empty();
		this.gross = new Int32Array(cells);
		this.net = new Int32Array(cells);
		this.confirmed = new Int32Array(cells);
		this.tentative = new Int32Array(cells);
		this.weighted = new Float64Array(cells);
		this.unknown = new Int32Array(cells);
		this.elsewhere = new Int32Array(cells);
		this.elsewhereConfirmed = new Int32Array(cells);
	}

	/** C-42: gives an empty row its hours, and the bookings of these people, by their numbers in the table. */
	protected layRow(
		row: number,
		calendar: WorkCalendar,
		table: BookingTable,
		people: readonly number[]
	): void {
		const start = row * this.days;
		const end = start + this.days;
		fillHours(
			calendar,
			this.firstDay,
			this.gross.subarray(start, end),
			this.net.subarray(start, end)
		);
		const held = people.filter((who) => table.firstOf(who) >= 0);
		if (held.length === 0) return;
		const { records } = table;
		const sweep = this.#sweep;
		sweep.begin(this, start);
		for (const who of held)
			for (let r = table.firstOf(who); r >= 0; r = table.nextOf(r)) {
				// Their minutes are worked out when somebody asks.
				records[r + at.room] = 0;
				const column = records[r + at.from]! - this.firstDay;
				const last = column + records[r + at.days]! - 1;
				if (column >= 0 && last < this.days && sweep.take(records, r, column, this.firstDay)) {
					records[r + at.first] = column;
					records[r + at.last] = last;
					records[r + at.state] = PLACED;
					continue;
				}
				this.place(table, r, row, calendar);
				this.add(table, r, row, 1);
			}
		sweep.end(this, start);
	}

	/** What would change in a row's hours under a calendar. */
	protected findChanges(row: number, calendar: WorkCalendar): ChangedHours {
		const { days } = this;
		const hours = { gross: new Int32Array(days), net: new Int32Array(days) };
		fillHours(calendar, this.firstDay, hours.gross, hours.net);
		const count = (now: Int32Array, before: Int32Array): Int32Array => {
			const changed = new Int32Array(days + 1);
			for (let i = 0; i < days; i++)
				changed[i + 1] = changed[i]! + (now[i] === before[row * days + i] ? 0 : 1);
			return changed;
		};
		return { hours, gross: count(hours.gross, this.gross), net: count(hours.net, this.net) };
	}

	/** Other hours for a row; whatever they change must not lie in its cells. */
	protected putHours(row: number, { gross, net }: Hours): void {
		this.gross.set(gross, row * this.days);
		this.net.set(net, row * this.days);
	}

	/** C-7 to C-10: works out what a booking takes of its row's days. Puts nothing into the cells. */
	protected place(table: BookingTable, r: number, row: number, calendar: WorkCalendar): void {
		const { records } = table;
		const days = records[r + at.days]!;
		const from = records[r + at.from]! - this.firstDay;
		const first = Math.max(0, from);
		const last = Math.min(this.days, from + days) - 1;
		const kind = records[r + at.kind]!;
		records[r + at.first] = first;
		records[r + at.last] = last;
		records[r + at.state] = days === 0 ? EMPTY : kind === UNKNOWN ? NOT_KNOWN : PLACED;
		if (days === 0 || kind === UNKNOWN || last < first) return;
		const amount = records[r + at.amount]!;
		const columns = last - first + 1;
		const to = table.makeRoom(r, columns);
		const cell = row * this.days + first;
		const { firstDay: start } = this;
		let open = false;
		// What lies outside matters to a day's minutes only within its week, but to those of a total anywhere; and to
		// everything where no day inside can take any.
		const isLocal = kind === PER_DAY || (kind === PERCENT && this.#isWholeWeeks);
		if (columns === days || isLocal)
			open = spread(kind, amount, this, cell, columns, start + first, table.minutes, to);
		if (!open && columns < days) {
			if (spare.minutes.length < days) spare = makeSpare(days);
			fillHours(calendar, start + from, spare.gross.subarray(0, days), spare.net.subarray(0, days));
			open = spread(kind, amount, spare, 0, days, start + from, spare.minutes, 0);
			table.minutes.set(spare.minutes.subarray(first - from, first - from + columns), to);
		}
		if (!open && amount > 0) records[r + at.state] = UNPLACED;
	}

	/** Works out the minutes of a booking that was laid with all of its row, if nobody asked for them yet. */
	protected keep(table: BookingTable, r: number, row: number, calendar: WorkCalendar): void {
		const { records } = table;
		if (records[r + at.state] === PLACED && records[r + at.room] === 0)
			this.place(table, r, row, calendar);
	}

	/** Adds what was placed to the cells of its row, or with -1 takes it out again. */
	protected add(table: BookingTable, r: number, row: number, sign: 1 | -1): void {
		const { records, minutes } = table;
		const state = records[r + at.state]!;
		const first = records[r + at.first]!;
		const columns = records[r + at.last]! - first + 1;
		const cell = row * this.days + first;
		if (state === EMPTY || columns <= 0) return;
		if (state !== PLACED) {
			this.#hasUnknown = true;
			for (let i = 0; i < columns; i++) this.unknown[cell + i]! += sign;
			return;
		}
		const from = records[r + at.minutes]!;
		const probability = records[r + at.probabilityBp]!;
		const isConfirmed = probability < 0;
		const into = isConfirmed ? this.confirmed : this.tentative;
		for (let i = 0; i < columns; i++) into[cell + i]! += sign * minutes[from + i]!;
		if (!isConfirmed)
			for (let i = 0; i < columns; i++)
				this.weighted[cell + i]! += sign * minutes[from + i]! * probability;
		if (records[r + at.elsewhere] === 0) return;
		this.#hasElsewhere = true;
		for (let i = 0; i < columns; i++) {
			this.elsewhere[cell + i]! += sign * minutes[from + i]!;
			if (isConfirmed) this.elsewhereConfirmed[cell + i]! += sign * minutes[from + i]!;
		}
	}

	/** Takes every booking out. */
	#empty(): void {
		this.confirmed.fill(0);
		this.tentative.fill(0);
		this.weighted.fill(0);
		if (this.#hasUnknown) this.unknown.fill(0);
		if (this.#hasElsewhere) {
			this.elsewhere.fill(0);
			this.elsewhereConfirmed.fill(0);
		}
		this.#hasUnknown = false;
		this.#hasElsewhere = false;
	}

	/** Cells of a row from one day to another, `end` left out. */
	#cellsOf(row: number, from: Day, to: Day): { start: number; end: number } {
		const { firstDay: first, days } = this;
		return {
			start: row * days + Math.max(0, dayNumber(from) - first),
			end: row * days + Math.min(days, dayNumber(to) - first + 1)
		};
	}
}
