// What a board's log of moves says about each project: how many working days it stood in each stage, and when it was
// launched. Where an import put a card is known, how long it had been there is not (F-13).
import { workingBetween, type TeamDays } from './forecast-calendar.ts';

/** A card entered a stage; `isImported` when it was put there by an import, which knows nothing of its past. */
export interface StageEntry {
	day: number;
	stage: string;
	isImported: boolean;
}

export interface StageTimes {
	/** Working days in each stage whose every visit is known; stages passed over count 0. */
	days: ReadonlyMap<string, number>;
	/** At least so many working days in each stage it has entered: since an import where that put it there. */
	spent: ReadonlyMap<string, number>;
	/** Where it stands; empty without any entry. */
	stage: string;
	/** Day it left the first stage for the first time; null when it has not, or an import had it further on. */
	startedOn: number | null;
	/** Start of the final stay in the last stage; null when it is not there, or was imported there. */
	finishedOn: number | null;
}

/**
 * F-2, F-13: reads one project's entries, oldest first. `stages` are the board's, in order, and the last of them means
 * launched; entries into stages that are gone are passed over. A stay that is under way counts until `today`.
 */
export function readStages(
	entries: readonly StageEntry[],
	stages: readonly string[],
	of: TeamDays,
	today: number
): StageTimes {
	const path = entries
		.filter((entry) => stages.includes(entry.stage))
		.filter((entry, i, all) => entry.stage !== all[i - 1]?.stage);
	const spent = new Map<string, number>();
	const unknown = new Set<string>();
	const last = stages.at(-1);
	let startedOn: number | null = null;
	let reached = 0;
	for (const [i, entry] of path.entries()) {
		const place = stages.indexOf(entry.stage);
		const stay = workingBetween(of, entry.day, path[i + 1]?.day ?? today);
		spent.set(entry.stage, (spent.get(entry.stage) ?? 0) + stay);
		// Everything up to where an import put it happened elsewhere.
		if (entry.isImported) for (const stage of stages.slice(0, place + 1)) unknown.add(stage);
		else if (place > 0 && reached === 0) startedOn = entry.day;
		reached = Math.max(reached, place);
	}
	const days = new Map(spent);
	for (const stage of stages.slice(0, reached)) if (!days.has(stage)) days.set(stage, 0);
	for (const stage of unknown) days.delete(stage);
	const end = path.at(-1);
	const isFinished = end !== undefined && end.stage === last && !end.isImported && path.length > 1;
	return {
		days,
		spent,
		stage: end?.stage ?? '',
		startedOn,
		finishedOn: isFinished ? end.day : null
	};
}

/**
 * GT-12 over time: the entries of a project that stands where its earliest module stands. `modules` are the entries of
 * each of its modules.
 */
export function mergeModules(
	modules: readonly (readonly StageEntry[])[],
	stages: readonly string[]
): StageEntry[] {
	const events = modules
		.flatMap((entries, module) => entries.map((entry) => ({ ...entry, module })))
		.filter((entry) => stages.includes(entry.stage))
		.sort((a, b) => a.day - b.day);
	const places = new Map<number, number>();
	const merged: StageEntry[] = [];
	for (const [i, { day, stage, isImported, module }] of events.entries()) {
		places.set(module, stages.indexOf(stage));
		// Modules made or moved on one day are one event: only where the day ends counts.
		if (events[i + 1]?.day === day) continue;
		const earliest = stages[Math.min(...places.values())]!;
		if (merged.at(-1)?.stage !== earliest) merged.push({ day, stage: earliest, isImported });
	}
	return merged;
}
