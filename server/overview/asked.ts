// Bookings that boards on which the reader does not plan ask of the team they plan for. Says who, when and how much, which is
// what such a planner decides on, and nothing else of that board.
import type { Day } from '#lib/domain/days.ts';
import type { EntityIn } from '#lib/model/board.ts';
import type { RequestRow } from '../db/requests.ts';
import type { Decision } from './decisions.ts';
import { saySpan } from './words.ts';

/** The booking as the reader sees it: what confirming it compares (P-24). */
export interface Asked {
	board: string;
	allocation: string;
	expected: Pick<EntityIn<'allocations'>, 'person' | 'span' | 'load'>;
}

/** P-23: one decision a booking that is not over. */
export function sayAsked(rows: readonly RequestRow[], today: Day): Decision[] {
	return rows.flatMap((row): Decision[] => {
		const { board, id: allocation, person, name, from, to, loadMode, loadAmount } = row;
		if (from === null || to === null || to < today) return [];
		const span = { from, to };
		const load =
			loadMode !== null && loadAmount !== null ? { mode: loadMode, amount: loadAmount } : null;
		return [
			{
				kind: 'booking',
				text: `${name} is asked for by another board, ${saySpan(span, today)}${sayLoad(load)}`,
				board: 'Another board',
				...{ days: null, href: null },
				asked: { board, allocation, expected: { person, span, load } }
			}
		];
	});
}

function sayLoad(load: EntityIn<'allocations'>['load']): string {
	if (load === null) return '';
	if (load.mode === 'percent') return `, ${load.amount / 100} % of their hours`;
	const hours = Math.round(load.amount / 6) / 10;
	return load.mode === 'perDay' ? `, ${hours} h a day` : `, ${hours} h in all`;
}
