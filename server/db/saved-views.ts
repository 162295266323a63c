// Saved views of a board. Plain rows, no rules.
import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SavedView, ViewScreen } from '#lib/model/saved-view.ts';
import type { Reach } from './reach.ts';
import { savedViews } from './schema.ts';

export interface ViewRow {
	id: string;
	board: string;
	/** Null for one that is shared. */
	user: string | null;
	screen: ViewScreen;
	name: string;
	query: string;
	place: number | null;
}

const columns = {
	id: savedViews.id,
	board: savedViews.board,
	user: savedViews.user,
	screen: savedViews.screen,
	name: savedViews.name,
	query: savedViews.query,
	place: savedViews.place
};

const isOf = (user: string | null) =>
	user === null ? isNull(savedViews.user) : eq(savedViews.user, user);

/** What a member sees of a board's views: the shared ones and their own, by name. */
export async function listViews(db: Reach, board: string, user: string): Promise<SavedView[]> {
	const rows = await db
		.select(columns)
		.from(savedViews)
		.where(and(eq(savedViews.board, board), or(isOf(null), isOf(user))))
		.orderBy(asc(sql`lower(${savedViews.name})`), asc(savedViews.id));
	return rows.map(({ user: owner, board: _, ...row }) => ({ ...row, shared: owner === null }));
}

/** The views of an owner on a board; null for the shared ones. */
export async function listViewsOf(
	db: Reach,
	board: string,
	user: string | null
): Promise<ViewRow[]> {
	return db
		.select(columns)
		.from(savedViews)
		.where(and(eq(savedViews.board, board), isOf(user)));
}

/** The view where it is on the board and shared, or the login's own. */
export async function findView(
	db: Reach,
	board: string,
	user: string,
	id: string
): Promise<ViewRow | undefined> {
	const [found] = await db
		.select(columns)
		.from(savedViews)
		.where(and(eq(savedViews.id, id), eq(savedViews.board, board), or(isOf(null), isOf(user))));
	return found;
}

/** Ids of the pinned views of a screen in their order. */
export async function listPinned(db: Reach, board: string, screen: ViewScreen): Promise<string[]> {
	const rows = await db
		.select({ id: savedViews.id })
		.from(savedViews)
		.where(
			and(eq(savedViews.board, board), eq(savedViews.screen, screen), isNotNull(savedViews.place))
		)
		.orderBy(asc(savedViews.place), asc(savedViews.id));
	return rows.map((row) => row.id);
}

/** Pins these views in this order; what else was pinned has to be taken out by its own change. */
export async function putPinned(db: Reach, ids: readonly string[]): Promise<void> {
	for (const [place, id] of ids.entries())
		await db.update(savedViews).set({ place }).where(eq(savedViews.id, id));
}

export async function addView(db: Reach, row: ViewRow): Promise<void> {
	await db.insert(savedViews).values(row);
}

export async function changeView(
	db: Reach,
	id: string,
	change: Partial<Pick<ViewRow, 'user' | 'name' | 'query' | 'place'>>
): Promise<void> {
	await db.update(savedViews).set(change).where(eq(savedViews.id, id));
}

export async function deleteView(db: Reach, id: string): Promise<void> {
	await db.delete(savedViews).where(eq(savedViews.id, id));
}
