// Turns a levelling problem into flat typed arrays, sorted by id so that the order of the input means nothing. A cycle of
// dependencies, a need that can never be met and values that mean nothing are named errors.
import { ok, type Result } from '../result.ts';
import { fail, findNonsense, longestSequence } from './input.ts';
import type { LevellingProblem, LinkType } from './model.ts';
import { findCycle, topologicalOrder } from './topology.ts';

export const FS = 0;
export const SS = 1;
export const FF = 2;
export const SF = 3;
const typeCodes: Record<LinkType, number> = { FS, SS, FF, SF };

/** Links by the activity they end at (`into`) or start at (`out`); entries of `i` lie at `start[i]` to `start[i + 1]`. */
export interface LinkList {
	start: Int32Array;
	other: Int32Array;
	type: Uint8Array;
	lag: Int32Array;
}

export interface Compiled {
	/** By id. Everything below is by place in this list. */
	ids: readonly string[];
	count: number;
	horizon: number;
	duration: Int32Array;
	release: Int32Array;
	/** -1: may move. */
	fixed: Int32Array;
	priority: Float64Array;
	/** -1: none. */
	due: Int32Array;
	/** 1: its due step must be held. */
	hard: Uint8Array;
	weight: Float64Array;
	/** -1: none. */
	planned: Int32Array;
	/** Working steps of each activity; null: all. */
	open: readonly (Uint8Array | null)[];
	resources: readonly string[];
	/** Left after the fixed activities, never below 0; at resource * horizon + step. */
	capacity: Int32Array;
	/** As `LinkList`: where the needs of an activity lie, their resources (times horizon) and amounts. */
	needStart: Int32Array;
	needAt: Int32Array;
	needAmount: Int32Array;
	into: LinkList;
	out: LinkList;
	/** Every activity after all it depends on. */
	order: Int32Array;
}

/** L-1, L-2: the problem ready to be scheduled, or what is wrong with it (`code` names the kind). */
export function compileProblem(problem: LevellingProblem): Result<Compiled> {
	const activities = [...problem.activities].sort((a, b) => (a.id < b.id ? -1 : 1));
	const places = new Map(activities.map((one, i) => [one.id, i]));
	const wrong = findNonsense(problem, places);
	if (wrong) return wrong;
	const n = activities.length;
	const horizon = problem.horizon ?? longestSequence(problem);
	const resources = problem.resources.map((one) => one.id).sort();
	const rows = new Map(resources.map((id, row) => [id, row]));
	const unknown = activities.flatMap((one) => one.needs).find((need) => !rows.has(need.resource));
	if (unknown) return fail('unknown-resource', `There is no resource "${unknown.resource}".`);
	const capacity = layCapacity(problem, rows, horizon);
	const masks = new Map(
		Object.entries(problem.calendars ?? {}).map(([name, steps]) => [
			name,
			Uint8Array.from({ length: horizon }, (_, step) => (steps[step] ? 1 : 0))
		])
	);
	const needs = activities.map((one) =>
		one.needs
			.filter((need) => need.amount > 0)
			.sort((a, b) => rows.get(a.resource)! - rows.get(b.resource)! || a.amount - b.amount)
	);
	const needStart = prefixSums(needs.map((list) => list.length));
	const flat = needs.flat();
	const links = problem.links
		.map((link) => ({
			from: places.get(link.from)!,
			to: places.get(link.to)!,
			type: typeCodes[link.type],
			lag: link.lag
		}))
		.sort((a, b) => a.from - b.from || a.to - b.to || a.type - b.type || a.lag - b.lag);
	const into = listLinks(n, links, 'to', 'from');
	const out = listLinks(n, links, 'from', 'to');
	const order = topologicalOrder(n, into, out);
	if (!order) {
		const names = findCycle(n, out).map((i) => activities[i]!.id);
		return fail(
			'dependency-cycle',
			`These depend on each other in a circle: ${names.join(' → ')} → ${names[0]}. Take one of the dependencies out.`,
			names
		);
	}
	const compiled: Compiled = {
		ids: activities.map((one) => one.id),
		count: n,
		horizon,
		duration: Int32Array.from(activities, (one) => one.duration),
		release: Int32Array.from(activities, (one) => one.release ?? 0),
		fixed: Int32Array.from(activities, (one) => one.fixed ?? -1),
		priority: Float64Array.from(activities, (one) => one.priority ?? 0),
		due: Int32Array.from(activities, (one) => one.due ?? -1),
		hard: Uint8Array.from(activities, (one) => (one.isHard ? 1 : 0)),
		weight: Float64Array.from(activities, (one) => one.weight ?? 1),
		planned: Int32Array.from(activities, (one) => one.planned ?? -1),
		open: activities.map((one) => masks.get(one.calendar ?? '') ?? null),
		resources,
		capacity,
		needStart,
		needAt: Int32Array.from(flat, (need) => rows.get(need.resource)! * horizon),
		needAmount: Int32Array.from(flat, (need) => need.amount),
		into,
		out,
		order
	};
	return findTooBig(compiled) ?? ok(compiled);
}

