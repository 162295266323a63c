// `npm run compact [board...]`: rebuilds boards under a new epoch, so that what was overwritten no longer weighs on every
// start. For a stopped server: a board that a living one holds is refused. People who are offline meanwhile join the
// new document and replay what they kept.
import { acquireLease } from '../collab/lease.ts';
import { mergeUpdates } from '../collab/merge-updates.ts';
import { rebuildBoard } from '../collab/rebuild.ts';
import { readWholeLog } from '../collab/whole-log.ts';
import type { Db } from '../db/db.ts';
import { startEpoch } from '../db/epochs.ts';
import { releaseLease } from '../db/lease.ts';

export interface Compacted {
	epoch: number;
	bytesBefore: number;
	bytesAfter: number;
}

/** Compacts one board. Throws LogUnavailable when it is in use, LogDamaged when rows are missing; writes nothing then. */
export async function compactBoard(db: Db, board: string, epoch: number): Promise<Compacted> {
	const lease = await acquireLease(db, board, epoch, 0);
	try {
		const { updates } = await readWholeLog(db, board, epoch);
		const merged = mergeUpdates(board, epoch, updates);
		const bytes = rebuildBoard(merged);
		return {
			epoch: await startEpoch(db, lease, bytes),
			bytesBefore: merged.byteLength,
			bytesAfter: bytes.byteLength
		};
	} finally {
		await releaseLease(db, lease).catch(() => undefined);
	}
}
