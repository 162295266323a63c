// What an update would touch, found without applying it: which keys of which collections, with what values, and
// whether its author had seen what stands there. Refuses whatever is not plain work on known fields (see
// decode-update.ts for what is refused byte by byte). Nothing here changes the document.
import * as Y from 'yjs';
import { checkRecord, roots, splitPatchKey, type Root } from '#lib/doc/codec.ts';
import { isId, type IdPrefix } from '#lib/domain/ids.ts';
import { entityOf, findField, type CollectionName } from '#lib/model/board.ts';
import { decodeUpdate, type DecodedStruct, type StructId } from './decode-update.ts';
import { hostile, rebase, Refused, type Refusal } from './refusal.ts';

/** One key of a root map that an update writes or deletes. */
export interface Touch {
	root: string;
	key: string;
	collection: CollectionName;
	part: 'record' | 'patch';
	id: string;
	/** Empty for a record. */
	field: string;
	/** The update writes the key; otherwise it only deletes what stands there. */
	written: boolean;
	/** No write of the key was made with its current item in sight. */
	stale: boolean;
	/** The key's item before the update. */
	current: StructId | null;
	/** What the update leaves in the key, as far as the update alone can say; undefined when it is deleted. */
	left: { value: unknown } | undefined;
}

export type Inspection =
	{ ok: true; touches: Touch[]; newClients: number[] } | { ok: false; refusal: Refusal };

/** Whose a Yjs client id is, asked about every client that adds structs. */
export type OwnerOf = (client: number) => 'mine' | 'free' | 'foreign';

export interface InspectLimits {
	maxBytes: number;
	maxStructs: number;
}

/** Unseen writes of one key in one update; a person's devices make a few, each costs a walk over the key. */
const MAX_BRANCHES = 64;
const MAX_NEW_CLIENTS = 64;

interface Placed {
	struct: DecodedStruct;
	place: Touch;
	deleted: boolean;
}

/**
 * Reads `update` against the document of a board. Linear in the update and in the structs its delete set names.
 * An answer that is not ok says why; the document is untouched either way.
 */
export function inspect(
	doc: Y.Doc,
	update: Uint8Array,
	limits: InspectLimits,
	ownerOf: OwnerOf
): Inspection {
	if (update.byteLength > limits.maxBytes)
		return { ok: false, refusal: { kind: 'hostile', reason: 'update too large' } };
	try {
		return new Reading(doc, ownerOf).read(update, limits.maxStructs);
	} catch (error) {
		if (error instanceof Refused) return { ok: false, refusal: error.refusal };
		return { ok: false, refusal: { kind: 'hostile', reason: 'malformed' } };
	}
}

class Reading {
	#doc: Y.Doc;
	#ownerOf: OwnerOf;
	/** Clock each client has reached: in the document, then with the structs placed so far. */
	#reached = new Map<number, number>();
	#placed = new Map<number, Placed[]>();
	#touches = new Map<string, Touch>();
	#branches = new Map<Touch, { count: number; stale: number; last: Placed }>();
	#admitted = new Set<number>();
	#newClients: number[] = [];

	constructor(doc: Y.Doc, ownerOf: OwnerOf) {
		this.#doc = doc;
		this.#ownerOf = ownerOf;
	}

