// Imports under way: one a board at a time, in chunks, each its own transaction and commit. The ledger is stored before
// the first chunk, so that a batch cut off half-way can be taken back or finished.
import { err, ok, type Result } from '#lib/domain/result.ts';
import type { ImportChoices, ImportProgress, Remark } from '#lib/model/import.ts';
import type { Change } from '#lib/model/change.ts';
import { entityOf } from '#lib/model/board.ts';
import { changeImportBatch, findImportBatch, type ImportBatchRow } from '../../db/imports.ts';
import { notFound } from '../command.ts';
import { applyChunk } from './apply.ts';
import type { ImportDesk } from './desk.ts';
import { createdBackwards, keepLedger, mergeLedgers, readLedger } from './ledger.ts';
import { describeState } from './progress.ts';
import { listLookups, takeBackChunk } from './take-back.ts';

/** The board's own progress is stored this often, for whoever asks another process. */
const STORE_EVERY_MS = 1_000;
const KEPT_REMARKS = 300;

interface Job {
	progress: ImportProgress;
	finished: Promise<void>;
}

export class ImportJobs {
	readonly #desk: ImportDesk;
	readonly #jobs = new Map<string, Job>();
	/** Board -> batch that works on it. */
	readonly #busy = new Map<string, string>();

	constructor(desk: ImportDesk) {
		this.#desk = desk;
	}

	find(batch: string): ImportProgress | undefined {
		return this.#jobs.get(batch)?.progress;
	}

