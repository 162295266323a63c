// The board's copy on this device: a y-indexeddb database named after user, board and epoch. Nobody else's copy can be
// opened by mistake, and a copy of an old epoch is never merged into a new one (that would double its content).

import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

export const copyName = (user: string, board: string, epoch: number): string =>
	`${user}:${board}:${epoch}`;

/** A browser that does not answer must not keep the board closed. */
const PATIENCE_MS = 4000;

export interface OfflineCopy {
	/** Puts this update into the document and, as it is, into the copy. */
	fill(update: Uint8Array): void;
	close(): Promise<void>;
	/** Empties it, other tabs' hold on it or not, and closes it. */
	discard(): Promise<void>;
}

/** Loads the copy into `doc` and keeps it up to date from then on. Resolves once it is loaded. */
export async function openCopy(name: string, doc: Y.Doc): Promise<OfflineCopy> {
	const none: OfflineCopy = {
		fill: (update) => Y.applyUpdate(doc, update),
		close: () => Promise.resolve(),
		discard: () => Promise.resolve()
	};
	if (typeof indexedDB === 'undefined') return none;
	const kept = new IndexeddbPersistence(name, doc);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const loaded = await Promise.race([
		kept.whenSynced.then(() => true),
		// y-indexeddb never settles when the database cannot be opened.
		canOpen(name).then((can) => (can ? new Promise<boolean>(() => undefined) : false)),
		new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE_MS)))
	]);
	clearTimeout(timer);
	if (!loaded) {
		kept.destroy().catch(() => undefined);
		return none;
	}
	let isOpen = true;
	const close = async (): Promise<void> => {
		isOpen = false;
		await kept.destroy().catch(() => undefined);
	};
	return {
		fill(update) {
			// Who listens for updates has them written anew by Yjs, which takes half as long as reading them.
			doc.off('update', kept._storeUpdate);
			Y.applyUpdate(doc, update);
			doc.on('update', kept._storeUpdate);
			kept._storeUpdate(update, null);
		},
		close,
		async discard() {
			if (isOpen && kept.db) {
				const [updates] = idb.transact(kept.db, ['updates']);
				await idb.rtop(updates!.clear()).catch(() => undefined);
			}
			await close();
		}
	};
}

async function canOpen(name: string): Promise<boolean> {
	try {
		const db = await idb.openDB(name, (fresh) =>
			idb.createStores(fresh, [['updates', { autoIncrement: true }], ['custom']])
		);
		db.close();
		return true;
	} catch {
		return false;
	}
}
