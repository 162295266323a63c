// One way of scheduling on many instances: how far from the best known, and whether anything is wrong with the schedules.
import { checkSchedule } from '#lib/domain/levelling/check.ts';
import { compileProblem, type Compiled } from '#lib/domain/levelling/compile.ts';
import { criticalPath } from '#lib/domain/levelling/critical-path.ts';
import type { Schedule } from '#lib/domain/levelling/model.ts';
import type { Row } from '../harness.ts';
import type { Instance } from './psplib.ts';

export interface Made {
	schedule: Schedule | null;
	schedules: number;
}

export type Method = (compiled: Compiled) => Made;

/** Of one instance under one method. */
export interface Result {
	instance: Instance;
	makespan: number | null;
	schedules: number;
	/** Faults the independent check found; without a schedule one. */
	faults: number;
	/** True where it is shorter than what is proved, or than the critical path: a wrong schedule. */
	isImpossible: boolean;
	/** Share over the best known; null where none is known. */
	gap: number | null;
	/** Share over the longest chain of dependencies. */
	overPath: number;
	ms: number;
	starts: number[];
}

export interface Prepared {
	instance: Instance;
	compiled: Compiled;
	pathLength: number;
}

/** Throws for an instance that cannot be scheduled at all, naming it. */
export function prepare(instances: readonly Instance[]): Prepared[] {
	return instances.map((instance) => {
		const compiled = compileProblem(instance.problem);
		if (!compiled.ok) throw new Error(`${instance.name}: ${compiled.problem.message}`);
		const { earliestEnd } = criticalPath(compiled.value);
		return {
			instance,
			compiled: compiled.value,
			pathLength: earliestEnd.reduce((a, b) => Math.max(a, b), 0)
		};
	});
}

/** Schedules every instance and checks each schedule against the file as it was read. */
export function measure(prepared: readonly Prepared[], method: Method): Result[] {
	return prepared.map(({ instance, compiled, pathLength }) => {
		const began = performance.now();
		const { schedule, schedules } = method(compiled);
		const ms = performance.now() - began;
		const { best } = instance;
		if (!schedule)
			return {
				...{ instance, makespan: null, schedules, faults: 1, isImpossible: false },
				...{ gap: null, overPath: NaN, ms, starts: [] }
			};
		const places = new Map(
			compiled.ids.map((id, i) => [id, { start: schedule.starts[i]!, end: schedule.ends[i]! }])
		);
		const { makespan } = schedule;
		const least = Math.max(pathLength, best?.isProved ? best.makespan : 0, best?.lowerBound ?? 0);
		return {
			instance,
			makespan,
			schedules,
			faults: checkSchedule(instance.problem, places).length,
			isImpossible: makespan < least,
			gap: best ? (makespan - best.makespan) / Math.max(1, best.makespan) : null,
			overPath: (makespan - pathLength) / Math.max(1, pathLength),
			ms,
			starts: [...schedule.starts]
		};
	});
}

export const mean = (values: readonly number[]): number =>
	values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);

/** The line of the table for one method. */
export function rowOf(name: string, results: readonly Result[]): Row {
	const known = results.flatMap((one) => (one.gap === null ? [] : [one.gap]));
	return {
		method: name,
		instances: results.length,
		'mean schedules': Math.round(mean(results.map((one) => one.schedules))),
		'mean gap %': known.length ? mean(known) * 100 : 'unknown',
		'at the best known': `${known.filter((gap) => gap <= 0).length} of ${known.length}`,
		'over critical path %': mean(results.map((one) => one.overPath)) * 100,
		infeasible: results.filter((one) => one.faults > 0).length,
		'below a bound': results.filter((one) => one.isImpossible).length,
		'ms each': mean(results.map((one) => one.ms))
	};
}
