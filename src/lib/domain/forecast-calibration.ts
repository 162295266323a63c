// Whether forecasts have been right: every launched project forecast again from what was known when it was started, and
// compared with how long it really took (F-12).
import { chanceOf, seedOf } from './forecast-chance.ts';
import { daysLeft, ENOUGH, sampleStages, type PastProject } from './forecast-stages.ts';
import { percentileOf } from './percentile.ts';

/** How many of the launches that could have been forecast came by their safe date. */
export interface Calibration {
	inside: number;
	of: number;
}

const TRIALS = 1000;

/**
 * F-12: launches by their safe date as of the day they left the first stage, of those that could be forecast then: only
 * projects launched before that day are counted as known. Each has a seed of its own, so that no order of rows matters.
 */
export function calibrate(past: readonly PastProject[], stages: readonly string[]): Calibration {
	const way = stages.slice(1, -1);
	const calibration = { inside: 0, of: 0 };
	for (const project of past) {
		const { startedOn } = project;
		if (startedOn === null || !way.every((stage) => project.days.has(stage))) continue;
		const known = past.filter((other) => other.finishedOn < startedOn);
		const samples = sampleStages(known, project.format, way, 0);
		if (known.length < ENOUGH || samples.used < ENOUGH) continue;
		const safe = percentileOf(daysLeft(samples, TRIALS, chanceOf(seedOf(project.id))), 85);
		const took = way.reduce((sum, stage) => sum + project.days.get(stage)!, 0);
		calibration.of++;
		if (took <= safe) calibration.inside++;
	}
	return calibration;
}
