// Leaves nothing of a user on this device: copies of boards, the outbox, cached pages. Called at logout, after the person
// was warned of unsent edits.

import { confirmationsName } from './confirmations.svelte.ts';
import { deleteDatabase, listDatabases } from './databases.ts';
import { openOutboxStore, outboxName, readIntents } from './outbox.ts';
import { PAGE_CACHE } from './page-cache.ts';

/** How many edits of a user wait on this device to be sent, all boards together. */
export async function countUnsent(user: string): Promise<number> {
	const db = await openOutboxStore(user);
	if (!db) return 0;
	const intents = await readIntents(db).catch(() => []);
	db.close();
	return new Set(intents.map((intent) => intent.edit)).size;
}

/** Deletes everything this device keeps for a user. Unsent edits are lost: ask `countUnsent` first. */
export async function forgetDevice(user: string): Promise<void> {
	if (typeof indexedDB !== 'undefined') {
		const names = new Set([
			...(await listDatabases(user)),
			outboxName(user),
			confirmationsName(user)
		]);
		await Promise.all([...names].map(deleteDatabase));
	}
	if (typeof caches === 'undefined') return;
	for (const name of await caches.keys())
		if (name.startsWith(PAGE_CACHE)) await caches.delete(name);
}
