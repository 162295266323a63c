// Projects whose effort nobody has estimated: their work is in no load, so every total says how many they are.

import type { BoardReader, EntityIn } from './board.ts';

/** True where the effort of a project is not known: none of its own, and not all of its modules'. */
export function isUnsized(board: BoardReader, project: EntityIn<'projects'>): boolean {
	if (project.effortMinutes !== null) return false;
	const modules = [...board.where('modules', 'project', project.id)].filter((m) => !m.archived);
	return modules.length === 0 || modules.some((module) => module.effortMinutes === null);
}

/** Live projects without an estimate, those that launch first before the others, then by title. */
export function listUnsized(board: BoardReader): EntityIn<'projects'>[] {
	const last = '9999-12-31';
	return [...board.all('projects')]
		.filter((project) => !project.archived && isUnsized(board, project))
		.sort(
			(a, b) =>
				(a.launch ?? last).localeCompare(b.launch ?? last) ||
				a.title.localeCompare(b.title, 'en') ||
				(a.id < b.id ? -1 : 1)
		);
}

/** How many live projects have no estimate, of how many. */
export function countUnsized(board: BoardReader): { unsized: number; of: number } {
	const live = [...board.all('projects')].filter((project) => !project.archived);
	return { unsized: live.filter((project) => isUnsized(board, project)).length, of: live.length };
}
