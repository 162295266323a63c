// What holds for a booking besides access (P-22, P-23): a locked one stays as it is, and somebody of another home team
// is asked for, never taken. Judged on the board before the change, with what the same step says of lock and certainty.

import type { BoardReader, CollectionName, EntityIn, FieldName } from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import type { Denial } from './can.ts';
import type { Actor } from './roles.ts';

type Allocation = EntityIn<'allocations'>;

/** What a lock holds. Kind, certainty, note and the like may change on a locked booking. */
const HELD: ReadonlySet<string> = new Set<FieldName<'allocations'>>([
	'person',
	'role',
	'skill',
	'level',
	'project',
	'module',
	'task',
	'span',
	'load',
	'contour',
	'archived'
]);
/** What a home team has agreed to when it confirmed. */
const AGREED: ReadonlySet<string> = new Set<FieldName<'allocations'>>([
	'person',
	'span',
	'load',
	'contour'
]);

/** The home team of a person; empty where none is known. */
export function unitOf(board: BoardReader, person: string): string {
	const row = person === '' ? undefined : board.get('people', person);
	return (row as { unit?: string } | undefined)?.unit ?? '';
}

/**
 * True where the actor speaks for the person's home team: any owner, a person without a home team, an actor without
 * one (who plans for all), or the same team on both sides (P-23).
 */
export function isHomeTeam(actor: Actor, person: string, board: BoardReader): boolean {
	if (actor.role === 'owner') return true;
	const unit = unitOf(board, person);
	const own = unitOf(board, actor.person);
	return unit === '' || own === '' || unit === own;
}

const no = (rule: string, remedy: string): Denial => ({ ok: false, rule, remedy });

/** P-22, P-23: why this change of a booking may not stand, or null. */
export function refuseBooking(actor: Actor, change: Change, board: BoardReader): Denial | null {
	if (change.kind === 'delete') return null;
	if (change.kind === 'create') {
		const made = change.record as unknown as Allocation;
		return made.certainty === 'confirmed' ? refuseTaking(actor, made.person, board) : null;
	}
	const row = board.get('allocations', change.id);
	if (!row) return null;
	const { field, after } = change;
	if (row.locked && HELD.has(field)) return no('P-22', 'It is locked. Unlock it first.');
	if (field === 'certainty' && after === 'confirmed') return refuseTaking(actor, row.person, board);
	if (row.certainty !== 'confirmed' || !AGREED.has(field)) return null;
	return (
		refuseTaking(actor, row.person, board) ??
		(field === 'person' ? refuseTaking(actor, after as string, board) : null)
	);
}

function refuseTaking(actor: Actor, person: string, board: BoardReader): Denial | null {
	if (isHomeTeam(actor, person, board)) return null;
	const name = board.get('people', person)?.name ?? 'This person';
	const unit = unitOf(board, person);
	return no(
		'P-23',
		`${name} belongs to ${unit}. Request the booking; a planner of ${unit} confirms it.`
	);
}

/** Fields judged before the others of a step, because the others are judged by them. */
export const isStanding = (change: Change): boolean =>
	change.kind === 'write' &&
	change.collection === 'allocations' &&
	(change.field === 'locked' || change.field === 'certainty');

/** A board on which the lock and the certainty that a step was permitted to write hold already. */
export class WithStanding implements BoardReader {
	readonly #board: BoardReader;
	readonly #given = new Map<string, Partial<Allocation>>();

	constructor(board: BoardReader) {
		this.#board = board;
	}

	/** Notes a permitted write. Whoever writes the lock has had it open, even where it is shut again. */
	note(change: Change): void {
		if (change.kind !== 'write' || !isStanding(change)) return;
		const given = change.field === 'locked' ? { locked: false } : { certainty: change.after };
		this.#given.set(change.id, { ...this.#given.get(change.id), ...given } as Partial<Allocation>);
	}

	get<C extends CollectionName>(collection: C, id: string): EntityIn<C> | undefined {
		const row = this.#board.get(collection, id);
		const given = collection === 'allocations' ? this.#given.get(id) : undefined;
		return row && given ? { ...row, ...given } : row;
	}

	all<C extends CollectionName>(collection: C): Iterable<EntityIn<C>> {
		return this.#board.all(collection);
	}

	where<C extends CollectionName>(collection: C, field: FieldName<C>, value: string) {
		return this.#board.where(collection, field, value);
	}
}