	read(update: Uint8Array, maxStructs: number): Inspection {
		const { blocks, deletes } = decodeUpdate(update, maxStructs);
		this.#placeAll(blocks);
		for (const { client, ranges } of deletes) this.#delete(client, ranges);
		for (const [touch, { count, stale, last }] of this.#branches) {
			touch.stale = stale === count;
			touch.left = last.deleted ? undefined : last.struct.content;
		}
		return { ok: true, touches: [...this.#touches.values()], newClients: this.#newClients };
	}

	/** Places structs in an order in which each finds its origin; clients take turns until nothing moves. */
	#placeAll(blocks: { client: number; structs: DecodedStruct[] }[]): void {
		let open = blocks.map((block) => ({ ...block, next: 0 }));
		for (const { client, structs } of open) {
			const first = structs[0];
			if (first && first.clock > this.#state(client)) throw rebase('unknown-structs');
			this.#placed.set(client, []);
		}
		while (open.length > 0) {
			let moved = false;
			for (const block of open) {
				for (let struct; (struct = block.structs[block.next]); block.next++) {
					const { origin } = struct;
					if (origin && origin.clock >= this.#reach(origin.client)) break;
					this.#place(struct);
					moved = true;
				}
			}
			open = open.filter((block) => block.next < block.structs.length);
			if (!moved && open.length > 0) throw rebase('unknown-structs');
		}
	}

	#place(struct: DecodedStruct): void {
		const { client, clock, length, origin } = struct;
		if (struct.root !== null && !roots.has(struct.root)) throw hostile('unknown root');
		if (clock + length <= this.#state(client)) return;
		this.#admit(client);
		const neighbour = origin ? this.#find(origin) : undefined;
		const place = neighbour?.place ?? this.#touch(struct.root ?? '', struct.key ?? '');
		if (struct.content) checkValue(place, struct.content.value);
		const placed: Placed = { struct, place, deleted: struct.content === undefined };
		this.#placed.get(client)!.push(placed);
		this.#reached.set(client, clock + length);
		this.#follow(placed, neighbour?.isNew ?? false);
	}

	/** Counts who had the key's current item in sight; a struct that follows one of the same update had. */
	#follow(placed: Placed, chained: boolean): void {
		const { place } = placed;
		const branch = this.#branches.get(place) ?? { count: 0, stale: 0, last: placed };
		this.#branches.set(place, branch);
		branch.last = placed;
		place.written = true;
		if (chained) return;
		branch.count++;
		if (!sameId(placed.struct.origin, place.current)) branch.stale++;
		if (branch.count > MAX_BRANCHES) throw hostile('too many branches of one key');
	}

	#admit(client: number): void {
		if (this.#admitted.has(client)) return;
		this.#admitted.add(client);
		const owner = this.#ownerOf(client);
		if (owner === 'mine') return;
		// A client id with a history and no owner is the server's own, or of a restored log.
		if (owner === 'foreign' || this.#state(client) > 0 || client === this.#doc.clientID)
			throw rebase('client-id');
		this.#newClients.push(client);
		if (this.#newClients.length > MAX_NEW_CLIENTS) throw hostile('too many client ids');
	}

	/** The key that the struct at `id` belongs to, and whether the update brought it. */
	#find(id: StructId): { place: Touch; isNew: boolean } {
		if (id.clock >= this.#state(id.client)) {
			const placed = this.#placed.get(id.client) ?? [];
			const own = placed[indexAt(placed, id.clock, clockOf, lengthOf)];
			if (!own) throw rebase('unknown-structs');
			return { place: own.place, isNew: true };
		}
		const item: Y.Item | Y.GC = Y.getItem(this.#doc.store, Y.createID(id.client, id.clock));
		if (!(item instanceof Y.Item)) throw rebase('unknown-structs');
		return { place: this.#placeOf(item), isNew: false };
	}

	#placeOf(item: Y.Item): Touch {
		const root = Y.findRootTypeKey(item.parent as Y.AbstractType<unknown>);
		return this.#touch(root, item.parentSub ?? '');
	}

	#touch(root: string, key: string): Touch {
		const name = `${root}\0${key}`;
		const known = this.#touches.get(name);
		if (known) return known;
		const place = readKey(root, key);
		const item = this.#doc.getMap(root)._map.get(key);
		const current = item ? { client: item.lastId.client, clock: item.lastId.clock } : null;
		const touch = { ...place, root, key, written: false, stale: false, current, left: undefined };
		this.#touches.set(name, touch);
		return touch;
	}

	#delete(client: number, ranges: { clock: number; length: number }[]): void {
		const known = this.#state(client);
		const reach = this.#reach(client);
		const structs = this.#doc.store.clients.get(client) ?? [];
		const placed = this.#placed.get(client) ?? [];
		for (const { clock, length } of ranges) {
			const end = clock + length;
			if (end > reach) throw rebase('unknown-structs');
			for (
				let i = indexAt(
					structs,
					clock,
					(s) => s.id.clock,
					(s) => s.length
				);
				;
				i++
			) {
				const item = structs[i];
				if (!item || item.id.clock >= end) break;
				if (item instanceof Y.Item && !item.deleted) this.#placeOf(item);
			}
			if (end <= known) continue;
			for (let i = indexAt(placed, Math.max(clock, known), clockOf, lengthOf); ; i++) {
				const own = placed[i];
				if (!own || own.struct.clock >= end) break;
				own.deleted = true;
			}
		}
	}

	#state(client: number): number {
		return Y.getState(this.#doc.store, client);
	}

	#reach(client: number): number {
		return Math.max(this.#reached.get(client) ?? 0, this.#state(client));
	}
}

const clockOf = (placed: Placed): number => placed.struct.clock;
const lengthOf = (placed: Placed): number => placed.struct.length;

function sameId(a: StructId | null, b: StructId | null): boolean {
	return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
}

/** Index of the entry that holds `clock`, of the first one after it where none does. */
function indexAt<T>(
	list: readonly T[],
	clock: number,
	startOf: (entry: T) => number,
	sizeOf: (entry: T) => number
): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const entry = list[middle]!;
		if (startOf(entry) + sizeOf(entry) <= clock) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The field or record behind a root and a key. Refuses roots, ids and fields no board has. */
function readKey(
	rootName: string,
	key: string
): Pick<Touch, 'collection' | 'part' | 'id' | 'field'> {
	const root: Root | undefined = roots.get(rootName);
	if (!root) throw hostile('unknown root');
	const { collection, part } = root;
	const prefix = entityOf(collection).prefix as IdPrefix;
	if (part === 'record') {
		if (!isId(key, prefix)) throw hostile('key');
		return { collection, part, id: key, field: '' };
	}
	const split = splitPatchKey(key);
	if (!split || !isId(split.id, prefix)) throw hostile('key');
	if (!findField(collection, split.field)) throw hostile('unknown field');
	return { collection, part, ...split };
}

function checkValue(place: Touch, value: unknown): void {
	const wrong =
		place.part === 'record'
			? checkRecord(place.collection, value)
			: findField(place.collection, place.field)!.check(value);
	if (wrong !== null) throw hostile('value');
}
