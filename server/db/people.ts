// People of an organisation, their weekly patterns and the boards that show them. Plain rows, no rules.
import { and, asc, count, eq, inArray, isNull, ne, notExists, sql } from 'drizzle-orm';
import type { DatedShare, OwnDay, SkillLevel } from '#lib/model/people.ts';
import type { Role } from '#lib/policy/roles.ts';
import type { Reach } from './reach.ts';
import { boardPeople, boards, memberships, people, personPatterns } from './schema.ts';

export interface PersonRow {
	id: string;
	organisation: string;
	externalId: string | null;
	name: string;
	title: string;
	region: string;
	timeZone: string;
	nonProjectBp: number;
	/** True while the hours are a guess nobody has confirmed. */
	hoursAssumed: boolean;
	skills: string[];
	starts: string | null;
	ends: string | null;
	active: boolean;
	userId: string | null;
	/** Home team; empty is none. */
	unit: string;
	skillLevels: SkillLevel[];
	maxLoadBp: number | null;
	nonProjectFrom: DatedShare[];
	ownDays: OwnDay[];
}

export interface PatternRow {
	from: string | null;
	/** Monday to Sunday. */
	minutes: number[];
}

/** A person as a board shows them: patterns in order, and their access to that board. */
export interface BoardPerson extends PersonRow {
	patterns: PatternRow[];
	role: Role | 'none';
}

export async function findPerson(db: Reach, id: string): Promise<PersonRow | undefined> {
	const [found] = await db.select().from(people).where(eq(people.id, id));
	return found;
}

export async function findPersonOfUser(db: Reach, user: string): Promise<PersonRow | undefined> {
	const [found] = await db.select().from(people).where(eq(people.userId, user));
	return found;
}

/** Who has the employee number in this organisation. */
export async function findPersonByNumber(
	db: Reach,
	organisation: string,
	number: string
): Promise<PersonRow | undefined> {
	const [found] = await db
		.select()
		.from(people)
		.where(and(eq(people.organisation, organisation), eq(people.externalId, number)));
	return found;
}

export async function isOnBoard(db: Reach, board: string, person: string): Promise<boolean> {
	const found = await db
		.select({ person: boardPeople.person })
		.from(boardPeople)
		.where(and(eq(boardPeople.board, board), eq(boardPeople.person, person)));
	return found.length > 0;
}

export async function listBoardPersonIds(db: Reach, board: string): Promise<string[]> {
	const rows = await db
		.select({ person: boardPeople.person })
		.from(boardPeople)
		.where(eq(boardPeople.board, board));
	return rows.map((row) => row.person);
}

/** Everybody a board shows, in the order of their names. */
export async function listBoardPeople(db: Reach, board: string): Promise<BoardPerson[]> {
	const rows = await db
		.select({ person: people, role: memberships.role })
		.from(boardPeople)
		.innerJoin(people, eq(people.id, boardPeople.person))
		.leftJoin(
			memberships,
			and(eq(memberships.board, boardPeople.board), eq(memberships.user, people.userId))
		)
		.where(eq(boardPeople.board, board))
		.orderBy(asc(people.name), asc(people.id));
	const ids = rows.map((row) => row.person.id);
	const patterns = await listPatterns(db, ids);
	return rows.map(({ person, role }) => ({
		...person,
		role: role ?? 'none',
		patterns: patterns.get(person.id) ?? []
	}));
}

/** Patterns by person, "always" first, then by the day they begin. */
export async function listPatterns(
	db: Reach,
	persons: string[]
): Promise<Map<string, PatternRow[]>> {
	const found = new Map<string, PatternRow[]>();
	if (persons.length === 0) return found;
	const rows = await db
		.select()
		.from(personPatterns)
		.where(inArray(personPatterns.person, persons))
		.orderBy(sql`${personPatterns.from} asc nulls first`);
	for (const { person, from, minutes } of rows) {
		const list = found.get(person);
		if (list) list.push({ from, minutes });
		else found.set(person, [{ from, minutes }]);
	}
	return found;
}

