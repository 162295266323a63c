// Uses an invitation: a new login, or one that exists and proves itself, becomes a member of the board. Works once.
import { err, ok, type Result } from '#lib/domain/result.ts';
import * as v from 'valibot';
import type { SessionCookie, Visit } from '../auth/auth.ts';
import { checkNewPassword, hashPassword } from '../auth/passwords.ts';
import { consumeInvitation, findOpenInvitation, type Invitation } from '../db/invitations.ts';
import { findMembership, putMembership } from '../db/memberships.ts';
import { changePerson, findPerson, findPersonOfUser, putOnBoard } from '../db/people.ts';
import type { Reach } from '../db/reach.ts';
import { markSessionsStale } from '../db/sessions.ts';
import { addUser, findUserByEmail, type User } from '../db/users.ts';
import { hashToken, newRowId } from '../row-id.ts';
import { problem, type CommandDeps } from './command.ts';
import { applyAccess, showOnBoard, showTeams, unitsOfUser } from './follow.ts';
import { filledLine } from './input.ts';
import { addNewPerson } from './new-person.ts';

export interface Accepted {
	board: string;
	cookie: SessionCookie;
}

/** What the page of an open invitation shows; undefined when it is used, withdrawn, expired or made up. */
export async function findInvitation(
	deps: CommandDeps,
	token: string
): Promise<(Invitation & { hasLogin: boolean }) | undefined> {
	const now = new Date(deps.clock.now());
	const found = await findOpenInvitation(deps.db.orm, hashToken(token), now);
	return found && { ...found, hasLogin: !!(await findUserByEmail(deps.db.orm, found.email)) };
}

const gone = (): Result<never> =>
	problem('gone', 'This invitation was used, withdrawn or has expired. Ask for a new one.');

/** Problems: `gone`, `login` or `limit` (an existing login's password), `password`, `invalid`, `elsewhere`. */
export async function acceptInvitation(
	deps: CommandDeps,
	token: string,
	given: { name: string; password: string },
	visit: Visit
): Promise<Result<Accepted>> {
	const now = new Date(deps.clock.now());
	const invitation = await findOpenInvitation(deps.db.orm, hashToken(token), now);
	if (!invitation) return gone();
	const existing = await findUserByEmail(deps.db.orm, invitation.email);
	const login = existing
		? await proveLogin(deps, invitation, given.password, visit)
		: await makeLogin(invitation, given);
	if (!login.ok) return login;
	const { passwordHash, ...user } = login.value;
	const taken = await deps.db.orm.transaction(async (tx) => {
		if (!(await consumeInvitation(tx, invitation.tokenHash, now))) return false;
		if (passwordHash !== null) await addUser(tx, { ...user, passwordHash });
		await join(tx, invitation, user, now);
		return true;
	});
	if (!taken) return gone();
	const { board } = invitation;
	await applyAccess(deps, { user: user.id, board });
	await showOnBoard(deps, board);
	await showTeams(deps, user.organisation, await unitsOfUser(deps, user.id));
	return ok({ board, cookie: await deps.auth.openSession(user.id, visit) });
}

/** `passwordHash` is null for a login that is there already. */
type Login = User & { passwordHash: string | null };

async function proveLogin(
	deps: CommandDeps,
	invitation: Invitation,
	password: string,
	visit: Visit
): Promise<Result<Login>> {
	const checked = await deps.auth.checkLogin(invitation.email, password, visit);
	if (!checked.ok) return checked;
	if (checked.value.organisation !== invitation.organisation)
		return problem('elsewhere', 'This address has a login in another organisation here.');
	return ok({ ...checked.value, passwordHash: null });
}

async function makeLogin(
	{ email, organisation }: Invitation,
	given: { name: string; password: string }
): Promise<Result<Login>> {
	const name = v.safeParse(filledLine('Your name', 80), given.name);
	if (!name.success)
		return err({ code: 'invalid', message: name.issues[0].message, value: 'name' });
	const password = checkNewPassword(given.password, email);
	if (!password.ok) return password;
	const passwordHash = await hashPassword(given.password);
	return ok({ id: newRowId('usr'), organisation, email, name: name.output, passwordHash });
}

async function join(tx: Reach, invitation: Invitation, user: User, now: Date): Promise<void> {
	const { board, organisation, role } = invitation;
	// Whoever is a member already keeps the access they have.
	if (!(await findMembership(tx, user.id, board))) await putMembership(tx, board, user.id, role);
	await markSessionsStale(tx, [user.id]);
	const own = await findPersonOfUser(tx, user.id);
	if (own) return putOnBoard(tx, board, own.id);
	const meant = invitation.person ? await findPerson(tx, invitation.person) : undefined;
	if (meant && meant.userId === null) {
		await changePerson(tx, meant.id, { userId: user.id });
		return putOnBoard(tx, board, meant.id);
	}
	const withoutHours = role === 'leader' || role === 'viewer';
	const person = { organisation, name: user.name, userId: user.id, withoutHours };
	await addNewPerson(tx, board, person, now.getTime());
}
