// A file somebody sent, read in a thread of its own with a limit on time and memory. Refuses what is too large, empty
// or no table; the message says what to do.
import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { importLimits } from '#lib/model/import.ts';
import type { FromWorker } from './read-worker.ts';
import type { ReadFile } from './sheet.ts';
import { guardZip } from './zip-guard.ts';

const TIMEOUT_MS = 30_000;
const MEMORY_MB = 512;
const MEGABYTE = 1024 * 1024;

/** The tables of a CSV, pasted text, XLSX or JSON export. Problems have the code `file`. */
export async function readFile(bytes: Uint8Array): Promise<Result<ReadFile>> {
	if (bytes.byteLength > importLimits.bytes)
		return refuse(
			`The file has ${(bytes.byteLength / MEGABYTE).toFixed(1)} MB; at most ${importLimits.bytes / MEGABYTE} MB are read. Split it, or leave out columns nobody needs.`
		);
	if (bytes.byteLength === 0) return refuse('The file is empty.');
	const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
		return refuse(
			'This is an old Excel file (.xls) or one with a password. Save it as .xlsx or CSV.'
		);
	if (isWorkbook) {
		const guarded = guardZip(bytes);
		if (!guarded.ok) return guarded;
	}
	const read = await readInThread(bytes, isWorkbook);
	if (!read.ok) return read;
	const hasCells = read.value.sheets.some((sheet) =>
		sheet.rows.some((row) => row.some((cell) => cell.trim() !== ''))
	);
	return hasCells ? read : refuse('There is nothing in the file: every cell is empty.');
}

function readInThread(bytes: Uint8Array, isWorkbook: boolean): Promise<Result<ReadFile>> {
	return new Promise((resolve) => {
		const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
			workerData: { bytes, isWorkbook },
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
			execArgv: []
		});
		let file: ReadFile | undefined;
		const finish = (result: Result<ReadFile>): void => {
			clearTimeout(timer);
			resolve(result);
			void worker.terminate();
		};
		const timer = setTimeout(
			() => finish(refuse('Reading the file took too long. Split it, or save it as CSV.')),
			TIMEOUT_MS
		);
		worker.on('message', (message: FromWorker) => {
			if (message.kind === 'refused') finish(refuse(message.message));
			else if (message.kind === 'head')
				file = { ...message.head, sheets: message.sheets.map((name) => ({ name, rows: [] })) };
			else if (message.kind === 'rows') {
				const rows = file?.sheets[message.sheet]?.rows;
				for (const row of message.rows) rows?.push(row);
				setImmediate(() => worker.postMessage('next'));
			} else finish(file ? ok(file) : refuse('The file could not be read.'));
		});
		worker.on('error', (error: NodeJS.ErrnoException) =>
			finish(
				refuse(
					error.code === 'ERR_WORKER_OUT_OF_MEMORY'
						? 'Reading the file takes too much memory. Save it as CSV, or split it.'
						: `The file could not be read (${error.message.slice(0, 120)}).`
				)
			)
		);
		worker.on('exit', () => finish(refuse('Reading the file was interrupted. Try again.')));
	});
}

function refuse(message: string): Result<never> {
	return err({ code: 'file', message });
}
