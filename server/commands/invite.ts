// Makes a link that lets one person in, once, within seven days. Only the hash of its token is kept.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { addInvitation } from '../db/invitations.ts';
import { findPerson, isOnBoard } from '../db/people.ts';
import { hashToken, newToken } from '../row-id.ts';
import { notFound, problem, type Command } from './command.ts';
import { email, id, optionalId, role } from './input.ts';

const DAYS_VALID = 7;

const schema = v.object({
	board: id('The board'),
	email,
	role,
	/** Whom on the board the new login is; empty makes a new person. */
	person: v.optional(optionalId('The person'), '')
});

export interface Invited {
	/** For the link `/invite/<token>`: shown once, empty when the same request is answered again. */
	token: string;
	expiresAt: string;
}

export const invite: Command<v.InferOutput<typeof schema>, Invited> = {
	name: 'invite',
	schema,
	async write({ tx, actor, now }, { board, email, role, person }) {
		if (person !== '') {
			const found = await findPerson(tx, person);
			if (!found || !(await isOnBoard(tx, board, person))) return notFound('person');
			if (found.userId !== null)
				return problem('linked', `${found.name} has a login already.`, person);
		}
		const token = newToken();
		const expiresAt = new Date(now.getTime() + DAYS_VALID * 86_400_000);
		await addInvitation(tx, {
			tokenHash: hashToken(token),
			organisation: actor.organisation,
			...{ board, email, role, expiresAt },
			person: person || null
		});
		return ok({ token, expiresAt: expiresAt.toISOString() });
	},
	redact: ({ expiresAt }) => ({ token: '', expiresAt })
};
