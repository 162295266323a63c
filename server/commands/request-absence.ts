// Asks for time off of one's own. Boards show it as asked for; it counts once it is approved.
import { ok } from '#lib/domain/result.ts';
import { absenceSchema, writeAbsence, type AbsenceInput } from './absence-input.ts';
import type { Command } from './command.ts';
import { showPerson } from './follow.ts';

export const requestAbsence: Command<AbsenceInput, { absence: string }> = {
	name: 'request-absence',
	schema: absenceSchema,
	findFacts: async (_deps, actor, { person }) =>
		ok({ own: actor.person !== '' && actor.person === person }),
	write: ({ tx, now }, input) => writeAbsence(tx, input, 'requested', now),
	follow: (deps, { person }) => showPerson(deps, person)
};
