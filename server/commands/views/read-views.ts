// The saved views a member sees: the shared ones of the board and their own, by name.
import { ok, type Result } from '#lib/domain/result.ts';
import type { SavedView } from '#lib/model/saved-view.ts';
import { findMembership } from '../../db/memberships.ts';
import { listViews } from '../../db/saved-views.ts';
import { notFound, type CommandDeps } from '../command.ts';

/** Problems: `not-found`. */
export async function readViews(
	{ db }: CommandDeps,
	user: string,
	board: string
): Promise<Result<SavedView[]>> {
	if (!(await findMembership(db.orm, user, board))) return notFound('board');
	return ok(await listViews(db.orm, board, user));
}
