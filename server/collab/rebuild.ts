// A board written anew: every row as one record with nothing overwritten behind it. Its content is the same, its
// history is gone, so it needs a new epoch. Refuses a board that a newer version has written to.
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { patchRoot, recordRoot, splitPatchKey } from '#lib/doc/codec.ts';
import { exportBoard } from '#lib/doc/export-board.ts';
import { collectionNames, entityOf, type CollectionName } from '#lib/model/board.ts';

/** Returns one update that makes the same rows from nothing. Throws when a row would not come out the same. */
export function rebuildBoard(update: Uint8Array): Uint8Array {
	const old = new Y.Doc();
	Y.applyUpdate(old, update);
	for (const name of collectionNames) assertKnown(old, name);
	const before = new BoardDoc(old);
	const fresh = new Y.Doc();
	const after = new BoardDoc(fresh);
	fresh.transact(() => {
		for (const name of collectionNames) {
			for (const row of before.all(name)) after.create(name, row.id, row);
		}
	});
	if (JSON.stringify(exportBoard(before)) !== JSON.stringify(exportBoard(after)))
		throw new Error('The rebuilt board differs from the board: nothing was written.');
	const bytes = Y.encodeStateAsUpdate(fresh);
	before.destroy();
	after.destroy();
	old.destroy();
	fresh.destroy();
	return bytes;
}

/** What this version cannot read it would leave behind. */
function assertKnown(doc: Y.Doc, name: CollectionName): void {
	const { order } = entityOf(name);
	for (const [id, tuple] of doc.getMap(recordRoot(name))) {
		if (Array.isArray(tuple) && tuple.length > order.length)
			throw new Error(`${name}/${id} was written by a newer version: compact with that one.`);
	}
	for (const key of doc.getMap(patchRoot(name)).keys()) {
		const field = splitPatchKey(key)?.field;
		if (field !== undefined && !order.includes(field as never))
			throw new Error(`${name}/${key} was written by a newer version: compact with that one.`);
	}
}
