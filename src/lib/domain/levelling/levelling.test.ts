import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSchedule, isFeasible } from './check.ts';
import { compileProblem, type Compiled } from './compile.ts';
import { criticalPath } from './critical-path.ts';
import { generateSerial, improveByJustifying, makeImprovement } from './generate.ts';
import type { Activity, LevellingProblem, Link, Schedule } from './model.ts';
import { Profile } from './profile.ts';
import { latestEndKeys, runToEnd, schedulePass, searchSchedule } from './search.ts';
import { seedOf } from './seed.ts';
import { orderByKeys } from './topology.ts';

const job = (id: string, duration: number, amount = 0, more: Partial<Activity> = {}): Activity => ({
	id,
	duration,
	needs: amount > 0 ? [{ resource: 'R', amount }] : [],
	...more
});
const after = (from: string, to: string, type: Link['type'] = 'FS', lag = 0): Link => ({
	...{ from, to, type, lag }
});
const problemOf = (
	activities: Activity[],
	links: Link[] = [],
	capacity: number | number[] = 10,
	more: Partial<LevellingProblem> = {}
): LevellingProblem => ({ activities, links, resources: [{ id: 'R', capacity }], ...more });

function compiled(problem: LevellingProblem): Compiled {
	const result = compileProblem(problem);
	if (!result.ok) throw new Error(result.problem.message);
	return result.value;
}
const placesOf = (of: Compiled, { starts, ends }: Schedule) =>
	new Map(of.ids.map((id, i) => [id, { start: starts[i]!, end: ends[i]! }]));
const startsOf = (problem: LevellingProblem, scheme: 'serial' | 'parallel' = 'serial') => {
	const of = compiled(problem);
	const schedule = schedulePass(of, scheme)!;
	return Object.fromEntries(of.ids.map((id, i) => [id, schedule.starts[i]]));
};

/** Up to twelve activities with dependencies of every type, calendars, releases, and capacity that changes. */
const problems = fc
	.record({
		jobs: fc.array(
			fc.record({
				duration: fc.nat(5),
				amount: fc.nat(4),
				other: fc.nat(3),
				release: fc.nat(6),
				calendar: fc.boolean()
			}),
			{ minLength: 1, maxLength: 12 }
		),
		links: fc.array(
			fc.record({
				a: fc.nat(11),
				b: fc.nat(11),
				type: fc.constantFrom('FS', 'SS', 'FF', 'SF'),
				lag: fc.integer({ min: -2, max: 3 })
			}),
			{ maxLength: 14 }
		),
		dips: fc.array(fc.nat(1), { minLength: 160, maxLength: 160 })
	})
	.map(({ jobs, links, dips }): LevellingProblem => {
		const horizon = 400;
		const week = Array.from({ length: horizon }, (_, step) => (step % 7 < 5 ? 1 : 0));
		return {
			horizon,
			calendars: { week },
			activities: jobs.map(({ duration, amount, other, release, calendar }, i) => ({
				id: `j${String(i).padStart(2, '0')}`,
				...{ duration, release },
				needs: [
					{ resource: 'R', amount },
					{ resource: 'S', amount: other }
				],
				...(calendar ? { calendar: 'week' } : {})
			})),
			links: links.flatMap(({ a, b, type, lag }) => {
				const [from, to] = [Math.min(a, b), Math.max(a, b)];
				if (from === to || to >= jobs.length) return [];
				const id = (n: number): string => `j${String(n).padStart(2, '0')}`;
				return [{ from: id(from), to: id(to), type: type as Link['type'], lag }];
			}),
			resources: [
				{ id: 'R', capacity: Array.from({ length: horizon }, (_, step) => 4 + (dips[step] ?? 1)) },
				{ id: 'S', capacity: 3 }
			]
		};
	});

