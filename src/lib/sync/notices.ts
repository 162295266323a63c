// What the person is told of edits that did not stand, in sentences. Builds notices; shows nothing.

import { entityOf, findField, type BoardReader, type CollectionName } from '#lib/model/board.ts';
import type { Outcome } from '#lib/doc/edit-context.ts';
import type { Ending } from './board-session.ts';
import type { Notice } from './live-types.ts';
import type { DeniedChange, SupersededChange } from './messages.ts';
import type { FieldIntent } from './rebase.ts';

type Target = { collection: CollectionName; id: string; field: string };
/** Writes a value over what stands; given to `useMine`. */
export type WriteMine = (target: Target, value: unknown) => Outcome;

const blank = { rule: '', remedy: '', by: '', collection: '' as const, id: '', field: '' };

/** "Title of Safety course", or what of it is known. */
export function nameTarget(board: BoardReader, { collection, id, field }: Target): string {
	const row = board.get(collection, id) as Record<string, unknown> | undefined;
	const own = row?.title ?? row?.name ?? row?.text;
	const named =
		typeof own === 'string' && own !== '' ? own : entityOf(collection).label.toLowerCase();
	const label = findField(collection, field)?.label;
	return label ? `${label} of ${named}` : named;
}

export function denialNotice(board: BoardReader, denied: DeniedChange, at: number): Notice {
	const { collection, id, field, rule, remedy } = denied;
	const key = `denied:${collection}/${id}/${field}:${at}`;
	const text = `${nameTarget(board, denied)} was set back. ${remedy}`;
	return { ...blank, key, kind: 'denied', text, rule, remedy, collection, id, field, at };
}

export function supersededNotice(
	board: BoardReader,
	change: SupersededChange,
	at: number,
	write: WriteMine
): Notice {
	const { collection, id, field, yours, theirs } = change;
	const by = board.get('people', change.by)?.name ?? 'Somebody';
	const key = `superseded:${collection}/${id}/${field}:${at}`;
	const text = `${by} changed ${nameTarget(board, change)} first; that stands.`;
	const notice: Notice = {
		...blank,
		key,
		kind: 'superseded',
		text,
		collection,
		id,
		field,
		yours,
		theirs,
		by,
		at
	};
	return field === '' ? notice : { ...notice, useMine: () => write(change, yours) };
}

/** A kept edit met a newer value after a rejoin. */
export function conflictNotice(
	board: BoardReader,
	intent: FieldIntent & { theirs: unknown },
	at: number,
	write: WriteMine
): Notice {
	const { collection, id, field, value: yours, theirs } = intent;
	const key = `conflict:${collection}/${id}/${field}:${at}`;
	const isThere = board.get(collection, id) !== undefined;
	const text = isThere
		? `${nameTarget(board, intent)} was changed while you were away; the newer value stands.`
		: `${nameTarget(board, intent)} is not on the board any more; your edit of it was kept out.`;
	const notice: Notice = {
		...blank,
		key,
		kind: 'conflict',
		text,
		collection,
		id,
		field,
		yours,
		theirs,
		at
	};
	return isThere ? { ...notice, useMine: () => write(intent, yours) } : notice;
}

const endings: Record<Ending, string> = {
	'signed-out': 'Your session has ended. Sign in again to go on.',
	'no-access': 'You are no longer a member of this board.',
	'board-full': 'This board holds as much as it may. Archive it or ask an owner.'
};

export function endingNotice(ending: Ending, kept: number, at: number): Notice {
	const unsent =
		kept === 0 ? '' : ` ${kept} ${kept === 1 ? 'edit is' : 'edits are'} kept on this device.`;
	const text = endings[ending] + unsent;
	return { ...blank, key: `closed:${ending}:${at}`, kind: 'closed', text, rule: ending, at };
}
