// Verbs of bookings: who works on what, from when to when, and how much.

import { shiftSpan } from '#lib/domain/days.ts';
import { newId } from '#lib/domain/ids.ts';
import type { EntityIn } from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import type { Load, Span } from '#lib/model/joint-fields.ts';
import { isHomeTeam } from '#lib/policy/bookings.ts';
import { attempt, refuseEdit, rehearse } from './changes.ts';
import type { Denied, EditContext, Outcome } from './edit-context.ts';
import { setFields } from './edits.ts';
import type { Plan } from './plan.ts';

type Allocation = EntityIn<'allocations'>;
type Certainty = Allocation['certainty'];

export type NewAllocation = Partial<Omit<Allocation, 'id' | 'archived'>> & {
	project: string;
	span: Span;
};

/**
 * Books a person, or an open role, on work; tentative unless said otherwise, requested where the person is of another
 * home team (P-23). Only non-project work needs no project. Returns its id.
 */
export function allocate(ctx: EditContext, given: NewAllocation): Outcome<string> {
	const id: string = newId('alc', ctx.random, ctx.now());
	const isOther = given.kind === 'other' && given.project === '';
	if (!isOther && !ctx.board.get('projects', given.project))
		return refuseEdit('allocations', id, 'project', 'P-5', 'Its project is not on this board.');
	const certainty = certaintyOf(ctx, given.person ?? '', given.certainty ?? 'tentative');
	return attempt(ctx, (plan) => {
		plan.create('allocations', id, { ...given, certainty });
		return id;
	});
}

/** P-23: what a booking of this person may be at most, in the hands of whoever edits. */
export function certaintyOf(ctx: EditContext, person: string, wanted: Certainty): Certainty {
	if (!isHomeTeam(ctx.actor, person, ctx.board)) return 'requested';
	return wanted === 'requested' ? 'tentative' : wanted;
}

/** Gives bookings a span, or shifts each by whole days. */
export function setSpan(
	ctx: EditContext,
	ids: readonly string[],
	to: Span | { deltaDays: number }
): Outcome {
	return attempt(ctx, (plan) => {
		for (const id of ids) {
			if ('deltaDays' in to) shift(plan, id, to.deltaDays);
			else plan.write('allocations', id, 'span', { from: to.from, to: to.to });
		}
	});
}

export type Holder = { person: string } | { role: string };

/** Gives bookings to a person, or opens them as a role nobody fills yet. */
export function reassign(ctx: EditContext, ids: readonly string[], to: Holder): Outcome {
	return moveAllocations(ctx, ids, to);
}

/** Where bookings go: days of their own or as many days on, and a person or an open role (whose person is empty). */
export type Move = { span?: Span; deltaDays?: number; person?: string; role?: string };

/**
 * Moves bookings in time, to another person or open role, or both, as one step. In new hands they are tentative (P-24),
 * and requested of somebody of another home team (P-23).
 */
export function moveAllocations(ctx: EditContext, ids: readonly string[], to: Move): Outcome {
	return attempt(ctx, (plan) => planMove(ctx, plan, ids, to));
}

/** What `moveAllocations` would be refused for, or null; writes nothing. */
export function askMoveAllocations(
	ctx: EditContext,
	ids: readonly string[],
	to: Move
): Denied | null {
	return rehearse(ctx, (plan) => planMove(ctx, plan, ids, to));
}

function planMove(ctx: EditContext, plan: Plan, ids: readonly string[], to: Move): void {
	const { span, deltaDays = 0, person, role } = to;
	for (const id of ids) {
		if (span) plan.write('allocations', id, 'span', { from: span.from, to: span.to });
		shift(plan, id, deltaDays);
		if (person !== undefined || role !== undefined) hand(ctx, plan, id, person ?? '', role);
	}
}

function shift(plan: Plan, id: string, days: number): void {
	const span = plan.get('allocations', id)?.span;
	if (span && days !== 0) plan.write('allocations', id, 'span', shiftSpan(span, days));
}

function hand(ctx: EditContext, plan: Plan, id: string, person: string, role?: string): void {
	const row = plan.get('allocations', id);
	if (!row) return;
	if (role !== undefined) plan.write('allocations', id, 'role', role);
	if (person === row.person) return;
	plan.write('allocations', id, 'person', person);
	plan.write('allocations', id, 'certainty', certaintyOf(ctx, person, 'tentative'));
}

/**
 * P-24: the bookings among the changes that were confirmed, and are tentative in new hands: who wants them confirmed for
 * those asks the server again.
 */
export function handedOver(changes: readonly Change[]): string[] {
	const writes = changes.filter((change) => change.kind === 'write');
	const taken = new Set(
		writes.flatMap(({ id, field, after }) => (field === 'person' && after !== '' ? [id] : []))
	);
	return writes.flatMap(({ id, field, before, after }) =>
		field === 'certainty' && before === 'confirmed' && after === 'tentative' && taken.has(id)
			? [id]
			: []
	);
}

/** Moves the last day of bookings by whole days, never before the first. */
export function extendAllocations(
	ctx: EditContext,
	ids: readonly string[],
	deltaDays: number
): Outcome {
	return attempt(ctx, (plan) => {
		for (const id of ids) {
			const span = plan.get('allocations', id)?.span;
			if (!span) continue;
			const { to } = shiftSpan({ from: span.to, to: span.to }, deltaDays);
			plan.write('allocations', id, 'span', {
				from: span.from,
				to: to < span.from ? span.from : to
			});
		}
	});
}

/** Locks bookings as they are, or opens them again (P-22). */
export function setLocked(ctx: EditContext, ids: readonly string[], locked: boolean): Outcome {
	return setFields(ctx, 'allocations', ids, { locked });
}

export function setKind(
	ctx: EditContext,
	ids: readonly string[],
	kind: Allocation['kind']
): Outcome {
	return setFields(ctx, 'allocations', ids, { kind });
}

/** How minutes in all lie over the days; other loads are not changed by it. */
export function setContour(
	ctx: EditContext,
	ids: readonly string[],
	contour: Allocation['contour']
): Outcome {
	return setFields(ctx, 'allocations', ids, { contour });
}

/** How likely tentative bookings are, in basis points; null is the usual half. */
export function setProbability(
	ctx: EditContext,
	ids: readonly string[],
	probabilityBp: number | null
): Outcome {
	return setFields(ctx, 'allocations', ids, { probabilityBp });
}

/** Sets how much bookings take; null is unknown. */
export function setLoad(ctx: EditContext, ids: readonly string[], load: Load | null): Outcome {
	return setFields(ctx, 'allocations', ids, { load });
}
