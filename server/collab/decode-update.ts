// Reads a Yjs update (V1) byte by byte into what it claims, before Yjs itself sees it. Refuses everything a board
// document never holds: nested types, lists, text, garbage structs, anything but one plain value a struct. Every
// claimed count is paid for in bytes, so the work is linear in the length of the frame.
import * as decoding from 'lib0/decoding';
import { hostile, rebase } from './refusal.ts';

export interface StructId {
	client: number;
	clock: number;
}

export interface DecodedStruct extends StructId {
	length: number;
	origin: StructId | null;
	/** Root map and key where the struct says them; null where they are those of its origin. */
	root: string | null;
	key: string | null;
	/** Undefined where the content was deleted before it was sent. */
	content: { value: unknown } | undefined;
}

export interface DecodedUpdate {
	/** Structs by client, in clock order, each client once. */
	blocks: { client: number; structs: DecodedStruct[] }[];
	/** Deleted ranges by client, ascending, apart from each other. */
	deletes: { client: number; ranges: { clock: number; length: number }[] }[];
	structCount: number;
}

const MAX_CLOCK = 2 ** 31;
const MAX_CLIENT = 2 ** 53;
const MAX_KEY = 120;
/** Deepest value a field may hold is a list of objects of lists. */
const MAX_DEPTH = 6;

const CONTENT_DELETED = 1;
const CONTENT_ANY = 8;
const STRUCT_GC = 0;
const STRUCT_SKIP = 10;

/** What the update claims. Throws Refused when it is malformed or holds what no board holds. */
export function decodeUpdate(update: Uint8Array, maxStructs: number): DecodedUpdate {
	const from = decoding.createDecoder(update);
	const decoded: DecodedUpdate = { blocks: [], deletes: [], structCount: 0 };
	const writers = new Set<number>();
	for (let blocks = readCount(from, 3); blocks > 0; blocks--) {
		const count = readCount(from, 2);
		const client = readClient(from);
		if (writers.has(client)) throw hostile('client twice');
		writers.add(client);
		let clock = decoding.readVarUint(from);
		decoded.structCount += count;
		if (decoded.structCount > maxStructs) throw hostile('too many structs');
		const structs: DecodedStruct[] = [];
		for (let i = 0; i < count; i++) {
			const struct = readStruct(from, client, clock);
			clock += struct.length;
			if (clock > MAX_CLOCK) throw hostile('clock');
			structs.push(struct);
		}
		decoded.blocks.push({ client, structs });
	}
	readDeletes(from, decoded);
	if (decoding.hasContent(from)) throw hostile('bytes after the end');
	return decoded;
}

function readDeletes(from: decoding.Decoder, decoded: DecodedUpdate): void {
	const seen = new Set<number>();
	for (let clients = readCount(from, 2); clients > 0; clients--) {
		const client = readClient(from);
		if (seen.has(client)) throw hostile('client twice');
		seen.add(client);
		const ranges: { clock: number; length: number }[] = [];
		let last = -1;
		for (let count = readCount(from, 2); count > 0; count--) {
			const clock = decoding.readVarUint(from);
			const length = decoding.readVarUint(from);
			if (length === 0 || clock < last || clock + length > MAX_CLOCK) throw hostile('delete range');
			last = clock + length;
			ranges.push({ clock, length });
		}
		decoded.deletes.push({ client, ranges });
	}
}

/** A count of things that take at least `bytesEach`: a claim that cannot be true is refused before any work. */
function readCount(from: decoding.Decoder, bytesEach: number): number {
	const count = decoding.readVarUint(from);
	if (count * bytesEach > from.arr.length - from.pos) throw hostile('count');
	return count;
}

function readClient(from: decoding.Decoder): number {
	const client = decoding.readVarUint(from);
	if (client >= MAX_CLIENT) throw hostile('client id');
	return client;
}

function readStruct(from: decoding.Decoder, client: number, clock: number): DecodedStruct {
	const info = decoding.readUint8(from);
	const kind = info & 0b11111;
	if (kind === STRUCT_SKIP) throw rebase('unknown-structs');
	if (kind === STRUCT_GC) throw hostile('garbage struct');
	// Writing a key of a map never sets a right neighbour.
	if ((info & 0b0100_0000) !== 0) throw hostile('right origin');
	const origin =
		(info & 0b1000_0000) === 0
			? null
			: { client: readClient(from), clock: decoding.readVarUint(from) };
	let root: string | null = null;
	let key: string | null = null;
	if (origin === null) {
		const parent = decoding.readVarUint(from);
		if (parent !== 1) throw hostile(parent === 0 ? 'nested type' : 'parent');
		root = readShort(from);
		if ((info & 0b0010_0000) === 0) throw hostile('list content');
		key = readShort(from);
	}
	if (kind === CONTENT_DELETED) {
		const length = decoding.readVarUint(from);
		if (length === 0 || length > MAX_CLOCK) throw hostile('length');
		return { client, clock, length, origin, root, key, content: undefined };
	}
	if (kind !== CONTENT_ANY) throw hostile('content');
	if (decoding.readVarUint(from) !== 1) throw hostile('content length');
	const value = readValue(from, MAX_DEPTH);
	return { client, clock, length: 1, origin, root, key, content: { value } };
}

function readShort(from: decoding.Decoder): string {
	const text = decoding.readVarString(from);
	if (text.length > MAX_KEY) throw hostile('key');
	return text;
}

/** One JSON value as Yjs encodes it. Undefined, big integers and bytes are no JSON. */
function readValue(from: decoding.Decoder, depth: number): unknown {
	if (depth === 0) throw hostile('value too deep');
	switch (decoding.readUint8(from)) {
		case 126:
			return null;
		case 125:
			return decoding.readVarInt(from);
		case 124:
			return decoding.readFloat32(from);
		case 123:
			return decoding.readFloat64(from);
		case 121:
			return false;
		case 120:
			return true;
		case 119:
			return decoding.readVarString(from);
		case 118:
			return readObject(from, depth);
		case 117: {
			const list: unknown[] = [];
			for (let count = readCount(from, 1); count > 0; count--)
				list.push(readValue(from, depth - 1));
			return list;
		}
		default:
			throw hostile('value');
	}
}

function readObject(from: decoding.Decoder, depth: number): Record<string, unknown> {
	const object: Record<string, unknown> = {};
	for (let count = readCount(from, 2); count > 0; count--) {
		const name = readShort(from);
		if (name === '__proto__') throw hostile('key');
		object[name] = readValue(from, depth - 1);
	}
	return object;
}
