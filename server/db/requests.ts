// Bookings that boards ask of home teams they do not have on board, and who answers for such a team. Plain rows.
import { and, asc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Membership } from './memberships.ts';
import type { Reach } from './reach.ts';
import {
	boardPeople,
	boards,
	memberships,
	organisations,
	people,
	projectedAllocations
} from './schema.ts';

/** Somebody of a home team who plans elsewhere, as an actor on a board they do not belong to. */
interface HomePlanner {
	actor: Membership;
	/** Their team, never empty. */
	unit: string;
}

/** The team the login plans for: whoever has one, and plans or owns a live board. */
async function findPlanner(
	db: Reach,
	user: string
): Promise<{ person: string; unit: string; organisation: string } | undefined> {
	const [found] = await db
		.select({ person: people.id, unit: people.unit, organisation: people.organisation })
		.from(memberships)
		.innerJoin(boards, eq(boards.id, memberships.board))
		.innerJoin(people, eq(people.userId, memberships.user))
		.where(
			and(
				eq(memberships.user, user),
				inArray(memberships.role, ['owner', 'planner']),
				isNull(boards.archivedAt),
				eq(boards.organisation, people.organisation),
				eq(people.active, true),
				ne(people.unit, '')
			)
		)
		.limit(1);
	return found;
}

/** Undefined for who plans for no team, and for a board that is not there or of another organisation. */
export async function findHomePlanner(
	db: Reach,
	user: string,
	board: string
): Promise<HomePlanner | undefined> {
	const planner = await findPlanner(db, user);
	if (!planner) return undefined;
	const { person, unit, organisation } = planner;
	const [row] = await db
		.select({
			isDemo: boards.isDemo,
			timeZone: boards.timeZone,
			leadersSeePeople: organisations.leadersSeePeople,
			loadBounds: organisations.loadBounds
		})
		.from(boards)
		.innerJoin(organisations, eq(organisations.id, boards.organisation))
		.where(
			and(eq(boards.id, board), eq(boards.organisation, organisation), isNull(boards.archivedAt))
		);
	const rights = { role: 'planner', preset: 'standard' } as const;
	return row && { actor: { user, person, board, organisation, ...rights, ...row }, unit };
}

export type RequestRow = typeof projectedAllocations.$inferSelect & { name: string };

/** What live boards other than these ask of people of the team the login plans for, the next to begin first. */
export async function listRequests(
	db: Reach,
	user: string,
	except: readonly string[]
): Promise<RequestRow[]> {
	const planner = await findPlanner(db, user);
	if (!planner) return [];
	const rows = await db
		.select({ row: projectedAllocations, name: people.name })
		.from(projectedAllocations)
		.innerJoin(boards, eq(boards.id, projectedAllocations.board))
		.innerJoin(people, eq(people.id, projectedAllocations.person))
		.innerJoin(
			boardPeople,
			and(eq(boardPeople.board, boards.id), eq(boardPeople.person, people.id))
		)
		.where(
			and(
				eq(boards.organisation, planner.organisation),
				isNull(boards.archivedAt),
				eq(people.unit, planner.unit),
				eq(projectedAllocations.certainty, 'requested'),
				eq(projectedAllocations.counts, true),
				isNotNull(projectedAllocations.from)
			)
		)
		.orderBy(asc(projectedAllocations.from), asc(projectedAllocations.id));
	return rows
		.map(({ row, name }) => ({ ...row, name }))
		.filter((row) => !except.includes(row.board));
}
