// Carries changes out on the live board, a few at a time: between two chunks everybody else's edits go through. What
// somebody has changed since the plan was made is left to them.
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import type { Change } from '#lib/model/change.ts';
import { sameValue } from '#lib/model/value.ts';

export const CHUNK = 250;
/** A chunk ends early when it has held the board this long. */
const CHUNK_MS = 15;

export interface Applied {
	/** How many of the changes are dealt with. */
	done: number;
	/** Changes that were left to whoever edited in the meantime. */
	passed: Change[];
}

/** Applies changes from `start` on, inside a transaction of the board. */
export function applyChunk(board: BoardDoc, changes: readonly Change[], start: number): Applied {
	const passed: Change[] = [];
	const until = Math.min(changes.length, start + CHUNK);
	const from = performance.now();
	let at = start;
	while (at < until && (at === start || performance.now() - from < CHUNK_MS)) {
		const change = changes[at]!;
		if (!applyOne(board, change)) passed.push(change);
		at++;
	}
	return { done: at - start, passed };
}

function applyOne(board: BoardDoc, change: Change): boolean {
	const { collection, id } = change;
	const row = board.get(collection, id) as Readonly<Record<string, unknown>> | undefined;
	if (change.kind === 'create') {
		if (row) return false;
		const { id: _id, ...fields } = change.record;
		board.create(collection, id, fields as never);
		return true;
	}
	if (change.kind !== 'write' || !row || !sameValue(row[change.field], change.before)) return false;
	board.write(collection, id, change.field as never, change.after as never);
	return true;
}