	async settled(): Promise<void> {
		await Promise.all([...this.#jobs.values()].map((job) => job.finished));
	}

	/** Reads the stored file again, judges it and begins. Answers as soon as it is clear what will be written. */
	async start(
		user: string,
		board: string,
		id: string,
		choices: ImportChoices
	): Promise<Result<ImportProgress>> {
		const running = this.find(id);
		if (running) return ok(running);
		if (this.#busy.has(board)) return busy();
		this.#busy.set(board, id);
		let job: Promise<void> | undefined;
		try {
			const open = await this.#desk.open(user, board, id, true);
			if (!open.ok) return open;
			const stored = await findImportBatch(this.#desk.deps.db.orm, board, id);
			if (!stored) return notFound('import');
			if (stored.state === 'done') return ok(describeState(stored, stored.report));
			const { draft, planned, obstacle } = await this.#desk.run(open.value, choices);
			this.#desk.forget(stored.fileHash);
			if (obstacle !== '') return err({ code: 'invalid', message: obstacle });
			const { changes, created, updated, unchanged } = planned;
			const left = draft.remarks.filter((remark) => remark.level === 'error').length;
			const counts = { ...draft.counts, created, updated, unchanged, left };
			const progress = begin(stored, 'running', changes.length, counts, draft.remarks);
			const ledger = mergeLedgers(readLedger(stored.report), keepLedger(changes, draft.remarks));
			await this.#store(progress, stored, ledger);
			job = this.#watch(board, progress, stored, () =>
				this.#write(user, board, progress, stored, changes)
			);
			return ok({ ...progress });
		} finally {
			if (!job) this.#busy.delete(board);
		}
	}

	/** Begins to take a batch back. */
	async undo(user: string, board: string, id: string): Promise<Result<ImportProgress>> {
		const running = this.find(id);
		if (running) return ok(running);
		if (this.#busy.has(board)) return busy();
		this.#busy.set(board, id);
		let job: Promise<void> | undefined;
		try {
			const stored = await findImportBatch(this.#desk.deps.db.orm, board, id);
			if (!stored) return notFound('import');
			if (stored.state === 'checked' || stored.state === 'undone')
				return ok(describeState(stored, stored.report));
			const ledger = readLedger(stored.report);
			const batch = { writes: ledger.writes, removals: [...createdBackwards(ledger)] };
			const of = batch.writes.length + batch.removals.length;
			const progress = begin(stored, 'undoing', of, {}, []);
			await this.#store(progress, stored);
			job = this.#watch(board, progress, stored, () =>
				this.#takeBack(user, board, progress, stored, batch)
			);
			return ok({ ...progress });
		} finally {
			if (!job) this.#busy.delete(board);
		}
	}

	#watch(
		board: string,
		progress: ImportProgress,
		stored: ImportBatchRow,
		work: () => Promise<void>
	): Promise<void> {
		const finished = this.#desk.deps.collab
			.hold(board, work)
			.catch((error: unknown) => {
				this.#desk.deps.log.error({ board, batch: stored.id, err: error }, 'an import stopped');
				stop(
					progress,
					'The server could not go on. What was written is there; take it back, or import again.'
				);
			})
			.then(() => this.#store(progress, stored))
			.catch((error: unknown) =>
				this.#desk.deps.log.error({ board, err: error }, 'an import is not noted')
			)
			.finally(() => {
				this.#busy.delete(board);
				this.#jobs.delete(stored.id);
			});
		this.#jobs.set(stored.id, { progress, finished });
		return finished;
	}

	async #write(
		user: string,
		board: string,
		progress: ImportProgress,
		stored: ImportBatchRow,
		changes: readonly Change[]
	): Promise<void> {
		const { collab } = this.#desk.deps;
		while (progress.done < changes.length) {
			if (!(await this.#mayGoOn(user, board, progress))) return;
			const at = progress.done;
			const { done, passed } = await collab.edit(board, user, 'import', (doc) =>
				applyChunk(doc, changes, at)
			);
			progress.done += done;
			for (const change of passed) remember(progress, describePassed(change));
			await this.#storeNowAndThen(progress, stored);
		}
		progress.state = 'done';
	}

	async #takeBack(
		user: string,
		board: string,
		progress: ImportProgress,
		stored: ImportBatchRow,
		batch: Parameters<typeof takeBackChunk>[1]
	): Promise<void> {
		const { collab } = this.#desk.deps;
		for (const { from, field } of listLookups())
			await collab.read(board, (doc) => doc.where(from, field as never, '-'));
		progress.counts = { removed: 0, restored: 0, kept: 0 };
		while (progress.done < progress.of) {
			if (!(await this.#mayGoOn(user, board, progress))) return;
			const at = progress.done;
			const step = await collab.edit(board, user, 'import', (doc) => takeBackChunk(doc, batch, at));
			progress.done += step.done;
			progress.counts['removed']! += step.removed;
			progress.counts['restored']! += step.restored;
			progress.counts['kept']! += step.kept.length;
			for (const remark of step.kept) remember(progress, remark);
			await this.#storeNowAndThen(progress, stored);
		}
		progress.state = 'undone';
	}

	/** A right may go while an import runs. */
	async #mayGoOn(user: string, board: string, progress: ImportProgress): Promise<boolean> {
		const actor = await this.#desk.admit(user, board);
		if (!actor.ok) stop(progress, actor.problem.message);
		return actor.ok;
	}

	async #storeNowAndThen(progress: ImportProgress, stored: ImportBatchRow): Promise<void> {
		if (Date.now() - progress.at < STORE_EVERY_MS) return;
		progress.at = Date.now();
		await this.#store(progress, stored);
	}

	/** Notes where the batch is; the ledger once, and the remarks when it has come to an end. */
	async #store(
		progress: ImportProgress,
		stored: ImportBatchRow,
		ledger?: ReturnType<typeof keepLedger>
	): Promise<void> {
		const { state, done, of, counts } = progress;
		const bytes = stored.counts['bytes'] ?? 0;
		if (ledger) stored.report = ledger;
		const ends = state !== 'running' && state !== 'undoing';
		const report = ends
			? { ...readLedger(stored.report), remarks: progress.remarks }
			: stored.report;
		await changeImportBatch(this.#desk.deps.db.orm, stored.id, {
			...{ state, at: new Date(), counts: { ...counts, done, of, bytes } },
			...(ledger || ends ? { report } : {})
		});
	}
}

function begin(
	{ id, fileName }: ImportBatchRow,
	state: 'running' | 'undoing',
	of: number,
	counts: Record<string, number>,
	remarks: readonly Remark[]
): ImportProgress {
	const kept = remarks.slice(0, KEPT_REMARKS);
	return { batch: id, fileName, state, done: 0, of, counts, remarks: kept, at: Date.now() };
}

function stop(progress: ImportProgress, text: string): void {
	progress.state = 'stopped';
	progress.remarks.unshift({
		level: 'error',
		row: 0,
		kind: 'stopped',
		text,
		done: 'The import stopped.'
	});
}

function remember(progress: ImportProgress, remark: Remark): void {
	if (progress.remarks.length < KEPT_REMARKS) progress.remarks.push(remark);
}

function describePassed({ collection, id }: Change): Remark {
	const text = `${entityOf(collection).label} ${id} was changed by somebody while the import ran.`;
	return { level: 'note', row: 0, kind: 'changed-meanwhile', text, done: 'Theirs stands.' };
}

function busy(): Result<never> {
	return err({
		code: 'busy',
		message: 'Another import of this board is running. Wait until it is done.'
	});
}
