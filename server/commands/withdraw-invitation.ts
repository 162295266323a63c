// Withdraws an invitation that nobody has used yet.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { revokeInvitation } from '../db/invitations.ts';
import { notFound, type Command } from './command.ts';
import { id } from './input.ts';

const schema = v.object({
	board: id('The board'),
	/** As the list of open invitations names it. */
	invitation: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'That is not an invitation.'))
});

export const withdrawInvitation: Command<v.InferOutput<typeof schema>, void> = {
	name: 'revoke-invitation',
	schema,
	async write({ tx, now }, { board, invitation }) {
		const found = await revokeInvitation(tx, board, invitation, now);
		return found ? ok(undefined) : notFound('invitation');
	}
};
