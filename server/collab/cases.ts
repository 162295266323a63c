// The changes an update asks for, each with the verdict on the board as it was before: role, ownership, creating and
// deleting. Records made by the same update count as their maker's. Reads the board, writes nothing.
import type * as Y from 'yjs';
import { decodeRow, patchRoot, recordRoot, recordValue } from '#lib/doc/codec.ts';
import {
	collectionNames,
	entityOf,
	type BoardReader,
	type CollectionName,
	type EntityIn,
	type FieldName
} from '#lib/model/board.ts';
import type { Change, Creation, Deletion, FieldWrite } from '#lib/model/change.ts';
import { sameValue } from '#lib/model/value.ts';
import { viewOfStep } from '#lib/policy/bookings.ts';
import { can, type Denial } from '#lib/policy/can.ts';
import { standingOf } from '#lib/policy/stages.ts';
import type { Actor } from '#lib/policy/roles.ts';
import { MAX_CLOCK_AHEAD_MS, type Court } from './court.ts';
import type { Touch } from './inspect.ts';

export interface Case {
	change: Change;
	/** Keys that are set back when the case is lost. */
	touches: Touch[];
	denial: Denial | null;
	/** Set back like a denial, and told with both values. */
	superseded: boolean;
	/** Nobody is told: it says what stands there already. */
	silent: boolean;
	/** Of a move: the stage the card stood in before the update, which its modules may have taken further. */
	standing?: string;
}

type AnyRecord = Readonly<Record<string, unknown>> & { id: string };
type Judge = (change: Change) => Denial | null;

const deny = (rule: string, remedy: string): Denial => ({ ok: false, rule, remedy });
export const keyOf = (touch: Pick<Touch, 'root' | 'key'>): string => `${touch.root}\0${touch.key}`;

/** The board before the update, with the records that the update may make. */
class WithCreated implements BoardReader {
	readonly created = new Map<string, AnyRecord>();
	#board: BoardReader;

	constructor(board: BoardReader) {
		this.#board = board;
	}

	get<C extends CollectionName>(collection: C, id: string): EntityIn<C> | undefined {
		return (
			this.#board.get(collection, id) ??
			(this.created.get(`${collection}/${id}`) as unknown as EntityIn<C> | undefined)
		);
	}

	all<C extends CollectionName>(collection: C): Iterable<EntityIn<C>> {
		return this.#board.all(collection);
	}

	where<C extends CollectionName>(collection: C, field: FieldName<C>, value: string) {
		return this.#board.where(collection, field, value);
	}
}

/** Every change of an update with its verdict, makings first, in the order of the collections. */
export function openCases(court: Court, touches: Touch[], actor: Actor, now: number): Case[] {
	const before = new WithCreated(court.board);
	const step = viewOfStep(
		before,
		actor,
		touches.flatMap((touch) => writeOf(court, touch))
	);
	const judge: Judge = (change) => judgeOnBefore(court, change, actor, before, now, step);
	const groups = new Map<string, Touch[]>();
	for (const touch of touches) {
		const name = `${touch.collection}/${touch.id}`;
		const group = groups.get(name);
		if (group) group.push(touch);
		else groups.set(name, [touch]);
	}
	const cases: Case[] = [];
	const rank = (group: Touch[]): number => collectionNames.indexOf(group[0]!.collection);
	const ordered = [...groups.entries()].sort(([, a], [, b]) => rank(a) - rank(b));
	for (const [name, group] of ordered) {
		const made = findCreation(court, group);
		if (!made) continue;
		const opened = openCase(made, group, judge);
		if (!opened.denial) before.created.set(name, made.record);
		cases.push(opened);
		groups.delete(name);
	}
	for (const group of groups.values()) cases.push(...openOnExisting(court, group, actor, judge));
	return cases;
}

/** What a step says beside each of its changes; what was written without seeing what stands will not hold. */
function writeOf(court: Court, touch: Touch): FieldWrite[] {
	const { part, stale, collection, id, field } = touch;
	if (part !== 'patch' || stale) return [];
	return [
		{ kind: 'write', collection, id, field, before: undefined, after: valueLeft(court, touch) }
	];
}

/** What a field says after the touch: its patch, or where that is gone what the record was made with. */
function valueLeft(court: Court, { left, collection, id, field }: Touch): unknown {
	return left ? left.value : recordValue(collection, recordsOf(court, collection).get(id), field);
}

function openCase(change: Change, touches: Touch[], judge: Judge): Case {
	return { change, touches, denial: judge(change), superseded: false, silent: false };
}

