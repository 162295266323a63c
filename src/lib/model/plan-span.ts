// The days a plan covers: what screens of time draw and count. A year ahead and two months back at least, whatever is
// booked or launched inside three years, whole weeks; a stray date far away does not stretch it.

import { addDays, isEmptySpan, mondayOf, type Day, type Span } from '#lib/domain/days.ts';
import type { BoardReader } from './board.ts';

const BACK_DAYS = 8 * 7;
const AHEAD_DAYS = 52 * 7;
const REACH_DAYS = 3 * 365;
/** Room after the last booking, so that it can be dragged on. */
const ROOM_DAYS = 8 * 7;

/** The days inside which plans are looked at: a stray date beyond them is no work for anybody's screen. */
export function reachOf(today: Day): Span {
	return { from: addDays(today, -REACH_DAYS), to: addDays(today, REACH_DAYS) };
}

/** Monday to Sunday. */
export function planSpan(board: BoardReader, today: Day): Span {
	let from = addDays(today, -BACK_DAYS);
	let to = addDays(today, AHEAD_DAYS);
	const { from: earliest, to: latest } = reachOf(today);
	// Most bookings lie inside: two comparisons each, and no arithmetic.
	let full = addDays(to, -ROOM_DAYS);
	const include = (first: Day, last: Day): void => {
		if (first < from && first >= earliest) from = first;
		if (last > latest || last <= full) return;
		to = addDays(last, ROOM_DAYS);
		full = last;
	};
	for (const { archived, span } of board.all('allocations'))
		if (!archived && span && (span.from < from || span.to > full) && !isEmptySpan(span))
			include(span.from, span.to);
	for (const { archived, launch } of board.all('projects'))
		if (!archived && launch) include(launch > today ? today : launch, launch);
	return { from: mondayOf(from), to: addDays(mondayOf(to), 6) };
}
