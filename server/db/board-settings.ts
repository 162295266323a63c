// What owners set on a board as a whole: that it exists, its name, its preset, that it is archived.
import { and, count, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import type { Preset } from '#lib/policy/roles.ts';
import type { Reach } from './reach.ts';
import { boardPeople, boards, people } from './schema.ts';

export interface NewBoard {
	id: string;
	organisation: string;
	name: string;
	preset: Preset;
	timeZone: string;
	isDemo: boolean;
}

export async function addBoard(db: Reach, board: NewBoard): Promise<void> {
	await db.insert(boards).values(board);
}

export async function changeBoard(
	db: Reach,
	id: string,
	change: { name?: string; preset?: Preset; timeZone?: string; archivedAt?: Date }
): Promise<void> {
	await db.update(boards).set(change).where(eq(boards.id, id));
}

/** How many boards of the organisation are not archived. */
export async function countLiveBoards(db: Reach, organisation: string): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(boards)
		.where(and(eq(boards.organisation, organisation), isNull(boards.archivedAt)));
	return row?.n ?? 0;
}

/** Boards of the organisation that are not archived. */
export async function listLiveBoards(db: Reach, organisation: string): Promise<string[]> {
	const rows = await db
		.select({ id: boards.id })
		.from(boards)
		.where(and(eq(boards.organisation, organisation), isNull(boards.archivedAt)));
	return rows.map((row) => row.id);
}

export async function listDemoBoards(db: Reach, organisation: string): Promise<string[]> {
	const rows = await db
		.select({ id: boards.id })
		.from(boards)
		.where(and(eq(boards.organisation, organisation), eq(boards.isDemo, true)));
	return rows.map((row) => row.id);
}

/** Deletes boards with all they hold, and the people nobody else shows; logins stay. */
export async function deleteBoards(db: Reach, ids: string[]): Promise<void> {
	if (ids.length === 0) return;
	const shown = await db
		.select({ person: boardPeople.person })
		.from(boardPeople)
		.where(inArray(boardPeople.board, ids));
	await db.delete(boards).where(inArray(boards.id, ids));
	const persons = shown.map((row) => row.person);
	if (persons.length === 0) return;
	const elsewhere = db.select({ person: boardPeople.person }).from(boardPeople);
	await db.delete(people).where(and(inArray(people.id, persons), notInArray(people.id, elsewhere)));
}