/** The verdict on the board before the update; null is yes. */
export function judgeOnBefore(
	court: Court,
	change: Change,
	actor: Actor,
	before: BoardReader,
	now: number,
	step?: BoardReader
): Denial | null {
	const verdict = can(actor, change, before, step);
	const readsOnly = !verdict.ok && ['P-1', 'P-2', 'P-3'].includes(verdict.rule);
	if (change.kind === 'delete' && !readsOnly) {
		const notOwn = judgeDeletion(court, change, actor);
		if (notOwn) return notOwn;
	}
	if (!verdict.ok) return verdict;
	if (change.kind === 'create' && change.collection === 'comments') {
		const at = change.record.at;
		if (typeof at === 'number' && at > now + MAX_CLOCK_AHEAD_MS)
			return deny('P-10', 'The comment is dated in the future. Set the clock of this device.');
	}
	return null;
}

function findCreation(court: Court, group: Touch[]): Creation | null {
	const record = group.find((touch) => touch.part === 'record');
	if (!record?.left || court.board.get(record.collection, record.id)) return null;
	const patches = new Map(group.map((touch) => [touch.field, touch.left]));
	const { collection, id } = record;
	const row = decodeRow(collection, id, record.left.value, (field) => patches.get(field));
	return { kind: 'create', collection, id, record: row as unknown as AnyRecord };
}

function openOnExisting(court: Court, group: Touch[], actor: Actor, judge: Judge): Case[] {
	const { collection, id } = group[0]!;
	const row = court.board.get(collection, id) as AnyRecord | undefined;
	const record = group.find((touch) => touch.part === 'record');
	const patches = group.filter((touch) => touch.part === 'patch');
	if (!row) return patches.filter((touch) => touch.left).map((touch) => openOrphan(touch));
	if (record && !record.left) {
		const deletion: Deletion = { kind: 'delete', collection, id, record: row };
		return [openCase(deletion, group, judge)];
	}
	const cases = patches.map((touch) => openWrite(court, touch, row, actor, judge));
	if (record) cases.unshift(openSecondCreation(court, record, row));
	return cases;
}

function openOrphan(touch: Touch): Case {
	const { collection, id, field } = touch;
	const after = touch.left?.value;
	return {
		change: { kind: 'write', collection, id, field, before: undefined, after },
		touches: [touch],
		denial: deny('P-5', 'It is not on this board any more. Make it again.'),
		superseded: false,
		silent: false
	};
}

/** A record is written once: whoever makes the same id again meant its fields. */
function openSecondCreation(court: Court, touch: Touch, row: AnyRecord): Case {
	const { collection, id } = touch;
	const label = entityOf(collection).label.toLowerCase();
	return {
		change: { kind: 'create', collection, id, record: row },
		touches: [touch],
		denial: deny('P-13', `This ${label} exists already. Change its fields instead.`),
		superseded: false,
		silent: sameValue(recordsOf(court, collection).get(id), touch.left?.value)
	};
}

function openWrite(court: Court, touch: Touch, row: AnyRecord, actor: Actor, judge: Judge): Case {
	const { collection, id, field } = touch;
	const before = row[field];
	const after = valueLeft(court, touch);
	const change: FieldWrite = { kind: 'write', collection, id, field, before, after };
	const opened = openCase(change, [touch], judge);
	opened.silent = sameValue(before, after);
	const unseen =
		touch.written &&
		touch.stale &&
		!court.authors.isOwnSetBack(keyOf(touch), actor.user, touch.current);
	opened.superseded = opened.denial === null && unseen && !opened.silent;
	if (field === 'position' && (collection === 'projects' || collection === 'modules'))
		opened.standing = standingOf(court.board, collection, id);
	return opened;
}

/** Only its maker deletes a record, while nobody else has changed it; that nothing names it is asked afterwards. */
function judgeDeletion(court: Court, change: Deletion, actor: Actor): Denial | null {
	const { collection, id } = change;
	const archive = deny('P-13', 'Archive it instead; only what you have just made can be deleted.');
	const isOwn = (root: string, key: string): boolean => {
		const item = court.board.doc.getMap(root)._map.get(key);
		if (!item || item.deleted) return true;
		const user = court.authors.find(`${root}\0${key}`)?.user ?? court.ownerOf(item.id.client);
		return user === actor.user;
	};
	if (!isOwn(recordRoot(collection), id)) return archive;
	for (const field of entityOf(collection).order)
		if (!isOwn(patchRoot(collection), `${id}/${field}`)) return archive;
	return null;
}

export function recordsOf(court: Court, collection: CollectionName): Y.Map<unknown> {
	return court.board.doc.getMap(recordRoot(collection));
}

export function patchesOf(court: Court, collection: CollectionName): Y.Map<unknown> {
	return court.board.doc.getMap(patchRoot(collection));
}
