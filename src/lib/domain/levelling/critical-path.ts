// The critical path: how early everything could be if nobody were busy, how late it may be without delaying the whole,
// and what no schedule can beat.
import { endOf, FF, FS, SF, SS, type Compiled } from './compile.ts';

export interface CriticalPath {
	/** By place: the earliest start and end without any limit of resources. */
	earliestStart: Int32Array;
	earliestEnd: Int32Array;
	/** The latest end that does not delay the earliest end of the whole. */
	latestEnd: Int32Array;
	/** L-8: no schedule ends earlier: the longest chain, or the work of one resource over its capacity. */
	bound: number;
}

/** L-8. An activity the steps have no room for ends at the horizon. */
export function criticalPath(compiled: Compiled): CriticalPath {
	const { count, order, fixed, release, duration, into, out, horizon } = compiled;
	const earliestStart = new Int32Array(count);
	const earliestEnd = new Int32Array(count);
	let makespan = 0;
	for (const i of order) {
		let start = fixed[i]! >= 0 ? fixed[i]! : release[i]!;
		let end = 0;
		if (fixed[i]! < 0) {
			for (let k = into.start[i]!; k < into.start[i + 1]!; k++) {
				const type = into.type[k]!;
				const at = (type === FS || type === FF ? earliestEnd : earliestStart)[into.other[k]!]!;
				const limit = at + into.lag[k]!;
				if (type === FS || type === SS) start = Math.max(start, limit);
				else end = Math.max(end, limit);
			}
		}
		[earliestStart[i], earliestEnd[i]] = settle(compiled, i, Math.max(0, start), end);
		makespan = Math.max(makespan, earliestEnd[i]!);
	}
	const latestEnd = new Int32Array(count).fill(makespan);
	for (let at = count - 1; at >= 0; at--) {
		const i = order[at]!;
		for (let k = out.start[i]!; k < out.start[i + 1]!; k++) {
			const next = out.other[k]!;
			const type = out.type[k]!;
			const end = latestEnd[next]!;
			const limit =
				(type === FS || type === SS ? end - duration[next]! : end) -
				out.lag[k]! +
				(type === SS || type === SF ? duration[i]! : 0);
			if (limit < latestEnd[i]!) latestEnd[i] = limit;
		}
	}
	const bound = Math.max(makespan, workBound(compiled));
	return { earliestStart, earliestEnd, latestEnd, bound: Math.min(bound, horizon) };
}

/** The first working stretch from `start` on that ends no earlier than `end`. */
function settle(compiled: Compiled, i: number, start: number, end: number): [number, number] {
	const mask = compiled.open[i];
	const length = compiled.duration[i]!;
	if (!mask || length === 0) {
		const begins = Math.max(start, end - length);
		return [begins, begins + length];
	}
	for (let at = start; at < compiled.horizon; at++) {
		if (mask[at] === 0) continue;
		const ends = endOf(compiled, i, at);
		if (ends < 0) break;
		if (ends >= end) return [at, ends];
	}
	return [compiled.horizon, compiled.horizon];
}

/** The step by which each resource has had room for all the work it must do. */
function workBound({
	count,
	duration,
	fixed,
	horizon,
	needStart,
	needAt,
	needAmount,
	resources,
	capacity
}: Compiled): number {
	const work = new Float64Array(resources.length);
	for (let i = 0; i < count; i++) {
		if (fixed[i]! >= 0) continue;
		for (let k = needStart[i]!; k < needStart[i + 1]!; k++)
			work[needAt[k]! / horizon]! += needAmount[k]! * duration[i]!;
	}
	let bound = 0;
	for (let row = 0; row < resources.length; row++) {
		let left = work[row]!;
		for (let step = 0; step < horizon && left > 0; step++) {
			left -= capacity[row * horizon + step]!;
			if (left <= 0) bound = Math.max(bound, step + 1);
		}
	}
	return bound;
}
