// Says which person on the board a login is. One login is at most one person, and the other way round.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { findMembership } from '../db/memberships.ts';
import { changePerson, findPerson, findPersonOfUser, isOnBoard } from '../db/people.ts';
import { notFound, problem, type Command } from './command.ts';
import { applyAccess, showOnBoard, showTeams } from './follow.ts';
import { id, optionalId } from './input.ts';

const schema = v.object({
	board: id('The board'),
	user: id('The login'),
	/** Empty: nobody on the plan. */
	person: optionalId('The person')
});

export const linkLogin: Command<v.InferOutput<typeof schema>, { units: string[] }> = {
	name: 'link-login',
	schema,
	async write({ tx }, { board, user, person }) {
		if (!(await findMembership(tx, user, board))) return notFound('member');
		const found = person === '' ? undefined : await findPerson(tx, person);
		if (person !== '' && (!found || !(await isOnBoard(tx, board, person))))
			return notFound('person');
		if (found?.userId && found.userId !== user)
			return problem('linked', `${found.name} has another login already.`, person);
		const before = await findPersonOfUser(tx, user);
		if (before && before.id !== person) await changePerson(tx, before.id, { userId: null });
		if (found) await changePerson(tx, found.id, { userId: user });
		return ok({ units: [before?.unit ?? '', found?.unit ?? ''] });
	},
	async follow(deps, { board, user }, { units }, { organisation }) {
		await applyAccess(deps, { user });
		await showOnBoard(deps, board);
		await showTeams(deps, organisation, units);
	}
};
