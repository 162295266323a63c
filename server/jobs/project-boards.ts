// After an update of the server: boards whose projected rows are missing are opened once, one after the other, which writes
// them. Who opens a board meanwhile does the same. A board that another server holds is that server's to do.
import { listUnprojected } from '../db/projections.ts';
import type { Services } from '../services.ts';

/** Resolves when every board was tried; never rejects. Ends early once `signal` is aborted. */
export async function projectBoards(
	{ db, collab, log }: Pick<Services, 'db' | 'collab' | 'log'>,
	signal: AbortSignal
): Promise<void> {
	try {
		for (const board of await listUnprojected(db)) {
			if (signal.aborted) return;
			await collab
				.hold(board, () => Promise.resolve())
				.catch((error: unknown) => {
					log.warn({ board, err: error }, 'a board is not counted on other boards yet');
				});
		}
	} catch (error) {
		if (!signal.aborted) log.warn({ err: error }, 'boards were not looked through');
	}
}
