// One change of a board, as the referee, the undo stack, the outbox and the audit speak of it.

import type { CollectionName } from './board.ts';

/** A field got another value. Deleting a patch is a write of the record's own value. */
export interface FieldWrite {
	kind: 'write';
	collection: CollectionName;
	id: string;
	field: string;
	before: unknown;
	after: unknown;
}

/** A record came into being; `record` holds every field, overlaid with patches of the same update. */
export interface Creation {
	kind: 'create';
	collection: CollectionName;
	id: string;
	record: Readonly<Record<string, unknown>> & { id: string };
}

/** A record was taken away. Only its creator may, while nobody else has touched or named it; others archive. */
export interface Deletion {
	kind: 'delete';
	collection: CollectionName;
	id: string;
	record: Readonly<Record<string, unknown>> & { id: string };
}

export type Change = FieldWrite | Creation | Deletion;
