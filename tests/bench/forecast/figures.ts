// What a changelog says about flow, and what could have been forecast from it. Days are UTC days, weekends included,
// because a public record knows no working calendar.
import { addDays, dayNumber, dayOf, monthStart, type Day } from '#lib/domain/days.ts';
import { completionsPerDay, readFlow } from '#lib/domain/flow.ts';
import { chanceOf } from '#lib/domain/forecast-chance.ts';
import { certaintyOf, daysUntilDone, itemsDoneIn } from '#lib/domain/forecast-throughput.ts';
import { percentilesOf } from '#lib/domain/percentile.ts';
import type { Issue } from './changelog.ts';

export const ITEMS = 50;
export const TRIALS = 20_000;
const DAY_MS = 86_400_000;
const SEED = 20_200_601;

export interface Spread {
	n: number;
	/** P50, P85, P95 in days; null without a value. */
	days: readonly number[] | null;
}

export interface Backtest {
	/** Inclusive. */
	train: { from: Day; to: Day; finished: number };
	test: { from: Day; to: Day; finished: number };
	forecast: { p85: number; p50: number; p15: number };
}

export interface Figures {
	issues: number;
	completed: number;
	withoutWork: number;
	reopened: number;
	cycle: Spread;
	lead: Spread;
	/** Whole days of the record; null when it has none. */
	window: { from: Day; to: Day } | null;
	/** Days with at least one. */
	daily: Record<Day, number>;
	/** P50, P85, P95 days until 50 items are finished; null where nothing was. */
	howLong: readonly number[] | null;
	/** Null where the record does not reach back into an earlier month. */
	backtest: Backtest | null;
}

/** All figures of a record; the same record gives the same figures. */
export function measureFlow(issues: readonly Issue[]): Figures {
	const flows = issues.map((issue) => ({ issue, ...readFlow(issue.entries) }));
	const done = flows.flatMap((flow) =>
		flow.finishedAt === null ? [] : [{ ...flow, finishedAt: flow.finishedAt }]
	);
	const cycles = done.flatMap(({ startedAt, finishedAt }) =>
		startedAt === null ? [] : [(finishedAt - startedAt) / DAY_MS]
	);
	const window = findWindow(issues);
	const finishedOn = done.map(({ finishedAt }) => Math.floor(finishedAt / DAY_MS));
	const perDay = window ? countDays(finishedOn, window.from, window.to) : new Int32Array(0);
	return {
		issues: issues.length,
		completed: done.length,
		withoutWork: done.length - cycles.length,
		reopened: flows.filter((flow) => flow.wasReopened).length,
		cycle: spreadOf(cycles),
		lead: spreadOf(done.map(({ issue, finishedAt }) => (finishedAt - issue.createdAt) / DAY_MS)),
		window,
		daily: Object.fromEntries(
			[...perDay].flatMap((count, i) => (count > 0 ? [[addDays(window!.from, i), count]] : []))
		),
		howLong: howLong(perDay),
		backtest: window && backtest(finishedOn, window)
	};
}

function spreadOf(days: readonly number[]): Spread {
	return { n: days.length, days: days.length > 0 ? percentilesOf(days, [50, 85, 95]) : null };
}

/** F-4: from the first event to the day before the last one: the day of the export is not a whole day. */
function findWindow(issues: readonly Issue[]): { from: Day; to: Day } | null {
	let [first, last] = [Infinity, -Infinity];
	for (const { entries } of issues)
		for (const { at } of entries) [first, last] = [Math.min(first, at), Math.max(last, at)];
	const from = Math.floor(first / DAY_MS);
	const to = Math.floor(last / DAY_MS) - 1;
	return to >= from ? { from: dayOf(from), to: dayOf(to) } : null;
}

function countDays(finishedOn: readonly number[], from: Day, to: Day): Int32Array {
	const first = dayNumber(from);
	const days = Array.from({ length: dayNumber(to) - first + 1 }, (_, i) => first + i);
	return completionsPerDay(finishedOn, days);
}

function howLong(perDay: Int32Array): readonly number[] | null {
	const days = daysUntilDone(perDay, ITEMS, TRIALS, chanceOf(SEED));
	return days && percentilesOf(days, [50, 85, 95]);
}

/** The record's last month, forecast from everything before it. */
function backtest(
	finishedOn: readonly number[],
	{ from, to }: { from: Day; to: Day }
): Backtest | null {
	const month = monthStart(to);
	if (month <= from) return null;
	const train = countDays(finishedOn, from, addDays(month, -1));
	const test = countDays(finishedOn, month, to);
	const sum = (counts: Int32Array): number => counts.reduce((total, count) => total + count, 0);
	return {
		train: { from, to: addDays(month, -1), finished: sum(train) },
		test: { from: month, to, finished: sum(test) },
		forecast: certaintyOf(itemsDoneIn(train, test.length, TRIALS, chanceOf(SEED)))
	};
}