describe('a levelling problem', () => {
	it('L-1 names the activities that depend on each other in a circle, and ends', () => {
		const links = [after('a', 'b'), after('b', 'c', 'SS'), after('c', 'a'), after('a', 'd')];
		const jobs = ['a', 'b', 'c', 'd'].map((id) => job(id, 1));
		const result = compileProblem(problemOf(jobs, links));
		expect(result).toMatchObject({ ok: false, problem: { code: 'dependency-cycle' } });
		expect(!result.ok && result.problem.message).toContain('a → b → c → a');
		const self = compileProblem(problemOf([job('a', 1)], [after('a', 'a')]));
		expect(self).toMatchObject({ ok: false, problem: { code: 'dependency-cycle' } });
	});

	it('L-2 says what is wrong with impossible needs, unknown names and values that mean nothing', () => {
		const codeOf = (problem: LevellingProblem): string => {
			const result = compileProblem(problem);
			return result.ok ? 'ok' : result.problem.code;
		};
		expect(codeOf(problemOf([job('a', 1, 11)]))).toBe('never-enough');
		expect(codeOf(problemOf([job('a', -1)]))).toBe('bad-activity');
		expect(codeOf(problemOf([job('a', 1, 1, { calendar: 'none' })]))).toBe('bad-activity');
		expect(codeOf(problemOf([job('a', 1)], [after('a', 'x')]))).toBe('bad-link');
		expect(codeOf(problemOf([job('a', 1), job('a', 1)]))).toBe('duplicate-activity');
		expect(codeOf({ ...problemOf([job('a', 1, 1)]), resources: [] })).toBe('unknown-resource');
		expect(codeOf(problemOf([job('a', 1)], [], 1, { horizon: 1e9 }))).toBe('bad-horizon');
		expect(codeOf(problemOf([]))).toBe('ok');
	});

	it('L-2 has no schedule where the steps run out, and says so instead of looking for ever', () => {
		const narrow = problemOf([job('a', 3, 1), job('b', 3, 1)], [], 1, { horizon: 5 });
		expect(schedulePass(compiled(narrow), 'serial')).toBeNull();
		expect(schedulePass(compiled(narrow), 'parallel')).toBeNull();
		const found = runToEnd(searchSchedule(compiled(narrow), { schedules: 50 }));
		expect(found).toMatchObject({ best: null, schedules: 50 });
	});

	it('L-3 keeps the order of keys and of dependencies, forwards and backwards', () => {
		const of = compiled(problemOf([job('a', 1), job('b', 1), job('c', 1)], [after('c', 'a')]));
		const order = new Int32Array(3);
		orderByKeys(of, new Float64Array([0, 1, 2]), order);
		expect([...order]).toEqual([1, 2, 0]);
		orderByKeys(of, new Float64Array([0, 1, 2]), order, 'backwards');
		expect([...order]).toEqual([0, 1, 2]);
	});

	it('L-4 keeps the four kinds of dependency, with lags', () => {
		const jobs = [job('a', 4), job('b', 2)];
		const startOf = (type: Link['type'], lag = 0) =>
			startsOf(problemOf(jobs, [after('a', 'b', type, lag)]))['b'];
		expect(startOf('FS')).toBe(4);
		expect(startOf('FS', -1)).toBe(3);
		expect(startOf('SS', 1)).toBe(1);
		expect(startOf('FF')).toBe(2);
		expect(startOf('FF', 3)).toBe(5);
		expect(startOf('SF', 5)).toBe(3);
	});

	it('L-4 puts the caller’s priority before the latest end, and equal ones by id', () => {
		const jobs = [job('a', 5, 10), job('b', 1, 10), job('c', 1, 10, { priority: -1 })];
		expect(startsOf(problemOf(jobs))).toEqual({ c: 0, a: 1, b: 6 });
	});
});