/** The first step after an activity that starts on `start`; -1 where the steps run out. */
export function endOf(compiled: Compiled, activity: number, start: number): number {
	const mask = compiled.open[activity];
	let left = compiled.duration[activity]!;
	if (!mask || left === 0) return start + left <= compiled.horizon ? start + left : -1;
	for (let step = start; step < compiled.horizon; step++) {
		if (mask[step]! === 0) continue;
		left--;
		if (left === 0) return step + 1;
	}
	return -1;
}

/** L-2: names an activity that no stretch of time can take, even if it were alone. */
function findTooBig(compiled: Compiled): Result<never> | undefined {
	const { count, needStart, needAt, needAmount, capacity, horizon, fixed, duration } = compiled;
	for (let i = 0; i < count; i++) {
		if (duration[i] === 0 || fixed[i]! >= 0) continue;
		for (let k = needStart[i]!; k < needStart[i + 1]!; k++) {
			const from = needAt[k]!;
			let most = 0;
			for (let at = from; at < from + horizon; at++) most = Math.max(most, capacity[at]!);
			if (most >= needAmount[k]!) continue;
			const name = compiled.resources[from / horizon];
			return fail(
				'never-enough',
				`"${compiled.ids[i]}" needs ${needAmount[k]} of ${name}, which never has more than ${most} free.`,
				compiled.ids[i]
			);
		}
	}
	return undefined;
}

function layCapacity(
	problem: LevellingProblem,
	rows: ReadonlyMap<string, number>,
	horizon: number
): Int32Array {
	const capacity = new Int32Array(problem.resources.length * horizon);
	for (const { id, capacity: given } of problem.resources) {
		const row = rows.get(id)! * horizon;
		for (let step = 0; step < horizon; step++)
			capacity[row + step] = typeof given === 'number' ? given : (given[step] ?? 0);
	}
	for (const one of problem.activities) {
		if (one.fixed === undefined) continue;
		const mask = problem.calendars?.[one.calendar ?? ''];
		let left = one.duration;
		for (let step = one.fixed; step < horizon && left > 0; step++) {
			if (mask && !mask[step]) continue;
			left--;
			for (const { resource, amount } of one.needs) {
				const at = (rows.get(resource) ?? 0) * horizon + step;
				capacity[at] = Math.max(0, capacity[at]! - amount);
			}
		}
	}
	return capacity;
}

function prefixSums(lengths: readonly number[]): Int32Array {
	const sums = new Int32Array(lengths.length + 1);
	lengths.forEach((length, i) => (sums[i + 1] = sums[i]! + length));
	return sums;
}

function listLinks<K extends 'from' | 'to'>(
	n: number,
	links: readonly { from: number; to: number; type: number; lag: number }[],
	by: K,
	other: 'from' | 'to'
): LinkList {
	const grouped: (typeof links)[number][][] = Array.from({ length: n }, () => []);
	for (const link of links) grouped[link[by]]!.push(link);
	const flat = grouped.flat();
	return {
		start: prefixSums(grouped.map((list) => list.length)),
		other: Int32Array.from(flat, (link) => link[other]),
		type: Uint8Array.from(flat, (link) => link.type),
		lag: Int32Array.from(flat, (link) => link.lag)
	};
}
