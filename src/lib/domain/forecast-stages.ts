// Forecasts from how long finished projects stood in each stage (F-7, F-8): what is left is the sum of one drawn stay a
// remaining stage, the current one given how old it already is; what it spent in later ones before it came back says
// nothing about how long they take again. Working days only; dates are made elsewhere.
import { drawFrom, type Chance } from './forecast-chance.ts';

/** Fewer finished projects than this are no ground for percentages (F-9). */
export const ENOUGH = 11;

/** A finished project: working days by stage, as far as they are known. */
export interface PastProject {
	id: string;
	/** Kind of content. */
	format: string;
	startedOn: number | null;
	finishedOn: number;
	days: ReadonlyMap<string, number>;
}

/** What is known of one stage's length. */
interface StageSample {
	/** Working days, ascending. */
	days: Int32Array;
	/** Days already spent there by the project in question. */
	spent: number;
}

/** The stays to draw from, a remaining stage each; `used` is how many the scarcest stage has. */
export interface StageSamples {
	stages: StageSample[];
	used: number;
	/** Some stage had too few of the same kind of content, so that all kinds were taken. */
	isMixed: boolean;
}

/**
 * F-7: for each of `remaining` stages, the current one first, the stays of finished projects of the same format; of all
 * formats where those are fewer than eleven. `spent`: working days already spent in the current one (F-8).
 */
export function sampleStages(
	past: readonly PastProject[],
	format: string,
	remaining: readonly string[],
	spent: number
): StageSamples {
	let isMixed = false;
	const stages = remaining.map((stage, i) => {
		const known = past.filter((project) => project.days.has(stage));
		const same = known.filter((project) => project.format === format);
		const isOwn = same.length >= ENOUGH;
		if (!isOwn && known.some((project) => project.format !== format)) isMixed = true;
		const days = Int32Array.from(isOwn ? same : known, (project) => project.days.get(stage)!);
		return { days: days.sort(), spent: i === 0 ? spent : 0 };
	});
	return { stages, used: Math.min(...stages.map((stage) => stage.days.length)), isMixed };
}

/** F-7, F-8: working days left in each trial, ascending. Needs at least one stay a stage. */
export function daysLeft(
	{ stages }: Pick<StageSamples, 'stages'>,
	trials: number,
	chance: Chance
): Int32Array {
	const rests = stages.map(restsOf);
	const days = new Int32Array(trials);
	for (let trial = 0; trial < trials; trial++)
		for (const rest of rests) days[trial]! += drawFrom(rest, chance);
	return days.sort();
}

/** The shortest and the longest way through, where there is too little for percentages. */
export function rangeLeft({ stages }: Pick<StageSamples, 'stages'>): [number, number] {
	const rests = stages.map(restsOf);
	return [
		rests.reduce((sum, rest) => sum + Math.min(...rest), 0),
		rests.reduce((sum, rest) => sum + Math.max(...rest), 0)
	];
}

/**
 * F-8: what is left of a stage, one value a stay it can be compared with: those that took longer than it is old. Where
 * none did, it takes as much longer again as the slowest tenth took beyond all others.
 */
function restsOf({ days, spent }: StageSample): Int32Array {
	if (spent === 0) return days;
	const longer = days.filter((stay) => stay > spent);
	if (longer.length > 0) return longer.map((stay) => stay - spent);
	const slowest = Math.ceil(days.length / 10);
	const others = days[days.length - slowest - 1] ?? 0;
	// Not gone yet means another day at least.
	return days.slice(-slowest).map((stay) => Math.max(1, stay - others));
}
