// The thread that reads a file somebody sent: it may be cut off for time or memory without hurting the server. Sends the
// records back in pieces, so that taking them in never holds the server up.
import { parentPort, workerData } from 'node:worker_threads';
import readXlsxFile, { type CellValue } from 'read-excel-file/node';
import { importLimits } from '#lib/model/import.ts';
import { decodeText } from './decode.ts';
import { parseDelimited } from './delimited.ts';
import { readBoardJson } from './board-json.ts';
import type { ReadFile } from './sheet.ts';
import { assertTrueSizes, guardZip } from './zip-guard.ts';

export type FromWorker =
	| { kind: 'head'; head: Omit<ReadFile, 'sheets'>; sheets: string[] }
	| { kind: 'rows'; sheet: number; rows: string[][] }
	| { kind: 'end' }
	| { kind: 'refused'; message: string };

const PIECE_CELLS = 10_000;
/** Headings and junk above them come on top. */
const SPARE_ROWS = 100;

const { bytes, isWorkbook } = workerData as { bytes: Uint8Array; isWorkbook: boolean };
const send = (message: FromWorker): void => parentPort?.postMessage(message);
/** Sends a piece and waits until it was taken in: pieces that pile up would be taken in all at once. */
const hand = async (message: FromWorker): Promise<void> => {
	send(message);
	await new Promise((resolve) => parentPort?.once('message', resolve));
};

try {
	const file = isWorkbook ? await readWorkbook() : readText();
	const tooLong = file.sheets.find((sheet) => sheet.rows.length > importLimits.rows + SPARE_ROWS);
	if (tooLong)
		send({
			kind: 'refused',
			message: `The file has ${tooLong.rows.length.toLocaleString('en')} rows; at most ${importLimits.rows.toLocaleString('en')} are imported at once. Split it and import the parts one after the other.`
		});
	else await sendFile(file);
} catch (error) {
	send({ kind: 'refused', message: describe(error) });
}

async function sendFile({ sheets, ...head }: ReadFile): Promise<void> {
	send({ kind: 'head', head, sheets: sheets.map((sheet) => sheet.name) });
	for (const [sheet, { rows }] of sheets.entries()) {
		let piece: string[][] = [];
		let cells = 0;
		for (const row of rows) {
			piece.push(row.length > importLimits.columns ? row.slice(0, importLimits.columns) : row);
			cells += row.length;
			if (cells < PIECE_CELLS) continue;
			await hand({ kind: 'rows', sheet, rows: piece });
			[piece, cells] = [[], 0];
		}
		if (piece.length > 0) await hand({ kind: 'rows', sheet, rows: piece });
	}
	send({ kind: 'end' });
}

function readText(): ReadFile {
	const { text, encoding } = decodeText(bytes);
	const board = /^\s*\{/.test(text) ? readBoardJson(text) : undefined;
	if (board) return { kind: 'json', encoding, delimiter: '', sheets: board };
	const { rows, delimiter } = parseDelimited(text);
	return { kind: 'text', encoding, delimiter, sheets: [{ name: '', rows }] };
}

async function readWorkbook(): Promise<ReadFile> {
	const entries = guardZip(bytes);
	if (entries.ok) assertTrueSizes(bytes, entries.value);
	const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
	return {
		...{ kind: 'xlsx', encoding: '', delimiter: '' },
		sheets: sheets.map(({ sheet, data }) => ({
			name: sheet,
			rows: data.map((row) => row.map(cellText))
		}))
	};
}

/** Dates as days, so that no order has to be guessed; a time of day is dropped. */
function cellText(value: CellValue | null): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date)
		return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'number') return String(value);
	return String(value).replace(/\r\n?/g, '\n');
}

function describe(error: unknown): string {
	const what = error instanceof Error ? error.message : String(error);
	return `The file could not be read (${what.slice(0, 120)}). Save it again and retry.`;
}
