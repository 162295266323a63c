// Edits the server has not confirmed, as a file a person can keep and read.

import type { Intent } from './outbox.ts';

/** JSON: the board, and each change with its value before and after. */
export function exportIntents(
	board: { id: string; name: string },
	intents: readonly Intent[]
): string {
	const edits = intents.map(({ at, change }) => ({ at: new Date(at).toISOString(), ...change }));
	return JSON.stringify({ board, edits }, null, '\t');
}