describe('a schedule', () => {
	it('L-5 L-6 is feasible in one pass, serial and parallel, whatever the problem', () => {
		fc.assert(
			fc.property(problems, (problem) => {
				const of = compiled(problem);
				for (const scheme of ['serial', 'parallel'] as const) {
					const schedule = schedulePass(of, scheme)!;
					expect(checkSchedule(problem, placesOf(of, schedule))).toEqual([]);
				}
			})
		);
	});

	it('L-5 starts each as early as its turn allows; L-6 starts whatever can start now', () => {
		const jobs = [job('a', 2, 6), job('b', 2, 6), job('c', 2, 4, { priority: 1 })];
		expect(startsOf(problemOf(jobs))).toEqual({ a: 0, b: 2, c: 0 });
		expect(startsOf(problemOf(jobs), 'parallel')).toEqual({ a: 0, b: 2, c: 0 });
	});

	it('L-7 never ends later after pushing it late and early, and stays feasible', () => {
		fc.assert(
			fc.property(problems, (problem) => {
				const of = compiled(problem);
				const profile = new Profile(of);
				const order = new Int32Array(of.count);
				orderByKeys(of, latestEndKeys(of, criticalPath(of)), order);
				const before = generateSerial(profile, order);
				const room = makeImprovement(of.count);
				const end = improveByJustifying(profile, before, room, () => true);
				expect(end).toBeLessThanOrEqual(before);
				const schedule = profile.copy();
				expect(schedule.makespan).toBe(end);
				expect(checkSchedule(problem, placesOf(of, schedule))).toEqual([]);
			})
		);
	});

	it('L-8 never ends before the longest chain, nor before the work has found room', () => {
		fc.assert(
			fc.property(problems, (problem) => {
				const found = runToEnd(searchSchedule(compiled(problem), { schedules: 40 }));
				expect(found.best!.makespan).toBeGreaterThanOrEqual(found.bound);
			})
		);
		const work = compiled(problemOf([job('a', 4, 6), job('b', 4, 6), job('c', 4, 6)]));
		expect(criticalPath(work).bound).toBe(8);
	});

	it('L-9 is the same for the same problem, in whatever order it is given', () => {
		fc.assert(
			fc.property(problems, fc.nat(), (problem, turn) => {
				const shuffled = {
					...problem,
					links: problem.links.toReversed(),
					resources: problem.resources.toReversed(),
					activities: problem.activities.toSorted(
						(a, b) =>
							((a.id.charCodeAt(2) * 7 + turn) % 11) - ((b.id.charCodeAt(2) * 7 + turn) % 11)
					)
				};
				const [one, other] = [compiled(problem), compiled(shuffled)];
				expect(seedOf(other)).toBe(seedOf(one));
				const found = [one, other].map((of) => {
					const { best, schedules } = runToEnd(searchSchedule(of, { schedules: 60 }));
					return [...best!.starts, schedules];
				});
				expect(found[1]).toEqual(found[0]);
			}),
			{ numRuns: 40 }
		);
	});

	it('L-10 gets better with more schedules, never worse, and stays feasible', () => {
		fc.assert(
			fc.property(problems, (problem) => {
				const of = compiled(problem);
				const one = schedulePass(of, 'parallel')!;
				const { best } = runToEnd(searchSchedule(of, { schedules: 120 }));
				expect(best!.makespan).toBeLessThanOrEqual(one.makespan);
				expect(isFeasible(problem, placesOf(of, best!))).toBe(true);
			}),
			{ numRuns: 60 }
		);
	});

	it('L-11 counts schedules, says how far it is, and stops at once when told', () => {
		const jobs = Array.from({ length: 30 }, (_, i) => job(`j${i}`, 1 + (i % 5), 3 + (i % 4)));
		const steps = searchSchedule(compiled(problemOf(jobs)), { schedules: 500 });
		const first = steps.next().value;
		expect(first.schedules).toBeGreaterThanOrEqual(64);
		expect(first.schedules).toBeLessThan(80);
		expect(first.best).not.toBeNull();
		steps.return(first);
		expect(steps.next().done).toBe(true);
		const all = runToEnd(searchSchedule(compiled(problemOf(jobs)), { schedules: 500 }));
		expect(all.schedules).toBeLessThanOrEqual(500);
	});

	it('L-13 keeps fixed work where it is, gives it its capacity first and lets nothing onto it', () => {
		const jobs = [job('a', 3, 8, { fixed: 1 }), job('b', 2, 4), job('c', 1, 2)];
		const problem = problemOf(jobs, [], 10);
		expect(startsOf(problem)).toEqual({ a: 1, b: 4, c: 0 });
		const full = problemOf([job('a', 2, 30, { fixed: 0 }), job('b', 1, 1)]);
		const of = compiled(full);
		expect(isFeasible(full, placesOf(of, schedulePass(of, 'serial')!))).toBe(true);
		expect(startsOf(full)['b']).toBe(2);
	});

	it('L-14 waits over the steps its calendar closes and counts only those it works on', () => {
		const week = [1, 1, 0, 0, 1, 1, 1, 1, 1, 1];
		const jobs = [job('a', 3, 5, { calendar: 'week' }), job('b', 1, 5)];
		const problem = problemOf(jobs, [after('a', 'b')], 5, { calendars: { week }, horizon: 10 });
		expect(startsOf(problem)).toEqual({ a: 0, b: 5 });
	});
});

describe('the check of a schedule', () => {
	const problem = problemOf(
		[job('a', 2, 6), job('b', 2, 6, { release: 1 }), job('c', 1, 1, { fixed: 0 })],
		[after('a', 'b'), after('b', 'c', 'SS')]
	);
	const kinds = (a: number, b: number, c = 0, length = 2): string[] =>
		checkSchedule(
			problem,
			new Map([
				['a', { start: a, end: a + length }],
				['b', { start: b, end: b + 2 }],
				['c', { start: c, end: c + 1 }]
			])
		).map((fault) => fault.kind);

	it('L-12 finds each kind of fault by itself', () => {
		expect(kinds(0, 2)).toEqual(['deadline']);
		expect(kinds(0, 1)).toEqual(['dependency', 'deadline', 'capacity']);
		expect(kinds(0, 0)).toContain('release');
		expect(kinds(0, 2, 1)).toContain('fixed');
		expect(kinds(0, 4, 0, 3)).toContain('length');
		expect(checkSchedule(problem, new Map())).toHaveLength(3);
	});
});
