// When a project will be launched, from what finished ones took: likely and safe dates, or a range where there is too
// little for percentages, or the reason why there is no answer. A forecast is a value; nothing is written anywhere.
import type { Day } from './days.ts';
import { dayNumber } from './days.ts';
import { calibrate, type Calibration } from './forecast-calibration.ts';
import { dayAfter, lastWorkingDays, workingBetween, type TeamDays } from './forecast-calendar.ts';
import { chanceOf, seedOf } from './forecast-chance.ts';
import { daysLeft, ENOUGH, rangeLeft, sampleStages, type PastProject } from './forecast-stages.ts';
import { daysUntilDone } from './forecast-throughput.ts';
import { warnOf, type HistoryWarning } from './forecast-warnings.ts';
import { completionsPerDay } from './flow.ts';
import { percentileOf } from './percentile.ts';

export const TRIALS = 10_000;
/** Working days looked back for throughput, and how far that may be stretched to find eleven launches. */
const WINDOW_DAYS = 60;
const WIDEST_WINDOW_DAYS = 250;
const BINS = 24;

/** Dates lie on working days; null is beyond what the calendar reaches. */
export interface Estimate {
	/** Half of the trials end by then. */
	likely: Day | null;
	/** 85 of 100 trials end by then. */
	safe: Day | null;
	/** 95 of 100 trials end by then. */
	latest: Day | null;
	/** Share of the trials that end by the launch date; null without one. */
	byLaunchBp: number | null;
	/** Finished projects it rests on. */
	used: number;
}

export interface Bin {
	from: Day;
	to: Day;
	trials: number;
}

/** `mixed`: other kinds of content were counted too; `apart`: the two ways of counting differ widely. */
export type ForecastWarning = HistoryWarning | 'mixed' | 'apart';

/** F-9: only `dates` carries shares; a screen that has a `range` has no percentage to print. */
export type LaunchForecast =
	| {
			kind: 'dates';
			/** From the time finished projects stood in each stage; null where nobody has passed one that is left. */
			stages: Estimate | null;
			/** From how many are launched a working day; null when too few were in the last year. One of the two is there. */
			throughput: (Estimate & { ahead: number; windowDays: number }) | null;
			/** Of the first of the two that is there. */
			histogram: Bin[];
			calibration: Calibration;
			warnings: ForecastWarning[];
	  }
	| { kind: 'range'; from: Day | null; to: Day | null; used: number }
	| { kind: 'none'; reason: 'launched' | 'no-history' | 'no-working-days' | 'not-placed' };

export interface ForecastBasis {
	/** In order; the last one means launched. */
	stages: readonly string[];
	past: readonly PastProject[];
	days: TeamDays;
	today: number;
}

export interface ForecastQuestion {
	id: string;
	format: string;
	stage: string;
	/** Working days already spent in that stage. */
	spent: number;
	/** Projects that come before it, itself included. */
	ahead: number;
	launch: Day | null;
}

/** F-5 to F-12: the forecast of one project on its board's history. */
export function forecastLaunch(basis: ForecastBasis, question: ForecastQuestion): LaunchForecast {
	const { stages, past, days, today } = basis;
	const place = stages.indexOf(question.stage);
	if (place < 0) return { kind: 'none', reason: 'not-placed' };
	if (place === stages.length - 1) return { kind: 'none', reason: 'launched' };
	if (workingBetween(days, today, days.last) === 0)
		return { kind: 'none', reason: 'no-working-days' };
	const remaining = stages.slice(place, -1);
	const samples = sampleStages(past, question.format, remaining, question.spent);
	const throughput = byThroughput(basis, question);
	if (samples.used === 0 && !throughput) return { kind: 'none', reason: 'no-history' };
	if (samples.used > 0 && (samples.used < ENOUGH || past.length < ENOUGH)) {
		const [least, most] = rangeLeft(samples);
		return {
			kind: 'range',
			from: dayAfter(days, today, least),
			to: dayAfter(days, today, most),
			used: Math.min(samples.used, past.length)
		};
	}
	const chance = chanceOf(seedOf(`${question.id} ${today}`));
	const left = samples.used > 0 ? daysLeft(samples, TRIALS, chance) : null;
	const warnings: ForecastWarning[] = warnOf(durationsOf(past, stages));
	if (left && samples.isMixed) warnings.push('mixed');
	if (left && throughput && areApart(left, throughput.left)) warnings.push('apart');
	return {
		kind: 'dates',
		stages: left && estimate(basis, question, left, samples.used),
		throughput: throughput && {
			...estimate(basis, question, throughput.left, throughput.used),
			ahead: question.ahead,
			windowDays: throughput.windowDays
		},
		histogram: binTrials(left ?? throughput!.left, days, today),
		calibration: calibrate(past, stages),
		warnings
	};
}

