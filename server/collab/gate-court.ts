// The second half of a judgement, on the board as it would be: gates, and that nothing names a deleted record. What
// is refused here is taken out and the rest asked again, until nothing changes.
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import {
	collectionNames,
	collections,
	type CollectionName,
	type FieldName
} from '#lib/model/board.ts';
import type { Field } from '#lib/model/field.ts';
import type { Position } from '#lib/model/joint-fields.ts';
import type { Denial } from '#lib/policy/can.ts';
import { firstStage, stagesOf, type CardKind } from '#lib/policy/stages.ts';
import { judgeMove, type MoveJudgement } from '#lib/policy/moves.ts';
import type { Actor } from '#lib/policy/roles.ts';
import type { Case } from './cases.ts';
import type { TransitionRow } from './log.ts';

export interface GateActions {
	/** Takes the case's keys back and reads the row again. */
	refuse(one: Case): void;
	/** A card that was made past a closed gate stays, in the first stage. */
	placeAtFirst(one: Case, position: Position | null, denial: Denial): void;
	entered(row: TransitionRow): void;
}

const MAX_ROUNDS = 4;

/** Judges moves, makings and deletions of an update on the board after it. */
export function judgeAfter(
	board: BoardDoc,
	cases: Case[],
	actor: Actor,
	today: string,
	actions: GateActions
): void {
	for (const one of cases) {
		if (one.denial || one.change.kind !== 'delete') continue;
		if (!isNamed(board, one.change.collection, one.change.id)) continue;
		one.denial = {
			ok: false,
			rule: 'P-13',
			remedy: 'Something on the board belongs to it. Archive it instead.'
		};
		actions.refuse(one);
	}
	const moves = cases.filter((one) => !one.denial && !one.superseded && isMove(one));
	let open = moves;
	const passed = new Map<Case, MoveJudgement>();
	for (let round = 0; open.length > 0; round++) {
		const refused: Case[] = [];
		for (const one of open) {
			const judgement = judge(board, one, actor, today);
			if (judgement.verdict.ok) passed.set(one, judgement);
			else {
				passed.delete(one);
				refused.push(one);
				refuseMove(board, one, cases, judgement.verdict, actions);
			}
		}
		// What still stands is asked again only when something was taken out; in the end nothing is left standing.
		open = refused.length === 0 || round >= MAX_ROUNDS ? [] : [...passed.keys()];
	}
	for (const [one, judgement] of passed) record(board, one, judgement, actions);
}

function isMove(one: Case): boolean {
	const { change } = one;
	if (change.collection !== 'projects' && change.collection !== 'modules') return false;
	return change.kind === 'create' || (change.kind === 'write' && change.field === 'position');
}

function judge(board: BoardDoc, one: Case, actor: Actor, today: string): MoveJudgement {
	const { change } = one;
	const kind = change.collection as CardKind;
	if (change.kind === 'write')
		return judgeMove(actor, kind, change.id, change.before as Position | null, board, today);
	const row = board.get(kind, change.id);
	// A card without a place has not been moved anywhere.
	if (!row?.position) return { verdict: { ok: true } };
	return judgeMove(actor, kind, change.id, null, board, today);
}

function refuseMove(
	board: BoardDoc,
	one: Case,
	cases: Case[],
	denial: Denial,
	actions: GateActions
): void {
	const { change } = one;
	if (change.kind === 'create') {
		const stage = firstStage(stagesOf(board));
		const rank = (change.record.position as Position).rank;
		actions.placeAtFirst(one, stage === '' ? null : { stage, rank }, denial);
		const cardKind = change.collection as CardKind;
		actions.entered({ cardKind, card: change.id, from: '', to: stage, reason: '', kind: 'move' });
		return;
	}
	one.denial = denial;
	actions.refuse(one);
	// The reason of a move that did not happen would stand on the card as if it had.
	const { collection, id } = change;
	for (const other of cases) {
		const { change: given } = other;
		if (given.kind !== 'write' || given.field !== 'override' || other.denial) continue;
		if (given.collection !== collection || given.id !== id) continue;
		other.denial = denial;
		other.superseded = false;
		actions.refuse(other);
	}
}

function record(
	board: BoardDoc,
	one: Case,
	{ entry, override }: MoveJudgement,
	actions: GateActions
): void {
	const { change } = one;
	const cardKind = change.collection as CardKind;
	const row = board.get(cardKind, change.id);
	if (!row) return;
	const first = firstStage(stagesOf(board));
	const to = row.position?.stage ?? first;
	const standing = change.kind === 'write' ? (change.before as Position | null)?.stage : '';
	const from = standing ?? first;
	if (from === to) return;
	const kind = override ? 'override' : entry?.backwards ? 'return' : 'move';
	actions.entered({ cardKind, card: change.id, from, to, reason: override?.reason ?? '', kind });
}

const references = collectionNames.flatMap((collection) =>
	Object.entries(collections[collection].fields as Record<string, Field<unknown>>)
		.filter(([, field]) => field.refersTo !== undefined)
		.map(([field, { refersTo }]) => ({ collection, field, refersTo }))
);

/** True when a row of the board points to the record. */
function isNamed(board: BoardDoc, target: CollectionName, id: string): boolean {
	for (const { collection, field, refersTo } of references) {
		if (refersTo !== target) continue;
		if (board.where(collection, field as FieldName<typeof collection>, id).length > 0) return true;
	}
	if (target !== 'stages') return false;
	for (const kind of ['projects', 'modules'] as const)
		for (const card of board.all(kind)) if (card.position?.stage === id) return true;
	return false;
}
