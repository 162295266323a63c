// Many updates as one, through a document, which lets go of what was overwritten: merging the bytes alone would keep it.
import * as Y from 'yjs';
import { LogDamaged } from './log-errors.ts';

/** Returns one update that says the same. Throws LogDamaged when an update refers to one that is not among them. */
export function mergeUpdates(boardId: string, epoch: number, updates: Uint8Array[]): Uint8Array {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	const complete = doc.store.pendingStructs === null && doc.store.pendingDs === null;
	const bytes = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	if (!complete) throw new LogDamaged(boardId, epoch, 'an update refers to one that is not there');
	return bytes;
}
