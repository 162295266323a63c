// Schedule generation: serial (activity by activity, in order) and parallel (step by step), and the improvement of a
// schedule by pushing everything late and then early again. Each returns a latest end, or -1 where the steps run out.
import { latest, type Profile } from './profile.ts';
import { orderByKeys } from './topology.ts';

/** L-5: serial generation: each activity in this order at its earliest feasible start. */
export function generateSerial(profile: Profile, order: Int32Array): number {
	const { fixed } = profile.compiled;
	profile.clear();
	for (const i of order) {
		if (fixed[i]! >= 0) continue;
		profile.boundForwards(i);
		const start = profile.findEarliest(i);
		if (start < 0) return -1;
		profile.book(i, start);
	}
	return latest(profile.ends);
}

/** L-6: parallel generation: at each step everything that can start does, by key, lowest first. */
export function generateParallel(profile: Profile, keys: Float64Array, order: Int32Array): number {
	const { compiled } = profile;
	const { count, fixed, horizon, into } = compiled;
	profile.clear();
	orderByKeys(compiled, keys, order);
	const waiting = new Int32Array(count);
	let left = 0;
	const done = new Uint8Array(count);
	for (let i = 0; i < count; i++) {
		if (fixed[i]! >= 0) done[i] = 1;
		else left++;
	}
	for (let i = 0; i < count; i++)
		for (let k = into.start[i]!; k < into.start[i + 1]!; k++)
			if (!done[into.other[k]!]) waiting[i]!++;
	const byKey = Array.from({ length: count }, (_, i) => i).sort(
		(a, b) => keys[a]! - keys[b]! || a - b
	);
	for (let step = 0; step <= horizon && left > 0;) {
		let next = horizon + 1;
		for (let at = 0; at < byKey.length; at++) {
			const i = byKey[at]!;
			if (done[i] || waiting[i]! > 0) continue;
			profile.boundForwards(i);
			const begins = Math.max(profile.bound, step);
			profile.bound = begins;
			const start = profile.findEarliest(i);
			if (start < 0) return -1;
			if (start > step) {
				if (start < next) next = start;
				continue;
			}
			profile.book(i, start);
			done[i] = 1;
			left--;
			const { out } = compiled;
			let freed = false;
			for (let k = out.start[i]!; k < out.start[i + 1]!; k++)
				if (--waiting[out.other[k]!]! === 0) freed = true;
			if (freed) at = -1;
		}
		step = next;
	}
	return left === 0 ? latest(profile.ends) : -1;
}

/** Room for the improvement to work in. */
export interface Improvement {
	keys: Float64Array;
	order: Int32Array;
	starts: Int32Array;
	ends: Int32Array;
}

export function makeImprovement(count: number): Improvement {
	return {
		keys: new Float64Array(count),
		order: new Int32Array(count),
		starts: new Int32Array(count),
		ends: new Int32Array(count)
	};
}

/**
 * L-7: forward-backward improvement. Pushes everything as late as the makespan allows, latest end first, then as early as
 * possible, earliest start first, again while that helps; never returns a later end. `onSchedule` is asked before each
 * schedule is made and stops the improvement by false.
 */
export function improveByJustifying(
	profile: Profile,
	makespan: number,
	room: Improvement,
	onSchedule: () => boolean
): number {
	let best = makespan;
	for (;;) {
		room.starts.set(profile.starts);
		room.ends.set(profile.ends);
		if (!onSchedule() || !justifyLate(profile, best, room) || !onSchedule())
			return restore(profile, room, best);
		const keys = room.keys;
		for (let i = 0; i < keys.length; i++) keys[i] = profile.starts[i]!;
		orderByKeys(profile.compiled, keys, room.order);
		const found = generateSerial(profile, room.order);
		if (found < 0 || found > best) return restore(profile, room, best);
		if (found === best) return best;
		best = found;
	}
}

function restore(profile: Profile, room: Improvement, best: number): number {
	profile.starts.set(room.starts);
	profile.ends.set(room.ends);
	return best;
}

function justifyLate(profile: Profile, deadline: number, room: Improvement): boolean {
	const { compiled } = profile;
	for (let i = 0; i < room.keys.length; i++) room.keys[i] = -profile.ends[i]!;
	orderByKeys(compiled, room.keys, room.order, 'backwards');
	profile.clear();
	for (const i of room.order) {
		if (compiled.fixed[i]! >= 0) continue;
		profile.boundBackwards(i, deadline);
		const start = profile.findLatest(i);
		if (start < 0) return false;
		profile.book(i, start);
	}
	return true;
}
