import { describe, expect, it } from 'vitest';
import { findHands } from './plan-hands.ts';
import type { Plan, PlanBooking } from './plan.ts';
import { PlanState } from './plan-state.ts';
import { booked, person, planOf, project } from './test-plan.ts';

const role = (more: Partial<PlanBooking> = {}): PlanBooking =>
	booked('x', '', [1, 1, 50], { skill: 'Legal review', project: 'p', ...more });
/** Who could take the role, in the order of their match. */
const ask = (people: Plan['people'], ...bookings: PlanBooking[]) =>
	findHands(
		new PlanState(
			planOf({
				...{ people, bookings },
				projects: [
					project('p', { expert: 'per_sme' }),
					project('q', { expert: 'per_sme' }),
					project('r')
				]
			})
		),
		[]
	);
const takers = (...given: Parameters<typeof ask>): string[] =>
	ask(...given)
		.map((hand) => hand.person)
		.sort();
const ana = person('ana', 'Legal review');
const ben = person('ben', 'Legal review');

describe('who could take work on the plan', () => {
	it('L-15 gives nobody the review of what they made', () => {
		expect(takers([ana, ben], role())).toEqual(['ana', 'ben']);
		expect(takers([ana, ben], role({ authors: ['ana'] }))).toEqual(['ben']);
	});

	it('L-15 asks for the language of the work once anybody has said theirs', () => {
		const german = person('ben', 'Legal review', 'Language:DE');
		expect(takers([ana, ben], role({ locale: 'de' }))).toEqual(['ana', 'ben']);
		expect(takers([ana, german], role({ locale: 'de' }))).toEqual(['ben']);
		expect(takers([ana, german], role({ locale: 'fr' }))).toEqual(['ana', 'ben']);
		expect(takers([ana, german], role())).toEqual(['ana', 'ben']);
	});

	it('L-15 does not take a language for a craft', () => {
		const speak = (id: string, craft: string) => person(id, craft, 'language:de');
		const busy = booked('b', 'ana', [1, 1, 40]);
		const people = [speak('ana', 'Rise'), speak('ben', 'Video')];
		const hands = (of: Plan['people']) =>
			findHands(new PlanState(planOf({ people: of, bookings: [busy] })), [busy]);
		expect(hands(people)).toEqual([]);
		expect(hands([...people, speak('cyd', 'rise')]).map((hand) => hand.person)).toEqual(['cyd']);
	});

	it('L-16 prefers who has worked on it, or with its SME elsewhere, and says which', () => {
		const done = (who: string, on: string) =>
			booked(`${who} ${on}`, who, [-2, -2, 50], { project: on });
		const reasonsOf = (on: string): (number | undefined)[] =>
			ask([ana, ben], role(), done('ana', on)).map(
				({ reasons }) => reasons.find(({ kind }) => kind === 'continuity')?.value
			);
		expect(reasonsOf('p')).toEqual([0, undefined]);
		expect(reasonsOf('q')).toEqual([1, undefined]);
		expect(reasonsOf('r')).toEqual([undefined, undefined]);
	});
});
