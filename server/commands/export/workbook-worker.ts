// The thread that packs a workbook; gets the sheets, answers with the bytes.
import { parentPort, workerData } from 'node:worker_threads';
import writeXlsxFile from 'write-excel-file/node';
import type { WorkbookSheet } from './workbook.ts';

const sheets = workerData as WorkbookSheet[];
const bytes = await writeXlsxFile(
	sheets.map(({ name, rows }) => ({
		sheet: name,
		stickyRowsCount: 1,
		data: rows.map((row, i) =>
			row.map((value) =>
				value === null
					? null
					: typeof value === 'number'
						? { value, type: Number }
						: i === 0
							? { value, type: String, fontWeight: 'bold' as const }
							: { value, type: String }
			)
		)
	}))
).toBuffer();
parentPort?.postMessage(new Uint8Array(bytes));
