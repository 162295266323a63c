// Sessions through Lucia: 30 days idle, 90 days in all, a new id at login and after a change of rights.
// The one place that knows Lucia; the rest speaks of cookies and hashes.
import { Lucia, TimeSpan } from 'lucia';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { isSessionLive, noteSeen, retireSession } from '../db/sessions.ts';
import type { User } from '../db/users.ts';
import { hashToken } from '../row-id.ts';
import type { Settings } from '../settings.ts';
import { HashedSessionStore } from './session-store.ts';

interface UserColumns extends Omit<User, 'id'> {
	passwordHash: string | null;
}
interface SessionColumns {
	createdAt: Date;
	lastSeenAt: Date;
	userAgent: string;
	stale: boolean;
}

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionColumns, Omit<User, 'id'>>;
		DatabaseUserAttributes: UserColumns;
		DatabaseSessionAttributes: SessionColumns;
	}
}

/** As Kit's `cookies.set` takes it. */
export interface SessionCookie {
	name: string;
	value: string;
	attributes: {
		httpOnly: true;
		sameSite: 'lax';
		secure: boolean;
		path: '/';
		/** Seconds; 0 takes the cookie away. */
		maxAge: number;
	};
}

export interface SignedIn {
	user: User;
	/** `id` is the hash, safe in logs and registries; the raw id never leaves the cookie. */
	session: { id: string };
	/** The user's rights changed: `renew` is due. */
	stale: boolean;
}

export interface Sessions {
	readonly cookieName: string;
	validate(cookieHeader: string | null): Promise<SignedIn | null>;
	open(user: string, userAgent: string): Promise<SessionCookie>;
	/** A new id for a stale session; null when another request was first. The old one lives on for half a minute. */
	renew(cookieHeader: string | null, userAgent: string): Promise<SessionCookie | null>;
	/** Ends the cookie's session, if it is one. */
	end(cookieHeader: string | null): Promise<void>;
	/** Is the session of this hash still good? For sockets that stay open. */
	isLive(id: string): Promise<boolean>;
	blankCookie(): SessionCookie;
	/** The oldest birthday a session may have. */
	absoluteLimit(): Date;
}

const DAY_MS = 86_400_000;
const IDLE_DAYS = 30;
const ABSOLUTE_DAYS = 90;
const GRACE_MS = 30_000;
const SEEN_EVERY_MS = 10 * 60_000;
const COOKIE_NAME = 'plimsoll_session';

export function createSessions(
	db: Db,
	settings: Pick<Settings, 'origins'>,
	clock: Clock
): Sessions {
	const lucia = new Lucia(new HashedSessionStore(db), {
		sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
		sessionCookie: { name: COOKIE_NAME },
		getUserAttributes: ({ organisation, email, name }) => ({ organisation, email, name }),
		getSessionAttributes: (columns) => columns
	});
	const secure = settings.origins.every((origin) => origin.startsWith('https:'));
	// The browser keeps the cookie for the absolute limit; being idle is judged here.
	const cookie = (value: string, maxAge: number): SessionCookie => ({
		name: COOKIE_NAME,
		value,
		attributes: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge }
	});
	const absoluteLimit = (): Date => new Date(clock.now() - ABSOLUTE_DAYS * DAY_MS);
	const readId = (header: string | null): string | null => lucia.readSessionCookie(header ?? '');

	async function create(user: string, userAgent: string, createdAt: Date): Promise<SessionCookie> {
		const now = new Date(clock.now());
		const session = await lucia.createSession(user, {
			createdAt,
			lastSeenAt: now,
			userAgent: userAgent.slice(0, 300),
			stale: false
		});
		const leftMs = createdAt.getTime() + ABSOLUTE_DAYS * DAY_MS - clock.now();
		return cookie(session.id, Math.max(1, Math.floor(leftMs / 1000)));
	}

	async function find(header: string | null) {
		const id = readId(header);
		if (!id) return null;
		const { session, user } = await lucia.validateSession(id);
		if (!session) return null;
		const inTime = session.expiresAt.getTime() > clock.now() && session.createdAt > absoluteLimit();
		if (inTime) return { session, user, hash: hashToken(id) };
		await lucia.invalidateSession(id);
		return null;
	}

	return {
		cookieName: COOKIE_NAME,
		absoluteLimit,
		blankCookie: () => cookie('', 0),
		open: (user, userAgent) => create(user, userAgent, new Date(clock.now())),
		isLive: (id) => isSessionLive(db.orm, id, new Date(clock.now()), absoluteLimit()),

		async validate(header) {
			const found = await find(header);
			if (!found) return null;
			const { session, user, hash } = found;
			const now = clock.now();
			if (now - session.lastSeenAt.getTime() > SEEN_EVERY_MS)
				await noteSeen(db.orm, hash, new Date(now));
			const { id, organisation, email, name } = user;
			return {
				user: { id, organisation, email, name },
				session: { id: hash },
				stale: session.stale
			};
		},

		async renew(header, userAgent) {
			const found = await find(header);
			if (!found?.session.stale) return null;
			// Requests under way with the old id still end well.
			const until = new Date(clock.now() + GRACE_MS);
			if (!(await retireSession(db.orm, found.hash, until))) return null;
			return create(found.user.id, userAgent, found.session.createdAt);
		},

		async end(header) {
			const id = readId(header);
			if (id) await lucia.invalidateSession(id);
		}
	};
}