function estimate(
	{ days, today }: ForecastBasis,
	{ launch }: ForecastQuestion,
	left: Int32Array,
	used: number
): Estimate {
	const at = (percent: number): Day | null => dayAfter(days, today, percentileOf(left, percent));
	return {
		likely: at(50),
		safe: at(85),
		latest: at(95),
		byLaunchBp: launch === null ? null : shareUpTo(left, daysTo(days, today, launch)),
		used
	};
}

/** Working days until a launch; -1 when it lies before today, which no trial can meet. */
function daysTo(days: TeamDays, today: number, launch: Day): number {
	const number = dayNumber(launch);
	return number < today ? -1 : workingBetween(days, today, number);
}

function shareUpTo(sorted: Int32Array, limit: number): number {
	let count = 0;
	while (count < sorted.length && sorted[count]! <= limit) count++;
	return Math.round((count * 10_000) / sorted.length);
}

/** F-6: the last 60 working days, stretched up to 250 until they hold eleven launches; null when they do not. */
function byThroughput(
	{ past, days, today }: ForecastBasis,
	{ id, ahead }: ForecastQuestion
): { left: Int32Array; used: number; windowDays: number } | null {
	const finishedOn = past.map((project) => project.finishedOn);
	for (let window = WINDOW_DAYS; ; window = Math.min(WIDEST_WINDOW_DAYS, window + 10)) {
		const list = lastWorkingDays(days, today - 1, window);
		const perDay = completionsPerDay(finishedOn, list);
		const used = perDay.reduce((sum, count) => sum + count, 0);
		if (used >= ENOUGH) {
			const chance = chanceOf(seedOf(`${id} ${today} throughput`));
			const left = daysUntilDone(perDay, ahead, TRIALS, chance);
			return left && { left, used, windowDays: list.length };
		}
		if (window === WIDEST_WINDOW_DAYS || list.length < window) return null;
	}
}

/** The safe dates differ by more than half of the longer way, and by more than two weeks. */
function areApart(one: Int32Array, other: Int32Array): boolean {
	const [a, b] = [percentileOf(one, 85), percentileOf(other, 85)];
	return Math.abs(a - b) > 10 && Math.abs(a - b) * 2 > Math.max(a, b);
}

/** Whole ways through the stages, oldest finish first; only those known from the second stage on. */
function durationsOf(past: readonly PastProject[], stages: readonly string[]): number[] {
	const way = stages.slice(1, -1);
	return past
		.filter((project) => way.every((stage) => project.days.has(stage)))
		.toSorted((a, b) => a.finishedOn - b.finishedOn)
		.map((project) => way.reduce((sum, stage) => sum + project.days.get(stage)!, 0));
}

/** Up to 24 equally wide bins over the trials, the slowest hundredth left out. */
function binTrials(left: Int32Array, days: TeamDays, today: number): Bin[] {
	const first = left[0]!;
	const width = Math.max(1, Math.ceil((percentileOf(left, 99) - first + 1) / BINS));
	const bins: Bin[] = [];
	for (const trial of left) {
		const place = Math.floor((trial - first) / width);
		while (bins.length <= place && bins.length < BINS) {
			const start = first + bins.length * width;
			const from = dayAfter(days, today, start);
			const to = dayAfter(days, today, start + width - 1);
			if (from === null || to === null) return bins;
			bins.push({ from, to, trials: 0 });
		}
		if (place < bins.length) bins[place]!.trials++;
	}
	return bins;
}
