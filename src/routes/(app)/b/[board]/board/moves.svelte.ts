// Moving cards: what a stage says to it while hovering, doing it, and what is shown when a gate is not met. The target
// is kept by id and worked out again at the drop, so that a board that changed meanwhile gets the card where it was meant.

import type { Missing } from '#lib/domain/gates.ts';
import type { CardKind } from '#lib/policy/gate-facts.ts';
import { can } from '#lib/policy/can.ts';
import { plans } from '#lib/policy/roles.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast } from '#lib/ui/toast.ts';

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

export interface Target {
	stage: string;
	above: string | null;
	below: string | null;
}

/** A drop a gate refused: what the dialog shows. */
export interface Refusal {
	kind: CardKind;
	ids: string[];
	target: Target;
	answer: StageAnswer;
}

/** The card lands first, here and at everybody else's; the last reminder stands for those before it. */
const REMIND_AFTER_MS = 200;

function remindLater(message: string, detail: string): void {
	setTimeout(() => toast.info(message, { id: 'reminder', detail }), REMIND_AFTER_MS);
}

const FREE: StageAnswer = { kind: 'free', text: '', missing: [], reminders: [] };

/** The one sentence of several missing things. */
function sumUp(list: readonly Missing[]): string {
	const first = list[0]?.text ?? '';
	return list.length > 1 ? `${first} And ${list.length - 1} more.` : first;
}

/** What a stage says to cards being moved there. Cheap: asks the document, writes nothing. */
export function askStage(
	live: LiveBoard,
	kind: CardKind,
	ids: readonly string[],
	stage: string
): StageAnswer {
	const missing: Missing[] = [];
	const reminders: Missing[] = [];
	for (const id of ids) {
		const row = live.doc.get(kind, id);
		if (!row) continue;
		const verdict = can(
			live.actor,
			{
				kind: 'write',
				collection: kind,
				id,
				field: 'position',
				before: row.position,
				after: { stage, rank: row.position?.rank ?? 'a0' }
			},
			live.doc
		);
		if (!verdict.ok) return { kind: 'barred', text: verdict.remedy, missing: [], reminders: [] };
		const entry = live.edits.askMove(kind, id, stage);
		const named = (list: Missing[]): Missing[] =>
			ids.length === 1 ? list : list.map((one) => ({ ...one, text: `${row.title}: ${one.text}` }));
		missing.push(...named(entry.missing));
		reminders.push(...named(entry.reminders));
	}
	if (missing.length > 0) return { kind: 'locked', text: sumUp(missing), missing, reminders };
	if (reminders.length > 0) return { kind: 'remind', text: sumUp(reminders), missing, reminders };
	return FREE;
}

export class Moves {
	readonly live: LiveBoard;
	/** The refused drop the dialog is about. */
	refusal = $state.raw<Refusal | null>(null);

	constructor(live: LiveBoard) {
		this.live = live;
	}

	/** True for those who may pass a gate with a reason. */
	get mayPass(): boolean {
		return plans(this.live.actor) && this.live.actor.person !== '';
	}

	/** Moves cards, or opens what is missing. True when they moved. */
	move(kind: CardKind, ids: readonly string[], target: Target, reason = ''): boolean {
		const { live } = this;
		const there = ids.filter((id) => live.doc.get(kind, id)?.archived === false);
		if (there.length === 0) {
			toast.info('That card has just been archived by somebody else.');
			return false;
		}
		const answer = askStage(live, kind, there, target.stage);
		const stageName = live.doc.get('stages', target.stage)?.name ?? 'that stage';
		if (answer.kind === 'locked' && reason === '') {
			this.refusal = { kind, ids: there, target, answer };
			announce(`Not moved. ${answer.text}`);
			return false;
		}
		const to = { stage: target.stage, before: target.below, after: target.above };
		const outcome = live.edits.moveCards(kind, there, to, reason);
		if (!outcome.ok) {
			this.#refuse(kind, there, target, answer, outcome.denied, stageName);
			return false;
		}
		this.refusal = null;
		if (outcome.changes.length === 0) return true;
		const what =
			there.length === 1 ? (live.doc.get(kind, there[0]!)?.title ?? '') : `${there.length} cards`;
		announce(`${what} moved to ${stageName}. ${answer.kind === 'remind' ? answer.text : ''}`);
		if (answer.kind === 'remind') remindLater(`${what} is in ${stageName}`, answer.text);
		if (there.length > 1)
			toast.undo(`${there.length} cards moved to ${stageName}`, {
				action: { label: 'Undo', run: () => void live.undo() }
			});
		return true;
	}

	#refuse(
		kind: CardKind,
		ids: string[],
		target: Target,
		answer: StageAnswer,
		denied: { remedy: string; missing?: Missing[] },
		stageName: string
	): void {
		if (denied.missing && denied.missing.length > 0) {
			const missing = denied.missing;
			this.refusal = {
				kind,
				ids,
				target,
				answer: { ...answer, kind: 'locked', missing, text: missing[0]!.text }
			};
			return;
		}
		toast.denied(`Not moved to ${stageName}`, { detail: denied.remedy });
		announce(`Not moved. ${denied.remedy}`);
	}
}
