// What the overview reads of boards, from the rows their logs project: never a document. Plain rows, no rules.
import { createHash } from 'node:crypto';
import { and, asc, eq, gte, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import { PROJECTION_VERSION } from './projections.ts';
import type { Reach } from './reach.ts';
import {
	auditEvents,
	boardPeople,
	boardProjections,
	boards,
	projectedAllocations,
	projectedProjects,
	projectedStages
} from './schema.ts';

export type AllocationRow = typeof projectedAllocations.$inferSelect;
export type ProjectRow = typeof projectedProjects.$inferSelect;
export type StageRow = typeof projectedStages.$inferSelect;

/** Boards of the list whose rows were never written, or by older code: loading them writes them. */
export async function listUnprojected(db: Reach, of: string[]): Promise<string[]> {
	if (of.length === 0) return [];
	const found = await db
		.select({ board: boardProjections.board })
		.from(boardProjections)
		.where(
			and(inArray(boardProjections.board, of), eq(boardProjections.version, PROJECTION_VERSION))
		);
	const done = new Set(found.map((row) => row.board));
	return of.filter((board) => !done.has(board));
}

/** Bookings that count on any live board of the organisation and touch these days. */
export async function listBookings(
	db: Reach,
	organisation: string,
	from: string,
	to: string
): Promise<AllocationRow[]> {
	const rows = await db
		.select({ row: projectedAllocations })
		.from(projectedAllocations)
		.innerJoin(boards, eq(boards.id, projectedAllocations.board))
		.where(
			and(
				eq(boards.organisation, organisation),
				isNull(boards.archivedAt),
				eq(projectedAllocations.counts, true),
				lte(projectedAllocations.from, to),
				gte(projectedAllocations.to, from)
			)
		);
	return rows.map(({ row }) => row);
}

/** Projects of these boards that are not archived. */
export async function listProjects(db: Reach, of: string[]): Promise<ProjectRow[]> {
	return db
		.select()
		.from(projectedProjects)
		.where(and(inArray(projectedProjects.board, of), eq(projectedProjects.archived, false)));
}

export async function listStages(db: Reach, of: string[]): Promise<StageRow[]> {
	return db
		.select()
		.from(projectedStages)
		.where(and(inArray(projectedStages.board, of), eq(projectedStages.archived, false)));
}

/** Whom live boards of the organisation show: pairs of board and person. */
export async function listShown(
	db: Reach,
	organisation: string
): Promise<{ board: string; person: string }[]> {
	return db
		.select({ board: boardPeople.board, person: boardPeople.person })
		.from(boardPeople)
		.innerJoin(boards, eq(boards.id, boardPeople.board))
		.where(and(eq(boards.organisation, organisation), isNull(boards.archivedAt)));
}

export interface LaunchChange {
	board: string;
	project: string;
	/** ISO days; null for none. */
	before: unknown;
	after: unknown;
}

/** Changes of launch dates since a moment, in their order; what an import brought is no move. */
export async function listLaunchChanges(
	db: Reach,
	of: string[],
	since: Date
): Promise<LaunchChange[]> {
	const { board, record, before, after, collection, field, kind, at, id } = auditEvents;
	return db
		.select({ board, project: record, before, after })
		.from(auditEvents)
		.where(
			and(
				inArray(board, of),
				eq(collection, 'projects'),
				eq(field, 'launch'),
				ne(kind, 'import'),
				gte(at, since)
			)
		)
		.orderBy(asc(id));
}

/**
 * A word that changes when anything the overview shows may have changed: what boards have committed (their mirrors of
 * people and sign-offs with it), and what the organisation has set.
 */
export async function readStamp(db: Reach, organisation: string): Promise<string> {
	const [row] = await db.execute<{ words: string | null }>(sql`
		select concat_ws('|',
			(select string_agg(concat_ws(' ', b.id, b.name, b.preset, b.epoch, c.seq), ',' order by b.id)
				from boards b
				left join board_counter c on c.board = b.id and c.epoch = b.epoch
				where b.organisation = ${organisation} and b.archived_at is null),
			(select concat_ws(' ', o.leaders_see_people, o.blended_rate_minor, o.currency, o.load_bounds)
				from organisations o where o.id = ${organisation}),
			(select concat_ws(' ', count(*), sum(x.amount_minor))
				from external_costs x join boards b on b.id = x.board
				where b.organisation = ${organisation})) as words`);
	return createHash('sha256')
		.update(row?.words ?? '')
		.digest('base64url')
		.slice(0, 22);
}
