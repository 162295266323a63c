// From "before this card" or "after that one" to ranks. Whatever became of the neighbours meanwhile, ranks come out.

import { compareRanked } from '#lib/domain/rank.ts';
import type { CardKind } from '#lib/policy/stages.ts';
import { columnsOf, type Columns } from './columns.ts';
import type { EditContext } from './edit-context.ts';
import { rankBetween, ranksBetween } from './rank.ts';

/**
 * A place in a list by id, so that it holds when the list changes during a drag. `before`: the item it shall stand
 * before, null for the end. `after`: the item it shall stand after, null for the top. Neither: the end.
 */
export interface Slot {
	before?: string | null;
	after?: string | null;
}

interface Ranked {
	id: string;
	rank: string;
}

/** Ranks for cards placed together in a column; their own ranks where they stand there in this order already. */
export function ranksFor(
	ctx: EditContext,
	kind: CardKind,
	ids: readonly string[],
	to: Slot & { stage: string }
): string[] {
	const columns = columnsOf(ctx.board, kind);
	const [low, high] = findGap(columns, columns.cards(to.stage), new Set(ids), to);
	const own = ids.map((id) => ({ id, rank: columns.rankOf(id) ?? '' }));
	const stands = ids.every((id) => columns.stageOf(id) === to.stage && columns.rankOf(id) !== '');
	if (stands && isAscending([low, ...own, high])) return own.map((card) => card.rank);
	if (ids.length === 1) return [rankBetween(low?.rank ?? null, high?.rank ?? null, ctx.random)];
	return ranksBetween(low?.rank ?? null, high?.rank ?? null, ids.length, ctx.random);
}

function isAscending(cards: readonly (Ranked | null)[]): boolean {
	const there = cards.filter((card) => card !== null);
	return there.every((card, i) => i === 0 || compareRanked(there[i - 1]!, card) < 0);
}

/** The cards left and right of the slot, those that are moving not counted. */
function findGap(
	columns: Columns,
	column: readonly string[],
	moving: ReadonlySet<string>,
	slot: Slot
): [Ranked | null, Ranked | null] {
	const at = findIndex(columns, column, slot);
	let left = at - 1;
	while (left >= 0 && moving.has(column[left]!)) left--;
	let right = at;
	while (right < column.length && moving.has(column[right]!)) right++;
	const rankAt = (i: number): Ranked | null =>
		i >= 0 && i < column.length ? { id: column[i]!, rank: columns.rankOf(column[i]!) ?? '' } : null;
	return [rankAt(left), rankAt(right)];
}

function findIndex(columns: Columns, column: readonly string[], slot: Slot): number {
	const indexIn = (id: string): number => {
		const at = columns.indexOf(id);
		return column[at] === id ? at : -1;
	};
	if (slot.before) {
		const at = indexIn(slot.before);
		if (at >= 0) return at;
	}
	if (slot.after) {
		const at = indexIn(slot.after);
		if (at >= 0) return at + 1;
	}
	return slot.after === null && !slot.before ? 0 : column.length;
}

/** A rank in a short list that is sorted here: stages, tasks, check items. Unranked items stand first. */
export function rankInList(
	list: readonly Ranked[],
	slot: Slot,
	random: () => number,
	moving = ''
): string {
	const sorted = list.filter((item) => item.id !== moving).sort(compareRanked);
	let at = slot.after === null && !slot.before ? 0 : sorted.length;
	const before = slot.before ? sorted.findIndex((item) => item.id === slot.before) : -1;
	const after = slot.after ? sorted.findIndex((item) => item.id === slot.after) : -1;
	if (before >= 0) at = before;
	else if (after >= 0) at = after + 1;
	return rankBetween(sorted[at - 1]?.rank ?? null, sorted[at]?.rank ?? null, random);
}
