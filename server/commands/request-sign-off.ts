// Asks a person, or the team, for a sign-off. Asking the same of the same again changes nothing.
import * as v from 'valibot';
import { newId } from '#lib/domain/ids.ts';
import { ok } from '#lib/domain/result.ts';
import { addApproval, listStanding } from '../db/approvals.ts';
import { isOnBoard } from '../db/people.ts';
import { secureRandom } from '../row-id.ts';
import { notFound, problem, type Command } from './command.ts';
import { showOnBoard } from './follow.ts';
import { id } from './input.ts';
import { findLeading, subjectFields } from './sign-off-input.ts';

const schema = v.object({
	...subjectFields,
	/** A person of the board, or `team`. */
	askedOf: id('Whom to ask')
});

export const requestSignOff: Command<v.InferOutput<typeof schema>, { approval: string }> = {
	name: 'request-sign-off',
	schema,
	findFacts: findLeading,
	async write({ tx, actor, deps, now }, { board, project, module, kind, askedOf }) {
		if (askedOf !== 'team' && !(await isOnBoard(tx, board, askedOf))) return notFound('person');
		const standing = await listStanding(tx, board, { project, module, kind });
		if (standing.some((row) => row.by !== ''))
			return problem('given', 'This sign-off was given already.');
		const same = standing.find((row) => row.askedOf === askedOf);
		if (same) return ok({ approval: same.id });
		const approval = newId('apr', secureRandom, now.getTime());
		await addApproval(tx, {
			...{ id: approval, board, project, module, kind, askedOf },
			askedOn: deps.clock.today(actor.timeZone),
			...{ by: '', at: null, solo: false, revoked: false, reason: '' }
		});
		return ok({ approval });
	},
	follow: (deps, { board }) => showOnBoard(deps, board)
};
