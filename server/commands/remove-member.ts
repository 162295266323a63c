// Takes somebody's access to a board away; the person and their work stay on it. A board keeps an owner.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { deleteMembership, findMembership, hasOtherOwner, lockBoard } from '../db/memberships.ts';
import { markSessionsStale } from '../db/sessions.ts';
import { notFound, problem, type Command } from './command.ts';
import { applyAccess, showOnBoard, showTeams, unitsOfUser } from './follow.ts';
import { id } from './input.ts';

const schema = v.object({ board: id('The board'), user: id('The member') });

export const removeMember: Command<v.InferOutput<typeof schema>, void> = {
	name: 'remove-member',
	schema,
	async write({ tx }, { board, user }) {
		await lockBoard(tx, board);
		const member = await findMembership(tx, user, board);
		if (!member) return notFound('member');
		if (member.role === 'owner' && !(await hasOtherOwner(tx, board, user)))
			return problem('last-owner', 'A board needs an owner. Make somebody else owner first.');
		await deleteMembership(tx, board, user);
		await markSessionsStale(tx, [user]);
		return ok(undefined);
	},
	async follow(deps, { board, user }, _value, { organisation }) {
		await applyAccess(deps, { user, board });
		await showOnBoard(deps, board);
		await showTeams(deps, organisation, await unitsOfUser(deps, user));
	}
};
