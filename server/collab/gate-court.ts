// The second half of a judgement, on the board as it would be: gates, and that nothing names a deleted record. What
// is refused here is taken out and the rest asked again, until nothing changes.
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import {
	collectionNames,
	collections,
	type CollectionName,
	type FieldName
} from '#lib/model/board.ts';
import type { FieldWrite } from '#lib/model/change.ts';
import type { Field } from '#lib/model/field.ts';
import type { Override, Position } from '#lib/model/joint-fields.ts';
import type { Denial } from '#lib/policy/can.ts';
import { judgeMove, judgeReason, newCard, type MoveJudgement } from '#lib/policy/moves.ts';
import { firstStage, stagesOf, type CardKind } from '#lib/policy/stages.ts';
import type { Actor } from '#lib/policy/roles.ts';
import type { Case } from './cases.ts';
import type { TransitionRow } from './log.ts';

export interface GateActions {
	/** Takes the case's keys back and reads the row again. */
	refuse(one: Case): void;
	/** A card that was made past a closed gate stays, in the first stage. */
	placeAtFirst(one: Case, position: Position | null, denial: Denial): void;
	/** The card has left the stage that its reason let it into. */
	clearReason(kind: CardKind, card: string): void;
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
	refuseNamed(board, cases, actions);
	for (const one of cases)
		if (one.superseded && isMove(one))
			takeReason(one, cases, actions, (reason) => (reason.superseded = true));
	const moves = cases.filter((one) => !one.denial && !one.superseded && isMove(one));
	const given = new Set(
		cases.filter((one) => isReason(one) && !one.superseded).map((one) => cardOf(one))
	);
	let open = moves;
	const passed = new Map<Case, MoveJudgement>();
	for (let round = 0; open.length > 0; round++) {
		const refused: Case[] = [];
		for (const one of open) {
			const judgement = judge(board, one, given.has(cardOf(one)), actor, today);
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
	for (const one of cases) {
		if (!isReason(one) || one.superseded) continue;
		const { collection, id, before } = one.change as FieldWrite;
		const verdict = judgeReason(before as Override | null, collection as CardKind, id, board);
		if (verdict.ok) continue;
		one.denial = verdict;
		actions.refuse(one);
	}
	for (const [one, judgement] of passed) record(board, one, judgement, actions);
}

/** A deletion refused puts a record back that may name another one deleted beside it: what refers goes first. */
function refuseNamed(board: BoardDoc, cases: Case[], actions: GateActions): void {
	const deletions = cases.filter((one) => one.change.kind === 'delete').reverse();
	for (let isSettled = false; !isSettled;) {
		isSettled = true;
		for (const one of deletions) {
			if (one.denial || !isNamed(board, one.change.collection, one.change.id)) continue;
			one.denial = {
				ok: false,
				rule: 'P-13',
				remedy: 'Something on the board belongs to it. Archive it instead.'
			};
			actions.refuse(one);
			isSettled = false;
		}
	}
}

function isMove(one: Case): boolean {
	const { change } = one;
	if (change.collection !== 'projects' && change.collection !== 'modules') return false;
	return change.kind === 'create' || (change.kind === 'write' && change.field === 'position');
}

function judge(
	board: BoardDoc,
	one: Case,
	hasReason: boolean,
	actor: Actor,
	today: string
): MoveJudgement {
	const { change, standing = '' } = one;
	const kind = change.collection as CardKind;
	if (change.kind === 'write') {
		const before = change.before as Position | null;
		return judgeMove(actor, kind, change.id, { before, standing, hasReason }, board, today);
	}
	const row = board.get(kind, change.id);
	// A card without a place has not been moved anywhere.
	if (!row?.position) return { verdict: { ok: true } };
	return judgeMove(
		actor,
		kind,
		change.id,
		{ ...newCard, hasReason: row.override !== null },
		board,
		today
	);
}

/** A reason that the update writes and that has stood so far. */
const isReason = ({ change, denial }: Case): boolean =>
	!denial && change.kind === 'write' && change.field === 'override';

const cardOf = ({ change }: Case): string => `${change.collection}/${change.id}`;

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
	takeReason(one, cases, actions, (reason) => {
		reason.denial = denial;
		reason.superseded = false;
	});
}

/** The reason of a move that did not happen would stand on the card as if it had. */
function takeReason(
	move: Case,
	cases: Case[],
	actions: GateActions,
	mark: (reason: Case) => void
): void {
	for (const reason of cases) {
		if (!isReason(reason) || cardOf(reason) !== cardOf(move)) continue;
		mark(reason);
		actions.refuse(reason);
	}
}

/** What is noted is how the card's own place changes, wherever its modules have taken it meanwhile. */
function record(
	board: BoardDoc,
	one: Case,
	{ override }: MoveJudgement,
	actions: GateActions
): void {
	const { change } = one;
	const cardKind = change.collection as CardKind;
	const row = board.get(cardKind, change.id);
	if (!row) return;
	const stages = stagesOf(board);
	const first = firstStage(stages);
	const to = row.position?.stage ?? first;
	const from = change.kind === 'write' ? ((change.before as Position | null)?.stage ?? first) : '';
	if (from === to) return;
	if (row.override && row.override.stage !== to) actions.clearReason(cardKind, change.id);
	const placeOf = (id: string): number => stages.findIndex((stage) => stage.id === id);
	const kind = override ? 'override' : placeOf(to) < placeOf(from) ? 'return' : 'move';
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
