// Verbs that make a booking of another one: splitting it, and booking the same again.

import { availability } from '#lib/domain/calendar.ts';
import { addDays, dayNumber, shiftSpan, spanFault, type Day } from '#lib/domain/days.ts';
import { expand } from '#lib/domain/expand.ts';
import { openRoleCalendar } from '#lib/domain/grid.ts';
import { newId } from '#lib/domain/ids.ts';
import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import type { Load, Span } from '#lib/model/joint-fields.ts';
import { calendarOf } from '#lib/model/work-calendar.ts';
import { certaintyOf } from './allocation-edits.ts';
import { attempt, refuseEdit } from './changes.ts';
import type { EditContext, Outcome } from './edit-context.ts';

type Allocation = EntityIn<'allocations'>;

/**
 * Books the same again, by default right after itself in calendar days; tentative, unlocked, and its own from then on.
 * Returns the new ids in the order given; bookings without dates are left out.
 */
export function copyAllocations(
	ctx: EditContext,
	ids: readonly string[],
	to: { deltaDays?: number; person?: string } = {}
): Outcome<string[]> {
	return attempt(ctx, (plan) =>
		ids.flatMap((id) => {
			const row = ctx.board.get('allocations', id);
			if (!row?.span) return [];
			const { span } = row;
			const person = to.person ?? row.person;
			const days = to.deltaDays ?? dayNumber(span.to) - dayNumber(span.from) + 1;
			const copy: string = newId('alc', ctx.random, ctx.now());
			plan.create('allocations', copy, {
				...ownFields(row),
				person,
				certainty: certaintyOf(ctx, person, 'tentative'),
				span: shiftSpan(span, days)
			});
			return [copy];
		})
	);
}

/** What another booking takes over from this one: not where it came from, who confirmed it, or its lock. */
export function ownFields(row: Allocation): Partial<Omit<Allocation, 'id'>> {
	const { id: _id, source: _source, locked: _locked, ...rest } = row;
	const { confirmedAt: _at, confirmedBy: _by, archived: _archived, ...fields } = rest;
	return fields;
}

/**
 * Splits a booking so that a second one starts on `day`; returns the new one's id. Minutes in all are shared as they
 * lay before: by the person's days, by weekdays for open roles; their sum stays.
 */
export function splitAllocation(ctx: EditContext, id: string, day: Day): Outcome<string> {
	const row = ctx.board.get('allocations', id);
	if (!row?.span) return refuseEdit('allocations', id, 'span', 'P-5', 'It has no dates to split.');
	const { from, to } = row.span;
	const fault = spanFault(row.span);
	if (fault) return refuseEdit('allocations', id, 'span', 'field', `It ${fault}. Mend its dates.`);
	if (day <= from || day > to)
		return refuseEdit(
			'allocations',
			id,
			'span',
			'field',
			`Choose a day after ${from}, up to ${to}.`
		);
	const first: Span = { from, to: addDays(day, -1) };
	const second: Span = { from: day, to };
	const [firstLoad, secondLoad] = shareLoad(ctx.board, row, first, second);
	const newOne: string = newId('alc', ctx.random, ctx.now());
	return attempt(ctx, (plan) => {
		plan.create('allocations', newOne, { ...ownFields(row), span: second, load: secondLoad });
		plan.write('allocations', id, 'span', first);
		plan.write('allocations', id, 'load', firstLoad);
		return newOne;
	});
}

function shareLoad(
	board: BoardReader,
	{ load, person, contour }: Allocation,
	first: Span,
	second: Span
): [Load | null, Load | null] {
	if (load?.mode !== 'total') return [load, load];
	const row = person === '' ? undefined : board.get('people', person);
	const calendar = row ? calendarOf(board, row) : openRoleCalendar;
	const from = dayNumber(first.from);
	const to = dayNumber(second.to);
	const { state, minutes } = expand(
		load,
		availability(calendar, first.from, second.to),
		from,
		to,
		contour
	);
	const days = dayNumber(second.from) - from;
	const amount =
		state === 'placed'
			? minutes.subarray(0, days).reduce((sum, one) => sum + one, 0)
			: Math.round((load.amount * days) / (to - from + 1));
	return [
		{ mode: 'total', amount },
		{ mode: 'total', amount: load.amount - amount }
	];
}
