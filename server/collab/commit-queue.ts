// The queue behind a board's log: everything that came while one commit ran goes into the next. A commit whose outcome
// is unknown is looked up before it is tried again, so nothing is written twice; what cannot be written fails the log.
import { setTimeout as pause } from 'node:timers/promises';
import { appendRows, readStanding, type AppendedRows } from '../db/board-log.ts';
import type { Db } from '../db/db.ts';
import { classifyFailure, withDeadline } from '../db/failures.ts';
import { releaseLease, type Lease } from '../db/lease.ts';
import { noProjectedRows, overlayProjected } from '../db/projections.ts';
import type { BoardLog, DerivedRows, LogOptions } from './log.ts';
import { LogDamaged, LogUnavailable } from './log-errors.ts';
import { writeSnapshot } from './snapshot.ts';

interface Entry {
	update: Uint8Array;
	actor: string;
	rows: DerivedRows;
	at: number;
	resolve: () => void;
	reject: (reason: Error) => void;
}

const RETRY_FOR_MS = 10_000;
const ATTEMPT_MS = 10_000;
const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 250;
const SNAPSHOT_EVERY = 500;
const SNAPSHOT_AT_CLOSE = 100;
// A group is one statement's text: it stays well below what the driver and the engine take at once.
const GROUP_BYTES = 4 * 1024 * 1024;
const GROUP_ENTRIES = 1_000;

export class CommitQueue implements BoardLog {
	readonly boardId: string;
	readonly epoch: number;
	onCommitted: (updates: Uint8Array[]) => void = () => undefined;
	onFailed: (reason: Error) => void = () => undefined;
	#db: Db;
	#lease: Lease;
	#lastSeq: number;
	#snapshotSeq: number;
	#options: LogOptions;
	#waiting: Entry[] = [];
	#running: Promise<void> | undefined;
	#snapshotting: Promise<void> | undefined;
	#failure: Error | undefined;
	#closing: Promise<void> | undefined;

	constructor(db: Db, lease: Lease, lastSeq: number, snapshotSeq: number, options: LogOptions) {
		this.boardId = lease.board;
		this.epoch = lease.epoch;
		this.#db = db;
		this.#lease = lease;
		this.#lastSeq = lastSeq;
		this.#snapshotSeq = snapshotSeq;
		this.#options = options;
	}

