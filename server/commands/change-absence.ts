// Changes the days, hours or kind of time off: a planner anybody's, everybody else what they asked for themselves.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { canCommand } from '#lib/policy/commands.ts';
import { findAbsence, putAbsence } from '../db/absences.ts';
import { isOnBoard } from '../db/people.ts';
import { absenceFields, checkDays } from './absence-input.ts';
import { notFound, problem, type Command } from './command.ts';
import { showPerson } from './follow.ts';
import { id } from './input.ts';
import { findWhose } from './withdraw-absence.ts';

const schema = v.object({ board: id('The board'), absence: id('The absence'), ...absenceFields });

export const changeAbsence: Command<v.InferOutput<typeof schema>, { person: string }> = {
	name: 'change-absence',
	schema,
	findFacts: findWhose,
	async write({ tx, actor, facts }, { board, absence, ...change }) {
		const found = await findAbsence(tx, absence);
		if (!found || !(await isOnBoard(tx, board, found.person))) return notFound('absence');
		if (found.status !== 'requested' && !canCommand(actor, 'record-absence', facts).ok)
			return problem('approved', 'It is approved. Withdraw it and ask again, or ask a planner.');
		const checked = checkDays(change.from, change.to);
		if (!checked.ok) return checked;
		await putAbsence(tx, { ...found, ...change });
		return ok({ person: found.person });
	},
	follow: (deps, _input, { person }) => showPerson(deps, person)
};
