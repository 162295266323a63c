// Puts a person on a board: somebody new, or somebody the organisation knows already.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { findPerson, putOnBoard } from '../db/people.ts';
import { isRegion } from '../holidays.ts';
import { notFound, problem, type Command } from './command.ts';
import { showOnBoard } from './follow.ts';
import { id, line, optionalId, timeZone } from './input.ts';
import { addNewPerson } from './new-person.ts';

const schema = v.object({
	board: id('The board'),
	/** Somebody of the organisation; empty makes a new person of the other fields. */
	person: v.optional(optionalId('The person'), ''),
	name: v.optional(line('The name', 80), ''),
	title: v.optional(line('The job title', 80), ''),
	region: v.optional(line('The country', 12), ''),
	timeZone: v.optional(timeZone, '')
});

export const addPerson: Command<v.InferOutput<typeof schema>, { person: string }> = {
	name: 'add-person',
	schema,
	async write({ tx, actor, now }, { board, person, ...given }) {
		if (person !== '') {
			const found = await findPerson(tx, person);
			if (found?.organisation !== actor.organisation) return notFound('person');
			await putOnBoard(tx, board, person);
			return ok({ person });
		}
		if (given.name === '') return problem('invalid', 'The name is empty.', 'name');
		if (given.region !== '' && !isRegion(given.region))
			return problem('invalid', 'No public holidays are known for that country.', 'region');
		const { organisation } = actor;
		const added = await addNewPerson(tx, board, { organisation, ...given }, now.getTime());
		return ok({ person: added });
	},
	follow: (deps, { board }) => showOnBoard(deps, board)
};
