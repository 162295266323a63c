// Where a booking hovers while somebody drags it, as a short text that travels with presence. What cannot be read is null.

import { isDay, type Span } from '#lib/domain/days.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { bookingOf } from '#lib/model/team-load.ts';
import type { Booking } from '#lib/domain/grid.ts';
import type { Dragging, Peer } from './live-types.ts';

export interface DragTarget {
	span: Span;
	/** Person id, or empty over an open role. */
	person: string;
}

export function writeDragTarget({ span, person }: DragTarget): string {
	return `${span.from}/${span.to}/${person}`;
}

export function readDragTarget(text: string | undefined): DragTarget | null {
	const [from, to, person] = (text ?? '').split('/');
	if (!isDay(from) || !isDay(to) || from > to || person === undefined) return null;
	return { span: { from, to }, person };
}

/** The booking as it would be where it hovers; null for anything but a booking in the air. */
export function bookingInAir(board: BoardReader, dragging: Dragging | null): Booking | null {
	if (dragging?.collection !== 'allocations') return null;
	const target = readDragTarget(dragging.target);
	const booking = bookingOf(board, board.get('allocations', dragging.id));
	return target && booking ? { ...booking, ...target } : null;
}

/** Bookings by allocation id, as they hang in the air. */
export type Bookings = ReadonlyMap<string, Booking>;

/** What others hold in the air. */
export function bookingsInAir(board: BoardReader, peers: readonly Peer[]): Bookings {
	const held = new Map<string, Booking>();
	for (const { dragging } of peers) {
		const booking = bookingInAir(board, dragging);
		if (dragging && booking) held.set(dragging.id, booking);
	}
	return held;
}

/** Whose load differs when `after` hangs in the air instead of `before`: who has the bookings, and who would. */
export function peopleConcerned(
	board: BoardReader,
	before: Bookings,
	after: Bookings
): ReadonlySet<string> {
	const people = new Set<string>();
	for (const bookings of [before, after])
		for (const [id, booking] of bookings) {
			people.add(board.get('allocations', id)?.person ?? '');
			people.add(booking.person);
		}
	return people;
}
