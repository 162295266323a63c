// How a board reads after concurrent edits have left something broken: the same view for everybody,
// without writing anything, and a flag that says so. The server judges the other M cases.
import { isEmptySpan, spanDays, spanFault } from './days.ts';
import type { Day, Span } from './days.ts';
import { inOrder } from './rank.ts';
import type { Ranked } from './rank.ts';

export interface MergeFlag {
	rule: 'M-3' | 'M-6' | 'M-7' | 'M-22';
	/** Id of what is flagged. */
	subject: string;
	/** What is wrong, and how to mend it. */
	text: string;
}

/** M-22: where a card is seen: its stage, or the first one when that is gone. '' on a board without stages. */
export function normaliseStage(stage: string, stages: readonly Ranked[]): string {
	if (stages.some((one) => one.id === stage)) return stage;
	return inOrder(stages)[0]?.id ?? '';
}

/** M-22: the flag of a card whose stage is gone. */
export function flagsOfCard(
	card: { id: string; stage: string },
	stages: readonly (Ranked & { name: string })[]
): MergeFlag[] {
	const seen = normaliseStage(card.stage, stages);
	if (seen === card.stage) return [];
	const name = stages.find((one) => one.id === seen)?.name ?? 'no stage';
	const text = `Its stage was removed, so it is shown in ${name}. Move it where it belongs.`;
	return [{ rule: 'M-22', subject: card.id, text }];
}

/** M-7: the days a span counts for, or null: inverted spans and ones outside employment hold none. */
export function normaliseSpan(
	span: Span | null,
	employed: { starts: Day | null; ends: Day | null } = { starts: null, ends: null }
): Span | null {
	if (span === null || isEmptySpan(span)) return null;
	const from =
		employed.starts !== null && employed.starts > span.from ? employed.starts : span.from;
	const to = employed.ends !== null && employed.ends < span.to ? employed.ends : span.to;
	return from <= to ? { from, to } : null;
}

/** What an allocation points at; undefined when it is not on the board. */
export type AllocationTarget = { archived: boolean } | undefined;

/** M-6: a booking of it is kept, but not counted: it is archived, or gone. */
export function isSuspended(target: AllocationTarget): boolean {
	return target === undefined || target.archived;
}

/** M-6, M-7: what is wrong with an allocation. `targets`: the project, module and task it names. */
export function flagsOfAllocation(
	allocation: { id: string; span: Span | null },
	targets: readonly AllocationTarget[],
	employed: { starts: Day | null; ends: Day | null } = { starts: null, ends: null }
): MergeFlag[] {
	const flags: MergeFlag[] = [];
	const flag = (rule: MergeFlag['rule'], text: string): number =>
		flags.push({ rule, subject: allocation.id, text });
	if (targets.some(isSuspended))
		flag('M-6', 'Its work is archived, so it is not counted. Release it, or book other work.');
	const { span } = allocation;
	if (span !== null && isEmptySpan(span))
		flag('M-7', `It ${spanFault(span)}. Set its dates again.`);
	else if (span !== null) {
		const counted = normaliseSpan(span, employed);
		if (counted === null || spanDays(counted) < spanDays(span))
			flag('M-7', 'Part of it lies outside employment and is not counted. Shorten or reassign it.');
	}
	return flags;
}

/**
 * M-3: both who pulled the last free place stay; the cards over a soft limit are the latest to have
 * entered, equal times by id. `enteredAt` in epoch ms.
 */
export function overLimit(
	cards: readonly { id: string; enteredAt: number }[],
	softLimit: number | null
): string[] {
	if (softLimit === null || cards.length <= softLimit) return [];
	return [...cards]
		.sort((a, b) => a.enteredAt - b.enteredAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
		.slice(softLimit)
		.map((card) => card.id);
}

/** M-3: the flag of a column over its limit. */
export function flagsOfStage(
	stage: { id: string; name: string; softLimit: number | null },
	cards: number
): MergeFlag[] {
	if (stage.softLimit === null || cards <= stage.softLimit) return [];
	const text = `${stage.name} holds ${cards} of ${stage.softLimit}. Finish something before starting more.`;
	return [{ rule: 'M-3', subject: stage.id, text }];
}
