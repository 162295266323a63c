// Batches of imported records: the file they came from, how far they are and what they touched. Plain rows, no rules.
import { and, desc, eq, ne } from 'drizzle-orm';
import type { Reach } from './reach.ts';
import { importBatches } from './schema.ts';

export interface ImportBatchRow {
	id: string;
	board: string;
	user: string;
	fileName: string;
	fileHash: string;
	counts: Record<string, number>;
	report: unknown;
	state: string;
	at: Date;
}

export async function addImportBatch(db: Reach, batch: Omit<ImportBatchRow, 'at'>): Promise<void> {
	await db.insert(importBatches).values(batch);
}

export async function findImportBatch(
	db: Reach,
	board: string,
	id: string
): Promise<ImportBatchRow | undefined> {
	const [found] = await db
		.select()
		.from(importBatches)
		.where(and(eq(importBatches.board, board), eq(importBatches.id, id)));
	return found;
}

/** Batch as lists and progress want it: without the report, which can be large. */
export async function findImportState(
	db: Reach,
	board: string,
	id: string
): Promise<Omit<ImportBatchRow, 'report'> | undefined> {
	const { report: _report, ...columns } = imported;
	const [found] = await db
		.select(columns)
		.from(importBatches)
		.where(and(eq(importBatches.board, board), eq(importBatches.id, id)));
	return found;
}

/** Imports of a board that got further than a dry run, newest first. */
export async function listImportBatches(
	db: Reach,
	board: string,
	limit: number
): Promise<Omit<ImportBatchRow, 'report'>[]> {
	const { report: _report, ...columns } = imported;
	return db
		.select(columns)
		.from(importBatches)
		.where(and(eq(importBatches.board, board), ne(importBatches.state, 'checked')))
		.orderBy(desc(importBatches.at))
		.limit(limit);
}

export async function changeImportBatch(
	db: Reach,
	id: string,
	change: Partial<Pick<ImportBatchRow, 'state' | 'counts' | 'report' | 'at'>>
): Promise<void> {
	await db.update(importBatches).set(change).where(eq(importBatches.id, id));
}

const imported = {
	id: importBatches.id,
	board: importBatches.board,
	user: importBatches.user,
	fileName: importBatches.fileName,
	fileHash: importBatches.fileHash,
	counts: importBatches.counts,
	report: importBatches.report,
	state: importBatches.state,
	at: importBatches.at
};
