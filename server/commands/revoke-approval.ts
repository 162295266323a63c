// Withdraws a sign-off or a request for one. The row stays, marked, with the reason.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { changeApproval, findApproval } from '../db/approvals.ts';
import { notFound, type Command } from './command.ts';
import { showOnBoard } from './follow.ts';
import { id, line } from './input.ts';

const schema = v.object({
	board: id('The board'),
	approval: id('The approval'),
	reason: v.optional(line('The reason', 200), '')
});

export const revokeApproval: Command<v.InferOutput<typeof schema>, void> = {
	name: 'revoke-approval',
	schema,
	async findFacts(deps, actor, { board, approval }) {
		const found = await findApproval(deps.db.orm, board, approval);
		if (!found) return notFound('approval');
		return ok({ own: actor.person !== '' && found.by === actor.person });
	},
	async write({ tx }, { board, approval, reason }) {
		const found = await findApproval(tx, board, approval);
		if (!found || found.revoked) return notFound('approval');
		await changeApproval(tx, approval, { revoked: true, reason: reason || found.reason });
		return ok(undefined);
	},
	follow: (deps, { board }) => showOnBoard(deps, board)
};
