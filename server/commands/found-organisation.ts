// The first sign-up on empty storage: organisation, owner, person and first board. Asks for the token that was
// printed at the start; works once, whoever asks at the same time.
import * as v from 'valibot';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { defaultWorkflow } from '#lib/domain/workflows.ts';
import type { SessionCookie, Visit } from '../auth/auth.ts';
import { checkNewPassword, hashPassword } from '../auth/passwords.ts';
import { addBoard } from '../db/board-settings.ts';
import { lockCommandKey } from '../db/command-log.ts';
import { putMembership } from '../db/memberships.ts';
import { addOrganisation, addUser, countUsers } from '../db/users.ts';
import { newRowId } from '../row-id.ts';
import { problem, type CommandDeps } from './command.ts';
import { showOnBoard } from './follow.ts';
import { email, filledLine, timeZone } from './input.ts';
import { layStages } from './lay-stages.ts';
import { addNewPerson } from './new-person.ts';

const schema = v.object({
	token: v.string(),
	organisation: filledLine('The organisation', 80),
	board: filledLine("The board's name", 80),
	name: filledLine('Your name', 80),
	email,
	password: v.string('The password is missing.'),
	timeZone: v.optional(timeZone, '')
});

export interface Founded {
	board: string;
	cookie: SessionCookie;
}

/** Problems: `token`, `taken` (somebody was first), `password`, `invalid` (value: the field). */
export async function foundOrganisation(
	deps: CommandDeps,
	given: unknown,
	visit: Visit
): Promise<Result<Founded>> {
	const parsed = v.safeParse(schema, given);
	if (!parsed.success) {
		const [issue] = parsed.issues;
		return err({ code: 'invalid', message: issue.message, value: v.getDotPath(issue) });
	}
	const input = parsed.output;
	if (!deps.auth.firstOwner.matches(input.token.trim()))
		return problem('token', 'That is not the token printed at the start.', 'token');
	const password = checkNewPassword(input.password, input.email);
	if (!password.ok) return password;
	const passwordHash = await hashPassword(input.password);
	const organisation = newRowId('org');
	const user = newRowId('usr');
	const board = newRowId('brd');
	const { name } = input;
	const zone = input.timeZone || 'Etc/UTC';
	const first = await deps.db.orm.transaction(async (tx) => {
		await lockCommandKey(tx, 'first-owner', '');
		if ((await countUsers(tx)) > 0) return false;
		await addOrganisation(tx, organisation, input.organisation);
		await addUser(tx, { id: user, organisation, email: input.email, name, passwordHash });
		await addBoard(tx, {
			...{ id: board, organisation, name: input.board, timeZone: zone },
			...{ preset: 'standard', isDemo: false }
		});
		await putMembership(tx, board, user, 'owner');
		const person = { organisation, name, userId: user, timeZone: zone };
		await addNewPerson(tx, board, person, deps.clock.now());
		return true;
	});
	if (!first)
		return problem('taken', 'There is an owner already. Log in, or ask for an invitation.');
	deps.auth.firstOwner.spend();
	await layStages(deps, board, user, defaultWorkflow.key);
	await showOnBoard(deps, board);
	return ok({ board, cookie: await deps.auth.openSession(user, visit) });
}
