// Sets a person's working hours from a day on, or takes such a change back. Hours that were set are assumed no more.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { changePerson, deletePattern, isOnBoard, listPatterns, putPattern } from '../db/people.ts';
import { notFound, problem, type Command } from './command.ts';
import { showPerson } from './follow.ts';
import { findHome } from './home-team.ts';
import { day, id, week } from './input.ts';

const MOST = 40;

const schema = v.object({
	board: id('The board'),
	person: id('The person'),
	/** The first day it holds; null for always. */
	from: v.nullable(day('The day')),
	/** Minutes for Monday to Sunday; null takes the pattern of that day away. */
	minutes: v.nullable(week)
});

export const setPattern: Command<v.InferOutput<typeof schema>, void> = {
	name: 'set-pattern',
	schema,
	findFacts: findHome,
	async write({ tx }, { board, person, from, minutes }) {
		if (!(await isOnBoard(tx, board, person))) return notFound('person');
		if (minutes === null) await deletePattern(tx, person, from);
		else {
			await putPattern(tx, person, { from, minutes });
			await changePerson(tx, person, { hoursAssumed: false });
		}
		const all = (await listPatterns(tx, [person])).get(person) ?? [];
		if (all.length > MOST)
			return problem('too-many', `A person has at most ${MOST} patterns. Remove an old one.`);
		return ok(undefined);
	},
	follow: (deps, { person }) => showPerson(deps, person)
};
