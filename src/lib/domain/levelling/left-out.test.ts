import { describe, expect, it } from 'vitest';
import type { PlanBooking } from './plan.ts';
import type { Suggestions } from './suggest.ts';
import { booked, day, person, planOf, project, suggest } from './test-plan.ts';

describe('L-24 what has no place keeps nobody else from being moved, and is named', () => {
	/** Further from its launch than places near by reach: only a schedule finds it. */
	const late = booked('late', 'ana', [20, 21, 80], { project: 'p', due: day(25) });
	const mend = (...bookings: PlanBooking[]): Suggestions =>
		suggest(
			planOf({
				people: [person('ana'), person('ben')],
				bookings: [late, ...bookings],
				projects: [project('p', { isHard: true })]
			}),
			{ kinds: ['move'] }
		);
	const locked = (id: string, weeks: [number, number, number]): PlanBooking =>
		booked(id, 'ben', weeks, { isLoose: false });

	it('where no day ever has room for it', () => {
		const { suggestions, leftOut } = mend(
			locked('all', [0, 30, 100]),
			booked('x', 'ben', [1, 2, 50])
		);
		expect(suggestions.map(({ of }) => of)).toEqual(['late']);
		expect(leftOut).toEqual([{ of: 'x', why: 'room' }]);
	});

	it('where days have room but too few side by side', () => {
		const { suggestions, leftOut } = mend(
			locked('all', [0, 26, 100]),
			booked('x', 'ben', [1, 4, 50])
		);
		expect(suggestions.map(({ of }) => of)).toEqual(['late']);
		expect(leftOut).toEqual([{ of: 'x', why: 'room' }]);
	});

	it('where it asks for more of a day than there is, or for days without hours', () => {
		const days = { from: day(12), to: day(13) };
		const weekend = booked('y', 'ben', [1, 2, 50]);
		const load = { mode: 'total' as const, amount: 600 };
		const { suggestions, leftOut } = mend(
			locked('all', [0, 30, 100]),
			booked('x', 'ben', [1, 2, 140]),
			{ ...weekend, booking: { ...weekend.booking, span: days, load } }
		);
		expect(suggestions.map(({ of }) => of)).toEqual(['late']);
		expect(leftOut.toSorted((a, b) => (a.of < b.of ? -1 : 1))).toEqual([
			{ of: 'x', why: 'share' },
			{ of: 'y', why: 'hours' }
		]);
	});

	it('but not where something is suggested for it, or dates are not asked for', () => {
		const people = [person('ana', 'Rise'), person('ben', 'Rise')];
		const bookings = [
			booked('all', 'ana', [0, 30, 90], { isLoose: false }),
			booked('x', 'ana', [1, 2, 50])
		];
		const found = suggest(planOf({ people, bookings }));
		expect(found.suggestions.map(({ kind, of }) => [kind, of])).toEqual([['hand', 'x']]);
		expect(found.leftOut).toEqual([]);
		const hands = suggest(planOf({ bookings }), { kinds: ['hand'] });
		expect(hands).toMatchObject({ suggestions: [], leftOut: [] });
	});

	it('nor where there were too many to look at: those are counted', () => {
		const many = Array.from({ length: 90 }, (_, i) => booked(`b${i}`, 'ben', [1, 1, 50]));
		expect(mend(...many).unseen).toBe(11);
		expect(mend().unseen).toBe(0);
	});
});
