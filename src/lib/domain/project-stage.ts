// Where a project stands among the stages, from where its modules stand.
import { compareRanked } from './rank.ts';

/**
 * GT-12: a project stands at its earliest open module's stage. A module in the last stage is closed,
 * so it counts only when all are there; without modules the project's own stage holds. A stage that
 * is gone counts as the first.
 */
export function stageOfProject(
	projectStage: string,
	moduleStages: string[],
	stages: readonly { id: string; rank: string }[]
): string {
	const ordered = [...stages].sort(compareRanked);
	const last = ordered.length - 1;
	if (last < 0) return projectStage;
	const placeOf = (id: string): number =>
		Math.max(
			0,
			ordered.findIndex((stage) => stage.id === id)
		);
	const places = moduleStages.length > 0 ? moduleStages.map(placeOf) : [placeOf(projectStage)];
	return ordered[Math.min(...places, last)]?.id ?? projectStage;
}
