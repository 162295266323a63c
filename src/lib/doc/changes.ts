// Carries a plan out: every change is judged first, then all are written in one transaction, or none is.

import { findField, type BoardReader, type CollectionName } from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import { entityOf } from '#lib/model/board.ts';
import type { Position } from '#lib/model/joint-fields.ts';
import { viewOfStep } from '#lib/policy/bookings.ts';
import { can } from '#lib/policy/can.ts';
import { judgeMove } from '#lib/policy/moves.ts';
import type { CardKind } from '#lib/policy/stages.ts';
import type { Denied, EditContext, Outcome } from './edit-context.ts';
import { Plan } from './plan.ts';

/** Plans with `draw`, judges, and writes. What `draw` returns is the value of the outcome. */
export function attempt<T>(ctx: EditContext, draw: (plan: Plan) => T): Outcome<T> {
	const plan = new Plan(ctx.board);
	const value = draw(plan);
	const changes = plan.changes;
	const denied = judge(ctx, plan, changes);
	if (denied) return { ok: false, denied };
	writeChanges(ctx, changes);
	return { ok: true, value, changes };
}

/** What would refuse a verb, or null; writes nothing. */
export function rehearse(ctx: EditContext, draw: (plan: Plan) => void): Denied | null {
	const plan = new Plan(ctx.board);
	draw(plan);
	return judge(ctx, plan, plan.changes);
}

/** The first denial among the changes, or null. */
function judge(ctx: EditContext, plan: Plan, changes: readonly Change[]): Denied | null {
	const step = viewOfStep(ctx.board, ctx.actor, changes);
	for (const change of changes) {
		const denied = judgeChange(ctx, plan, change, step);
		if (denied) return denied;
	}
	return null;
}

function judgeChange(
	ctx: EditContext,
	plan: Plan,
	change: Change,
	step: BoardReader
): Denied | null {
	const { collection, id } = change;
	const field = change.kind === 'write' ? change.field : '';
	const wrong = findWrongValue(change);
	if (wrong) return { rule: 'field', remedy: wrong.text, collection, id, field: wrong.field };
	const verdict = can(ctx.actor, change, ctx.board, step);
	if (!verdict.ok) return { rule: verdict.rule, remedy: verdict.remedy, collection, id, field };
	const move = findMove(change);
	if (!move) return null;
	const { verdict: gate, entry } = judgeMove(
		ctx.actor,
		move.kind,
		id,
		move.before,
		plan,
		ctx.today()
	);
	if (gate.ok) return null;
	const denied: Denied = { ...gate, collection, id, field: 'position' };
	return entry && entry.missing.length > 0 ? { ...denied, missing: entry.missing } : denied;
}

/** The move a change makes, or null: a write of `position`, or a new card placed somewhere. */
function findMove(change: Change): { kind: CardKind; before: Position | null } | null {
	const { collection } = change;
	if (collection !== 'projects' && collection !== 'modules') return null;
	if (change.kind === 'write')
		return change.field === 'position'
			? { kind: collection, before: change.before as Position | null }
			: null;
	return change.kind === 'create' && change.record.position !== null
		? { kind: collection, before: null }
		: null;
}

function findWrongValue(change: Change): { field: string; text: string } | null {
	if (change.kind === 'delete') return null;
	if (change.kind === 'write') {
		const text = findField(change.collection, change.field)?.check(change.after) ?? null;
		return text === null ? null : { field: change.field, text };
	}
	const { fields, order } = entityOf(change.collection);
	for (const name of order) {
		const text = fields[name]!.check(change.record[name]);
		if (text !== null) return { field: name, text };
	}
	return null;
}

/** Writes judged changes in one transaction; nothing for nothing. */
function writeChanges(ctx: EditContext, changes: readonly Change[]): void {
	if (changes.length === 0) return;
	const { board } = ctx;
	board.doc.transact(() => {
		for (const change of changes) {
			const { collection, id } = change;
			if (change.kind === 'create') board.create(collection, id, change.record as never);
			else if (change.kind === 'delete') board.remove(collection, id);
			else board.write(collection, id, change.field as never, change.after as never);
		}
	}, ctx);
}

/** A refusal a verb finds before it can plan anything. */
export function refuseEdit(
	collection: CollectionName,
	id: string,
	field: string,
	rule: string,
	remedy: string
): { ok: false; denied: Denied } {
	return { ok: false, denied: { rule, remedy, collection, id, field } };
}
