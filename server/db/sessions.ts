// Rows of sessions, by the hash of their id. Who may have one is for server/auth to say.
import { and, desc, eq, gt, inArray, lt, ne } from 'drizzle-orm';
import type { Reach } from './reach.ts';
import { sessions } from './schema.ts';

export interface SessionRow {
	/** sha256 of what the cookie holds. */
	id: string;
	createdAt: Date;
	lastSeenAt: Date;
	expiresAt: Date;
	userAgent: string;
}

export async function listSessions(db: Reach, user: string, now: Date): Promise<SessionRow[]> {
	const { id, createdAt, lastSeenAt, expiresAt, userAgent } = sessions;
	return db
		.select({ id, createdAt, lastSeenAt, expiresAt, userAgent })
		.from(sessions)
		.where(and(eq(sessions.userId, user), gt(sessions.expiresAt, now)))
		.orderBy(desc(sessions.lastSeenAt));
}

/** Ends the user's sessions, one of them or all but one; returns the hashes that ended. */
export async function deleteSessions(
	db: Reach,
	user: string,
	which: { only?: string; except?: string }
): Promise<string[]> {
	const gone = await db
		.delete(sessions)
		.where(
			and(
				eq(sessions.userId, user),
				which.only === undefined ? undefined : eq(sessions.id, which.only),
				which.except === undefined ? undefined : ne(sessions.id, which.except)
			)
		)
		.returning({ id: sessions.id });
	return gone.map((row) => row.id);
}

/** The next request of each of these sessions gets a new id for it. */
export async function markSessionsStale(db: Reach, users: string[]): Promise<void> {
	if (users.length === 0) return;
	await db.update(sessions).set({ stale: true }).where(inArray(sessions.userId, users));
}

/** Takes the stale mark and leaves the session a short life; false when another request was first. */
export async function retireSession(db: Reach, id: string, until: Date): Promise<boolean> {
	const taken = await db
		.update(sessions)
		.set({ stale: false, expiresAt: until })
		.where(and(eq(sessions.id, id), eq(sessions.stale, true)))
		.returning({ id: sessions.id });
	return taken.length > 0;
}

export async function noteSeen(db: Reach, id: string, now: Date): Promise<void> {
	await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id));
}

export async function isSessionLive(
	db: Reach,
	id: string,
	now: Date,
	createdAfter: Date
): Promise<boolean> {
	const found = await db
		.select({ id: sessions.id })
		.from(sessions)
		.where(
			and(eq(sessions.id, id), gt(sessions.expiresAt, now), gt(sessions.createdAt, createdAfter))
		);
	return found.length > 0;
}

export async function deleteExpiredSessions(
	db: Reach,
	now: Date,
	createdBefore: Date
): Promise<void> {
	await db.delete(sessions).where(lt(sessions.expiresAt, now));
	await db.delete(sessions).where(lt(sessions.createdAt, createdBefore));
}
