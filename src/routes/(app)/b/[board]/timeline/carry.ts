// What is in hand as bookings where they hover: what the loads count instead of what the board says. Pure.

import { daysBetween, shiftSpan, type Day, type Span } from '#lib/domain/days.ts';
import type { Booking } from '#lib/domain/grid.ts';
import type { NewAllocation } from '#lib/doc/allocation-edits.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { bookingOf } from '#lib/model/team-load.ts';
import type { Row } from './row-index.ts';
import type { Work } from './unbooked.ts';

export type Grip = 'whole' | 'start' | 'end';

export interface HeldBars {
	kind: 'bars';
	/** The grabbed one first. */
	ids: string[];
	grip: Grip;
	/** Of the grabbed one, when it was taken. */
	span: Span;
	rowKey: string;
}

/** A booking that is drawn on an empty stretch of a row. */
export interface HeldNew {
	kind: 'new';
	rowKey: string;
	/** Where the drawing began. */
	anchor: Day;
	/** Why nobody may be booked at all; empty when somebody may. */
	refusal: string;
}

export interface InAir {
	bookings: ReadonlyMap<string, Booking>;
	ids: ReadonlySet<string>;
}

/** Stands for a booking that does not exist yet. */
export const NEW_ID = 'alc_in_hand';

/**
 * Where a bar lands, of the days it has `now`: a colleague may have moved it since it was taken. The whole goes as many
 * days on as it was carried; an edge goes where it was pulled, and leaves a day at least.
 */
export function landOn({ grip, span: taken }: HeldBars, now: Span, pulled: Span): Span {
	if (grip === 'whole') return shiftSpan(now, daysBetween(taken.from, pulled.from));
	if (grip === 'start')
		return pulled.from === taken.from ? now : { ...now, from: earlier(pulled.from, now.to) };
	return pulled.to === taken.to ? now : { ...now, to: later(pulled.to, now.from) };
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Bars where they hover. */
export function carryBars(board: BoardReader, held: HeldBars, row: Row, span: Span): InAir {
	const bookings = new Map<string, Booking>();
	const isElsewhere = row.key !== held.rowKey;
	for (const id of held.ids) {
		const before = bookingOf(board, board.get('allocations', id));
		if (!before?.span) continue;
		bookings.set(id, {
			...before,
			span: landOn(held, before.span, span),
			person: isElsewhere ? row.person : before.person
		});
	}
	return { bookings, ids: new Set(held.ids) };
}

/** Work from the tray where it hovers: its booking if it has one, else one to be. */
export function carryWork(board: BoardReader, work: Work, row: Row, span: Span): InAir {
	const existing = bookingOf(board, board.get('allocations', work.id));
	const booking: Booking = existing
		? { ...existing, person: row.person, span }
		: {
				person: row.person,
				span,
				load: draftOf(work).load ?? null,
				certainty: 'tentative',
				probabilityBp: null
			};
	const id = existing ? work.id : NEW_ID;
	return { bookings: new Map([[id, booking]]), ids: new Set([id]) };
}

/** What is being drawn, with all of the person's hours, so that the load shows what room there is. */
export function carryNew(row: Row, span: Span): InAir {
	const booking: Booking = {
		person: row.person,
		span,
		load: { mode: 'percent', amount: 10_000 },
		certainty: 'tentative',
		probabilityBp: null
	};
	return { bookings: new Map([[NEW_ID, booking]]), ids: new Set([NEW_ID]) };
}

/** The pencilled booking of a piece of work; unknown effort stays unknown. */
export function draftOf(work: Work): Omit<NewAllocation, 'span'> {
	return {
		project: work.project,
		module: work.module,
		task: work.task,
		certainty: 'tentative',
		load: work.effortMinutes === null ? null : { mode: 'total', amount: work.effortMinutes }
	};
}
