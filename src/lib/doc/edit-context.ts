// What every verb is given and gives back. A refused verb has written nothing and says which rule refused it.

import type { Day } from '#lib/domain/days.ts';
import type { Missing } from '#lib/domain/gates.ts';
import type { CollectionName } from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import type { Actor } from '#lib/policy/roles.ts';
import type { BoardDoc } from './board-doc.ts';

/** Who edits which board, and where time and chance come from. The context is the origin of its transactions. */
export interface EditContext {
	readonly board: BoardDoc;
	readonly actor: Actor;
	today: () => Day;
	/** Milliseconds since 1970. */
	now: () => number;
	/** As Math.random. */
	random: () => number;
}

export interface Denied {
	/** Rule id of RULES.md; `field` for a value that is not of the field's kind, `undo` for an undo that came too late. */
	rule: string;
	/** One sentence: what would make it possible. */
	remedy: string;
	/** What a gate misses, where a gate refused. */
	missing?: Missing[];
	collection: CollectionName;
	id: string;
	field: string;
}

/** `changes` is what was written, in order; empty where everything stood as asked already. */
export type Outcome<T = void> =
	{ ok: true; value: T; changes: Change[] } | { ok: false; denied: Denied };
