// The way out: what waits on this device as one file, and logging out so that nothing of the user stays here.

import { forgetDevice } from './forget-device.ts';
import { openOutboxStore, readIntents } from './outbox.ts';
import { exportIntents } from './unsent.ts';

/** Edits of a user that wait on this device, of every board, as a JSON file to take along. */
export async function exportUnsentOf(user: string): Promise<Blob> {
	const db = await openOutboxStore(user);
	const intents = db ? await readIntents(db).catch(() => []) : [];
	db?.close();
	const boards = [...new Set(intents.map((intent) => intent.board))];
	const parts = boards.map((id) =>
		exportIntents(
			{ id, name: '' },
			intents.filter((intent) => intent.board === id)
		)
	);
	return new Blob([`[${parts.join(',\n')}]`], { type: 'application/json' });
}

/** Hands a file to the browser's downloads. */
export function saveFile(file: Blob, name: string): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL(address);
}

/** Forgets the user on this device and logs out; the page is left. Unsent edits are lost: ask `countUnsent` first. */
export async function logOut(user: string): Promise<void> {
	await forgetDevice(user);
	const form = document.createElement('form');
	form.method = 'post';
	form.action = '/logout';
	document.body.append(form);
	form.submit();
}
