// What holds for a booking besides access (P-22, P-23): a locked one stays as it is, and somebody of another home team
// is asked for, never taken. Judged on the board before the change, with what the same step says of lock and certainty.

import type { BoardReader, CollectionName, EntityIn, FieldName } from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import type { Denial } from './can.ts';
import { plans, type Actor } from './roles.ts';

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
	'project',
	'module',
	'task',
	'span',
	'load',
	'contour'
]);

/** The home team of a person; empty where none is known. */
export function unitOf(board: BoardReader, person: string): string {
	return person === '' ? '' : (board.get('people', person)?.unit ?? '');
}

/**
 * True where the actor, of the team `own`, speaks for the team `unit`: any owner, whoever is of it, and everybody where it
 * is no team or, on none of the organisation's boards, has somebody who plans (P-23).
 */
export function speaksFor(
	{ role }: Pick<Actor, 'role'>,
	own: string,
	{ unit, isPlanned }: { unit: string; isPlanned: boolean }
): boolean {
	return role === 'owner' || unit === '' || unit === own || !isPlanned;
}

/** True where the actor speaks for the person's home team (P-23). */
export function isHomeTeam(actor: Actor, person: string, board: BoardReader): boolean {
	const isPlanned = board.get('people', person)?.homePlans ?? false;
	return speaksFor(actor, unitOf(board, actor.person), { unit: unitOf(board, person), isPlanned });
}

const no = (rule: string, remedy: string): Denial => ({ ok: false, rule, remedy });

/**
 * P-22, P-23: why this change of a booking may not stand, or null. `step` is the board with what the same step says of
 * lock, certainty and person.
 */
export function refuseBooking(actor: Actor, change: Change, step: BoardReader): Denial | null {
	if (change.kind === 'delete') return null;
	if (change.kind === 'create') {
		const { certainty, person } = change.record as unknown as Allocation;
		if (certainty !== 'confirmed' || isHomeTeam(actor, person, step)) return null;
		return no('P-23', `${belongs(person, step)} Request the booking; that team confirms it.`);
	}
	const row = step.get('allocations', change.id);
	if (!row) return null;
	const { field, after } = change;
	if (row.locked && HELD.has(field)) return no('P-22', 'It is locked. Unlock it first.');
	if (row.certainty !== 'confirmed' || isHomeTeam(actor, row.person, step)) return null;
	if ((field === 'certainty' && after === 'confirmed') || field === 'person')
		return no('P-23', `${belongs(row.person, step)} Request the booking; that team confirms it.`);
	return AGREED.has(field)
		? no('P-23', `${belongs(row.person, step)} Request it again to change what was confirmed.`)
		: null;
}

function belongs(person: string, board: BoardReader): string {
	const name = board.get('people', person)?.name ?? 'This person';
	return `${name} belongs to ${unitOf(board, person)}.`;
}

const STANDING: ReadonlySet<string> = new Set<FieldName<'allocations'>>([
	'locked',
	'certainty',
	'person'
]);

/** What a step is judged on besides the board before it. */
export function viewOfStep(
	board: BoardReader,
	actor: Actor,
	changes: readonly Change[]
): BoardReader {
	const view = new StepView(board);
	for (const change of changes) view.note(actor, change);
	return view;
}

/** A board as one step would leave lock, certainty and person of its bookings: what the rest of the step is judged on. */
class StepView implements BoardReader {
	readonly #board: BoardReader;
	readonly #given = new Map<string, Partial<Allocation>>();

	constructor(board: BoardReader) {
		this.#board = board;
	}

	/** Notes a write of the step. Who writes the lock and may has had it open, even where it is shut again. */
	note(actor: Actor, change: Change): void {
		if (change.kind !== 'write' || change.collection !== 'allocations') return;
		const { id, field, after } = change;
		if (!STANDING.has(field) || (field === 'locked' && !plans(actor))) return;
		const given = { [field]: field === 'locked' ? false : after };
		this.#given.set(id, { ...this.#given.get(id), ...given });
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
