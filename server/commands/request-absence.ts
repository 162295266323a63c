// Asks for time off of one's own. It counts, and boards show it, once it is approved.
import { ok } from '#lib/domain/result.ts';
import { absenceSchema, writeAbsence, type AbsenceInput } from './absence-input.ts';
import type { Command } from './command.ts';

export const requestAbsence: Command<AbsenceInput, { absence: string }> = {
	name: 'request-absence',
	schema: absenceSchema,
	findFacts: async (_deps, actor, { person }) =>
		ok({ own: actor.person !== '' && actor.person === person }),
	write: ({ tx, now }, input) => writeAbsence(tx, input, 'requested', now)
};
