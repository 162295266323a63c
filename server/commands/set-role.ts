// Gives a member of a board another access role. A board keeps at least one owner.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { findMembership, hasOtherOwner, lockBoard, putMembership } from '../db/memberships.ts';
import { markSessionsStale } from '../db/sessions.ts';
import { notFound, problem, type Command } from './command.ts';
import { applyAccess, showOnBoard, showTeams, unitsOfUser } from './follow.ts';
import { id, role } from './input.ts';

const schema = v.object({ board: id('The board'), user: id('The member'), role });

export const setRole: Command<v.InferOutput<typeof schema>, void> = {
	name: 'set-role',
	schema,
	async write({ tx }, { board, user, role }) {
		await lockBoard(tx, board);
		const member = await findMembership(tx, user, board);
		if (!member) return notFound('member');
		if (role !== 'owner' && member.role === 'owner' && !(await hasOtherOwner(tx, board, user)))
			return problem('last-owner', 'A board needs an owner. Make somebody else owner first.');
		await putMembership(tx, board, user, role);
		await markSessionsStale(tx, [user]);
		return ok(undefined);
	},
	async follow(deps, { board, user }, _value, { organisation }) {
		await applyAccess(deps, { user, board });
		await showOnBoard(deps, board);
		await showTeams(deps, organisation, await unitsOfUser(deps, user));
	}
};
