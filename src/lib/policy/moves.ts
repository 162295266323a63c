// May a card go to another stage? Judged on the board AFTER the change, so that "fill the brief, then move" passes in
// one batch. Owners and planners pass a closed gate with a reason in one line, which stays on the card.

import { canEnter, type Entry } from '#lib/domain/gates.ts';
import type { BoardReader } from '#lib/model/board.ts';
import type { Override, Position } from '#lib/model/joint-fields.ts';
import type { Denial, Verdict } from './can.ts';
import { findCardFacts } from './gate-facts.ts';
import { stagesOf, type CardKind } from './stages.ts';
import { plans, type Actor } from './roles.ts';

export interface MoveJudgement {
	verdict: Verdict;
	/** What the gates said; undefined for a reorder within the stage. */
	entry?: Entry;
	/** The reason that let it pass, where one was needed. */
	override?: Override;
}

/** What is known of a move besides the board after it. */
export interface Moved {
	/** The card's own position that stood. */
	before: Position | null;
	/** The stage it stood in, which its modules may have taken further; empty for a new card. */
	standing: string;
	/** A reason came with this move; one that was given for an earlier move opens nothing. */
	hasReason: boolean;
}

export const newCard: Moved = { before: null, standing: '', hasReason: false };

/**
 * Judges a write of `position` (rules GT-*, P-12, P-15); `board` is the board after the change. The same stage with
 * another rank is a reorder and always passes.
 */
export function judgeMove(
	actor: Actor,
	kind: CardKind,
	id: string,
	{ before, standing, hasReason }: Moved,
	board: BoardReader,
	today: string
): MoveJudgement {
	const facts = findCardFacts(board, kind, id);
	const row = board.get(kind, id);
	if (!facts || !row) return { verdict: deny('P-5', 'It is not on this board any more.') };
	const stages = stagesOf(board);
	const own = before?.stage ?? stages[0]?.id ?? '';
	const to = row.position?.stage ?? '';
	if (own === to) return { verdict: { ok: true } };
	const from = standing === '' ? own : standing;
	const nameOf = (person: string): string => board.get('people', person)?.name ?? 'somebody';
	const entry = canEnter({ ...facts, stage: from }, to, stages, today, nameOf);
	if (entry.allowed) return { verdict: { ok: true }, entry };
	const given = row.override;
	if (
		plans(actor) &&
		hasReason &&
		given &&
		given.stage === to &&
		given.by === actor.person &&
		stages.some((s) => s.id === to)
	)
		return { verdict: { ok: true }, entry, override: given };
	const first = entry.missing[0];
	const rule = first ? `GT ${first.condition}` : 'GT';
	const remedy = first ? `${first.text} ${first.remedy}` : `There is no such stage.`;
	return { verdict: deny(rule, remedy), entry };
}

/**
 * Judges a write of `override` on the board after the change (P-12): the reason stays, or another takes its place, while
 * the card stands in the stage it was let into. `before` is the reason that stood.
 */
export function judgeReason(
	before: Override | null,
	kind: CardKind,
	id: string,
	board: BoardReader
): Verdict {
	const row = board.get(kind, id);
	const isThere = before !== null && row?.position?.stage === before.stage;
	return isThere && row.override?.stage !== before.stage
		? deny('P-12', 'The reason stays while the card stands there. Move the card first.')
		: { ok: true };
}

const deny = (rule: string, remedy: string): Denial => ({ ok: false, rule, remedy });
