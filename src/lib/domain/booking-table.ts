// Bookings as numbers: one record of 16 whole numbers each (64 bytes, a cache line), their minutes end to end in one
// array. Laying thirty thousand of them touches no object. Knows who holds what; knows nothing of hours.
import { dayNumber, spanDays } from './days.ts';
import type { Span } from './days.ts';
import { kindOf } from './expand.ts';
import type { Contour, Load } from './expand.ts';
import { DEFAULT_PROBABILITY_BP } from './utilisation.ts';

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

/** Numbers in a record. */
export const RECORD = 16;

/** The fields of a record, by their place in it. */
export const at = {
	/** Number of the person, see `numberOf`; -1 in a record that is free. */
	who: 0,
	/** The person's record after and before this one, -1 at the ends. */
	next: 1,
	previous: 2,
	/** First day number, and how many days; 0 where there are none. */
	from: 3,
	days: 4,
	kind: 5,
	amount: 6,
	/** Probability in basis points; -1 is confirmed. */
	probabilityBp: 7,
	/** 1 or 0. */
	elsewhere: 8,
	/** Grows with each booking that is new: the order they came in. */
	order: 9,
	/** The number of the booking. */
	number: 10,
	/** The rest is where it lies in the grid now. First and last column; last < first outside. */
	first: 11,
	last: 12,
	state: 13,
	/** Where in `minutes` those of the first column are, and for how many columns there is room. */
	minutes: 14,
	room: 15
} as const;

/** What became of a booking. An empty one has no days; one outside the grid is none of the others. */
export const EMPTY = 0;
export const PLACED = 1;
export const UNPLACED = 2;
export const NOT_KNOWN = 3;

/** Throws for an amount that is no whole number. */
export function assertWhole(id: string, { load }: Booking): void {
	if (load !== null && (load.amount | 0) !== load.amount)
		throw new RangeError(`${id}: ${load.amount} is no whole number of minutes or basis points.`);
}

export class BookingTable {
	/** The field `f` of the record `r` is `records[r + f]`. Replaced as it grows. */
	records = new Int32Array(RECORD * 16);
	/** Minutes by column. Replaced as it grows. */
	minutes = new Int32Array(256);
	/** Everybody who ever held one, by number. */
	readonly people: string[] = [];
	readonly #numbers = new Map<string, number>();
	/** First and last record of each person, -1 without any. */
	readonly #heads: number[] = [];
	readonly #tails: number[] = [];
	/** A booking has one number while its record may move: that by id, and by it id, booking and record. */
	readonly #numbersById = new Map<string, number>();
	readonly #ids: string[] = [];
	readonly #bookings: (Booking | null)[] = [];
	readonly #places: number[] = [];
	readonly #freeNumbers: number[] = [];
	#free: number[] = [];
	#end = 0;
	/** How many records may lie apart from the others of their person. */
	#apart = 0;
	#order = 0;
	#minutesEnd = 0;

	/** The record under an id, or -1. */
	find(id: string): number {
		const number = this.#numbersById.get(id);
		return number === undefined ? -1 : this.#places[number]!;
	}

	idOf(record: number): string {
		return this.#ids[this.records[record + at.number]!]!;
	}

	bookingOf(record: number): Booking {
		return this.#bookings[this.records[record + at.number]!]!;
	}

	/** The number of a person; each new one gets the next. */
	numberOf(person: string): number {
		const known = this.#numbers.get(person);
		if (known !== undefined) return known;
		const number = this.people.push(person) - 1;
		this.#numbers.set(person, number);
		this.#heads.push(-1);
		this.#tails.push(-1);
		return number;
	}

	/** The first record of a person by number, or -1; the others follow by `at.next`. */
	firstOf(who: number): number {
		return this.#heads[who]!;
	}

	nextOf(record: number): number {
		return this.records[record + at.next]!;
	}

	/** Where the records end: they lie `RECORD` apart from 0 on, free ones among them. */
	get end(): number {
		return this.#end;
	}

	/** Writes a booking into a record, or into a new one where that is -1. Returns the record. */
	put(id: string, record: number, booking: Booking): number {
		const { person, span, load, certainty, probabilityBp, contour } = booking;
		const r = record < 0 ? this.#open(id) : record;
		this.#bookings[this.records[r + at.number]!] = booking;
		this.#hand(r, this.numberOf(person));
		const { records } = this;
		const days = span === null ? 0 : spanDays(span);
		records[r + at.from] = days === 0 ? 0 : dayNumber(span!.from);
		records[r + at.days] = days;
		records[r + at.kind] = kindOf(load, contour);
		records[r + at.amount] = load?.amount ?? 0;
		records[r + at.probabilityBp] =
			certainty === 'confirmed' ? -1 : (probabilityBp ?? DEFAULT_PROBABILITY_BP);
		records[r + at.elsewhere] = booking.elsewhere ? 1 : 0;
		return r;
	}

