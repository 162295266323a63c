// crossfilter2 with one record a booked day, as its guide would have it: a change takes a booking's records out and puts
// the new ones in.
import { daysBetween, type Day } from '#lib/domain/days.ts';
import type { Booking } from '#lib/domain/grid.ts';
import { spread, type WorkDays } from './spread.ts';

interface Booked {
	booking: string;
	cell: number;
	minutes: number;
}

interface Dimension {
	filterExact(value: string): void;
	filterAll(): void;
	group(): {
		reduceSum(value: (record: Booked) => number): { all(): { key: number; value: number }[] };
	};
}

interface Crossfilter {
	dimension(value: (record: Booked) => string | number): Dimension;
	add(records: Booked[]): void;
	remove(): void;
}

export interface CrossfilterPeer {
	default: (records: Booked[]) => Crossfilter;
}

/**
 * `change` puts one booking in place of the one with its id and returns the groups: minutes by cell, person x days + day.
 */
export function openCrossfilter(
	peer: CrossfilterPeer,
	people: readonly string[],
	workDays: ReadonlyMap<string, WorkDays>,
	bookings: ReadonlyMap<string, Booking>,
	from: Day,
	days: number
): { change(id: string, booking: Booking): { key: number; value: number }[] } {
	const rowOf = new Map(people.map((person, row) => [person, row]));
	const recordsOf = (id: string, booking: Booking): Booked[] =>
		spread(booking, workDays.get(booking.person)!).map(({ day, minutes }) => ({
			booking: id,
			cell: rowOf.get(booking.person)! * days + daysBetween(from, day),
			minutes
		}));
	const filter = peer.default([...bookings].flatMap(([id, booking]) => recordsOf(id, booking)));
	const sums = filter
		.dimension((record) => record.cell)
		.group()
		.reduceSum((record) => record.minutes);
	const byBooking = filter.dimension((record) => record.booking);
	sums.all();
	return {
		change(id, booking) {
			byBooking.filterExact(id);
			filter.remove();
			byBooking.filterAll();
			filter.add(recordsOf(id, booking));
			return sums.all();
		}
	};
}
