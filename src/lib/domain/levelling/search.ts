// Looks for a short schedule within a number of schedules, never of milliseconds, so that the answer does not depend on the
// machine. A generator: whoever drives it may show progress, let others run, or stop and keep the best so far.
import type { Compiled } from './compile.ts';
import { criticalPath, type CriticalPath } from './critical-path.ts';
import {
	generateParallel,
	generateSerial,
	improveByJustifying,
	makeImprovement
} from './generate.ts';
import type { Schedule } from './model.ts';
import { Profile } from './profile.ts';
import { randomFrom, seedOf } from './seed.ts';
import { orderByKeys } from './topology.ts';

export interface SearchProgress {
	/** Schedules made so far, of at most `budget`. */
	schedules: number;
	budget: number;
	/** The best so far; null while none has found room. */
	best: Schedule | null;
	/** No schedule ends earlier. */
	bound: number;
}

export interface SearchOptions {
	/** How many schedules may be made; each push late or early counts as one. */
	schedules: number;
	/** Instead of the seed of the problem. */
	seed?: number;
}

const YIELD_EVERY = 64;
/** One good schedule in so many is kept to recombine, within these limits. */
const KEPT_OF = 40;
const POOL = { least: 10, most: 100 };
/** How far chance moves a latest end, as a share of the whole: in new schedules, and in recombined ones. */
const NOISE = 0.8;
const NUDGE = 0.6;
/** How many activities of a recombined schedule are nudged. */
const NUDGED = 0.05;

/** L-4: the caller's priority first, then the latest end of the critical path or the due date; equal ones by id. */
export function latestEndKeys(compiled: Compiled, { latestEnd }: CriticalPath): Float64Array {
	const { due, priority, horizon } = compiled;
	const stride = 4 * (horizon + 1);
	return Float64Array.from(latestEnd, (end, i) => {
		const last = due[i]! >= 0 && due[i]! < end ? due[i]! : end;
		return priority[i]! * stride + last;
	});
}

/** L-5, L-6: one schedule, in one pass; null where the steps run out. */
export function schedulePass(compiled: Compiled, scheme: 'serial' | 'parallel'): Schedule | null {
	const profile = new Profile(compiled);
	const keys = latestEndKeys(compiled, criticalPath(compiled));
	const order = new Int32Array(compiled.count);
	orderByKeys(compiled, keys, order);
	const makespan =
		scheme === 'serial' ? generateSerial(profile, order) : generateParallel(profile, keys, order);
	return makespan < 0 ? null : profile.copy();
}

/** L-9 to L-11: yields now and then, returns the last progress. Stops early where the bound is met. */
export function* searchSchedule(
	compiled: Compiled,
	options: SearchOptions
): Generator<SearchProgress, SearchProgress> {
	const attempts = new Attempts(compiled, options);
	attempts.first();
	let said = 0;
	while (!attempts.isOver) {
		if (attempts.made - said >= YIELD_EVERY) {
			said = attempts.made;
			yield attempts.progress();
		}
		attempts.next();
	}
	return attempts.progress();
}

