// What happens after a command's commit. It must not undo the answer: storage has it, and the next start mirrors again.
import { closeReasons } from '#lib/model/close-codes.ts';
import { findPersonOfUser, listBoardsOfPerson, listBoardsOfUnits } from '../db/people.ts';
import type { CommandDeps } from './command.ts';
import { mirrorBoard } from './mirror-board.ts';

/** Mirrors the board; a failure is logged, not thrown. */
export async function showOnBoard(deps: CommandDeps, board: string): Promise<void> {
	try {
		await mirrorBoard(deps, board);
	} catch (error) {
		deps.log.error({ board, err: error }, 'the board does not show the last change yet');
	}
}

/** Mirrors every board that shows the person. */
export async function showPerson(deps: CommandDeps, person: string): Promise<void> {
	for (const board of await listBoardsOfPerson(deps.db.orm, person)) await showOnBoard(deps, board);
}

/** Mirrors every board that shows somebody of these teams: whether they have a planner shows there (P-23). */
export async function showTeams(
	deps: CommandDeps,
	organisation: string,
	units: string[]
): Promise<void> {
	const named = units.filter(Boolean);
	for (const board of await listBoardsOfUnits(deps.db.orm, organisation, named))
		await showOnBoard(deps, board);
}

/** The home team of whoever a login is; empty where it is nobody. */
export async function unitsOfUser({ db }: CommandDeps, user: string): Promise<string[]> {
	const person = await findPersonOfUser(db.orm, user);
	return person ? [person.unit] : [];
}

/** Boards that share people with this one show its new name, where they may. */
export async function showElsewhere(deps: CommandDeps, board: string): Promise<void> {
	try {
		await deps.collab.refreshElsewhere(board);
	} catch (error) {
		deps.log.error({ board, err: error }, 'other boards do not show the last change yet');
	}
}

/** Open sockets learn at once what their user may do now. */
export async function applyAccess(
	deps: CommandDeps,
	filter: { user?: string; session?: string; board?: string }
): Promise<void> {
	try {
		await deps.collab.refreshAccess(filter);
	} catch (error) {
		deps.log.error({ ...filter, err: error }, 'open sockets were not told of a change of rights');
	}
}

/** Closes every socket of a board that is not there any more; other boards do not count its bookings any longer. */
export async function closeQuietly(deps: CommandDeps, board: string): Promise<void> {
	const { code, reason } = closeReasons.boardGone;
	try {
		await deps.collab.closeBoard(board, code, reason);
		await deps.collab.refreshElsewhere(board);
	} catch (error) {
		deps.log.error({ board, err: error }, 'the sockets of a board were not closed');
	}
}
