// Checks a schedule against its problem as it was given, without any code of the scheduler: what starts too early, breaks a
// dependency, has moved though it is fixed, runs on closed steps or uses more than there is.
import type { LevellingProblem, Link } from './model.ts';

export interface Placement {
	start: number;
	/** The first step after it. */
	end: number;
}

export interface Fault {
	/** `deadline`: a dependency of something fixed, which the fixed thing does not wait for. */
	kind: 'missing' | 'release' | 'fixed' | 'length' | 'dependency' | 'deadline' | 'capacity';
	/** Id of an activity, or of a resource. */
	subject: string;
	text: string;
}

/** L-12: every fault of a schedule, by activity id; an empty list where it is feasible. */
export function checkSchedule(
	problem: LevellingProblem,
	schedule: ReadonlyMap<string, Placement>
): Fault[] {
	const faults: Fault[] = [];
	for (const activity of problem.activities) {
		const placed = schedule.get(activity.id);
		const fault = (kind: Fault['kind'], text: string): number =>
			faults.push({ kind, subject: activity.id, text: `${activity.id} ${text}` });
		if (!placed) {
			fault('missing', 'has no place.');
			continue;
		}
		if (activity.fixed !== undefined && placed.start !== activity.fixed)
			fault('fixed', `is fixed on ${activity.fixed} and starts on ${placed.start}.`);
		if (activity.fixed === undefined && placed.start < (activity.release ?? 0))
			fault('release', `starts on ${placed.start}, before ${activity.release}.`);
		const worked = workedSteps(problem, activity.calendar, placed).length;
		if (worked !== activity.duration && activity.fixed === undefined)
			fault('length', `works ${worked} steps of ${activity.duration}.`);
	}
	if (faults.some((fault) => fault.kind === 'missing')) return faults;
	for (const link of problem.links) faults.push(...checkLink(problem, schedule, link));
	return [...faults, ...checkCapacity(problem, schedule)];
}

/** True where nothing is wrong but dates that fixed activities never left open. */
export function isFeasible(
	problem: LevellingProblem,
	schedule: ReadonlyMap<string, Placement>
): boolean {
	return checkSchedule(problem, schedule).every((fault) => fault.kind === 'deadline');
}

function workedSteps(
	problem: LevellingProblem,
	calendar: string | undefined,
	{ start, end }: Placement
): number[] {
	const open = calendar === undefined ? undefined : problem.calendars?.[calendar];
	const steps: number[] = [];
	for (let step = start; step < end; step++) if (!open || open[step]) steps.push(step);
	return steps;
}

function checkLink(
	problem: LevellingProblem,
	schedule: ReadonlyMap<string, Placement>,
	{ from, to, type, lag }: Link
): Fault[] {
	const before = schedule.get(from)!;
	const after = schedule.get(to)!;
	const waitsFor = (type === 'FS' || type === 'FF' ? before.end : before.start) + lag;
	const at = type === 'FS' || type === 'SS' ? after.start : after.end;
	if (at >= waitsFor) return [];
	const isFixed = problem.activities.find((one) => one.id === to)?.fixed !== undefined;
	const text = `${to} is on ${at}, but ${from} lets it be on ${waitsFor} at the earliest (${type}).`;
	return [{ kind: isFixed ? 'deadline' : 'dependency', subject: to, text }];
}

function checkCapacity(
	problem: LevellingProblem,
	schedule: ReadonlyMap<string, Placement>
): Fault[] {
	const faults: Fault[] = [];
	for (const resource of problem.resources) {
		const used = new Map<number, { units: number; moves: boolean }>();
		for (const activity of problem.activities) {
			const need = activity.needs.filter((one) => one.resource === resource.id);
			const units = need.reduce((sum, one) => sum + one.amount, 0);
			if (units === 0) continue;
			for (const step of workedSteps(problem, activity.calendar, schedule.get(activity.id)!)) {
				const before = used.get(step) ?? { units: 0, moves: false };
				const moves = before.moves || activity.fixed === undefined;
				used.set(step, { units: before.units + units, moves });
			}
		}
		for (const [step, { units, moves }] of used) {
			const { capacity } = resource;
			const there = typeof capacity === 'number' ? capacity : (capacity[step] ?? 0);
			// What is fixed may be too much by itself; whoever joins it must not.
			if (units <= there || !moves) continue;
			const text = `${units} of ${resource.id} are used on ${step}, there are ${there}.`;
			faults.push({ kind: 'capacity', subject: resource.id, text });
		}
	}
	return faults;
}
