// What a levelling problem must be made of before it can be scheduled: whole numbers, known names, no two of one id.
import { err, type Result } from '../result.ts';
import type { LevellingProblem } from './model.ts';

const LONGEST = 200_000;

/** L-2: a named problem. */
export function fail(code: string, message: string, value?: unknown): Result<never> {
	return err({ code, message, value });
}

const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 0;

/** L-2: the first value that means nothing, or undefined. */
export function findNonsense(
	problem: LevellingProblem,
	places: ReadonlyMap<string, number>
): Result<never> | undefined {
	if (places.size < problem.activities.length)
		return fail('duplicate-activity', 'Two activities have the same id. Give each its own.');
	const bad = problem.activities.find(
		(one) =>
			!isWhole(one.duration) ||
			!isWhole(one.release ?? 0) ||
			!isWhole(one.fixed ?? 0) ||
			one.needs.some((need) => !isWhole(need.amount)) ||
			(one.calendar !== undefined && !Object.hasOwn(problem.calendars ?? {}, one.calendar))
	);
	if (bad)
		return fail(
			'bad-activity',
			`"${bad.id}" has a duration, need or start that is no whole number from 0 on, or an unknown calendar.`,
			bad
		);
	const stray = problem.links.find(
		(link) => !places.has(link.from) || !places.has(link.to) || !Number.isInteger(link.lag)
	);
	if (stray)
		return fail(
			'bad-link',
			`The dependency of "${stray.to}" on "${stray.from}" names what is not there, or has no whole lag.`,
			stray
		);
	const horizon = problem.horizon ?? longestSequence(problem);
	return isWhole(horizon) && horizon <= LONGEST
		? undefined
		: fail('bad-horizon', `${horizon} steps are none, or more than ${LONGEST}.`, horizon);
}

/** Room for everything one after the other. */
export function longestSequence(problem: LevellingProblem): number {
	let steps = 1;
	for (const one of problem.activities)
		steps = Math.max(steps, one.release ?? 0, (one.fixed ?? 0) + one.duration);
	for (const one of problem.activities) steps += one.duration;
	for (const link of problem.links) steps += Math.abs(link.lag);
	return steps;
}
