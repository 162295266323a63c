// Lucia's storage, wrapped so that only the hash of a session's id is kept: who reads the table cannot log in.
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Db } from '../db/db.ts';
import { sessions, users } from '../db/schema.ts';
import { hashToken } from '../row-id.ts';

export class HashedSessionStore implements Adapter {
	#inner: DrizzlePostgreSQLAdapter;

	constructor(db: Db) {
		this.#inner = new DrizzlePostgreSQLAdapter(db.orm, sessions, users);
	}

	/** Hands the raw id back, or Lucia would renew and end sessions by their hash. */
	async getSessionAndUser(
		id: string
	): Promise<[session: DatabaseSession | null, user: DatabaseUser | null]> {
		const [session, user] = await this.#inner.getSessionAndUser(hashToken(id));
		return session ? [{ ...session, id }, user] : [null, null];
	}

	/** Ids in the answer are hashes. */
	getUserSessions(user: string): Promise<DatabaseSession[]> {
		return this.#inner.getUserSessions(user);
	}

	setSession(session: DatabaseSession): Promise<void> {
		return this.#inner.setSession({ ...session, id: hashToken(session.id) });
	}

	updateSessionExpiration(id: string, expiresAt: Date): Promise<void> {
		return this.#inner.updateSessionExpiration(hashToken(id), expiresAt);
	}

	deleteSession(id: string): Promise<void> {
		return this.#inner.deleteSession(hashToken(id));
	}

	deleteUserSessions(user: string): Promise<void> {
		return this.#inner.deleteUserSessions(user);
	}

	deleteExpiredSessions(): Promise<void> {
		return this.#inner.deleteExpiredSessions();
	}
}
