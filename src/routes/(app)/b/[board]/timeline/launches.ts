// Where the projects of a row launch: one mark a project, in the lane of its last booking there. Pure.

import { dayNumber } from '#lib/domain/days.ts';
import type { BoardReader } from '#lib/model/board.ts';
import type { Bar } from './row-index.ts';

export interface LaunchMark {
	project: string;
	day: number;
	lane: number;
	/** The last booking ends after it. */
	isLate: boolean;
	/** Promised, not only hoped for. */
	isCommitted: boolean;
	title: string;
}

export function listLaunches(board: BoardReader, bars: readonly Bar[]): LaunchMark[] {
	const last = new Map<string, Bar>();
	for (const bar of bars) {
		const project = board.get('allocations', bar.id)?.project;
		if (project !== undefined && (last.get(project)?.to ?? -Infinity) < bar.to)
			last.set(project, bar);
	}
	return [...last].flatMap(([id, bar]) => {
		const project = board.get('projects', id);
		if (!project?.launch) return [];
		const day = dayNumber(project.launch);
		const words = project.committed ? 'is committed to launch' : 'is to launch';
		const isLate = bar.to > day;
		const more = isLate ? ', work is booked after it' : '';
		const title = `${project.title} ${words} ${project.launch}${more}`;
		const { committed: isCommitted } = project;
		return [{ project: id, day, lane: bar.lane, isLate, isCommitted, title }];
	});
}
