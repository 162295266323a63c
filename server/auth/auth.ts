// Who is there: login, sessions, passwords and standing on a board. Decides nothing about what they may do.
import { err, ok, type Result } from '#lib/domain/result.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import {
	findMembership,
	listBoardsOf,
	type BoardEntry,
	type Membership
} from '../db/memberships.ts';
import {
	deleteExpiredSessions,
	deleteSessions,
	listSessions,
	type SessionRow
} from '../db/sessions.ts';
import {
	countUsers,
	findUser,
	findUserByEmail,
	listUsersOfDomain,
	normaliseEmail,
	setPasswordHash,
	type User
} from '../db/users.ts';
import type { Settings } from '../settings.ts';
import { DEMO_DOMAIN, findDemoRole, isDemoDoorOpen, type Caller } from './demo-door.ts';
import { createFirstOwnerToken, type FirstOwnerToken } from './first-owner.ts';
import { createLoginLimit } from './login-limit.ts';
import { checkNewPassword, hashPassword, verifyPassword } from './passwords.ts';
import { createSessions, type SessionCookie, type SignedIn } from './sessions.ts';

export type { SessionCookie, SignedIn } from './sessions.ts';

/** What a request says of itself. */
export interface Visit {
	/** The peer's address as the socket knows it. */
	address: string;
	userAgent: string;
	cookieHeader: string | null;
}

export interface Auth {
	readonly cookieName: string;
	/** Who the cookie stands for; null for nobody. Never sets a cookie: it serves sockets too. */
	validate(cookieHeader: string | null): Promise<SignedIn | null>;
	/** A fresh cookie where the user's rights changed since the last one, else null. */
	renew(visit: Visit): Promise<SessionCookie | null>;
	/** Is the session with this hash still good? For sockets that stay open. */
	isLive(session: string): Promise<boolean>;
	/** Only failures count against the limit. Ends the session the browser came with. */
	login(email: string, password: string, visit: Visit): Promise<Result<LoggedIn>>;
	/** Checks a password under the same limit, without a session. */
	checkLogin(email: string, password: string, visit: Visit): Promise<Result<User>>;
	/** A session without a password: the demo, a first owner, an invitation. */
	openSession(user: string, visit: Visit): Promise<SessionCookie>;
	/** Ends the session and returns the cookie that takes its own away. */
	logout(cookieHeader: string | null): Promise<SessionCookie>;
	sessionsOf(user: string): Promise<SessionRow[]>;
	/** Ends one session of the user, or all but one; returns the hashes that ended. */
	revoke(user: string, which: { only: string } | { except: string }): Promise<string[]>;
	/** Also ends all other sessions of the user, and returns their hashes. */
	changePassword(
		user: string,
		current: string,
		next: string,
		session: string,
		visit: Visit
	): Promise<Result<string[]>>;
	membershipOf(user: string, board: string): Promise<Membership | undefined>;
	/** Boards the login belongs to: the demo's first, then the oldest first. */
	boardsOf(user: string): Promise<BoardEntry[]>;
	/** The demo's logins for one click; null when that door is shut for the caller. */
	listDemoLogins(caller: Caller): Promise<DemoLogin[] | null>;
	/** The token the first owner needs, or null when somebody is there already or this is the demo. */
	findFirstOwnerToken(): Promise<string | null>;
	readonly firstOwner: FirstOwnerToken;
	/** Takes expired sessions away; for a start or a daily job. */
	sweep(): Promise<void>;
}

export interface DemoLogin {
	user: string;
	name: string;
	role: string;
}

export interface LoggedIn {
	user: User;
	cookie: SessionCookie;
}

export function createAuth(
	db: Db,
	settings: Pick<Settings, 'origins' | 'demo'>,
	clock: Clock
): Auth {
	const sessions = createSessions(db, settings, clock);
	const limit = createLoginLimit(db);
	const firstOwner = createFirstOwnerToken();

	async function checkLogin(email: string, password: string, visit: Visit): Promise<Result<User>> {
		const account = normaliseEmail(email).slice(0, 320);
		const attempt = await limit.attempt(account, visit.address, async () => {
			const found = await findUserByEmail(db.orm, account);
			const matches = await verifyPassword(found?.passwordHash, password);
			if (!found || !matches) return null;
			const { passwordHash: _, ...user } = found;
			return user;
		});
		if (!attempt.heard) return tooMany(attempt.waitMs);
		return attempt.value ? ok(attempt.value) : wrong();
	}

	async function openSession(user: string, visit: Visit): Promise<SessionCookie> {
		await sessions.end(visit.cookieHeader);
		return sessions.open(user, visit.userAgent);
	}

	return {
		cookieName: sessions.cookieName,
		firstOwner,
		validate: (header) => sessions.validate(header),
		renew: (visit) => sessions.renew(visit.cookieHeader, visit.userAgent),
		isLive: (session) => sessions.isLive(session),
		checkLogin,
		openSession,
		membershipOf: (user, board) => findMembership(db.orm, user, board),
		boardsOf: (user) => listBoardsOf(db.orm, user),
		sessionsOf: (user) => listSessions(db.orm, user, new Date(clock.now())),
		revoke: (user, which) => deleteSessions(db.orm, user, which),
		sweep: () => deleteExpiredSessions(db.orm, new Date(clock.now()), sessions.absoluteLimit()),

		async login(email, password, visit) {
			const checked = await checkLogin(email, password, visit);
			if (!checked.ok) return checked;
			const cookie = await openSession(checked.value.id, visit);
			return ok({ user: checked.value, cookie });
		},

		async logout(header) {
			await sessions.end(header);
			return sessions.blankCookie();
		},

		async changePassword(id, current, next, session, visit) {
			const user = await findUser(db.orm, id);
			if (!user) return wrong();
			const good = checkNewPassword(next, user.email);
			if (!good.ok) return good;
			const checked = await checkLogin(user.email, current, visit);
			if (!checked.ok) return checked;
			await setPasswordHash(db.orm, id, await hashPassword(next));
			return ok(await deleteSessions(db.orm, id, { except: session }));
		},

		async listDemoLogins(caller) {
			if (!isDemoDoorOpen(settings, caller)) return null;
			const users = await listUsersOfDomain(db.orm, DEMO_DOMAIN);
			return users.map(({ id, name, email }) => ({
				user: id,
				name,
				role: findDemoRole(email) ?? ''
			}));
		},

		async findFirstOwnerToken() {
			if (settings.demo || (await countUsers(db.orm)) > 0) return null;
			return firstOwner.reveal();
		}
	};
}

const wrong = (): Result<never> =>
	err({ code: 'login', message: 'The address or the password is not right.' });

function tooMany(waitMs: number): Result<never> {
	const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
	const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
	return err({
		code: 'limit',
		message: `Too many wrong passwords. Try again in ${wait}.`,
		value: waitMs
	});
}
