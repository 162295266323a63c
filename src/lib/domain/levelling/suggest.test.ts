import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mondayOf, weekday } from '../days.ts';
import { checkSchedule } from './check.ts';
import { compileProblem } from './compile.ts';
import { compareMetrics, type PlanBooking, type PlanMetrics } from './plan.ts';
import { PlanState } from './plan-state.ts';
import { runToEnd, searchSchedule } from './search.ts';
import { booked, day, person, planOf, project, suggest, today } from './test-plan.ts';

describe('suggested changes', () => {
	it('L-19 compares dates that must be held, lateness, dependencies, overload, open work, in this order', () => {
		const base: PlanMetrics = {
			...{ missedDates: 1, tardiness: 1, brokenDays: 1, overloadMinutes: 1, unstaffedMinutes: 1 }
		};
		const fields = Object.keys(base) as (keyof PlanMetrics)[];
		for (const [i, field] of fields.entries()) {
			const better = { ...base, [field]: 0 };
			for (const later of fields.slice(i + 1)) better[later] = 99;
			expect(compareMetrics(better, base)).toBeLessThan(0);
		}
		expect(compareMetrics(base, { ...base })).toBe(0);
	});

	it('L-20 moves the less important of two bookings that do not fit, and says what it does', () => {
		const plan = planOf({
			bookings: [
				booked('a', 'ana', [1, 2, 60], { project: 'p' }),
				booked('b', 'ana', [1, 2, 60], { project: 'q' })
			],
			projects: [project('p', { priority: 0 }), project('q', { priority: 5 })]
		});
		const { suggestions, now, then } = suggest(plan);
		expect(now.overloadMinutes).toBe(2 * 450);
		expect(then.overloadMinutes).toBe(0);
		expect(suggestions).toHaveLength(1);
		expect(suggestions[0]).toMatchObject({
			...{ kind: 'move', of: 'b', movedDays: 14, before: now, after: then },
			steps: [{ of: 'b', isNew: false, after: { span: { from: day(21), to: day(32) } } }]
		});
		const [week] = suggestions[0]!.weeks;
		expect(week).toMatchObject({ person: 'ana', beforeMinutes: 2700, afterMinutes: 1350 });
	});

	it('L-20 suggests nothing where nothing is over, late or open', () => {
		expect(suggest(planOf({ bookings: [booked('a', 'ana', [1, 2, 100])] })).suggestions).toEqual(
			[]
		);
		expect(suggest(planOf({ people: [] })).suggestions).toEqual([]);
	});

	it('L-21 pulls late work forward before its launch where there is room, and no other work', () => {
		const plan = planOf({
			bookings: [booked('a', 'ana', [4, 5, 80], { project: 'p', due: day(25) })],
			projects: [project('p', { isHard: true })]
		});
		const { suggestions, now, then } = suggest(plan);
		expect(now).toMatchObject({ missedDates: 1, tardiness: 14 });
		expect(then).toMatchObject({ missedDates: 0, tardiness: 0 });
		expect(suggestions[0]!.steps[0]!.after.span!.to <= day(25)).toBe(true);
	});

	it('L-21 keeps what waits for it: a broken dependency is mended by a move', () => {
		const plan = planOf({
			people: [person('ana'), person('ben')],
			bookings: [
				booked('a', 'ana', [1, 3, 50], { project: 'p', isLoose: false }),
				booked('b', 'ben', [2, 3, 50], { project: 'q' })
			],
			projects: [project('p'), project('q', { after: [{ on: 'p', type: 'FS', lagDays: 2 }] })]
		});
		const { suggestions, now, then } = suggest(plan);
		expect([now.brokenDays, then.brokenDays]).toEqual([12, 0]);
		expect(suggestions[0]!.steps[0]!.after.span!.from).toBe(day(30));
	});

	it('L-21 leaves out dependencies in a circle instead of hanging on them', () => {
		const tie = (on: string) => ({ after: [{ on, type: 'FS' as const, lagDays: 0 }] });
		const plan = planOf({
			bookings: [
				booked('a', 'ana', [1, 2, 60], { project: 'p' }),
				booked('b', 'ana', [1, 2, 60], { project: 'q' })
			],
			projects: [project('p', tie('q')), project('q', tie('p'))]
		});
		expect(suggest(plan).then.overloadMinutes).toBe(0);
	});

	it('L-22 gives work to who has the skill and the time, only the rest of what has begun, with reasons', () => {
		const plan = planOf({
			people: [person('ana', 'Rise'), person('ben', 'rise'), person('cyd', 'Video')],
			bookings: [
				booked('a', 'ana', [-1, 30, 100], { isLoose: false }),
				booked('b', 'ana', [-1, 2, 40], { project: 'p' })
			],
			projects: [project('p')]
		});
		const { suggestions } = suggest(plan);
		expect(suggestions).toHaveLength(1);
		expect(suggestions[0]).toMatchObject({ kind: 'hand', of: 'b' });
		const [kept, given] = suggestions[0]!.steps;
		expect(kept).toMatchObject({ isNew: false, after: { person: 'ana', span: { to: day(-1) } } });
		expect(given).toMatchObject({ isNew: true, after: { person: 'ben', span: { from: today } } });
		expect(suggestions[0]!.reasons.map(({ kind }) => kind)).toEqual(['fit', 'free']);
	});

	it('L-22 fills open roles by their skill, each person with one of them', () => {
		const role = (id: string, skill: string): PlanBooking =>
			booked(id, '', [1, 1, 50], { skill, level: 3 });
		const plan = planOf({
			people: [person('ana', 'Rise'), person('ben', 'Rise')],
			bookings: [role('x', 'Rise'), role('y', 'Rise'), role('z', 'Video')]
		});
		const { suggestions, then } = suggest(plan);
		expect(suggestions.map(({ kind, of }) => `${kind} ${of}`).sort()).toEqual([
			'staff x',
			'staff y'
		]);
		expect(new Set(suggestions.map(({ steps }) => steps[0]!.after.person)).size).toBe(2);
		expect(then.unstaffedMinutes).toBe(5 * 180);
	});

	it('L-20 fills nobody’s week too much to relieve another', () => {
		const people = [person('ana', 'Rise'), person('ben', 'Rise')];
		const bookings = [
			booked('a', 'ana', [1, 2, 100], { isLoose: false }),
			booked('b', 'ana', [1, 2, 60])
		];
		const full = booked('c', 'ben', [1, 1, 50], { isLoose: false });
		const hands = (more: PlanBooking[]) =>
			suggest(planOf({ people, bookings: [...bookings, ...more] }), { kinds: ['hand'] })
				.suggestions;
		expect(hands([])).toHaveLength(1);
		expect(hands([full])).toEqual([]);
	});

	it('L-20 makes none again that was refused, and only of the kinds asked for', () => {
		const plan = planOf({
			bookings: [booked('a', 'ana', [1, 2, 60]), booked('b', 'ana', [1, 2, 60])]
		});
		const [first] = suggest(plan).suggestions;
		const again = suggest(plan, { refused: [first!.key] }).suggestions;
		expect(again.map(({ key }) => key)).not.toContain(first!.key);
		expect(suggest(plan, { kinds: ['hand'] }).suggestions).toEqual([]);
	});

	const plans = fc
		.array(
			fc.record({
				who: fc.constantFrom('ana', 'ben', 'cyd', ''),
				start: fc.integer({ min: -1, max: 6 }),
				weeks: fc.integer({ min: 0, max: 3 }),
				percent: fc.constantFrom(20, 40, 60, 90),
				project: fc.constantFrom('', 'p', 'q', 'r'),
				due: fc.option(fc.integer({ min: -7, max: 60 })),
				isLoose: fc.boolean()
			}),
			{ minLength: 1, maxLength: 14 }
		)
		.map((rows) =>
			planOf({
				people: [person('ana', 'Rise'), person('ben', 'Rise', 'Video'), person('cyd', 'Video')],
				projects: [
					project('p', { isHard: true, weight: 3 }),
					project('q', { after: [{ on: 'p', type: 'FS', lagDays: 1 }] }),
					project('r', { after: [{ on: 'q', type: 'SS', lagDays: 0 }] })
				],
				bookings: rows.map(({ who, start, weeks, percent, due, ...more }, i) =>
					booked(`b${i}`, who, [start, start + weeks, percent], {
						...more,
						due: due === null ? null : day(due),
						skill: who === '' ? 'Rise' : ''
					})
				)
			})
		);

	it('L-20 each is worth it by itself, touches only what it may, keeps every minute, and is the same again', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const { suggestions, now, then } = suggest(plan);
				expect(suggestions.length).toBeLessThanOrEqual(5);
				expect(new Set(suggestions.map(({ of }) => of)).size).toBe(suggestions.length);
				const all = new PlanState(plan);
				for (const one of suggestions) {
					const source = plan.bookings.find(({ id }) => id === one.of)!;
					expect(source.isLoose).toBe(true);
					expect(compareMetrics(one.after, one.before)).toBeLessThan(0);
					const state = new PlanState(plan);
					const { from, to } = plan;
					const minutes = state.grid.minutesOf(one.of, from, to);
					expect(state.metricsAfter(one.steps)).toEqual(one.after);
					expect(state.metrics()).toEqual(now);
					state.apply(one.steps);
					const ids = one.steps.map(({ of, isNew }, i) => (isNew ? `${of} ${i}` : of));
					const pieces = ids.map((id) => state.grid.minutesOf(id, from, to) ?? 0);
					expect(pieces.reduce((sum, piece) => sum + piece, 0)).toBe(minutes);
					for (const { after } of one.steps)
						expect(
							after.span!.from >= today || after.span!.from === source.booking.span!.from
						).toBe(true);
					all.apply(one.steps);
				}
				expect(all.metrics()).toEqual(then);
				expect(compareMetrics(then, now)).toBeLessThanOrEqual(0);
				expect(suggest({ ...plan }).suggestions).toEqual(suggestions);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('levelling to dates', () => {
	it('L-18 holds a date that must be held before others, whatever those weigh', () => {
		const startsWith = (isHard: boolean): string | undefined => {
			const compiled = compileProblem({
				resources: [{ id: 'R', capacity: 1 }],
				links: [],
				activities: [
					{ id: 'heavy', weight: 10 },
					{ id: 'hard', isHard }
				].map((one) => ({
					...{ duration: 2, needs: [{ resource: 'R', amount: 1 }], due: 2, planned: 0 },
					...one
				}))
			});
			if (!compiled.ok) throw new Error(compiled.problem.message);
			const { best } = runToEnd(searchSchedule(compiled.value, { schedules: 60 }));
			return compiled.value.ids[best!.starts.indexOf(0)];
		};
		expect([startsWith(false), startsWith(true)]).toEqual(['heavy', 'hard']);
	});

	it('L-18 is as little tardy as it can, by weight, and then moves as little as it can', () => {
		const problem = {
			resources: [{ id: 'R', capacity: 1 }],
			links: [],
			activities: ['a', 'b', 'c'].map((id, i) => ({
				...{ id, duration: 2, needs: [{ resource: 'R', amount: 1 }] },
				...{ due: 4, weight: i + 1, planned: 0 }
			}))
		};
		const compiled = compileProblem(problem);
		if (!compiled.ok) throw new Error(compiled.problem.message);
		const { ids } = compiled.value;
		const { best } = runToEnd(searchSchedule(compiled.value, { schedules: 60 }));
		expect(best!.ends[ids.indexOf('a')]).toBe(6);
		const places = new Map(
			ids.map((id, i) => [id, { start: best!.starts[i]!, end: best!.ends[i]! }])
		);
		expect(checkSchedule(problem, places)).toEqual([]);
	});
});

it('stands on a Monday', () => {
	expect([weekday(today), mondayOf(today)]).toEqual([1, today]);
});
