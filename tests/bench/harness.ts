// What a bench is made of. A bench is a folder tests/bench/<name>/bench.ts whose default export is defineBench({...}).
// Figures count only when the correctness checks of the same run pass: a wrong answer has no speed.
import type { Browser } from '@playwright/test';
import type { Cluster } from '../postgres.ts';
import type { RunningServer, ServerOptions } from '../server.ts';

/** What the runner brings before the bench begins. */
export interface Needs {
	browser?: boolean;
	postgres?: boolean;
	/** A build of the product that matches its sources. */
	build?: boolean;
	/** Names of packages in tests/bench/peers/package.json; they are installed for benches that ask, and for no others. */
	peers?: string[];
}

/** One line of the table: column title to figure or text. A run that did not finish is written as `DNF`. */
export type Row = Record<string, string | number>;

/** A figure with a limit. `met` is decided by the bench: some goals are ceilings, some floors. */
export interface Goal {
	id: string;
	text: string;
	value: number | string;
	limit: number | string;
	met: boolean;
}

/** Something that must be true for the figures to count. */
export interface Check {
	text: string;
	ok: boolean;
}

/** What a bench hands back. Extra raw figures go into the JSON only. */
export interface Outcome {
	rows: Row[];
	goals: Goal[];
	checks: Check[];
	raw?: unknown;
}

/** What a bench is given. */
export interface BenchContext {
	/** True in the small run, which must be done within seconds and whose goals are shown but do not count. */
	smoke: boolean;
	/** At least five in a full run. */
	repetitions: number;
	/** Arguments after the name, as typed. */
	args: string[];
	/** Opens a fresh browser and closes it after `use`. */
	withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T>;
	/** Starts a Postgres cluster that is removed after the bench. */
	startPostgres(): Promise<Cluster>;
	/** Starts the built server; removed after the bench. */
	startServer(options?: ServerOptions): Promise<RunningServer>;
	/** Loads a peer that `needs.peers` names. */
	importPeer(specifier: string): Promise<unknown>;
	log(text: string): void;
}

/** A bench. */
export interface Bench {
	name: string;
	/** One line for people: what is measured. */
	title: string;
	needs: Needs;
	run(context: BenchContext): Promise<Outcome>;
}

/** Declares a bench; it only gives the object its type. */
export function defineBench(bench: Bench): Bench {
	return bench;
}

/** Returns the `p`-th percentile (0 to 100) by linear interpolation; throws for an empty list. */
export function getPercentile(values: readonly number[], p: number): number {
	if (values.length === 0)
		throw new RangeError('A percentile of no values was asked for; measure at least once.');
	const sorted = values.toSorted((a, b) => a - b);
	const place = ((sorted.length - 1) * p) / 100;
	const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
	return low + (high - low) * (place - Math.floor(place));
}

/** Returns the median; throws for an empty list. */
export function getMedian(values: readonly number[]): number {
	return getPercentile(values, 50);
}

/**
 * Runs every cell `repetitions` times in turns (a b c, b c a, c a b, ...), so that a machine that slows down slows all of
 * them. Returns the results of each cell in the order they were measured; a cell that throws is recorded as its error.
 */
export async function runInterleaved<T>(
	cells: Record<string, () => Promise<T>>,
	repetitions: number
): Promise<Record<string, (T | Error)[]>> {
	const names = Object.keys(cells);
	const results: Record<string, (T | Error)[]> = Object.fromEntries(
		names.map((name) => [name, []])
	);
	for (let turn = 0; turn < repetitions; turn++) {
		for (let place = 0; place < names.length; place++) {
			const name = names[(place + turn) % names.length]!;
			const result = await cells[name]!().catch((error: unknown) =>
				error instanceof Error ? error : new Error(String(error))
			);
			results[name]!.push(result);
		}
	}
	return results;
}
