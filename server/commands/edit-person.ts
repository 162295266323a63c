// Changes what is known of a person: name, number, team, country, dates, shares, skills, single days. Weekly hours have
// their own command.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import {
	changePerson,
	findPerson,
	findPersonByNumber,
	isOnBoard,
	type PersonRow
} from '../db/people.ts';
import { isRegion } from '../holidays.ts';
import { notFound, problem, type Command } from './command.ts';
import { settleEmployment, todayOf } from './employment.ts';
import { showPerson, showTeams } from './follow.ts';
import { findHome, homeOf } from './home-team.ts';
import { day, filledLine, id, line, minutesOfDay, timeZone } from './input.ts';

const share = (most: number) =>
	v.pipe(
		v.number('The share must be a number.'),
		v.integer('The share must be a whole number of hundredths of a per cent.'),
		v.minValue(0, 'The share cannot be less than 0 %.'),
		v.maxValue(most, `The share cannot be more than ${most / 100} %.`)
	);

const schema = v.object({
	board: id('The board'),
	person: id('The person'),
	name: v.optional(filledLine('The name', 80)),
	title: v.optional(line('The job title', 80)),
	region: v.optional(line('The country', 12)),
	timeZone: v.optional(timeZone),
	nonProjectBp: v.optional(share(10_000)),
	skills: v.optional(v.pipe(v.array(line('A skill', 80)), v.maxLength(60, 'At most 60 skills.'))),
	starts: v.optional(v.nullable(day('The first day'))),
	ends: v.optional(v.nullable(day('The last day'))),
	active: v.optional(v.boolean()),
	externalId: v.optional(v.nullable(line('The employee number', 64))),
	unit: v.optional(line('The team', 80)),
	/** Goes before `skills`; who names skills only keeps the levels they have. */
	skillLevels: v.optional(
		v.pipe(
			v.array(
				v.object({
					skill: filledLine('A skill', 80),
					level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
					interest: v.optional(v.picklist([0, 1]))
				})
			),
			v.maxLength(60, 'At most 60 skills.')
		)
	),
	maxLoadBp: v.optional(v.nullable(share(30_000))),
	nonProjectFrom: v.optional(
		v.pipe(
			v.array(v.object({ from: day('The day'), bp: share(10_000) })),
			v.maxLength(40, 'At most 40 shares. Remove an old one.')
		)
	),
	ownDays: v.optional(
		v.pipe(
			v.array(v.object({ day: day('The day'), minutes: minutesOfDay })),
			v.maxLength(400, 'At most 400 days. Remove old ones.')
		)
	)
});

export const editPerson: Command<v.InferOutput<typeof schema>, { units: string[] }> = {
	name: 'edit-person',
	schema,
	findFacts: findHome,
	async write({ tx, actor, deps }, { board, person, ...change }) {
		const found = await findPerson(tx, person);
		if (!found || !(await isOnBoard(tx, board, person))) return notFound('person');
		if (change.region && !isRegion(change.region))
			return problem('invalid', 'No public holidays are known for that country.', 'region');
		const starts = change.starts === undefined ? found.starts : change.starts;
		const ends = change.ends === undefined ? found.ends : change.ends;
		if (starts !== null && ends !== null && ends < starts)
			return problem('invalid', `The last day, ${ends}, is before the first, ${starts}.`, 'ends');
		const number = change.externalId || null;
		if (number !== null && number !== found.externalId) {
			const other = await findPersonByNumber(tx, found.organisation, number);
			if (other)
				return problem('invalid', `${other.name} has the employee number ${number}.`, 'externalId');
		}
		const unit = change.unit ?? found.unit;
		const isMoved = unit !== found.unit || (change.active ?? found.active) !== found.active;
		if (unit !== found.unit && !(await homeOf(tx, actor))(unit))
			return problem('denied', `${unit} has a planner of its own. Ask them, or an owner.`, 'P-25');
		await changePerson(tx, person, {
			...change,
			...settleEmployment(found, change, todayOf(deps, actor, found)),
			...(change.externalId === undefined ? {} : { externalId: number }),
			...settleSkills(found, change)
		});
		return ok({ units: isMoved ? [found.unit, unit] : [] });
	},
	async follow(deps, { person }, { units }, { organisation }) {
		await showPerson(deps, person);
		await showTeams(deps, organisation, units);
	}
};

/** Names and levels say the same; a level and an interest that are not said are kept. */
function settleSkills(
	found: PersonRow,
	change: { skills?: string[] | undefined; skillLevels?: PersonRow['skillLevels'] | undefined }
): Partial<PersonRow> {
	const named = change.skills?.map((skill): { skill: string; level?: number } => ({ skill }));
	const wanted = change.skillLevels ?? named;
	if (!wanted) return {};
	const known = new Map(found.skillLevels.map((one) => [one.skill.toLowerCase(), one]));
	const settled = new Map(
		wanted.map((one) => {
			const key = one.skill.toLowerCase();
			return [key, { level: 3, ...known.get(key), ...one }];
		})
	);
	const skillLevels = [...settled.values()];
	return { skillLevels, skills: skillLevels.map((one) => one.skill) };
}
