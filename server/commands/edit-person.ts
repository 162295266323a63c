// Changes what is known of a person: name, title, country, dates, share for other work, skills. Hours have their own.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { changePerson, findPerson, isOnBoard } from '../db/people.ts';
import { isRegion } from '../holidays.ts';
import { notFound, problem, type Command } from './command.ts';
import { showPerson } from './follow.ts';
import { day, filledLine, id, line, timeZone } from './input.ts';

const schema = v.object({
	board: id('The board'),
	person: id('The person'),
	name: v.optional(filledLine('The name', 80)),
	title: v.optional(line('The job title', 80)),
	region: v.optional(line('The country', 12)),
	timeZone: v.optional(timeZone),
	nonProjectBp: v.optional(
		v.pipe(
			v.number('The share must be a number.'),
			v.integer('The share must be a whole number of hundredths of a per cent.'),
			v.minValue(0, 'The share cannot be less than 0 %.'),
			v.maxValue(10_000, 'The share cannot be more than 100 %.')
		)
	),
	skills: v.optional(v.pipe(v.array(line('A skill', 80)), v.maxLength(60, 'At most 60 skills.'))),
	starts: v.optional(v.nullable(day('The first day'))),
	ends: v.optional(v.nullable(day('The last day'))),
	active: v.optional(v.boolean())
});

export const editPerson: Command<v.InferOutput<typeof schema>, void> = {
	name: 'edit-person',
	schema,
	async write({ tx }, { board, person, ...change }) {
		const found = await findPerson(tx, person);
		if (!found || !(await isOnBoard(tx, board, person))) return notFound('person');
		if (change.region && !isRegion(change.region))
			return problem('invalid', 'No public holidays are known for that country.', 'region');
		const starts = change.starts === undefined ? found.starts : change.starts;
		const ends = change.ends === undefined ? found.ends : change.ends;
		if (starts !== null && ends !== null && ends < starts)
			return problem('invalid', `The last day, ${ends}, is before the first, ${starts}.`, 'ends');
		await changePerson(tx, person, change);
		return ok(undefined);
	},
	follow: (deps, { person }) => showPerson(deps, person)
};