	append(update: Uint8Array, actor: string, rows: DerivedRows): Promise<void> {
		if (this.#failure) return Promise.reject(this.#failure);
		if (this.#closing) return Promise.reject(new LogUnavailable(this.boardId, 'closed'));
		return new Promise((resolve, reject) => {
			const at = (this.#options.now ?? Date.now)();
			this.#waiting.push({ update, actor, rows, at, resolve, reject });
			this.#running ??= this.#run();
		});
	}

	async settled(): Promise<void> {
		while (this.#running) await this.#running;
	}

	close(): Promise<void> {
		return (this.#closing ??= this.#close());
	}

	async #close(): Promise<void> {
		await this.settled();
		await this.#snapshotting;
		if (!this.#failure && this.#lastSeq - this.#snapshotSeq >= SNAPSHOT_AT_CLOSE)
			await writeSnapshot(this.#db, this.boardId, this.epoch).catch(() => undefined);
		// A lease that cannot be given back runs out by itself.
		await releaseLease(this.#db, this.#lease).catch(() => undefined);
	}

	/** Never rejects: a failure is told to those who wait. */
	async #run(): Promise<void> {
		// What is appended in the same turn shares the first commit.
		await Promise.resolve();
		while (this.#waiting.length > 0) {
			const group = this.#takeGroup();
			try {
				await this.#commit(this.#toRows(group));
			} catch (error) {
				this.#fail(error as Error, group);
				break;
			}
			this.#lastSeq += group.length;
			this.#report(group);
			this.#snapshotWhenDue();
		}
		this.#running = undefined;
	}

	#takeGroup(): Entry[] {
		let bytes = 0;
		let count = 0;
		for (const entry of this.#waiting) {
			bytes += entry.update.byteLength;
			if (count > 0 && (bytes > GROUP_BYTES || count >= GROUP_ENTRIES)) break;
			count += 1;
		}
		return this.#waiting.splice(0, count);
	}

	#toRows(group: Entry[]): AppendedRows {
		const rows: AppendedRows = {
			updates: [],
			audit: [],
			transitions: [],
			bindings: [],
			projected: noProjectedRows()
		};
		for (const [index, entry] of group.entries()) {
			const seq = this.#lastSeq + 1 + index;
			const stamp = { seq, actor: entry.actor, at: new Date(entry.at).toISOString() };
			rows.updates.push({ bytes: entry.update, ...stamp });
			for (const row of entry.rows.audit) rows.audit.push({ ...row, ...stamp });
			for (const row of entry.rows.transitions) rows.transitions.push({ ...row, ...stamp });
			rows.bindings.push(...entry.rows.bindings);
			if (entry.rows.projected) overlayProjected(rows.projected, entry.rows.projected);
		}
		return rows;
	}

	/** Resolves when the group is durable; rejects when it cannot be made so. */
	async #commit(rows: AppendedRows): Promise<void> {
		const deadline = Date.now() + (this.#options.retryForMs ?? RETRY_FOR_MS);
		const attemptMs = this.#options.attemptMs ?? ATTEMPT_MS;
		for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
			try {
				const done = await withDeadline(this.#attempt(rows), attemptMs, 'the commit');
				if (done) return;
			} catch (error) {
				if (error instanceof LogUnavailable || error instanceof LogDamaged) throw error;
				const failure = classifyFailure(error);
				if (failure === 'refused' || Date.now() + pauseMs > deadline)
					throw new LogUnavailable(this.boardId, failure, error);
			}
			await pause(pauseMs);
		}
	}

	/** True when the group stands in the log, written now or by an attempt before whose answer was lost. */
	async #attempt(rows: AppendedRows): Promise<boolean> {
		if ((await appendRows(this.#db, this.#lease, rows)) === 'done') return true;
		const standing = await readStanding(this.#db, this.#lease);
		if (!standing.held) throw new LogUnavailable(this.boardId, 'fence-lost');
		const last = rows.updates.at(-1)!;
		if (standing.seq === this.#lastSeq) return false;
		if (standing.seq === last.seq && standing.bytes && sameBytes(standing.bytes, last.bytes))
			return true;
		throw new LogDamaged(
			this.boardId,
			this.epoch,
			`it stands at ${standing.seq}, we left it at ${this.#lastSeq}`
		);
	}

	#report(group: Entry[]): void {
		callOut(() => this.onCommitted(group.map((entry) => entry.update)));
		for (const entry of group) entry.resolve();
	}

	#fail(reason: Error, group: Entry[]): void {
		this.#failure = reason;
		const lost = [...group, ...this.#waiting.splice(0)];
		callOut(() => this.onFailed(reason));
		for (const entry of lost) entry.reject(reason);
	}

	/** A snapshot is only a faster start: one that fails is tried again after the next commit. */
	#snapshotWhenDue(): void {
		const every = this.#options.snapshotEvery ?? SNAPSHOT_EVERY;
		if (this.#snapshotting || this.#lastSeq - this.#snapshotSeq < every) return;
		this.#snapshotting = writeSnapshot(this.#db, this.boardId, this.epoch)
			.then((seq) => {
				this.#snapshotSeq = seq;
			})
			.catch(() => undefined)
			.finally(() => (this.#snapshotting = undefined));
	}
}

/** A listener that throws is a mistake of the programmer's: it is reported as uncaught, and the queue goes on. */
function callOut(listener: () => void): void {
	try {
		listener();
	} catch (error) {
		queueMicrotask(() => {
			throw error;
		});
	}
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	return Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(b);
}
