// Moves one card to the end of a stage from the panel, and says what is missing where a gate is not met.

import type { CardKind } from '#lib/policy/stages.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast } from '#lib/ui/toast.ts';

/** Returns why it was not moved; empty when it was. */
export function moveCard(
	live: LiveBoard,
	kind: CardKind,
	id: string,
	stage: string,
	reason = ''
): string {
	const name = live.doc.get('stages', stage)?.name ?? 'that stage';
	const reminders = live.edits.askMove(kind, id, stage).reminders;
	const outcome = live.edits.moveCards(kind, [id], { stage }, reason);
	if (!outcome.ok) {
		const text = outcome.denied.missing?.map((one) => one.text).join(' ');
		announce(`Not moved. ${text ?? outcome.denied.remedy}`);
		return text ?? outcome.denied.remedy;
	}
	announce(`Moved to ${name}.`);
	const [first] = reminders;
	if (first) toast.info(`Moved to ${name}`, { detail: first.text });
	return '';
}
