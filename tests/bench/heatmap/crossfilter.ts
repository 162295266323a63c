// crossfilter2 with one record a booked day, as its guide would have it: a change takes a booking's records out and puts
// the new ones in.
import { addDays, daysBetween, type Day } from '#lib/domain/days.ts';
import type { Booking } from '#lib/domain/grid.ts';

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

/** Minutes by cell, person x days + day. `change` puts one booking in place of the one with its id. */
export function openCrossfilter(
	peer: CrossfilterPeer,
	people: readonly string[],
	bookings: ReadonlyMap<string, Booking>,
	from: Day,
	isWorked: (day: Day) => boolean
): { change(id: string, booking: Booking): Map<number, number> } {
	const days = 364;
	const rowOf = new Map(people.map((person, row) => [person, row]));
	const spread = (id: string, { person, span, load }: Booking): Booked[] => {
		const records: Booked[] = [];
		for (let day = span!.from; day <= span!.to; day = addDays(day, 1)) {
			if (!isWorked(day)) continue;
			const cell = rowOf.get(person)! * days + daysBetween(from, day);
			records.push({ booking: id, cell, minutes: load!.amount });
		}
		return records;
	};
	const filter = peer.default([...bookings].flatMap(([id, booking]) => spread(id, booking)));
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
			filter.add(spread(id, booking));
			return new Map(sums.all().map(({ key, value }) => [key, value]));
		}
	};
}
