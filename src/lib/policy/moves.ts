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

/**
 * Judges a write of `position` (rules GT-*, P-12, P-15). `before` is the position that stood; `board` is the board
 * after the change. The same stage with another rank is a reorder and always passes.
 */
export function judgeMove(
	actor: Actor,
	kind: CardKind,
	id: string,
	before: Position | null,
	board: BoardReader,
	today: string
): MoveJudgement {
	const facts = findCardFacts(board, kind, id);
	const row = board.get(kind, id);
	if (!facts || !row) return { verdict: deny('P-5', 'It is not on this board any more.') };
	const stages = stagesOf(board);
	const from = before?.stage ?? stages[0]?.id ?? '';
	const to = row.position?.stage ?? '';
	if (from === to) return { verdict: { ok: true } };
	const nameOf = (person: string): string => board.get('people', person)?.name ?? 'somebody';
	const entry = canEnter({ ...facts, stage: from }, to, stages, today, nameOf);
	if (entry.allowed) return { verdict: { ok: true }, entry };
	const given = row.override;
	if (
		plans(actor) &&
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

const deny = (rule: string, remedy: string): Denial => ({ ok: false, rule, remedy });
