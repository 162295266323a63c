// Reading a board's log as it must be: snapshot and rows run to the counter without a gap, or the board stays closed.
import { readLog } from '../db/board-log.ts';
import type { Db } from '../db/db.ts';
import { classifyFailure } from '../db/failures.ts';
import { LogDamaged, LogUnavailable } from './log-errors.ts';

export interface WholeLog {
	/** The snapshot first, when there is one, then the rows after it. */
	updates: Uint8Array[];
	/** Yjs client id -> user. */
	bindings: Map<number, string>;
	snapshotSeq: number;
	lastSeq: number;
	/** The projected rows say the same. */
	isProjected: boolean;
}

/** Throws LogUnavailable when storage is away, LogDamaged when rows are missing. */
export async function readWholeLog(db: Db, boardId: string, epoch: number): Promise<WholeLog> {
	const stored = await readLog(db, boardId, epoch).catch((error: unknown) => {
		throw new LogUnavailable(boardId, classifyFailure(error), error);
	});
	let seq = stored.snapshotSeq;
	for (const row of stored.updates) {
		if (row.seq !== seq + 1)
			throw new LogDamaged(boardId, epoch, `row ${seq + 1} is missing (row ${row.seq} follows)`);
		seq = row.seq;
	}
	if (seq !== stored.lastSeq)
		throw new LogDamaged(boardId, epoch, `it ends at ${seq}, but ${stored.lastSeq} was committed`);
	const updates = stored.updates.map(({ bytes }) => bytes);
	if (stored.snapshot) updates.unshift(stored.snapshot);
	return {
		updates,
		bindings: stored.bindings,
		snapshotSeq: stored.snapshotSeq,
		lastSeq: stored.lastSeq,
		isProjected: stored.isProjected
	};
}