/** People of the organisation whom the board does not show yet. */
export async function listOtherPeople(
	db: Reach,
	organisation: string,
	board: string
): Promise<{ id: string; name: string }[]> {
	return db
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(
			and(
				eq(people.organisation, organisation),
				eq(people.active, true),
				notExists(
					db
						.select({ person: boardPeople.person })
						.from(boardPeople)
						.where(and(eq(boardPeople.person, people.id), eq(boardPeople.board, board)))
				)
			)
		)
		.orderBy(asc(people.name));
}

/** Teams of the organisation of which an active person plans or owns a live board (P-23). */
export async function listPlannedUnits(db: Reach, organisation: string): Promise<Set<string>> {
	const rows = await db
		.selectDistinct({ unit: people.unit })
		.from(memberships)
		.innerJoin(boards, eq(boards.id, memberships.board))
		.innerJoin(people, eq(people.userId, memberships.user))
		.where(
			and(
				eq(people.organisation, organisation),
				eq(people.active, true),
				ne(people.unit, ''),
				inArray(memberships.role, ['owner', 'planner']),
				isNull(boards.archivedAt)
			)
		);
	return new Set(rows.map((row) => row.unit));
}

/** Live boards that show somebody of these teams. */
export async function listBoardsOfUnits(
	db: Reach,
	organisation: string,
	units: string[]
): Promise<string[]> {
	if (units.length === 0) return [];
	const rows = await db
		.selectDistinct({ board: boardPeople.board })
		.from(boardPeople)
		.innerJoin(people, eq(people.id, boardPeople.person))
		.innerJoin(boards, eq(boards.id, boardPeople.board))
		.where(
			and(
				eq(people.organisation, organisation),
				inArray(people.unit, units),
				isNull(boards.archivedAt)
			)
		);
	return rows.map((row) => row.board);
}

/** Everybody of the organisation, in the order of their ids. */
export async function listPeople(db: Reach, organisation: string): Promise<PersonRow[]> {
	return db
		.select()
		.from(people)
		.where(eq(people.organisation, organisation))
		.orderBy(asc(people.id));
}

/** Active people of the organisation by region; '' for those whose region is not known. */
export async function countPeopleByRegion(
	db: Reach,
	organisation: string
): Promise<Map<string, number>> {
	const rows = await db
		.select({ region: people.region, n: count() })
		.from(people)
		.where(and(eq(people.organisation, organisation), eq(people.active, true)))
		.groupBy(people.region);
	return new Map(rows.map(({ region, n }) => [region, n]));
}

export async function listBoardsOfPerson(db: Reach, person: string): Promise<string[]> {
	const rows = await db
		.select({ board: boardPeople.board })
		.from(boardPeople)
		.where(eq(boardPeople.person, person));
	return rows.map((row) => row.board);
}

export async function addPersonRow(db: Reach, person: PersonRow): Promise<void> {
	await db.insert(people).values(person);
}

export async function putOnBoard(db: Reach, board: string, person: string): Promise<void> {
	await db.insert(boardPeople).values({ board, person }).onConflictDoNothing();
}

export async function changePerson(
	db: Reach,
	id: string,
	change: Partial<Omit<PersonRow, 'id' | 'organisation'>>
): Promise<void> {
	if (Object.keys(change).length === 0) return;
	await db.update(people).set(change).where(eq(people.id, id));
}

/** Puts the pattern that holds from a day on, replacing the one of the same day. */
export async function putPattern(db: Reach, person: string, pattern: PatternRow): Promise<void> {
	await deletePattern(db, person, pattern.from);
	await db.insert(personPatterns).values({ person, ...pattern });
}

export async function deletePattern(db: Reach, person: string, from: string | null): Promise<void> {
	await db
		.delete(personPatterns)
		.where(
			and(
				eq(personPatterns.person, person),
				from === null ? isNull(personPatterns.from) : eq(personPatterns.from, from)
			)
		);
}
