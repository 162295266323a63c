// Verbs of bookings: who works on what, from when to when, and how much.

import { addDays, dayNumber, weekdayOfNumber, type Day } from '#lib/domain/days.ts';
import { newId } from '#lib/domain/ids.ts';
import type { EntityIn } from '#lib/model/board.ts';
import type { Load, Span } from '#lib/model/joint-fields.ts';
import { attempt, refuseEdit } from './changes.ts';
import type { EditContext, Outcome } from './edit-context.ts';
import { setFields } from './edits.ts';

export type NewAllocation = Partial<Omit<EntityIn<'allocations'>, 'id' | 'archived'>> & {
	project: string;
	span: Span;
};

/** Books a person, or an open role, on work; tentative unless said otherwise. Returns its id. */
export function allocate(ctx: EditContext, given: NewAllocation): Outcome<string> {
	const id: string = newId('alc', ctx.random, ctx.now());
	if (!ctx.board.get('projects', given.project))
		return refuseEdit('allocations', id, 'project', 'P-5', 'Its project is not on this board.');
	return attempt(ctx, (plan) => {
		plan.create('allocations', id, given);
		return id;
	});
}

/** Gives bookings a span, or shifts each by whole days. */
export function setSpan(
	ctx: EditContext,
	ids: readonly string[],
	to: Span | { deltaDays: number }
): Outcome {
	return attempt(ctx, (plan) => {
		for (const id of ids) {
			const old = ctx.board.get('allocations', id)?.span;
			if (!('deltaDays' in to)) plan.write('allocations', id, 'span', { from: to.from, to: to.to });
			else if (old)
				plan.write('allocations', id, 'span', {
					from: addDays(old.from, to.deltaDays),
					to: addDays(old.to, to.deltaDays)
				});
		}
	});
}

/** Gives bookings to a person, or opens them as a role nobody fills yet. */
export function reassign(
	ctx: EditContext,
	ids: readonly string[],
	to: { person: string } | { role: string }
): Outcome {
	return attempt(ctx, (plan) => {
		for (const id of ids) {
			plan.write('allocations', id, 'person', 'person' in to ? to.person : '');
			if ('role' in to) plan.write('allocations', id, 'role', to.role);
		}
	});
}

/** Sets how much bookings take; null is unknown. */
export function setLoad(ctx: EditContext, ids: readonly string[], load: Load | null): Outcome {
	return setFields(ctx, 'allocations', ids, { load });
}

/** Turns pencilled bookings into firm ones. */
export function confirm(ctx: EditContext, ids: readonly string[]): Outcome {
	return setFields(ctx, 'allocations', ids, { certainty: 'confirmed' });
}

/**
 * Splits a booking so that a second one starts on `day`; returns the new one's id. Minutes in all are shared by the
 * weekdays each part covers, and their sum stays.
 */
export function splitAllocation(ctx: EditContext, id: string, day: Day): Outcome<string> {
	const row = ctx.board.get('allocations', id);
	if (!row?.span) return refuseEdit('allocations', id, 'span', 'P-5', 'It has no dates to split.');
	const { from, to } = row.span;
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
	const [firstLoad, secondLoad] = shareLoad(row.load, first, second);
	const newOne: string = newId('alc', ctx.random, ctx.now());
	return attempt(ctx, (plan) => {
		const { id: _, ...fields } = row;
		plan.create('allocations', newOne, { ...fields, span: second, load: secondLoad, source: '' });
		plan.write('allocations', id, 'span', first);
		plan.write('allocations', id, 'load', firstLoad);
		return newOne;
	});
}

function shareLoad(load: Load | null, first: Span, second: Span): [Load | null, Load | null] {
	if (load?.mode !== 'total') return [load, load];
	const a = countWeekdays(first);
	const b = countWeekdays(second);
	const amount =
		a + b === 0 ? Math.round(load.amount / 2) : Math.round((load.amount * a) / (a + b));
	return [
		{ mode: 'total', amount },
		{ mode: 'total', amount: load.amount - amount }
	];
}

function countWeekdays({ from, to }: Span): number {
	let count = 0;
	for (let day = dayNumber(from); day <= dayNumber(to); day++)
		if (weekdayOfNumber(day) <= 5) count++;
	return count;
}
