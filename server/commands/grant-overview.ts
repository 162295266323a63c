// Makes a login a leader of the organisation, or takes it back. Such a leader reads the overview and joins no board.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { setLeads } from '../db/organisation.ts';
import { markSessionsStale } from '../db/sessions.ts';
import { findUserByEmail } from '../db/users.ts';
import { problem, type Command } from './command.ts';
import { email, id } from './input.ts';

const schema = v.object({
	/** A board the owner owns: it says which organisation. */
	board: id('The board'),
	email,
	leads: v.boolean('Say whether the login leads the organisation.')
});

export const grantOverview: Command<v.InferOutput<typeof schema>, void> = {
	name: 'grant-overview',
	schema,
	async write({ tx, actor }, { email, leads }) {
		const login = await findUserByEmail(tx, email);
		if (!login || login.organisation !== actor.organisation)
			return problem(
				'no-login',
				'Nobody here logs in with this address. Invite them to a board first, as a viewer; you can remove them from it afterwards.',
				'email'
			);
		await setLeads(tx, login.id, leads);
		await markSessionsStale(tx, [login.id]);
		return ok(undefined);
	}
};
