// What a stage says to cards being moved there, in one line while they hover. Asks policy and gates; writes nothing.

import type { Missing } from '#lib/domain/gates.ts';
import { can } from '#lib/policy/can.ts';
import type { CardKind } from '#lib/policy/stages.ts';
import { askMove } from './card-edits.ts';
import type { EditContext } from './edit-context.ts';

/**
 * What a stage says to the cards in hand. `free` and `remind` let them in, `locked` wants something first (who may, moves
 * them with a reason), `barred` is not for this person.
 */
export interface StageAnswer {
	kind: 'free' | 'remind' | 'locked' | 'barred';
	/** One line while hovering; empty when free. */
	text: string;
	missing: Missing[];
	reminders: Missing[];
}

const FREE: StageAnswer = { kind: 'free', text: '', missing: [], reminders: [] };

/** The one sentence of several missing things. */
function sumUp(list: readonly Missing[]): string {
	const first = list[0]?.text ?? '';
	return list.length > 1 ? `${first} And ${list.length - 1} more.` : first;
}

/** What a stage says to cards being moved there. Cheap: asks the document. */
export function askStage(
	ctx: EditContext,
	kind: CardKind,
	ids: readonly string[],
	stage: string
): StageAnswer {
	const missing: Missing[] = [];
	const reminders: Missing[] = [];
	for (const id of ids) {
		const row = ctx.board.get(kind, id);
		if (!row) continue;
		const verdict = can(
			ctx.actor,
			{
				kind: 'write',
				collection: kind,
				id,
				field: 'position',
				before: row.position,
				after: { stage, rank: row.position?.rank ?? 'a0' }
			},
			ctx.board
		);
		if (!verdict.ok) return { kind: 'barred', text: verdict.remedy, missing: [], reminders: [] };
		const entry = askMove(ctx, kind, id, stage);
		const named = (list: Missing[]): Missing[] =>
			ids.length === 1 ? list : list.map((one) => ({ ...one, text: `${row.title}: ${one.text}` }));
		missing.push(...named(entry.missing));
		reminders.push(...named(entry.reminders));
	}
	if (missing.length > 0) return { kind: 'locked', text: sumUp(missing), missing, reminders };
	if (reminders.length > 0) return { kind: 'remind', text: sumUp(reminders), missing, reminders };
	return FREE;
}
