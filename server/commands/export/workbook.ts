// A board as an Excel workbook, a sheet a collection, written in a thread of its own: packing takes a while.
import { Worker } from 'node:worker_threads';
import { collectionNames, entityOf, type BoardRows } from '#lib/model/board.ts';
import { cellsOf, columnsOfTable, sortedRows, workbookCell } from './tables.ts';

export interface WorkbookSheet {
	name: string;
	rows: (string | number | null)[][];
}

/** Sheets of the whole board. Yields now and then. */
export function* layWorkbook(rows: BoardRows): Generator<void, WorkbookSheet[]> {
	const sheets: WorkbookSheet[] = [];
	for (const collection of collectionNames) {
		const columns = columnsOfTable(collection);
		const sheet: WorkbookSheet = {
			name: entityOf(collection).plural,
			rows: [columns.map((column) => column.heading)]
		};
		for (const [i, row] of sortedRows(rows, collection).entries()) {
			if (i % 200 === 0) yield;
			sheet.rows.push(
				cellsOf(collection, row).map((cell, n) => workbookCell(columns[n]!.kind, cell))
			);
		}
		sheets.push(sheet);
	}
	return sheets;
}

/** Packs the sheets; rejects when the thread fails. */
export function packWorkbook(sheets: WorkbookSheet[]): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
			...{ workerData: sheets, execArgv: [] }
		});
		worker.once('message', (bytes: Uint8Array) => {
			resolve(bytes);
			void worker.terminate();
		});
		worker.once('error', reject);
		worker.once('exit', () => reject(new Error('the workbook was not finished')));
	});
}
