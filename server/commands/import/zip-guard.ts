// Looks at a zip from outside before anything unpacks it: the central directory says how large it becomes. Refuses
// what is no zip, what lies about itself and what unpacks to more than a spreadsheet ever does.
import { inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '#lib/domain/result.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const COMMENT_BYTES = 65_535;

export const zipLimits = { entries: 2_000, bytes: 64 * 1024 * 1024, ratio: 200 } as const;
/** Small files may be packed as tightly as they like. */
const RATIO_FROM_BYTES = 4 * 1024 * 1024;

/** Names and unpacked sizes as the directory gives them. */
export interface ZipEntry {
	name: string;
	packed: number;
	unpacked: number;
	/** Where the part begins, and how it is packed: 0 not at all, 8 deflated. */
	at: number;
	method: number;
}

/** The entries of a zip that is safe to unpack, or why it is not. */
export function guardZip(bytes: Uint8Array): Result<ZipEntry[]> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end < 0) return refuse('This is not an Excel workbook (.xlsx): it is not a zip archive.');
	const count = view.getUint16(end + 10, true);
	const start = view.getUint32(end + 16, true);
	if (count === 0xffff || start === 0xffffffff)
		return refuse('The workbook says it holds more parts than a spreadsheet has.');
	if (count > zipLimits.entries)
		return refuse(`The workbook holds ${count} parts; at most ${zipLimits.entries} are read.`);
	const entries: ZipEntry[] = [];
	let at = start;
	for (let i = 0; i < count; i++) {
		if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== DIRECTORY_ENTRY)
			return refuse('The workbook is damaged: its list of parts cannot be read.');
		const packed = view.getUint32(at + 20, true);
		const unpacked = view.getUint32(at + 24, true);
		const nameBytes = view.getUint16(at + 28, true);
		const skip = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		const name = new TextDecoder().decode(
			bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)
		);
		const method = view.getUint16(at + 10, true);
		entries.push({ name, packed, unpacked, method, at: view.getUint32(at + 42, true) });
		at += ENTRY_BYTES + nameBytes + skip;
	}
	return judge(entries, bytes.byteLength);
}

function judge(entries: ZipEntry[], fileBytes: number): Result<ZipEntry[]> {
	const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
	if (unpacked > zipLimits.bytes)
		return refuse(
			`The workbook unpacks to ${Math.ceil(unpacked / 1024 / 1024)} MB; at most ${zipLimits.bytes / 1024 / 1024} MB are read.`
		);
	if (unpacked > RATIO_FROM_BYTES && unpacked > fileBytes * zipLimits.ratio)
		return refuse(
			'The workbook unpacks to far more than it holds, as a zip bomb does. Save it again and retry.'
		);
	if (!entries.some((entry) => entry.name === 'xl/workbook.xml'))
		return refuse('This is a zip archive, but no Excel workbook (.xlsx).');
	return ok(entries);
}

/**
 * Unpacks every part and throws when one becomes larger than the directory says. Takes time and memory: for the thread
 * that reads the file.
 */
export function assertTrueSizes(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (const { name, packed, unpacked, at, method } of entries) {
		const start = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
		const part = bytes.subarray(start, start + packed);
		if (
			method === 0
				? packed > unpacked
				: inflateRawSync(part, { maxOutputLength: unpacked + 1 }).length > unpacked
		)
			throw new Error(`${name} is larger than the archive says`);
	}
}

/** Offset of the last record that ends a zip, or -1. */
function findEnd(view: DataView): number {
	const first = Math.max(0, view.byteLength - END_BYTES - COMMENT_BYTES);
	for (let at = view.byteLength - END_BYTES; at >= first; at--)
		if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
	return -1;
}

function refuse(message: string): Result<never> {
	return err({ code: 'file', message });
}
