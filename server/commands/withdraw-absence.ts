// Takes time off back: what one asked for oneself at any time, what is approved until it begins.
import * as v from 'valibot';
import { ok, type Result } from '#lib/domain/result.ts';
import { canCommand, type CommandFacts } from '#lib/policy/commands.ts';
import { deleteAbsence, findAbsence } from '../db/absences.ts';
import type { Membership } from '../db/memberships.ts';
import { findPerson, isOnBoard } from '../db/people.ts';
import { notFound, problem, type Command, type CommandDeps } from './command.ts';
import { todayOf } from './employment.ts';
import { showPerson } from './follow.ts';
import { findHome } from './home-team.ts';
import { id } from './input.ts';

const schema = v.object({ board: id('The board'), absence: id('The absence') });

/** Whose the absence is. */
export async function findWhose(
	deps: CommandDeps,
	actor: Membership,
	{ absence }: { absence: string }
): Promise<Result<CommandFacts>> {
	const found = await findAbsence(deps.db.orm, absence);
	return found ? await findHome(deps, actor, found) : notFound('absence');
}

export const withdrawAbsence: Command<v.InferOutput<typeof schema>, { person: string }> = {
	name: 'withdraw-absence',
	schema,
	findFacts: findWhose,
	async write({ tx, actor, facts, deps }, { board, absence }) {
		const found = await findAbsence(tx, absence);
		if (!found || !(await isOnBoard(tx, board, found.person))) return notFound('absence');
		const person = (await findPerson(tx, found.person))!;
		const begun = found.from <= todayOf(deps, actor, person);
		if (begun && found.status !== 'requested' && !canCommand(actor, 'record-absence', facts).ok)
			return problem('begun', 'It has begun, so it stays. Ask a planner to change it.');
		await deleteAbsence(tx, absence);
		return ok({ person: found.person });
	},
	follow: (deps, _input, { person }) => showPerson(deps, person)
};