/** Runs a search or any such generator to its end. */
export function runToEnd<T>(steps: Generator<unknown, T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** The starts of a schedule are its keys: ordered by them, serial generation makes it again. */
interface Kept {
	keys: Float64Array;
	makespan: number;
	cost: Cost;
}

/** What a schedule is judged by, in this order; less is better. */
type Cost = readonly number[];

function compareCosts(a: Cost, b: Cost): number {
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
	return 0;
}

class Attempts {
	readonly #compiled: Compiled;
	readonly #profile: Profile;
	readonly #path: CriticalPath;
	readonly #budget: number;
	readonly #random: () => number;
	/** The keys of the rule, and those of the attempt at hand. */
	readonly #rule: Float64Array;
	readonly #keys: Float64Array;
	readonly #order: Int32Array;
	readonly #room: ReturnType<typeof makeImprovement>;
	readonly #pool: Kept[] = [];
	readonly #poolSize: number;
	#sampled = 0;
	/** The latest end of the critical path's latest ends: what shares of chance are taken of. */
	readonly #scale: number;
	/** True where dates are asked for: then they are what counts, and not the latest end. */
	readonly #hasDates: boolean;
	#best: Schedule | null = null;
	#bestCost: Cost | null = null;
	/** Counts attempts that found no room as well, so that a hopeless problem ends. */
	made = 0;

	constructor(compiled: Compiled, { schedules, seed }: SearchOptions) {
		this.#compiled = compiled;
		this.#budget = Math.max(1, schedules);
		this.#poolSize = Math.min(POOL.most, Math.max(POOL.least, Math.round(this.#budget / KEPT_OF)));
		this.#profile = new Profile(compiled);
		this.#path = criticalPath(compiled);
		this.#rule = latestEndKeys(compiled, this.#path);
		this.#keys = new Float64Array(compiled.count);
		this.#order = new Int32Array(compiled.count);
		this.#room = makeImprovement(compiled.count);
		this.#random = randomFrom(seed ?? seedOf(compiled));
		this.#hasDates = [...compiled.due, ...compiled.planned].some((step) => step >= 0);
		this.#scale = this.#path.latestEnd.reduce((most, end) => Math.max(most, end), 1);
	}

	get isOver(): boolean {
		const least = this.#hasDates ? [0, 0, 0] : [this.#path.bound];
		const isBest = this.#bestCost !== null && compareCosts(this.#bestCost, least) <= 0;
		return isBest || this.made >= this.#budget;
	}

	progress(): SearchProgress {
		const { bound } = this.#path;
		return { schedules: this.made, budget: this.#budget, best: this.#best, bound };
	}

	/** What the rule gives, step by step and activity by activity. */
	first(): void {
		this.#keys.set(this.#rule);
		this.#attempt('parallel');
		if (!this.isOver) this.#attempt('serial');
	}

	/** Samples until there is enough to recombine, or until chance finds nothing new. */
	next(): void {
		const isFull = this.#pool.length >= this.#poolSize || this.#sampled >= 2 * this.#poolSize;
		if (isFull && this.#pool.length > 0) this.#recombine();
		else this.#sample();
	}

	/** L-10: the rule with chance added. */
	#sample(): void {
		this.#sampled++;
		const reach = this.#scale * NOISE;
		for (let i = 0; i < this.#keys.length; i++)
			this.#keys[i] = this.#rule[i]! + this.#random() * reach;
		this.#attempt(this.#random() < 0.5 ? 'parallel' : 'serial');
	}

	/** L-10: a stretch of one good schedule in another, a few activities nudged; takes the place of the worst. */
	#recombine(): void {
		const [one, other] = [this.#pick(), this.#pick()];
		const cuts = [this.#random() * one.makespan, this.#random() * one.makespan];
		const [from, to] = [Math.min(...cuts), Math.max(...cuts)];
		const reach = this.#scale * NUDGE;
		for (let i = 0; i < this.#keys.length; i++) {
			const key = one.keys[i]!;
			this.#keys[i] = key >= from && key < to ? key : other.keys[i]!;
			if (this.#random() < NUDGED) this.#keys[i]! += (this.#random() - 0.5) * reach;
		}
		this.#attempt('serial');
	}

	#pick(): Kept {
		const one = this.#pool[Math.floor(this.#random() * this.#pool.length)]!;
		const other = this.#pool[Math.floor(this.#random() * this.#pool.length)]!;
		return compareCosts(one.cost, other.cost) <= 0 ? one : other;
	}

	#attempt(scheme: 'serial' | 'parallel'): void {
		this.made++;
		const profile = this.#profile;
		if (scheme === 'serial') orderByKeys(this.#compiled, this.#keys, this.#order);
		const found =
			scheme === 'serial'
				? generateSerial(profile, this.#order)
				: generateParallel(profile, this.#keys, this.#order);
		if (found < 0) return;
		if (this.#hasDates) this.#keep(found);
		const makespan = improveByJustifying(profile, found, this.#room, () => {
			if (this.made >= this.#budget) return false;
			this.made++;
			return true;
		});
		this.#keep(makespan);
	}

	/** L-18: hard dates missed, then steps tardy by their weight, then steps moved; without dates the latest end. */
	#rate(makespan: number): Cost {
		if (!this.#hasDates) return [makespan];
		const { due, hard, weight, planned, count } = this.#compiled;
		const { starts, ends } = this.#profile;
		let missed = 0;
		let tardy = 0;
		let moved = 0;
		for (let i = 0; i < count; i++) {
			if (due[i]! >= 0 && ends[i]! > due[i]!) {
				missed += hard[i]!;
				tardy += weight[i]! * (ends[i]! - due[i]!);
			}
			if (planned[i]! >= 0) moved += Math.abs(starts[i]! - planned[i]!);
		}
		return [missed, tardy, moved];
	}

	/** Notes a schedule. The pool never holds the same one twice. */
	#keep(makespan: number): void {
		const { starts } = this.#profile;
		const pool = this.#pool;
		const cost = this.#rate(makespan);
		if (!this.#bestCost || compareCosts(cost, this.#bestCost) < 0) {
			this.#best = this.#profile.copy();
			this.#bestCost = cost;
		}
		const isKnown = pool.some(
			(kept) =>
				compareCosts(kept.cost, cost) === 0 && kept.keys.every((key, i) => key === starts[i])
		);
		if (isKnown) return;
		if (pool.length < this.#poolSize) {
			pool.push({ keys: Float64Array.from(starts), makespan, cost });
			return;
		}
		const worst = pool.reduce((a, b) => (compareCosts(b.cost, a.cost) >= 0 ? b : a));
		if (compareCosts(cost, worst.cost) > 0) return;
		worst.keys.set(starts);
		worst.makespan = makespan;
		worst.cost = cost;
	}
}
