// A change the server makes itself: mirrors, imports, commands. Same document, same log, no referee. What was changed
// is read from the transaction, so that an edit need not say it twice.
import * as Y from 'yjs';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import {
	decodeRow,
	patchKey,
	patchRoot,
	recordRoot,
	roots,
	splitPatchKey
} from '#lib/doc/codec.ts';
import type { CollectionName, EntityIn } from '#lib/model/board.ts';
import { sameValue } from '#lib/model/value.ts';
import { firstStage, stagesOf } from '#lib/policy/stages.ts';
import type { Court } from './court.ts';
import type { DerivedRows } from './log.ts';

export type EditKind = 'mirror' | 'import' | 'command' | 'demo';

type AnyRow = Readonly<Record<string, unknown>> & { id: string };

/** Kinds whose origin is written elsewhere, or is nobody's work: no audit of single fields. */
const WITHOUT_AUDIT: readonly EditKind[] = ['mirror', 'demo'];

export interface ServerChange<T> {
	value: T | undefined;
	/** What the change threw; the document then says what it said before. */
	error: unknown;
	update: Uint8Array | null;
	rows: DerivedRows;
}

/** Runs `change` in one transaction and derives the rows that belong beside its update. */
export function changeOnServer<T>(
	{ board, authors }: Court,
	origin: unknown,
	actor: string,
	kind: EditKind,
	now: number,
	change: (board: BoardDoc) => T
): ServerChange<T> {
	const { doc } = board;
	const updates: Uint8Array[] = [];
	const grab = (update: Uint8Array): number => updates.push(update);
	let value: T | undefined;
	let error: unknown;
	let rows: DerivedRows = { audit: [], transitions: [], bindings: [] };
	doc.on('update', grab);
	try {
		doc.transact((transaction) => {
			try {
				value = change(board);
				rows = deriveRows(board, transaction, kind);
				const author = { user: actor, person: '', at: now };
				for (const { root, key } of listKeys(transaction)) authors.note(`${root}\0${key}`, author);
			} catch (thrown) {
				error = thrown ?? new Error('the change threw nothing');
				takeBack(transaction);
			}
		}, origin);
	} finally {
		doc.off('update', grab);
	}
	return {
		value,
		error,
		update: updates.length > 1 ? Y.mergeUpdates(updates) : (updates[0] ?? null),
		rows
	};
}

interface Key {
	map: Y.Map<unknown>;
	root: string;
	key: string;
}

function listKeys(transaction: Y.Transaction): Key[] {
	const keys: Key[] = [];
	for (const [type, changed] of transaction.changed) {
		const root = Y.findRootTypeKey(type as Y.AbstractType<unknown>);
		for (const key of changed)
			if (key !== null) keys.push({ map: transaction.doc.getMap(root), root, key });
	}
	return keys;
}

/** Writes what stood in every key before the transaction; its items are still there until the transaction ends. */
function takeBack(transaction: Y.Transaction): void {
	const isNew = (item: Y.Item): boolean =>
		item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
	for (const { map, key } of listKeys(transaction)) {
		let item: Y.Item | null = map._map.get(key) ?? null;
		while (item && isNew(item)) item = item.left;
		const stood = item && (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id));
		if (stood) map.set(key, item!.content.getContent()[0]);
		else if (map.has(key)) map.delete(key);
	}
}

/** Compares the rows the board still remembers with what the document says now. */
function deriveRows(board: BoardDoc, transaction: Y.Transaction, kind: EditKind): DerivedRows {
	const rows: DerivedRows = { audit: [], transitions: [], bindings: [] };
	if (kind === 'mirror') return rows;
	const touched = new Map<string, { collection: CollectionName; id: string }>();
	for (const { root, key } of listKeys(transaction)) {
		const known = roots.get(root);
		const id = known?.part === 'record' ? key : splitPatchKey(key)?.id;
		if (known && id !== undefined)
			touched.set(`${known.collection}/${id}`, { collection: known.collection, id });
	}
	const first = firstStage(stagesOf(board));
	for (const { collection, id } of touched.values()) {
		const before = board.get(collection, id) as AnyRow | undefined;
		const after = readNow(board, collection, id);
		if (!WITHOUT_AUDIT.includes(kind)) pushAudit(rows, collection, id, before, after, kind);
		if (after && (collection === 'projects' || collection === 'modules'))
			pushTransition(rows, collection, before, after, first, kind);
	}
	return rows;
}

function readNow(board: BoardDoc, collection: CollectionName, id: string): AnyRow | undefined {
	const records = board.doc.getMap(recordRoot(collection));
	const patches = board.doc.getMap(patchRoot(collection));
	if (!records.has(id)) return undefined;
	return decodeRow(collection, id, records.get(id), (field) => {
		const key = patchKey(id, field);
		return patches.has(key) ? { value: patches.get(key) } : undefined;
	}) as unknown as AnyRow;
}

function pushAudit(
	{ audit }: DerivedRows,
	collection: CollectionName,
	record: string,
	before: AnyRow | undefined,
	after: AnyRow | undefined,
	kind: EditKind
): void {
	if (!before || !after) {
		if (before || after)
			audit.push({
				collection,
				record,
				field: '',
				before: before ?? null,
				after: after ?? null,
				kind
			});
		return;
	}
	for (const [field, value] of Object.entries(after))
		if (!sameValue(before[field], value))
			audit.push({ collection, record, field, before: before[field], after: value, kind });
}

function pushTransition(
	{ transitions }: DerivedRows,
	cardKind: 'projects' | 'modules',
	before: AnyRow | undefined,
	after: AnyRow,
	first: string,
	kind: EditKind
): void {
	const stageOf = (row: AnyRow): string =>
		(row as unknown as EntityIn<'projects'>).position?.stage ?? first;
	const from = before ? stageOf(before) : '';
	const to = stageOf(after);
	if (from === to || to === '') return;
	const move = kind === 'import' || kind === 'demo' ? 'import' : 'move';
	transitions.push({ cardKind, card: after.id, from, to, reason: '', kind: move });
}
