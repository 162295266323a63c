// Approves time off that was asked for, or takes an absence away.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { approveAbsence, deleteAbsence, findAbsence } from '../db/absences.ts';
import { isOnBoard } from '../db/people.ts';
import { notFound, type Command } from './command.ts';
import { showPerson } from './follow.ts';
import { id } from './input.ts';
import { findWhose } from './withdraw-absence.ts';

const schema = v.object({
	board: id('The board'),
	absence: id('The absence'),
	decision: v.picklist(['approve', 'remove'], 'Choose to approve or to remove it.')
});

export const decideAbsence: Command<v.InferOutput<typeof schema>, { person: string }> = {
	name: 'decide-absence',
	schema,
	findFacts: findWhose,
	async write({ tx }, { board, absence, decision }) {
		const found = await findAbsence(tx, absence);
		if (!found || !(await isOnBoard(tx, board, found.person))) return notFound('absence');
		if (decision === 'approve') await approveAbsence(tx, absence);
		else await deleteAbsence(tx, absence);
		return ok({ person: found.person });
	},
	follow: (deps, _input, { person }) => showPerson(deps, person)
};
