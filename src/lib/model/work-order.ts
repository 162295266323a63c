// The order in which the work of a board matters: later stages are nearer done, then as the columns have it.

import { compareRanked } from '#lib/domain/rank.ts';
import type { BoardReader } from './board.ts';

/** A word for each project that sorts as the plan does, the most important first. */
export function rankPlaces(board: BoardReader): Map<string, string> {
	const stages = [...board.all('stages')].sort(compareRanked).map((stage) => stage.id);
	const places = [...board.all('projects')].map((project) => ({
		id: project.id,
		stage: stages.indexOf(project.position?.stage ?? ''),
		rank: project.position?.rank ?? ''
	}));
	places.sort((a, b) => b.stage - a.stage || compareRanked(a, b));
	return new Map(places.map(({ id }, i) => [id, String(i).padStart(6, '0')]));
}
