// What to do with kept edits on a document that does not hold them: write again those whose base still stands, report the
// others. Pure: says what, does nothing.

import { findField, type BoardReader, type CollectionName } from '#lib/model/board.ts';
import type { Creation } from '#lib/model/change.ts';
import { sameValue } from '#lib/model/value.ts';
import type { Intent } from './outbox.ts';

export interface FieldIntent {
	collection: CollectionName;
	id: string;
	field: string;
	/** Value the person saw, and the one they wrote. */
	base: unknown;
	value: unknown;
	at: number;
}

export interface Replay {
	/** Records to make again, with everything said of them since. */
	creations: Creation[];
	/** Fields whose base still stands. */
	writes: FieldIntent[];
	/** Fields somebody has changed meanwhile; `theirs` stands now. */
	conflicts: (FieldIntent & { theirs: unknown })[];
}

/** Folds kept edits (oldest first) to one a field and sorts them by what the board says now. */
export function planReplay(intents: readonly Intent[], board: BoardReader): Replay {
	const creations = new Map<string, Creation>();
	const fields = new Map<string, FieldIntent>();
	for (const { change, at } of intents) {
		const { collection, id } = change;
		const record = `${collection}/${id}`;
		if (change.kind === 'create') creations.set(record, change);
		if (change.kind !== 'write' || !findField(collection, change.field)) continue;
		const { field, before, after } = change;
		const made = creations.get(record);
		if (made) creations.set(record, { ...made, record: { ...made.record, [field]: after } });
		const key = `${record}/${field}`;
		const earlier = fields.get(key);
		fields.set(key, {
			collection,
			id,
			field,
			base: earlier ? earlier.base : before,
			value: after,
			at
		});
	}
	const replay: Replay = { creations: [], writes: [], conflicts: [] };
	for (const [record, creation] of creations) {
		if (board.get(creation.collection, creation.id)) creations.delete(record);
		else replay.creations.push(creation);
	}
	for (const intent of fields.values()) {
		// A record that is made again says it already; one that stands is edited like any other.
		if (creations.has(`${intent.collection}/${intent.id}`)) continue;
		const row = board.get(intent.collection, intent.id) as Record<string, unknown> | undefined;
		const theirs = row?.[intent.field];
		if (row && sameValue(theirs, intent.value)) continue;
		if (row && sameValue(theirs, intent.base)) replay.writes.push(intent);
		else replay.conflicts.push({ ...intent, theirs });
	}
	return replay;
}
