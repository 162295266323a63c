// Asks for time off of one's own. Boards show it as asked for; it counts once it is approved.
import { absenceSchema, writeAbsence, type AbsenceInput } from './absence-input.ts';
import type { Command } from './command.ts';
import { showPerson } from './follow.ts';
import { findHome } from './home-team.ts';

export const requestAbsence: Command<AbsenceInput, { absence: string }> = {
	name: 'request-absence',
	schema: absenceSchema,
	findFacts: findHome,
	write: ({ tx, now }, input) => writeAbsence(tx, input, 'requested', now),
	follow: (deps, { person }) => showPerson(deps, person)
};
