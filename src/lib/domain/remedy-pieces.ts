// Cutting bookings and laying the pieces elsewhere. Minutes are conserved to the minute: a load that would come out
// different on other days, or with somebody else, is given as minutes in all.

import { addDays, dayNumber, spanDays, type Day, type Span } from './days.ts';
import type { Booking, CapacityGrid } from './grid.ts';
import { tryOut } from './remedy-trial.ts';

/** Further than this nothing is moved. */
const REACH_DAYS = 56;

/**
 * RE-1: the booking on other days or with somebody else, with exactly these minutes; null where no day takes them. The
 * load stays as it is said where that gives the same.
 */
export function layPiece(
	grid: CapacityGrid,
	id: string,
	booking: Booking,
	minutes: number
): Booking | null {
	const { span } = booking;
	if (span === null || spanDays(span) === 0 || span.from < grid.from || span.to > grid.to)
		return null;
	for (const load of [booking.load, { mode: 'total' as const, amount: minutes }]) {
		const laid = { ...booking, load };
		const found = tryOut(grid, [{ of: id, isNew: false, after: laid }], () =>
			grid.minutesOf(id, span.from, span.to)
		);
		if (found === minutes) return laid;
	}
	return null;
}

export interface Cut {
	/** What stays before and after the days taken out; null where nothing is left. */
	before: Booking | null;
	after: Booking | null;
	/** What was taken out, still on its days. */
	taken: Booking;
	takenMinutes: number;
}

/** RE-1: takes the days of a span out of a booking; null where the minutes cannot be told or nothing is taken. */
export function cutOut(grid: CapacityGrid, id: string, days: Span): Cut | null {
	const booking = grid.bookingOf(id);
	if (!booking?.span) return null;
	const { from, to } = booking.span;
	const span: Span = { from: days.from > from ? days.from : from, to: days.to < to ? days.to : to };
	if (spanDays(span) === 0) return null;
	const lay = (part: Span): { piece: Booking | null; minutes: number } | null => {
		if (spanDays(part) === 0) return { piece: null, minutes: 0 };
		const minutes = grid.minutesOf(id, part.from, part.to);
		if (minutes === null) return null;
		if (minutes === 0) return { piece: null, minutes };
		const piece = layPiece(grid, id, { ...booking, span: part }, minutes);
		return piece && { piece, minutes };
	};
	const before = lay({ from, to: addDays(span.from, -1) });
	const taken = lay(span);
	const after = lay({ from: addDays(span.to, 1), to });
	if (!before || !after || !taken?.piece) return null;
	return {
		before: before.piece,
		after: after.piece,
		taken: taken.piece,
		takenMinutes: taken.minutes
	};
}

/**
 * Where a piece could go: spans of as many working days as it has, nearest first, from `earliest` on and ending by
 * `latest`. Later goes before earlier at the same distance.
 */
export function* listPlaces(
	grid: CapacityGrid,
	person: string,
	span: Span,
	earliest: Day,
	latest: Day
): Generator<Span> {
	const row = grid.rowOf(person);
	const days = grid.workingDays(row, span.from, span.to);
	if (days === 0) return;
	const last = latest < grid.to ? latest : grid.to;
	const first = earliest > grid.from ? earliest : grid.from;
	for (let distance = 1; distance <= REACH_DAYS; distance++)
		for (const shift of [distance, -distance]) {
			const from = addDays(span.from, shift);
			if (from < first || from > last || grid.workingDays(row, from, from) === 0) continue;
			const to = endAfter(grid, row, from, days, last);
			if (to !== null) yield { from, to };
		}
}

/** The day on which so many working days from `from` on are full; null where that is after `last`. */
function endAfter(grid: CapacityGrid, row: number, from: Day, days: number, last: Day): Day | null {
	let left = days;
	const lastNumber = dayNumber(last);
	for (let day = from, number = dayNumber(from); number <= lastNumber; number++) {
		left -= grid.workingDays(row, day, day);
		if (left === 0) return day;
		day = addDays(day, 1);
	}
	return null;
}
