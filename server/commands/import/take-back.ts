// Takes one imported batch back: records nobody has touched or refers to are removed, values nobody has changed since
// get their old ones. Everything else stays and is said.
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import { collectionNames, entityOf, type CollectionName } from '#lib/model/board.ts';
import type { Remark } from '#lib/model/import.ts';
import { sameValue } from '#lib/model/value.ts';
import type { LedgerWrite } from './ledger.ts';
import { CHUNK } from './apply.ts';

export interface TakeBack {
	removals: { collection: CollectionName; id: string }[];
	writes: LedgerWrite[];
}

const CHUNK_MS = 15;

/** Does the next steps from `start` on, inside a transaction; returns how many it did and what it kept. */
export function takeBackChunk(
	board: BoardDoc,
	batch: TakeBack,
	start: number
): { done: number; removed: number; restored: number; kept: Remark[] } {
	const result = { done: 0, removed: 0, restored: 0, kept: [] as Remark[] };
	const total = batch.writes.length + batch.removals.length;
	const from = performance.now();
	const removed = new Set<string>();
	while (start + result.done < total && result.done < CHUNK) {
		if (result.done > 0 && performance.now() - from > CHUNK_MS) break;
		const at = start + result.done++;
		const write = batch.writes[at];
		if (write) {
			const reason = restore(board, write);
			if (reason === null) result.restored++;
			else if (reason !== '') result.kept.push(keep(board, write.collection, write.id, reason));
			continue;
		}
		const { collection, id } = batch.removals[at - batch.writes.length]!;
		const reason = findReason(board, collection, id, removed);
		if (reason === null) {
			board.remove(collection, id);
			removed.add(`${collection}/${id}`);
			result.removed++;
		} else if (reason !== '') result.kept.push(keep(board, collection, id, reason));
	}
	return result;
}

/** Null when it was put back, '' when there is nothing to put back, else why it stays. */
function restore(
	board: BoardDoc,
	{ collection, id, field, before, after }: LedgerWrite
): string | null {
	const row = board.get(collection, id) as Readonly<Record<string, unknown>> | undefined;
	if (!row || sameValue(row[field], before)) return '';
	const { label } = entityOf(collection).fields[field] ?? { label: field };
	if (!sameValue(row[field], after)) return `${label} has been changed since.`;
	board.write(collection, id, field as never, before as never);
	return null;
}

/** Null when it can go, '' when it is gone, else why it stays. */
function findReason(
	board: BoardDoc,
	collection: CollectionName,
	id: string,
	removed: ReadonlySet<string>
): string | null {
	const row = board.get(collection, id) as Readonly<Record<string, unknown>> | undefined;
	if (!row) return '';
	const changed = board
		.patchedFields(collection, id)
		.find((field) => !sameValue(row[field], board.recordValue(collection, id, field)));
	if (changed !== undefined) {
		const { label } = entityOf(collection).fields[changed]!;
		return `${label} has been changed since.`;
	}
	for (const { from, field } of referrersOf(collection))
		for (const other of board.where(from, field as never, id))
			if (!removed.has(`${from}/${other.id}`))
				return `${entityOf(from).label} “${nameOf(other)}” belongs to it.`;
	return collection === 'stages' ? findStanding(board, id, removed) : null;
}

/** Positions are no references, so cards in a stage are looked for one by one. */
function findStanding(board: BoardDoc, stage: string, removed: ReadonlySet<string>): string | null {
	for (const kind of ['projects', 'modules'] as const)
		for (const card of board.all(kind))
			if (card.position?.stage === stage && !removed.has(`${kind}/${card.id}`))
				return `“${nameOf(card)}” stands in it.`;
	return null;
}

/** Every field the search for referrers looks things up by; asked one at a time, each lookup stays short. */
export function listLookups(): { from: CollectionName; field: string }[] {
	return collectionNames.flatMap((name) => referrersOf(name));
}

const referrers = new Map<CollectionName, { from: CollectionName; field: string }[]>();

/** Fields of other collections that point to this one. */
function referrersOf(collection: CollectionName): { from: CollectionName; field: string }[] {
	let found = referrers.get(collection);
	if (!found) {
		found = collectionNames.flatMap((from) =>
			Object.entries(entityOf(from).fields).flatMap(([field, { refersTo }]) =>
				refersTo === collection ? [{ from, field }] : []
			)
		);
		referrers.set(collection, found);
	}
	return found;
}

function keep(board: BoardDoc, collection: CollectionName, id: string, reason: string): Remark {
	const row = board.get(collection, id);
	const { label } = entityOf(collection);
	return {
		...{ level: 'note', row: 0, kind: 'kept' },
		text: `${label} “${row ? nameOf(row) : id}”: ${reason}`,
		done: 'It stays as it is.'
	};
}

function nameOf(row: object): string {
	const { title, name, role, text, id } = row as Record<string, unknown>;
	return (
		[title, name, role, text, id].find(
			(one): one is string => typeof one === 'string' && one !== ''
		) ?? ''
	);
}
