// Who reads the overview, of which boards, and whether by name. The overview is made by the server: reading it makes
// nobody a member of a board, and says nothing of what a board holds beyond totals and titles.

import type { Verdict } from './can.ts';
import { TEAMS_ONLY } from './individuals.ts';
import { plans, type Preset, type Role } from './roles.ts';

/** A login as the overview sees it. */
export interface OverviewReader {
	/** Is a leader of the organisation. */
	leads: boolean;
	boards: readonly { id: string; role: Role; preset: Preset }[];
}

const planning = ({ role, preset }: OverviewReader['boards'][number]): boolean =>
	plans({ user: '', person: '', role, preset });

/**
 * P-30: leaders of the organisation read it of `all` boards; who owns, plans or leads boards reads it of those. The list
 * is empty for everybody else: they may not read it.
 */
export function overviewBoards(reader: OverviewReader): 'all' | string[] {
	if (reader.leads) return 'all';
	return reader.boards
		.filter((board) => planning(board) || board.role === 'leader')
		.map((board) => board.id);
}

/** P-30 as a verdict, with whom to ask. */
export function canReadOverview(reader: OverviewReader): Verdict {
	const boards = overviewBoards(reader);
	if (boards === 'all' || boards.length > 0) return { ok: true };
	return {
		ok: false,
		rule: 'P-30',
		remedy: 'The overview is for leaders, planners and owners. Ask an owner of your board.'
	};
}

/** P-31: who plans every board in view knows everybody on it: nothing has to be kept together, or switched on. */
export function knowsEverybody(reader: OverviewReader): boolean {
	const boards = overviewBoards(reader);
	const known = new Set(reader.boards.filter(planning).map((board) => board.id));
	return boards !== 'all' && boards.length > 0 && boards.every((id) => known.has(id));
}

/**
 * P-31: may the overview show individuals? Those who plan every board in it know them; leaders may switch them on where
 * the organisation allows it.
 */
export function canSeePeople(reader: OverviewReader, leadersSeePeople: boolean): Verdict {
	if (knowsEverybody(reader)) return { ok: true };
	if (leadersSeePeople && canReadOverview(reader).ok) return { ok: true };
	return {
		ok: false,
		rule: 'P-31',
		remedy: TEAMS_ONLY
	};
}
