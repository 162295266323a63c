// Launches that stand on another day than last Monday, each once: where it was then, and where it is now. Pure.
import { daysBetween, isDay, type Day } from '#lib/domain/days.ts';
import type { Facts } from './facts.ts';
import { keyOf, splitKey } from './keys.ts';
import { sayCount, sayDay } from './words.ts';

export interface LaunchMove {
	title: string;
	board: string;
	/** Null for none. */
	before: Day | null;
	after: Day | null;
	/** "3 Jan to 17 Jan, 14 days later". */
	text: string;
	/** Later than it was, or without a date now. */
	isLater: boolean;
	href: string | null;
}

/** The latest launches first moved back and forth count for nothing; archived projects are left out. */
export function findMoves(facts: Facts, belongsTo: ReadonlySet<string>): LaunchMove[] {
	const { reader, today } = facts;
	const first = new Map<string, Day | null>();
	for (const { board, project, before } of facts.launches) {
		const key = keyOf(board, project);
		if (!first.has(key)) first.set(key, isDay(before) ? before : null);
	}
	const names = new Map(facts.boards.map(({ id, name }) => [id, name]));
	return [...first]
		.flatMap(([key, before]): LaunchMove[] => {
			const project = reader.get('projects', key);
			if (!project || project.launch === before) return [];
			const { board, id } = splitKey(key);
			return [
				{
					...{ title: project.title, board: names.get(board) ?? '', before, after: project.launch },
					...sayMove(before, project.launch, today),
					href: belongsTo.has(board) ? `/b/${board}/board?card=${id}` : null
				}
			];
		})
		.sort((a, b) => Number(b.isLater) - Number(a.isLater) || (a.title < b.title ? -1 : 1));
}

function sayMove(
	before: Day | null,
	after: Day | null,
	today: Day
): { text: string; isLater: boolean } {
	if (before === null && after === null) return { text: 'no date', isLater: false };
	if (before === null) return { text: `now ${sayDay(after!, today)}, had no date`, isLater: false };
	if (after === null)
		return { text: `was ${sayDay(before, today)}, has no date now`, isLater: true };
	const days = daysBetween(before, after);
	const how = `${sayCount(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
	return {
		text: `${sayDay(before, today)} to ${sayDay(after, today)}, ${how}`,
		isLater: days > 0
	};
}
