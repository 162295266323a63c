// What logins and sessions promise, said once and run on both storages by auth.test.ts and auth.pg.test.ts.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSWORD, asHeader, aVisit, foundTeam, type Team } from '../../tests/team.ts';
import { hashToken } from '../row-id.ts';

const DAY_MS = 86_400_000;
const email = 'owner@harbour.example';

export function describeLogins(kind: 'embedded' | 'postgres'): void {
	let team: Team;
	beforeAll(async () => {
		team = await foundTeam(kind);
	});
	afterAll(() => team.storage.remove());

	async function login(cookieHeader: string | null = null) {
		const found = await team.auth.login(email, PASSWORD, aVisit({ cookieHeader }));
		if (!found.ok) throw new Error(found.problem.message);
		return found.value;
	}

	it('lets the right password in, with a cookie no script can read', async () => {
		const { cookie, user } = await login();
		expect(user).toMatchObject({ email, name: 'owner' });
		expect(cookie.attributes).toMatchObject({
			httpOnly: true,
			sameSite: 'lax',
			secure: false,
			path: '/'
		});
		expect((await team.auth.validate(asHeader(cookie)))?.user.id).toBe(user.id);
	});

	it('keeps the hash of a session id and nothing else of it, and the hash is no key', async () => {
		const { cookie } = await login();
		const rows = await team.deps.db.orm.query.sessions.findMany();
		const ids = rows.map((row) => row.id);
		expect(ids).toContain(hashToken(cookie.value));
		expect(JSON.stringify(rows)).not.toContain(cookie.value);
		const stolen = asHeader({ ...cookie, value: hashToken(cookie.value) });
		expect(await team.auth.validate(stolen)).toBeNull();
	});

	it('gives a new id at login and ends the one the browser came with', async () => {
		const first = await login();
		const second = await login(asHeader(first.cookie));
		expect(second.cookie.value).not.toBe(first.cookie.value);
		expect(await team.auth.validate(asHeader(first.cookie))).toBeNull();
		expect(await team.auth.validate(asHeader(second.cookie))).not.toBeNull();
	});

	it('answers the same for a wrong password, a stranger and a login without a password', async () => {
		const guesses = [email, 'nobody@harbour.example', 'viewer@harbour.example'];
		for (const who of guesses)
			expect(await team.auth.login(who, 'not the one at all', aVisit())).toEqual({
				ok: false,
				problem: { code: 'login', message: 'The address or the password is not right.' }
			});
	});

	it('counts failures only: forty right ones pass, the eleventh guess is not heard', async () => {
		for (let i = 0; i < 40; i++) await login();
		const visit = aVisit({ address: '192.0.2.77' });
		const guesses = await Promise.all(
			Array.from({ length: 14 }, () => team.auth.login(email, 'wrong wrong', visit))
		);
		const codes = guesses.map((guess) => (guess.ok ? 'in' : guess.problem.code));
		expect(codes.filter((code) => code === 'login')).toHaveLength(10);
		expect(codes.filter((code) => code === 'limit')).toHaveLength(4);
		const right = await team.auth.login(email, PASSWORD, visit);
		expect(right.ok ? '' : right.problem.code).toBe('limit');
		await login();
	});

	it('ends after 30 days without a visit, and after 90 days in any case', async () => {
		const own = await foundTeam(kind);
		try {
			const opened = await own.auth.login(email, PASSWORD, aVisit());
			const header = opened.ok ? asHeader(opened.value.cookie) : '';
			const { session } = (await own.auth.validate(header))!;
			const { sessions } = own.deps.db.orm.query;
			own.wait(29 * DAY_MS);
			expect(await own.auth.isLive(session.id)).toBe(true);
			own.wait(2 * DAY_MS);
			expect(await own.auth.isLive(session.id)).toBe(false);
			expect(await own.auth.validate(header)).toBeNull();
			expect(await sessions.findMany()).toHaveLength(1);
			const long = await own.auth.openSession(own.users.owner, aVisit());
			await own.deps.db.sql`update sessions set expires_at = expires_at + interval '400 days'`;
			own.wait(91 * DAY_MS);
			expect(await own.auth.isLive(hashToken(long.value))).toBe(false);
			expect(await own.auth.validate(asHeader(long))).toBeNull();
			await own.auth.sweep();
			expect(await sessions.findMany()).toHaveLength(0);
		} finally {
			await own.storage.remove();
		}
	});

	it('gives a new id after a change of rights, once, and the old one a short life', async () => {
		const { designer } = team.users;
		const cookie = await team.auth.openSession(designer, aVisit());
		const visit = aVisit({ cookieHeader: asHeader(cookie) });
		expect(await team.auth.renew(visit)).toBeNull();
		await team.commands.setRole(team.users.owner, {
			...{ board: team.board, user: designer },
			role: 'planner'
		});
		expect((await team.auth.validate(visit.cookieHeader))?.stale).toBe(true);
		const renewed = await Promise.all([team.auth.renew(visit), team.auth.renew(visit)]);
		expect(renewed.filter(Boolean)).toHaveLength(1);
		const next = renewed.find(Boolean)!;
		expect((await team.auth.validate(asHeader(next)))?.stale).toBe(false);
		const [old] = (await team.auth.sessionsOf(designer)).filter(
			(row) => row.id === hashToken(cookie.value)
		);
		expect(old!.expiresAt.getTime()).toBeLessThan(team.deps.clock.now() + 31_000);
	});

	it('lists sessions and ends one, or all others with a new password', async () => {
		const here = await login();
		const there = await login();
		const user = here.user.id;
		const ids = (await team.auth.sessionsOf(user)).map((row) => row.id);
		expect(ids).toContain(hashToken(here.cookie.value));
		expect(await team.auth.revoke(team.users.viewer, { only: ids[0]! })).toEqual([]);
		const thereHash = hashToken(there.cookie.value);
		expect(await team.auth.revoke(user, { only: thereHash })).toEqual([thereHash]);
		expect(await team.auth.validate(asHeader(there.cookie))).toBeNull();
		const other = await login();
		const hash = hashToken(here.cookie.value);
		const change = (current: string, next: string) =>
			team.auth.changePassword(user, current, next, hash, aVisit());
		const tooShort = await change(PASSWORD, 'short');
		expect(tooShort.ok ? '' : tooShort.problem.code).toBe('password');
		const wrong = await change('not the old one', 'another good sentence');
		expect(wrong.ok ? '' : wrong.problem.code).toBe('login');
		const changed = await change(PASSWORD, 'another good sentence');
		expect(changed.ok && changed.value).toContain(hashToken(other.cookie.value));
		expect(await team.auth.validate(asHeader(other.cookie))).toBeNull();
		expect(await team.auth.validate(asHeader(here.cookie))).not.toBeNull();
		expect((await team.auth.login(email, 'another good sentence', aVisit())).ok).toBe(true);
	});

	it('reads no session out of junk', async () => {
		for (const header of [null, '', 'plimsoll_session=', 'plimsoll_session=%00', ';;;==='])
			expect(await team.auth.validate(header)).toBeNull();
	});
}
