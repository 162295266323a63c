// Finds the first or last stretch of time that can take an activity, and books it. The innermost loops of levelling.
import { endOf, FF, FS, SF, SS, type Compiled } from './compile.ts';
import type { Schedule } from './model.ts';

/** What is free while a schedule is being made, and the schedule so far. */
export class Profile {
	readonly compiled: Compiled;
	readonly free: Int32Array;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	/** Set by `bounds`: earliest start and earliest end, or latest end and latest start. */
	bound = 0;
	otherBound = 0;

	constructor(compiled: Compiled) {
		this.compiled = compiled;
		this.free = new Int32Array(compiled.capacity.length);
		this.starts = new Int32Array(compiled.count);
		this.ends = new Int32Array(compiled.count);
		this.clear();
	}

	/** Empty but for the fixed activities. */
	clear(): void {
		const { compiled, free, starts, ends } = this;
		free.set(compiled.capacity);
		for (let i = 0; i < compiled.count; i++) {
			if (compiled.fixed[i]! < 0) continue;
			starts[i] = compiled.fixed[i]!;
			const end = endOf(compiled, i, starts[i]!);
			ends[i] = end < 0 ? compiled.horizon : end;
		}
	}

	/** L-4: earliest start (`bound`) and earliest end (`otherBound`) that those it depends on leave. */
	boundForwards(i: number): void {
		const { into, release } = this.compiled;
		let start = release[i]!;
		let end = 0;
		for (let k = into.start[i]!; k < into.start[i + 1]!; k++) {
			const type = into.type[k]!;
			const at = (type === FS || type === FF ? this.ends : this.starts)[into.other[k]!]!;
			const limit = at + into.lag[k]!;
			if (type === FS || type === SS) start = limit > start ? limit : start;
			else end = limit > end ? limit : end;
		}
		this.bound = start;
		this.otherBound = end;
	}

	/** L-4: latest end (`bound`) and latest start (`otherBound`) that those depending on it leave, before `deadline`. */
	boundBackwards(i: number, deadline: number): void {
		const { out } = this.compiled;
		let end = deadline;
		let start = deadline;
		for (let k = out.start[i]!; k < out.start[i + 1]!; k++) {
			const type = out.type[k]!;
			const at = (type === FS || type === SS ? this.starts : this.ends)[out.other[k]!]!;
			const limit = at - out.lag[k]!;
			if (type === FS || type === FF) end = limit < end ? limit : end;
			else if (type === SS || type === SF) start = limit < start ? limit : start;
		}
		this.bound = end;
		this.otherBound = start;
	}

	/** The earliest start from `bound` on that ends no earlier than `otherBound` and fits; -1 where none does. */
	findEarliest(i: number): number {
		const { duration, open, horizon } = this.compiled;
		const length = duration[i]!;
		const mask = open[i];
		let start = this.bound > 0 ? this.bound : 0;
		if (!mask || length === 0) {
			if (this.otherBound - length > start) start = this.otherBound - length;
			if (length === 0) return start <= horizon ? start : -1;
			for (;;) {
				if (start + length > horizon) return -1;
				const clash = this.lastClash(i, start, start + length);
				if (clash < 0) return start;
				start = clash + 1;
			}
		}
		for (; start < horizon; start++) {
			if (mask[start] === 0) continue;
			const end = endOf(this.compiled, i, start);
			if (end < 0) return -1;
			if (end < this.otherBound) continue;
			const clash = this.lastClash(i, start, end);
			if (clash < 0) return start;
			start = clash;
		}
		return -1;
	}

	/** The latest start no later than `otherBound` that ends by `bound` and fits, not before its release; -1 for none. */
	findLatest(i: number): number {
		const { duration, open, release, horizon } = this.compiled;
		const length = duration[i]!;
		const mask = open[i];
		const least = release[i]!;
		const last = Math.min(this.bound, horizon);
		let start = Math.min(this.otherBound, last - length);
		if (!mask || length === 0) {
			for (;;) {
				if (start < least) return -1;
				const clash = length === 0 ? -1 : this.firstClash(i, start, start + length);
				if (clash < 0) return start;
				start = clash - length;
			}
		}
		for (; start >= least; start--) {
			if (mask[start] === 0) continue;
			const end = endOf(this.compiled, i, start);
			if (end >= 0 && end <= last && this.firstClash(i, start, end) < 0) return start;
		}
		return -1;
	}

	/** Books an activity from a start that was found. */
	book(i: number, start: number): void {
		const end = endOf(this.compiled, i, start);
		this.starts[i] = start;
		this.ends[i] = end;
		this.#use(i, start, end, 1);
	}

	/** Gives the time of a booked activity back. */
	release(i: number): void {
		this.#use(i, this.starts[i]!, this.ends[i]!, -1);
	}

	/** The schedule so far, as a copy. */
	copy(): Schedule {
		const starts = this.starts.slice();
		const ends = this.ends.slice();
		return { starts, ends, makespan: latest(ends) };
	}

	/** The last working step on which there is too little; -1 where there is enough. */
	lastClash(i: number, start: number, end: number): number {
		const { needStart, needAt, needAmount, open } = this.compiled;
		const mask = open[i];
		const { free } = this;
		const [from, to] = [needStart[i]!, needStart[i + 1]!];
		for (let step = end - 1; step >= start; step--) {
			if (mask && mask[step] === 0) continue;
			for (let k = from; k < to; k++) if (free[needAt[k]! + step]! < needAmount[k]!) return step;
		}
		return -1;
	}

	/** The first such step. */
	firstClash(i: number, start: number, end: number): number {
		const { needStart, needAt, needAmount, open } = this.compiled;
		const mask = open[i];
		const { free } = this;
		const [from, to] = [needStart[i]!, needStart[i + 1]!];
		for (let step = start; step < end; step++) {
			if (mask && mask[step] === 0) continue;
			for (let k = from; k < to; k++) if (free[needAt[k]! + step]! < needAmount[k]!) return step;
		}
		return -1;
	}

	#use(i: number, start: number, end: number, sign: 1 | -1): void {
		const { needStart, needAt, needAmount, open } = this.compiled;
		const mask = open[i];
		for (let k = needStart[i]!; k < needStart[i + 1]!; k++) {
			const at = needAt[k]!;
			const amount = sign * needAmount[k]!;
			for (let step = start; step < end; step++)
				if (!mask || mask[step] !== 0) this.free[at + step]! -= amount;
		}
	}
}

/** The latest of some ends; 0 for none. */
export function latest(ends: Int32Array): number {
	let most = 0;
	for (const end of ends) if (end > most) most = end;
	return most;
}
