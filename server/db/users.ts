// Logins: found by address or id, made, given another password. Knows no sessions and no rights.
import { asc, count, eq, like } from 'drizzle-orm';
import type { Reach } from './reach.ts';
import { organisations, users } from './schema.ts';

export interface User {
	id: string;
	organisation: string;
	email: string;
	name: string;
}

const columns = {
	id: users.id,
	organisation: users.organisation,
	email: users.email,
	name: users.name
};

/** Addresses are stored and compared in lower case, without spaces around them. */
export function normaliseEmail(email: string): string {
	return email.trim().toLowerCase();
}

export async function findUserByEmail(
	db: Reach,
	email: string
): Promise<(User & { passwordHash: string | null }) | undefined> {
	const [found] = await db
		.select({ ...columns, passwordHash: users.passwordHash })
		.from(users)
		.where(eq(users.email, normaliseEmail(email)));
	return found;
}

export async function findUser(
	db: Reach,
	id: string
): Promise<(User & { passwordHash: string | null }) | undefined> {
	const [found] = await db
		.select({ ...columns, passwordHash: users.passwordHash })
		.from(users)
		.where(eq(users.id, id));
	return found;
}

/** Logins whose address ends so, in the order of their names. */
export async function listUsersOfDomain(db: Reach, ending: string): Promise<User[]> {
	return db
		.select(columns)
		.from(users)
		.where(like(users.email, `%${ending}`))
		.orderBy(asc(users.name));
}

export async function countUsers(db: Reach): Promise<number> {
	const [row] = await db.select({ n: count() }).from(users);
	return row?.n ?? 0;
}

/** Adds a login. The address must be free; storage throws when it is not. */
export async function addUser(
	db: Reach,
	user: User & { passwordHash: string | null }
): Promise<void> {
	await db.insert(users).values({ ...user, email: normaliseEmail(user.email) });
}

export async function setPasswordHash(
	db: Reach,
	user: string,
	passwordHash: string
): Promise<void> {
	await db.update(users).set({ passwordHash }).where(eq(users.id, user));
}

export async function addOrganisation(db: Reach, id: string, name: string): Promise<void> {
	await db.insert(organisations).values({ id, name });
}

/** True when any organisation was ever made here: the demo seeds into empty storage only. */
export async function hasOrganisations(db: Reach): Promise<boolean> {
	const found = await db.select({ id: organisations.id }).from(organisations).limit(1);
	return found.length > 0;
}
