// Where cards stand in their columns, for putting imported ones below them.
import type { BoardFacts } from './board-facts.ts';

/** The greatest rank of the projects of a stage; null in an empty column. */
export function lastRankIn({ rows }: Pick<BoardFacts, 'rows'>, stage: string): string | null {
	let last: string | null = null;
	for (const { position } of rows.projects.values())
		if (position?.stage === stage && (last === null || position.rank > last)) last = position.rank;
	return last;
}