	/** Frees the record under an id. */
	remove(id: string, r: number): void {
		const number = this.records[r + at.number]!;
		this.#numbersById.delete(id);
		this.#bookings[number] = null;
		this.#freeNumbers.push(number);
		this.#hand(r, -1);
		this.records[r + at.state] = EMPTY;
		this.#free.push(r);
	}

	/**
	 * Puts the records of each person together, if many lie apart, which halves what it takes to read them all person by
	 * person. A record that was found before lies in another place afterwards.
	 */
	tidy(): void {
		if (this.#apart * RECORD * 16 <= this.#end) return;
		const { records: old, people } = this;
		// Where those of each person begin, and once they are copied where they end.
		const places = new Int32Array(people.length + 1);
		const live: number[] = [];
		for (let r = 0; r < this.#end; r += RECORD) {
			const who = old[r + at.who]!;
			if (who < 0) continue;
			places[who + 1]! += RECORD;
			live.push(r);
		}
		for (let who = 0; who < people.length; who++) {
			const isEmpty = places[who + 1] === 0;
			this.#heads[who] = isEmpty ? -1 : places[who]!;
			places[who + 1]! += places[who]!;
			this.#tails[who] = isEmpty ? -1 : places[who + 1]! - RECORD;
		}
		this.records = new Int32Array(old.length);
		for (const r of live) {
			const who = old[r + at.who]!;
			const to = places[who]!;
			places[who]! += RECORD;
			this.records.set(old.subarray(r, r + RECORD), to);
			this.records[to + at.previous] = to === this.#heads[who] ? -1 : to - RECORD;
			this.records[to + at.next] = to === this.#tails[who] ? -1 : to + RECORD;
			this.#places[this.records[to + at.number]!] = to;
		}
		this.#free = [];
		this.#end = live.length * RECORD;
		this.#apart = 0;
	}

	/** Makes room for the minutes of so many columns and returns where; what was there may be lost. */
	makeRoom(r: number, columns: number): number {
		const { records } = this;
		if (records[r + at.room]! >= columns) return records[r + at.minutes]!;
		records[r + at.room] = 0;
		if (this.#minutesEnd + columns > this.minutes.length) this.#growMinutes(columns);
		const place = this.#minutesEnd;
		this.#minutesEnd += columns;
		records[r + at.minutes] = place;
		records[r + at.room] = columns;
		return place;
	}

	/** Forgets all minutes, for whoever lays every booking anew and makes its `room` nothing before it does. */
	clearMinutes(): void {
		this.#minutesEnd = 0;
	}

	#open(id: string): number {
		const record = this.#free.pop() ?? this.#end;
		if (record === this.#end) {
			this.#end += RECORD;
			if (this.#end > this.records.length) this.records = grown(this.records, this.#end * 2);
		}
		const number = this.#freeNumbers.pop() ?? this.#ids.length;
		this.#ids[number] = id;
		this.#places[number] = record;
		this.#numbersById.set(id, number);
		this.records[record + at.who] = -1;
		this.records[record + at.number] = number;
		this.records[record + at.order] = this.#order++;
		return record;
	}

	/** Puts a record at the end of a person's list; -1 takes it out of all. */
	#hand(r: number, who: number): void {
		const { records } = this;
		const holder = records[r + at.who]!;
		if (holder === who) return;
		if (holder >= 0) {
			const [next, previous] = [records[r + at.next]!, records[r + at.previous]!];
			if (next >= 0) records[next + at.previous] = previous;
			else this.#tails[holder] = previous;
			if (previous >= 0) records[previous + at.next] = next;
			else this.#heads[holder] = next;
		}
		records[r + at.who] = who;
		if (who < 0) return;
		this.#apart++;
		const last = this.#tails[who]!;
		records[r + at.next] = -1;
		records[r + at.previous] = last;
		if (last >= 0) records[last + at.next] = r;
		else this.#heads[who] = r;
		this.#tails[who] = r;
	}

	/** Closes the gaps that moved bookings left, into an array with as much room again. */
	#growMinutes(columns: number): void {
		const { records, minutes: old } = this;
		let live = columns;
		for (let r = 0; r < this.#end; r += RECORD) {
			if (records[r + at.state] !== PLACED) records[r + at.room] = 0;
			live += records[r + at.room]!;
		}
		this.minutes = new Int32Array(live * 2);
		this.#minutesEnd = 0;
		for (let r = 0; r < this.#end; r += RECORD) {
			const [from, room] = [records[r + at.minutes]!, records[r + at.room]!];
			if (room === 0) continue;
			this.minutes.set(old.subarray(from, from + room), this.#minutesEnd);
			records[r + at.minutes] = this.#minutesEnd;
			this.#minutesEnd += room;
		}
	}
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
	const longer = new Int32Array(length);
	longer.set(array);
	return longer;
}
