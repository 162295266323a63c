// Reading what people send: encodings, separators, line ends, workbooks, and everything that is none of them.
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importLimits } from '#lib/model/import.ts';
import { decodeText } from './decode.ts';
import { guessDelimiter, parseDelimited } from './delimited.ts';
import { readFile } from './read-file.ts';
import { guardZip } from './zip-guard.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const messageOf = async (data: Uint8Array): Promise<string> => {
	const read = await readFile(data);
	return read.ok ? `read ${read.value.sheets[0]!.rows.length} rows` : read.problem.message;
};

/** A zip of one part whose directory claims a size. */
function makeZip(
	name: string,
	content: Uint8Array,
	claims: { count?: number; size?: number } = {}
): Buffer {
	const packed = deflateRawSync(content);
	const label = Buffer.from(name);
	const local = Buffer.alloc(30);
	local.writeUInt32LE(0x04034b50, 0);
	local.writeUInt16LE(8, 8);
	local.writeUInt32LE(packed.length, 18);
	local.writeUInt32LE(content.length, 22);
	local.writeUInt16LE(label.length, 26);
	const entry = Buffer.alloc(46);
	entry.writeUInt32LE(0x02014b50, 0);
	entry.writeUInt16LE(8, 10);
	entry.writeUInt32LE(packed.length, 20);
	entry.writeUInt32LE(claims.size ?? content.length, 24);
	entry.writeUInt16LE(label.length, 28);
	const start = local.length + label.length + packed.length;
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(claims.count ?? 1, 10);
	end.writeUInt32LE(entry.length + label.length, 12);
	end.writeUInt32LE(start, 16);
	return Buffer.concat([local, label, packed, entry, label, end]);
}

describe('text', () => {
	it('is decoded by its mark, as UTF-8, or as Windows-1252', () => {
		expect(decodeText(bytes('\ufeffZoë'))).toEqual({ text: 'Zoë', encoding: 'UTF-8' });
		expect(decodeText(bytes('Zoë')).text).toBe('Zoë');
		expect(decodeText(Uint8Array.of(0x5a, 0x6f, 0xeb, 0x80))).toEqual({
			...{ text: 'Zoë€', encoding: 'Windows-1252' }
		});
		const utf16 = Buffer.from('\ufeffName\tZoë', 'utf16le');
		expect(decodeText(utf16)).toEqual({ text: 'Name\tZoë', encoding: 'UTF-16' });
		const bigEndian = Buffer.from(utf16).swap16();
		expect(decodeText(bigEndian).text).toBe('Name\tZoë');
	});

	it.each([
		[',', 'a,b,c\n1,2,3\n4,5,6'],
		[';', 'a;b\n"1,5";2\n"2,5";3'],
		['\t', 'a\tb\tc\n1, x\t2\t3'],
		['|', 'a|b\n1|2']
	])('is separated by "%s"', (delimiter, text) => {
		expect(guessDelimiter(text)).toBe(delimiter);
	});

	it('may hold separators, quotes and line ends in quoted cells, with any line ends around', () => {
		const { rows } = parseDelimited('a,b\r\n"x\r\ny, ""z""",2\r3,4\n\n\n');
		expect(rows).toEqual([
			['a', 'b'],
			['x\ny, "z"', '2'],
			['3', '4']
		]);
	});

	it('keeps headings that are names of prototypes as words', () => {
		const { rows } = parseDelimited('__proto__,constructor,Title\n1,2,3');
		expect(rows[0]).toEqual(['__proto__', 'constructor', 'Title']);
	});
});

describe('a file', () => {
	it('that is empty, or holds empty cells only, is refused in words', async () => {
		expect(await messageOf(new Uint8Array())).toBe('The file is empty.');
		expect(await messageOf(bytes(' , ,\n,,'))).toMatch(/every cell is empty/);
	});

	it('of 5 MB is read, and one beyond the limit is refused with both numbers', async () => {
		const line = `${'A long title of a project '.repeat(8)},Build\n`;
		const paste = bytes(line.repeat(Math.floor((5 * 1024 * 1024) / line.length)));
		expect(await messageOf(paste)).toMatch(/^read 24\d{3} rows$/);
		expect(await messageOf(new Uint8Array(importLimits.bytes + 1))).toMatch(
			/8\.0 MB; at most 8 MB/
		);
	});

	it('with too many rows is refused with both numbers', async () => {
		expect(await messageOf(bytes('a,b\n'.repeat(60_000)))).toMatch(/60,000 rows; at most 50,000/);
	});

	it('that is an old workbook, a zip of something else or a damaged one is refused', async () => {
		expect(await messageOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toMatch(/old Excel file/);
		expect(await messageOf(makeZip('readme.txt', bytes('hello')))).toMatch(/no Excel workbook/);
		expect(await messageOf(bytes('PK is how this text begins'))).toMatch(/not a zip archive/);
		expect(await messageOf(makeZip('xl/workbook.xml', bytes('<not xml')))).toMatch(
			/could not be read/
		);
	});

	it('that is a renamed zip bomb is refused before anything is unpacked', async () => {
		const bomb = makeZip('xl/workbook.xml', new Uint8Array(80 * 1024 * 1024));
		expect(bomb.length).toBeLessThan(200_000);
		expect(await messageOf(bomb)).toMatch(/unpacks to 80 MB; at most 64 MB/);
		expect(guardZip(makeZip('xl/workbook.xml', new Uint8Array(32 * 1024 * 1024))).ok).toBe(false);
		expect(guardZip(makeZip('xl/workbook.xml', bytes('x'), { count: 3000 })).ok).toBe(false);
		expect(guardZip(makeZip('xl/workbook.xml', bytes('x'), { count: 2 })).ok).toBe(false);
	});

	it('that lies about its size runs out of memory in its own thread, and the server lives', async () => {
		const xml = `<worksheet>${'<row/>'.repeat(2_000_000)}`;
		const liar = makeZip('xl/workbook.xml', bytes(xml), { size: 100 });
		expect(await messageOf(liar)).toMatch(/could not be read|too long|too much memory/);
	}, 60_000);
});
