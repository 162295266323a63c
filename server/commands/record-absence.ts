// Records approved time off of anybody on the board.
import { absenceSchema, writeAbsence, type AbsenceInput } from './absence-input.ts';
import type { Command } from './command.ts';
import { showPerson } from './follow.ts';
import { findHome } from './home-team.ts';

export const recordAbsence: Command<AbsenceInput, { absence: string }> = {
	name: 'record-absence',
	schema: absenceSchema,
	findFacts: findHome,
	write: ({ tx, now }, input) => writeAbsence(tx, input, 'approved', now),
	follow: (deps, { person }) => showPerson(deps, person)
};
