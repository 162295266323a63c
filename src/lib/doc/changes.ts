// Carries a plan out: every change is judged first, then all are written in one transaction, or none is.

import { findField, type BoardReader, type CollectionName } from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import { entityOf } from '#lib/model/board.ts';
import type { Override, Position } from '#lib/model/joint-fields.ts';
import { viewOfStep } from '#lib/policy/bookings.ts';
import { can } from '#lib/policy/can.ts';
import { judgeMove, judgeReason, newCard, type Moved } from '#lib/policy/moves.ts';
import { standingOf, type CardKind } from '#lib/policy/stages.ts';
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
		const denied = judgeChange(ctx, plan, change, step, changes);
		if (denied) return denied;
	}
	return null;
}

function judgeChange(
	ctx: EditContext,
	plan: Plan,
	change: Change,
	step: BoardReader,
	changes: readonly Change[]
): Denied | null {
	const { collection, id } = change;
	const field = change.kind === 'write' ? change.field : '';
	const wrong = findWrongValue(change);
	if (wrong) return { rule: 'field', remedy: wrong.text, collection, id, field: wrong.field };
	const verdict = can(ctx.actor, change, ctx.board, step);
	if (!verdict.ok) return { rule: verdict.rule, remedy: verdict.remedy, collection, id, field };
	if (!isOfCard(change)) return null;
	if (change.kind === 'write' && change.field === 'override') {
		const kept = judgeReason(change.before as Override | null, change.collection, id, plan);
		return kept.ok ? null : { ...kept, collection, id, field };
	}
	const moved = findMove(ctx.board, change, changes);
	if (!moved) return null;
	const { verdict: gate, entry } = judgeMove(
		ctx.actor,
		change.collection,
		id,
		moved,
		plan,
		ctx.today()
	);
	if (gate.ok) return null;
	const denied: Denied = { ...gate, collection, id, field: 'position' };
	return entry && entry.missing.length > 0 ? { ...denied, missing: entry.missing } : denied;
}

const isOfCard = (change: Change): change is Change & { collection: CardKind } =>
	change.collection === 'projects' || change.collection === 'modules';

/** The move a change of a card makes, or null: a write of `position`, or a new card placed somewhere. */
function findMove(
	board: BoardReader,
	change: Change & { collection: CardKind },
	changes: readonly Change[]
): Moved | null {
	const { collection, id } = change;
	if (change.kind === 'create')
		return change.record.position === null
			? null
			: { ...newCard, hasReason: change.record.override !== null };
	if (change.kind !== 'write' || change.field !== 'position') return null;
	const hasReason = changes.some(
		(other) =>
			other.kind === 'write' &&
			other.collection === collection &&
			other.id === id &&
			other.field === 'override'
	);
	const standing = standingOf(board, collection, id);
	return { before: change.before as Position | null, standing, hasReason };
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
