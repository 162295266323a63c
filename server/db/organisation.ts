// The organisation as a whole: who leads it without a board, what leaders see, what an hour and a vendor
// cost, where the bands of load end.
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { OverviewReader } from '#lib/policy/overview.ts';
import type { Preset, Role } from '#lib/policy/roles.ts';
import type { Reach } from './reach.ts';
import {
	boards,
	externalCosts,
	memberships,
	organisations,
	overviewLooks,
	people,
	users
} from './schema.ts';

/** What owners set for everybody. */
export interface OrganisationSettings {
	leadersSeePeople: boolean;
	/** Of the currency's smallest unit, for an hour; null while nobody has said. */
	blendedRateMinor: number | null;
	/** ISO 4217; empty without a rate. */
	currency: string;
	/** Where bands 1 to 5 of load end, in per cent; null for the usual (C-24). */
	loadBounds: number[] | null;
}

/** A login with what the overview asks of it. */
export interface Reader extends OverviewReader {
	user: string;
	organisation: string;
	/** The person behind the login; empty for nobody on the plan. */
	person: string;
	boards: { id: string; role: Role; preset: Preset }[];
}

/** Boards that are archived are left out. Undefined for a login that is not there. */
export async function findReader(db: Reach, user: string): Promise<Reader | undefined> {
	const [login] = await db
		.select({ organisation: users.organisation, leads: users.overview, person: people.id })
		.from(users)
		.leftJoin(people, eq(people.userId, users.id))
		.where(eq(users.id, user));
	if (!login) return undefined;
	const belongs = await db
		.select({ id: boards.id, role: memberships.role, preset: boards.preset })
		.from(memberships)
		.innerJoin(boards, eq(boards.id, memberships.board))
		.where(and(eq(memberships.user, user), isNull(boards.archivedAt)))
		.orderBy(asc(boards.createdAt), asc(boards.id));
	return { user, ...login, person: login.person ?? '', boards: belongs };
}

export interface LiveBoard {
	id: string;
	name: string;
	timeZone: string;
	preset: Preset;
}

/** Boards of the organisation that are not archived, the oldest first; all of them, or those of the list. */
export async function listLiveBoards(
	db: Reach,
	organisation: string,
	which: 'all' | string[]
): Promise<LiveBoard[]> {
	if (which !== 'all' && which.length === 0) return [];
	const { id, name, timeZone, preset } = boards;
	return db
		.select({ id, name, timeZone, preset })
		.from(boards)
		.where(
			and(
				eq(boards.organisation, organisation),
				isNull(boards.archivedAt),
				which === 'all' ? undefined : inArray(boards.id, which)
			)
		)
		.orderBy(asc(boards.createdAt), asc(boards.id));
}

export async function getOrganisation(db: Reach, id: string): Promise<OrganisationSettings> {
	const { leadersSeePeople, blendedRateMinor, currency, loadBounds } = organisations;
	const [found] = await db
		.select({ leadersSeePeople, blendedRateMinor, currency, loadBounds })
		.from(organisations)
		.where(eq(organisations.id, id));
	if (!found) throw new Error(`There is no organisation ${id}; a login cannot outlive its own.`);
	return found;
}

export async function changeOrganisation(
	db: Reach,
	id: string,
	change: Partial<OrganisationSettings>
): Promise<void> {
	await db.update(organisations).set(change).where(eq(organisations.id, id));
}

/** Logins that lead the organisation, by name. */
export async function listLeaders(
	db: Reach,
	organisation: string
): Promise<{ user: string; name: string; email: string }[]> {
	return db
		.select({ user: users.id, name: users.name, email: users.email })
		.from(users)
		.where(and(eq(users.organisation, organisation), eq(users.overview, true)))
		.orderBy(asc(users.name), asc(users.id));
}

export async function setLeads(db: Reach, user: string, leads: boolean): Promise<void> {
	await db.update(users).set({ overview: leads }).where(eq(users.id, user));
}

/** Nothing for an amount of null: what was said before is taken back. */
export async function putExternalCost(
	db: Reach,
	board: string,
	project: string,
	amountMinor: number | null
): Promise<void> {
	const here = and(eq(externalCosts.board, board), eq(externalCosts.project, project));
	if (amountMinor === null) await db.delete(externalCosts).where(here);
	else
		await db
			.insert(externalCosts)
			.values({ board, project, amountMinor })
			.onConflictDoUpdate({
				target: [externalCosts.board, externalCosts.project],
				set: { amountMinor }
			});
}

/** What projects of these boards cost outside the team. */
export async function listExternalCosts(
	db: Reach,
	of: string[]
): Promise<{ board: string; project: string; amountMinor: number }[]> {
	if (of.length === 0) return [];
	return db.select().from(externalCosts).where(inArray(externalCosts.board, of));
}

/** Notes that somebody looked at individuals: a row for each reader, team and day, with how often. */
export async function noteLook(
	db: Reach,
	look: { organisation: string; user: string; team: string; day: string; at: Date }
): Promise<void> {
	await db
		.insert(overviewLooks)
		.values(look)
		.onConflictDoUpdate({
			target: [overviewLooks.user, overviewLooks.team, overviewLooks.day],
			set: { looks: sql`${overviewLooks.looks} + 1`, at: look.at }
		});
}
