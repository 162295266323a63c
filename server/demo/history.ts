// The demo's past: projects launched over the last year and a half, and how every card came to where it stands. Moves
// are made up, deterministically and dated before the demo began; they are the demo's only history.
import { addDays, weekday, type Day } from '#lib/domain/days.ts';
import { chanceOf, seedOf } from '#lib/domain/forecast-chance.ts';
import { defaultWorkflow } from '#lib/domain/workflows.ts';
import { ranksBetween } from '#lib/doc/rank.ts';
import { makeRow, type EntityIn } from '#lib/model/board.ts';
import type { ContentType } from '#lib/model/project.ts';
import type { PastMove } from '../db/flow.ts';
import { stageId, type DemoRows } from './plan.ts';

export interface DemoHistory {
	/** Launched and archived. */
	projects: EntityIn<'projects'>[];
	moves: PastMove[];
}

const LAUNCHED: readonly (readonly [title: string, type: ContentType])[] = [
	['Code of conduct 2026', 'course'],
	['Ladder safety', 'video'],
	['Welcome week', 'workshop'],
	['Data protection refresher', 'course'],
	['Scanner handhelds', 'jobaid'],
	['Export papers', 'course'],
	['Phishing drill, spring', 'course'],
	['Handling complaints', 'simulation'],
	['Lifting and carrying', 'video'],
	['Price lists 2026', 'course'],
	['Coaching basics', 'workshop'],
	['Time recording', 'jobaid'],
	['Cash handling', 'course'],
	['Night shift health', 'course'],
	['Returns desk', 'course'],
	['Customer calls', 'simulation'],
	['Hazard labels', 'jobaid'],
	['Team lead toolkit', 'curriculum'],
	['Insider trading', 'course'],
	['Pallet stacking', 'video'],
	['Meeting rules', 'jobaid'],
	['Supplier codes', 'course'],
	['First response', 'workshop'],
	['Spare parts search', 'course'],
	['Cold chain', 'course'],
	['Travel booking', 'jobaid'],
	['Fraud signs', 'course'],
	['Forklift refresher', 'course'],
	['Inventory count', 'course'],
	['Speaking up', 'course']
];

/** Calendar days a stage takes, least and most; the last stage has no end. */
const STAYS: Readonly<Record<string, readonly [number, number]>> = {
	requests: [5, 35],
	scope: [6, 24],
	design: [12, 44],
	build: [14, 56],
	review: [7, 38],
	launch: [3, 16]
};

const stages = defaultWorkflow.stages.map((stage) => stage.key);

/** The past of the plan in `rows`, which were built for `today`. */
export function buildDemoHistory(rows: DemoRows, today: Day): DemoHistory {
	const cards = (['projects', 'modules'] as const).flatMap((cardKind) =>
		[...rows[cardKind].values()].map(({ id, position }) => ({
			...{ cardKind, card: id },
			place: stages.findIndex((key) => stageId(key) === position?.stage)
		}))
	);
	return makeHistory({ id: 'prj_demo_past', launched: LAUNCHED, cards, stageId, today });
}

interface HistoryPlan {
	/** What ids of launched projects begin with. */
	id: string;
	launched: readonly (readonly [title: string, type: ContentType])[];
	/** Cards on their way and the place of the stage they stand in. */
	cards: readonly { cardKind: PastMove['cardKind']; card: string; place: number }[];
	stageId(key: string): string;
	today: Day;
}

/** The past of a board of the usual seven stages: the same plan gives the same past. */
export function makeHistory({ id, launched, cards, stageId, today }: HistoryPlan): DemoHistory {
	const chance = chanceOf(seedOf(id));
	const moves: PastMove[] = [];
	/** Days of each stage up to, not including, `until`; the last one shortened for work that is on its way. */
	const drawStays = (until: number): number[] =>
		stages.slice(0, until).map((key) => {
			const [least, most] = STAYS[key]!;
			// Two draws: most projects lie near the short end, a few take long.
			return Math.round(least + (most - least) * chance() * chance());
		});
	/** Writes the way of a card that entered its stage on `entered`. */
	const walk = (
		cardKind: PastMove['cardKind'],
		card: string,
		place: number,
		entered: Day
	): void => {
		const stays = drawStays(place);
		let day = addDays(entered, -stays.reduce((sum, days) => sum + days, 0));
		for (let i = 0; i <= place; i++) {
			moves.push({
				...{ cardKind, card },
				from: i === 0 ? '' : stageId(stages[i - 1]!),
				to: stageId(stages[i]!),
				at: new Date(`${toWorkday(day)}T09:00:00Z`)
			});
			day = addDays(day, stays[i] ?? 0);
		}
	};
	const ranks = ranksBetween(null, null, launched.length, chance);
	const projects = launched.map(([title, contentType], i) => {
		const card = `${id}_${i}`;
		const launch = toWorkday(addDays(today, -30 - (launched.length - i) * 17));
		walk('projects', card, stages.length - 1, launch);
		const position = { stage: stageId(stages.at(-1)!), rank: ranks[i]! };
		return makeRow('projects', card, { title, contentType, position, launch, archived: true });
	});
	for (const { cardKind, card, place } of cards)
		if (place >= 0) walk(cardKind, card, place, addDays(today, -3 - Math.floor(chance() * 20)));
	return { projects, moves };
}

/** The day itself, or the Friday before a weekend. */
function toWorkday(day: Day): Day {
	return addDays(day, -Math.max(0, weekday(day) - 5));
}
