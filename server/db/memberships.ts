// Who belongs to a board and with which access. Roles are access; duties are on the board itself.
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Actor, Preset, Role } from '#lib/policy/roles.ts';
import type { Reach } from './reach.ts';
import { boards, memberships, organisations, people, users } from './schema.ts';

/** An actor on one board, with where the board belongs. */
export interface Membership extends Actor {
	board: string;
	organisation: string;
	isDemo: boolean;
	/** Of the board; empty means UTC. */
	timeZone: string;
	/** The organisation lets leaders see individuals (P-31). */
	leadersSeePeople: boolean;
	/** Where the organisation's bands of load end; null for the usual (C-24). */
	loadBounds: number[] | null;
}

export interface Member {
	user: string;
	name: string;
	email: string;
	role: Role;
	/** Empty for a login that is nobody on the plan. */
	person: string;
}

/** The login's standing on a board that is not archived; undefined for everybody else. */
export async function findMembership(
	db: Reach,
	user: string,
	board: string
): Promise<Membership | undefined> {
	const [row] = await db
		.select({
			user: memberships.user,
			board: memberships.board,
			role: memberships.role,
			preset: boards.preset,
			organisation: boards.organisation,
			isDemo: boards.isDemo,
			timeZone: boards.timeZone,
			leadersSeePeople: organisations.leadersSeePeople,
			loadBounds: organisations.loadBounds,
			person: people.id
		})
		.from(memberships)
		.innerJoin(boards, eq(boards.id, memberships.board))
		.innerJoin(organisations, eq(organisations.id, boards.organisation))
		.leftJoin(people, eq(people.userId, memberships.user))
		.where(
			and(eq(memberships.user, user), eq(memberships.board, board), isNull(boards.archivedAt))
		);
	return row && { ...row, person: row.person ?? '' };
}

/** Holds the board's row, so that two owners cannot take each other's last right away at the same time. */
export async function lockBoard(tx: Reach, board: string): Promise<void> {
	await tx.select({ id: boards.id }).from(boards).where(eq(boards.id, board)).for('update');
}

export async function listMembers(db: Reach, board: string): Promise<Member[]> {
	const rows = await db
		.select({
			user: users.id,
			name: users.name,
			email: users.email,
			role: memberships.role,
			person: people.id
		})
		.from(memberships)
		.innerJoin(users, eq(users.id, memberships.user))
		.leftJoin(people, eq(people.userId, users.id))
		.where(eq(memberships.board, board))
		.orderBy(asc(users.name), asc(users.id));
	return rows.map((row) => ({ ...row, person: row.person ?? '' }));
}

export async function putMembership(
	db: Reach,
	board: string,
	user: string,
	role: Role
): Promise<void> {
	await db
		.insert(memberships)
		.values({ board, user, role })
		.onConflictDoUpdate({ target: [memberships.board, memberships.user], set: { role } });
}

/** False when there was none. */
export async function deleteMembership(db: Reach, board: string, user: string): Promise<boolean> {
	const gone = await db
		.delete(memberships)
		.where(and(eq(memberships.board, board), eq(memberships.user, user)))
		.returning({ user: memberships.user });
	return gone.length > 0;
}

/** True when the board has an owner other than this login. */
export async function hasOtherOwner(db: Reach, board: string, user: string): Promise<boolean> {
	const found = await db
		.select({ user: memberships.user })
		.from(memberships)
		.where(
			and(eq(memberships.board, board), eq(memberships.role, 'owner'), ne(memberships.user, user))
		)
		.limit(1);
	return found.length > 0;
}

export interface BoardEntry {
	id: string;
	name: string;
	epoch: number;
	preset: Preset;
	role: Role;
	isDemo: boolean;
	timeZone: string;
}

/** Boards of a login that are not archived: the demo's first, then the oldest first. */
export async function listBoardsOf(db: Reach, user: string): Promise<BoardEntry[]> {
	const rows = await db
		.select({
			id: boards.id,
			name: boards.name,
			epoch: boards.epoch,
			preset: boards.preset,
			role: memberships.role,
			isDemo: boards.isDemo,
			timeZone: boards.timeZone,
			createdAt: boards.createdAt
		})
		.from(memberships)
		.innerJoin(boards, eq(boards.id, memberships.board))
		.where(and(eq(memberships.user, user), isNull(boards.archivedAt)))
		.orderBy(asc(boards.createdAt), asc(boards.id));
	return rows
		.map(({ createdAt: _, ...row }) => row)
		.sort((a, b) => Number(b.isDemo) - Number(a.isDemo));
}
