// After a change that concerns a whole organisation: every live board of it shows the change.
import { listLiveBoards } from '../db/board-settings.ts';
import type { CommandDeps } from './command.ts';
import { showOnBoard } from './follow.ts';

/** Mirrors one board after the other; a failure is logged, not thrown. */
export async function showEverywhere(deps: CommandDeps, organisation: string): Promise<void> {
	for (const board of await listLiveBoards(deps.db.orm, organisation))
		await showOnBoard(deps, board);
}
