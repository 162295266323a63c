// What a batch made and changed, as it is stored beside the batch: enough to take it back, no more.
import type { CollectionName } from '#lib/model/board.ts';
import { collectionNames } from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import type { Remark } from '#lib/model/import.ts';

export interface LedgerWrite {
	collection: CollectionName;
	id: string;
	field: string;
	before: unknown;
	after: unknown;
}

export interface Ledger {
	created: { [C in CollectionName]?: string[] };
	writes: LedgerWrite[];
	/** What the import, or its undo, had to say. */
	remarks: Remark[];
}

const KEPT_REMARKS = 300;

export function keepLedger(changes: readonly Change[], remarks: readonly Remark[]): Ledger {
	const ledger: Ledger = { created: {}, writes: [], remarks: remarks.slice(0, KEPT_REMARKS) };
	for (const change of changes) {
		if (change.kind === 'create') (ledger.created[change.collection] ??= []).push(change.id);
		else if (change.kind === 'write') {
			const { collection, id, field, before, after } = change;
			ledger.writes.push({ collection, id, field, before, after });
		}
	}
	return ledger;
}

/**
 * One batch begun twice: what either made, and of a value changed twice what stood at first and what stands at last. The
 * second plan holds only what the first had not done, and an undo must reach both. Remarks are the later ones.
 */
export function mergeLedgers(earlier: Ledger, later: Ledger): Ledger {
	const created: Ledger['created'] = { ...earlier.created };
	for (const collection of collectionNames) {
		const ids = [...(earlier.created[collection] ?? []), ...(later.created[collection] ?? [])];
		if (ids.length > 0) created[collection] = [...new Set(ids)];
	}
	const writes = new Map<string, LedgerWrite>();
	for (const write of [...earlier.writes, ...later.writes]) {
		const key = `${write.collection}/${write.id}/${write.field}`;
		const known = writes.get(key);
		writes.set(key, known ? { ...known, after: write.after } : write);
	}
	return { created, writes: [...writes.values()], remarks: later.remarks };
}

/** The ledger in a stored report; an empty one where there is none. */
export function readLedger(report: unknown): Ledger {
	const given = (report ?? {}) as Partial<Ledger>;
	return { created: given.created ?? {}, writes: given.writes ?? [], remarks: given.remarks ?? [] };
}

/** Records the batch made, those that refer to others first. */
export function* createdBackwards(
	ledger: Ledger
): Generator<{ collection: CollectionName; id: string }> {
	for (const collection of [...collectionNames].reverse())
		for (const id of ledger.created[collection] ?? []) yield { collection, id };
}
