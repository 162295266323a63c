// Records that something was signed off, by whoever records it. Their own work counts as a solo approval, and says so.
import * as v from 'valibot';
import { newId } from '#lib/domain/ids.ts';
import { ok } from '#lib/domain/result.ts';
import { addApproval, changeApproval, listStanding } from '../db/approvals.ts';
import { secureRandom } from '../row-id.ts';
import { problem, type Command } from './command.ts';
import { showOnBoard } from './follow.ts';
import { line } from './input.ts';
import { findLeading, subjectFields } from './sign-off-input.ts';

const schema = v.object({ ...subjectFields, reason: v.optional(line('The note', 200), '') });

export interface Approved {
	approval: string;
	/** The lead signed off their own work. */
	solo: boolean;
}

export const recordApproval: Command<v.InferOutput<typeof schema>, Approved> = {
	name: 'record-approval',
	schema,
	findFacts: findLeading,
	async write({ tx, actor, facts, now }, { board, project, module, kind, reason }) {
		if (actor.person === '')
			return problem(
				'denied',
				'Your login is not linked to a person; ask an owner to link it.',
				'P-11'
			);
		const standing = await listStanding(tx, board, { project, module, kind });
		const given = standing.find((row) => row.by !== '');
		if (given) return ok({ approval: given.id, solo: given.solo });
		const solo = facts.leading === true;
		const sign = { by: actor.person, at: now, solo, reason };
		const waiting = standing.find((row) => row.askedOf === actor.person) ?? standing[0];
		if (waiting) await changeApproval(tx, waiting.id, sign);
		const approval = waiting?.id ?? newId('apr', secureRandom, now.getTime());
		if (!waiting)
			await addApproval(tx, {
				...{ id: approval, board, project, module, kind, ...sign },
				...{ askedOf: '', askedOn: null, revoked: false }
			});
		return ok({ approval, solo });
	},
	follow: (deps, { board }) => showOnBoard(deps, board)
};
