// What the referee works on and what it answers. The document is the only thing it reads about a board.
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import type { Authors } from './authors.ts';
import type { InspectLimits } from './inspect.ts';
import type { DerivedRows } from './log.ts';
import type { Refusal } from './refusal.ts';

export interface Court {
	readonly board: BoardDoc;
	readonly authors: Authors;
	/** The user a Yjs client id is bound to; undefined for one nobody has used. */
	ownerOf(client: number): string | undefined;
	/** Whether the user may take this client id, which nobody has written under, into use. */
	mayBind(user: string, client: number): boolean;
	/** The person behind a user; empty where there is none or it is not known. */
	personOf(user: string): string;
}

export interface JudgeOptions {
	limits: InspectLimits;
	/** The day it is for the board. */
	today: string;
	/** Milliseconds since 1970. */
	now: number;
	/** Handed to Yjs as the origin of the transaction. */
	origin?: unknown;
}

/** Which change was refused, by which rule, and what would make it possible. `field` is empty for a record. */
export interface DeniedChange {
	collection: string;
	id: string;
	field: string;
	rule: string;
	remedy: string;
}

/** A write made without having seen what stood there. */
export interface SupersededWrite {
	collection: string;
	id: string;
	field: string;
	yours: unknown;
	theirs: unknown;
	/** Person id of whoever wrote what stands; empty where it is not known. */
	by: string;
	/** Milliseconds since 1970; 0 where it is not known. */
	at: number;
}

export interface Ruling {
	ok: true;
	/** What goes into the log; null when the document did not change. */
	update: Uint8Array | null;
	denied: DeniedChange[];
	superseded: SupersededWrite[];
	rows: DerivedRows;
}

export type Judgement = Ruling | { ok: false; refusal: Refusal };

/** A refused key is work for everybody; so many at once are no slip. */
export const MAX_DENIED_KEYS = 500;
/** A clock may be a little fast. */
export const MAX_CLOCK_AHEAD_MS = 5 * 60_000;
