// What of a booking has grown since it was first said: its days, its load, or the effort of the work it serves. Knows
// only what the board keeps: each record as it was made, and its fields as they are now.

import { spanDays, type Day, type Span } from '#lib/domain/days.ts';
import type { BoardReader, CollectionName, EntityIn } from './board.ts';
import type { Load } from './joint-fields.ts';
import { hoursText } from './load-summary.ts';

export type AsMade = (collection: CollectionName, id: string, field: string) => unknown;

/** CA-4: one sentence for each thing that grew; empty where nothing did, or nothing is known. */
export function findGrowth(
	board: BoardReader,
	row: EntityIn<'allocations'>,
	asMade: AsMade
): string[] {
	return [
		sayEffort(board, 'projects', row.project, asMade),
		sayEffort(board, 'modules', row.module, asMade),
		sayLoad(asMade('allocations', row.id, 'load') as Load | null | undefined, row.load),
		saySpan(asMade('allocations', row.id, 'span') as Span | null | undefined, row.span)
	].filter((text) => text !== '');
}

function sayEffort(
	board: BoardReader,
	collection: 'projects' | 'modules',
	id: string,
	asMade: AsMade
): string {
	const row = board.get(collection, id);
	const first = row ? asMade(collection, id, 'effortMinutes') : undefined;
	const now = row?.effortMinutes;
	if (typeof first !== 'number' || typeof now !== 'number' || now <= first) return '';
	const what = collection === 'projects' ? 'The project’s' : 'The module’s';
	return `${what} effort grew from ${hoursText(first)} to ${hoursText(now)}.`;
}

function sayLoad(first: Load | null | undefined, now: Load | null): string {
	if (!first || !now || first.mode !== now.mode || now.amount <= first.amount) return '';
	return `Its load grew from ${loadText(first)} to ${loadText(now)}.`;
}

const loadText = ({ mode, amount }: Load): string =>
	mode === 'percent'
		? `${Math.round(amount / 100)} %`
		: `${hoursText(amount)}${mode === 'perDay' ? ' a day' : ''}`;

function saySpan(first: Span | null | undefined, now: Span | null): string {
	const days = first && now ? spanDays(now) - spanDays(first) : 0;
	if (!first || !now || spanDays(first) === 0 || days <= 0) return '';
	const end: Day = first.to;
	return `It was to end on ${end}: ${days} ${days === 1 ? 'day' : 'days'} longer now.`;
}
