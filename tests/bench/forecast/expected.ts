// Compares figures with what somebody else computed of the same record: counts and percentiles exactly, forecasts
// within the tolerance the other states.
import type { Goal } from '../harness.ts';
import type { Figures, Spread } from './figures.ts';

interface ExpectedSpread {
	n: number;
	p50: number;
	p85: number;
	p95: number;
}

export interface Expected {
	issues: number;
	completed: number;
	completed_without_in_progress: number;
	reopened: number;
	daily: Record<string, number>;
	cycle_time_days: ExpectedSpread;
	lead_time_days: ExpectedSpread;
	howlong_50_items_days_P50_P85_P95: number[];
	backtest: {
		train: string;
		train_total: number;
		test: string;
		actual: number;
		howmany_P85_P50_P15: number[];
	};
	tolerance_days: number;
}

/** One goal a figure. */
export function compareFigures(figures: Figures, expected: Expected): Goal[] {
	const { backtest, howLong } = figures;
	const goals: Goal[] = [];
	const exactly = (text: string, value: number | string, limit: number | string): number =>
		goals.push({ id: `F${goals.length + 1}`, text, value, limit, met: value === limit });
	const within = (text: string, values: readonly number[], limits: readonly number[]): number =>
		goals.push({
			id: `F${goals.length + 1}`,
			text: `${text}, within ${expected.tolerance_days}`,
			value: values.join(' / ') || 'none',
			limit: limits.join(' / '),
			met:
				values.length === limits.length &&
				values.every((value, i) => Math.abs(value - limits[i]!) <= expected.tolerance_days)
		});
	const spread = (text: string, own: Spread, theirs: ExpectedSpread): void => {
		exactly(`${text}, n`, own.n, theirs.n);
		exactly(
			`${text}, P50 / P85 / P95`,
			(own.days ?? []).map((value) => value.toFixed(2)).join(' / '),
			[theirs.p50, theirs.p85, theirs.p95].map((value) => value.toFixed(2)).join(' / ')
		);
	};
	exactly('issues', figures.issues, expected.issues);
	exactly('completed', figures.completed, expected.completed);
	exactly(
		'completed without in progress',
		figures.withoutWork,
		expected.completed_without_in_progress
	);
	exactly('re-opened', figures.reopened, expected.reopened);
	spread('cycle time in days', figures.cycle, expected.cycle_time_days);
	spread('lead time in days', figures.lead, expected.lead_time_days);
	const differing = [
		...new Set([...Object.keys(figures.daily), ...Object.keys(expected.daily)])
	].filter((day) => figures.daily[day] !== expected.daily[day]);
	exactly('days that differ', differing.join(' ') || 0, 0);
	within('50 items in days', howLong ?? [], expected.howlong_50_items_days_P50_P85_P95);
	if (!backtest) {
		exactly('forecast', 'the record is too short', expected.backtest.test);
		return goals;
	}
	const { train, test, forecast } = backtest;
	exactly('learnt from', `${train.from}..${train.to}`, expected.backtest.train);
	exactly('finished by then', train.finished, expected.backtest.train_total);
	exactly('forecast', `${test.from}..${test.to}`, expected.backtest.test);
	exactly('finished in it', test.finished, expected.backtest.actual);
	within(
		'forecast at least, P85 / P50 / P15',
		[forecast.p85, forecast.p50, forecast.p15],
		expected.backtest.howmany_P85_P50_P15
	);
	return goals;
}
