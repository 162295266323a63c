// Ours and the peers in one run, in turns, and what comes of it: medians, table lines, and whether each was measured.
import {
	getMedian,
	runInterleaved,
	type BenchContext,
	type Check,
	type Goal,
	type Row
} from '../harness.ts';

export const OURS = 'plimsoll';

export interface Contest<F> {
	/** By name; who never finished is not in it. */
	medians: Record<string, F>;
	/** The highest of each figure: what a limit for every run is held against. */
	worst: Record<string, F>;
	/** Every single result, errors as their text. */
	raw: unknown;
}

/**
 * Measures every cell as often as the run wants, in turns. A cell that fails is named in the log; ours counts only where
 * it never failed.
 */
export async function runContest<F extends object>(
	context: BenchContext,
	cells: Record<string, () => Promise<F>>
): Promise<Contest<F>> {
	const results = await runInterleaved(cells, context.repetitions);
	const medians: Record<string, F> = {};
	const worst: Record<string, F> = {};
	for (const [name, all] of Object.entries(results)) {
		const failed = all.find((one) => one instanceof Error);
		if (failed) context.log(`${name}: ${failed.message.split('\n')[0]}`);
		const done = all.filter((one): one is Awaited<F> => !(one instanceof Error));
		if (done.length === 0 || (failed && name === OURS)) continue;
		medians[name] = summarise(done, getMedian);
		worst[name] = summarise(done, (values) => Math.max(...values));
	}
	const raw = Object.fromEntries(
		Object.entries(results).map(([name, all]) => [
			name,
			all.map((one) => (one instanceof Error ? one.message : one))
		])
	);
	return { medians, worst, raw };
}

function summarise<F extends object>(
	all: readonly F[],
	take: (values: readonly number[]) => number
): F {
	const keys = Object.keys(all[0]!) as (keyof F)[];
	return Object.fromEntries(
		keys.map((key) => [key, take(all.map((one) => Number(one[key])))])
	) as F;
}

/** The lowest figure of the peers; NaN, which meets no goal, where none was measured. */
export function bestPeer<F>(medians: Record<string, F>, key: keyof F): number {
	const peers = Object.entries(medians).filter(([name]) => name !== OURS);
	return peers.length > 0 ? Math.min(...peers.map(([, figures]) => Number(figures[key]))) : NaN;
}

/** A goal with a ceiling; where a figure is missing because somebody did not finish, `DNF` and not met. */
export function ceiling(id: string, text: string, value: number, limit: number): Goal {
	return {
		...{ id, text, limit: Math.round(limit * 1000) / 1000 },
		value: Number.isFinite(value) ? Math.round(value * 1000) / 1000 : 'DNF',
		met: value <= limit
	};
}

/** Table cells by heading; `DNF` for who did not finish. */
export function showFigures<F>(figures: F | undefined, headings: Record<string, keyof F>): Row {
	return Object.fromEntries(
		Object.entries(headings).map(([heading, key]) => [
			heading,
			figures ? Math.round(Number(figures[key]) * 10) / 10 : 'DNF'
		])
	);
}

/** Each check once: it holds when it held every time. */
export function once(checks: readonly Check[]): Check[] {
	const byText = new Map<string, boolean>();
	for (const { text, ok } of checks) byText.set(text, (byText.get(text) ?? true) && ok);
	return [...byText].map(([text, ok]) => ({ text, ok }));
}
