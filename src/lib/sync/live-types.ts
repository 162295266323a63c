// What screens see of a live board besides its rows: the save state, who else is there, and what to tell the person.

import type { Missing } from '#lib/domain/gates.ts';
import type { CollectionName } from '#lib/model/board.ts';
import type { Outcome } from '#lib/doc/edit-context.ts';

export type SaveKind = 'saved' | 'saving' | 'offline' | 'reconnecting' | 'not-allowed';

export interface SaveState {
	kind: SaveKind;
	/** Begins with Saved, Saving, Offline or Not allowed. */
	text: string;
	/** Edits kept on this device that the server has not confirmed. */
	kept: number;
	/** When everything was last confirmed, milliseconds since 1970; null before that. */
	at: number | null;
	/** `evaluation storage` where the server keeps its data without a real database, else empty. */
	hint: string;
}

/** What is being dragged, where it hovers; or null. */
export interface Dragging {
	collection: CollectionName;
	id: string;
	/** Stage, row or day it hovers over, as the screen understands it. */
	target?: string;
}

export interface Presence {
	view?: string;
	dragging?: Dragging | null;
	selection?: string[];
}

export interface Peer {
	clientId: number;
	/** Person id; empty for a login that is nobody on the plan. */
	person: string;
	name: string;
	initials: string;
	/** Degrees on the colour wheel, cool hues only, the same for a person everywhere. */
	hue: number;
	view: string;
	dragging: Dragging | null;
	selection: readonly string[];
}

/**
 * `denied`: a rule set an edit back. `superseded`: somebody was first. `conflict`: an edit kept from before a rejoin met
 * a newer value. `closed`: the board cannot be reached any more, `text` says why.
 */
export type NoticeKind = 'denied' | 'superseded' | 'conflict' | 'closed';

export interface Notice {
	key: string;
	kind: NoticeKind;
	/** One or two sentences for a toast. */
	text: string;
	rule: string;
	remedy: string;
	missing?: readonly Missing[];
	collection: CollectionName | '';
	id: string;
	field: string;
	yours?: unknown;
	theirs?: unknown;
	/** Name of whoever was first. */
	by: string;
	at: number;
	/** Writes the own value after all, as an ordinary edit; absent where there is nothing to write. */
	useMine?: () => Outcome;
}
