// The databases that this device keeps for a user: which there are, and how they go. Fetched when it comes to that.

import { copyName } from './offline-copy.ts';

/** Names of this device's databases that belong to a user; empty where the browser does not tell. */
export async function listDatabases(user: string): Promise<string[]> {
	if (typeof indexedDB === 'undefined' || !('databases' in indexedDB)) return [];
	const all = await indexedDB.databases();
	return all.flatMap(({ name }) => (name?.startsWith(`${user}:`) ? [name] : []));
}

/** Deletes a database without waiting for tabs that still hold it; the browser does it when they let go. */
export function deleteDatabase(name: string): Promise<void> {
	return new Promise((resolve) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = request.onerror = request.onblocked = () => resolve();
	});
}

/** Copies of epochs that are over; what was unsent in them has been written again from the outbox. */
export async function dropOtherEpochs(user: string, board: string, epoch: number): Promise<void> {
	const keep = copyName(user, board, epoch);
	for (const name of await listDatabases(user))
		if (name.startsWith(`${user}:${board}:`) && name !== keep) await deleteDatabase(name);
}
