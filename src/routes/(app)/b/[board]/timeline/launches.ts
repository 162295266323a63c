// Where the work of a row launches: one mark a project, and one a module that launches on a day of its own, in the lane of
// its last booking there. Pure.

import { dayNumber } from '#lib/domain/days.ts';
import type { BoardReader } from '#lib/model/board.ts';
import type { Bar } from './row-index.ts';

export interface LaunchMark {
	/** Id of the project or module. */
	of: string;
	day: number;
	lane: number;
	/** The last booking of project work ends after it; delivery and maintenance may. */
	isLate: boolean;
	/** Promised, not only hoped for. */
	isCommitted: boolean;
	title: string;
}

interface Last {
	project: string;
	lane: number;
	to: number;
	/** Last day of project work. */
	worksTo: number;
}

/** The marks of all bars of a row, wherever they lie: what is in view is the caller's to choose. */
export function listLaunches(board: BoardReader, bars: readonly Bar[]): LaunchMark[] {
	const last = new Map<string, Last>();
	for (const { id, lane, to } of bars) {
		const row = board.get('allocations', id);
		if (!row) continue;
		for (const of of [row.project, row.module]) {
			if (of === '') continue;
			const found = last.get(of);
			const worksTo = row.kind === 'project' ? to : -Infinity;
			const isLater = !found || to > found.to;
			last.set(of, {
				project: row.project,
				...(isLater ? { lane, to } : { lane: found.lane, to: found.to }),
				worksTo: Math.max(found?.worksTo ?? -Infinity, worksTo)
			});
		}
	}
	return [...last].flatMap(([of, { project: id, lane, worksTo }]) => {
		const project = board.get('projects', id);
		const module = of === id ? undefined : board.get('modules', of);
		const launch = of === id ? project?.launch : module?.launch;
		// A module that launches with its project is under the project's mark.
		if (!project || !launch || (module && launch === project.launch)) return [];
		const isCommitted = !module && project.committed;
		const day = dayNumber(launch);
		const words = isCommitted ? 'is committed to launch' : 'is to launch';
		const isLate = worksTo > day;
		const more = isLate ? ', work is booked after it' : '';
		const name = module ? `${project.title}: ${module.title}` : project.title;
		return [{ of, day, lane, isLate, isCommitted, title: `${name} ${words} ${launch}${more}` }];
	});
}
