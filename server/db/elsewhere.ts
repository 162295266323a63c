// What a board's people are booked for on other boards of the organisation, from the projected rows. Only bookings that
// count, of people whom both boards show, on boards that are not archived.
import { aliasedTable, and, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Reach } from './reach.ts';
import {
	boardPeople,
	boardProjections,
	boards,
	memberships,
	projectedAllocations
} from './schema.ts';

export interface BookedElsewhere {
	board: string;
	allocation: string;
	person: string;
	from: string;
	to: string;
	loadMode: 'perDay' | 'percent' | 'total' | null;
	loadAmount: number | null;
	contour: 'flat' | 'front' | 'back';
	certainty: 'tentative' | 'confirmed' | 'requested';
	probabilityBp: number | null;
}

/** Bookings elsewhere that end on `since` or later; only of `people` where they are given. */
export async function listBookedElsewhere(
	db: Reach,
	board: string,
	people: ReadonlySet<string> | null,
	since: string
): Promise<BookedElsewhere[]> {
	if (people?.size === 0) return [];
	const there = aliasedTable(boardPeople, 'there');
	const own = aliasedTable(boards, 'own');
	const booked = projectedAllocations;
	const rows = await db
		.select({
			board: booked.board,
			allocation: booked.id,
			person: booked.person,
			from: booked.from,
			to: booked.to,
			loadMode: booked.loadMode,
			loadAmount: booked.loadAmount,
			contour: booked.contour,
			certainty: booked.certainty,
			probabilityBp: booked.probabilityBp
		})
		.from(boardPeople)
		.innerJoin(own, eq(own.id, boardPeople.board))
		.innerJoin(booked, eq(booked.person, boardPeople.person))
		.innerJoin(
			boards,
			and(
				eq(boards.id, booked.board),
				eq(boards.organisation, own.organisation),
				isNull(boards.archivedAt)
			)
		)
		// Somebody the other board does not show is nobody's booking there, whatever the document says.
		.innerJoin(there, and(eq(there.board, booked.board), eq(there.person, booked.person)))
		.where(
			and(
				eq(boardPeople.board, board),
				ne(booked.board, board),
				eq(booked.counts, true),
				gte(booked.to, since),
				people ? inArray(boardPeople.person, [...people]) : undefined
			)
		);
	return rows.map((row) => ({ ...row, from: row.from!, to: row.to! }));
}

/** Names of the organisation's boards to which everybody of this one belongs as well, by id. */
export async function listBoardsOpenToAll(db: Reach, board: string): Promise<Map<string, string>> {
	const own = aliasedTable(boards, 'own');
	const rows = await db
		.select({ id: boards.id, name: boards.name })
		.from(boards)
		.innerJoin(own, and(eq(own.id, board), eq(own.organisation, boards.organisation)))
		.where(
			and(
				ne(boards.id, board),
				sql`exists (select from ${memberships} m where m.board = ${board})`,
				sql`not exists (
					select from ${memberships} m where m.board = ${board} and not exists (
						select from ${memberships} t where t.board = ${boards.id} and t."user" = m."user"))`
			)
		);
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the ids of this board's rows are made with; undefined for a board that was never opened. */
export async function findProjectionSalt(db: Reach, board: string): Promise<string | undefined> {
	const [row] = await db
		.select({ salt: boardProjections.salt })
		.from(boardProjections)
		.where(eq(boardProjections.board, board));
	return row?.salt;
}
