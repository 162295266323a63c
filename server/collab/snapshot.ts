// A snapshot: the log merged so far, so that opening a board is quick. Built from committed rows only, never from a
// document in memory, and the rows stay. Refuses a log with a gap, and one whose updates do not fit together.
import type { Db } from '../db/db.ts';
import { storeSnapshot } from '../db/snapshots.ts';
import { mergeUpdates } from './merge-updates.ts';
import { readWholeLog } from './whole-log.ts';

/** Writes what was committed up to now and returns its sequence; a newer snapshot stays. Throws LogDamaged. */
export async function writeSnapshot(db: Db, boardId: string, epoch: number): Promise<number> {
	const { updates, snapshotSeq, lastSeq } = await readWholeLog(db, boardId, epoch);
	if (lastSeq === snapshotSeq) return snapshotSeq;
	// Merging takes long and needs no lock: rows up to a sequence never change.
	const bytes = mergeUpdates(boardId, epoch, updates);
	await storeSnapshot(db, boardId, epoch, lastSeq, bytes);
	return lastSeq;
}
