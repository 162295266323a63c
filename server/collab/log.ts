// A board's log: one ordered queue that commits in groups. Nothing counts as accepted before its COMMIT.
// Refuses to go on once an append failed for good, or when somebody else has taken the board's lease.
import { randomBytes } from 'node:crypto';
import type { AuditRow, TransitionRow } from '../db/board-log.ts';
import type { Db } from '../db/db.ts';
import { CommitQueue } from './commit-queue.ts';
import { replaceProjected, type ProjectedRows } from '../db/projections.ts';
import { acquireLease } from './lease.ts';
import { LogUnavailable } from './log-errors.ts';
import { onlyReads, ReadingLog } from './reading-log.ts';
import { readWholeLog } from './whole-log.ts';

export type { AuditRow, TransitionRow } from '../db/board-log.ts';
export { LogDamaged, LogUnavailable } from './log-errors.ts';

/** What is written in the same transaction as the update it was derived from. */
export interface DerivedRows {
	audit: AuditRow[];
	transitions: TransitionRow[];
	bindings: { client: number; user: string }[];
	/** Rows of the tables projected from the document, as they are after the update. */
	projected?: ProjectedRows;
}

export interface BoardLog {
	readonly boardId: string;
	readonly epoch: number;
	/**
	 * Queues an update. Resolves after COMMIT, in order. Rejects with LogUnavailable after bounded retries; from then
	 * on the log is closed for good and rejects everything.
	 */
	append(update: Uint8Array, actor: string, rows: DerivedRows): Promise<void>;
	/** Called after each COMMIT with the group's updates in order, before their promises resolve. */
	onCommitted: (updates: Uint8Array[]) => void;
	/** Called once, when the log fails for good, before the promises of what was queued reject. */
	onFailed: (reason: Error) => void;
	/** Resolves when everything queued now is committed, or the log has failed. Never rejects. */
	settled(): Promise<void>;
	/** Settles, then gives the lease back. Never rejects. */
	close(): Promise<void>;
}

/** Tuning; the defaults are what production runs with. */
export interface LogOptions {
	/** How long a failing commit is tried again before the log fails. */
	retryForMs?: number;
	/** How long one attempt may take before its outcome counts as unknown. */
	attemptMs?: number;
	/** How long to wait for a lease that another living server holds. */
	leaseWaitMs?: number;
	/** Rows after which a snapshot is written beside the log. */
	snapshotEvery?: number;
	now?: () => number;
}

/** A board as it was read under its lease. `updates` begins with the snapshot, when there is one. */
export interface OpenedLog {
	log: BoardLog;
	updates: Uint8Array[];
	/** Yjs client id -> user. */
	bindings: Map<number, string>;
	/**
	 * Set where the projected rows are missing or older than the log: writes them from the document, before anything
	 * is appended. Throws LogUnavailable.
	 */
	project?: (rows: ProjectedRows) => Promise<void>;
}

const LEASE_WAIT_MS = 3_000;

/**
 * Takes the board's lease and reads snapshot and log in one REPEATABLE READ transaction.
 * Throws LogUnavailable when storage is away or another server holds the board, LogDamaged when rows are missing. Where
 * storage lets nothing be written, the board is open for reading: its log refuses every append.
 */
export async function openBoardLog(
	db: Db,
	boardId: string,
	epoch: number,
	options: LogOptions = {}
): Promise<OpenedLog> {
	const lease = await acquireLease(db, boardId, epoch, options.leaseWaitMs ?? LEASE_WAIT_MS).catch(
		(error: unknown) => {
			if (error instanceof LogUnavailable && onlyReads(error.trouble)) return error;
			throw error;
		}
	);
	const { updates, bindings, lastSeq, snapshotSeq, isProjected } = await readWholeLog(
		db,
		boardId,
		epoch
	);
	if (lease instanceof LogUnavailable)
		return { log: new ReadingLog(boardId, epoch, lease), updates, bindings };
	const log = new CommitQueue(db, lease, lastSeq, snapshotSeq, options);
	if (isProjected) return { log, updates, bindings };
	const project = async (rows: ProjectedRows): Promise<void> => {
		const salt = randomBytes(16).toString('hex');
		if (!(await replaceProjected(db, lease, rows, salt)))
			throw new LogUnavailable(boardId, 'fence-lost');
	};
	return { log, updates, bindings, project };
}
