// Moving cards: what a stage says to it while hovering, doing it, and what is shown when a gate is not met. The target
// is kept by id and worked out again at the drop, so that a board that changed meanwhile gets the card where it was meant.

import type { Missing } from '#lib/domain/gates.ts';
import type { StageAnswer } from '#lib/doc/stage-answer.ts';
import type { CardKind } from '#lib/policy/stages.ts';
import { plans } from '#lib/policy/roles.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast } from '#lib/ui/toast.ts';
import type { Target } from './targets.ts';

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
		const answer = live.edits.askStage(kind, there, target.stage);
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
			toast.undo(`${there.length} cards moved to ${stageName}`, live.takeBackLater());
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
