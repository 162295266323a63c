// The different values of the columns whose cells stand for people, stages or options, each with a guess what it means.
import { projects } from '#lib/model/project.ts';
import {
	OPEN_ROLE,
	type ImportChoices,
	type ImportCheck,
	type ValueKind,
	type ValueMeaning
} from '#lib/model/import.ts';
import type { BoardFacts } from './board-facts.ts';
import { columnsOf } from './plan-rows.ts';
import { nameKey, splitResources } from './resources.ts';
import { cellAt } from './sheet.ts';

/** More different values of a kind are not shown; they keep their guess. */
const SHOWN = 300;

/** What the person at the page, or the guess, says a value means; '' is nothing. */
export function meaningOf(
	choices: Pick<ImportChoices, 'values'>,
	kind: ValueKind,
	value: string
): string {
	return indexOf(choices.values).get(`${kind} ${nameKey(value)}`) ?? '';
}

const kept = new WeakMap<readonly ValueMeaning[], Map<string, string>>();

function indexOf(values: readonly ValueMeaning[]): Map<string, string> {
	let index = kept.get(values);
	if (!index) {
		index = new Map(values.map(({ kind, value, to }) => [`${kind} ${nameKey(value)}`, to]));
		kept.set(values, index);
	}
	return index;
}

export interface FoundValues {
	/** Meanings for every value, settled or guessed. */
	meanings: ValueMeaning[];
	shown: ImportCheck['values'];
}

/** Gathers the values below the headings; what was settled before stays settled. Yields now and then. */
export function* findValues(
	rows: readonly string[][],
	facts: BoardFacts,
	choices: ImportChoices
): Generator<void, FoundValues> {
	const counts = new Map<string, { kind: ValueKind; value: string; count: number }>();
	const kinds = kindsOf(choices);
	for (let i = choices.headerRow; i < rows.length; i++) {
		if (i % 500 === 0) yield;
		for (const { kind, column } of kinds) {
			const cell = cellAt(rows[i], column).trim();
			if (cell === '') continue;
			for (const value of choices.shape === 'plan' ? splitResources(cell) : [cell]) {
				const key = `${kind} ${nameKey(value)}`;
				const known = counts.get(key);
				if (known) known.count++;
				else counts.set(key, { kind, value, count: 1 });
			}
		}
	}
	const settled = indexOf(choices.values);
	const found = [...counts].map(([key, one]) => {
		const chosen = settled.get(key);
		const isGuess = chosen === undefined || !isPossible(one.kind, chosen, facts);
		return {
			...one,
			isGuess,
			to: isGuess ? guessMeaning(one.kind, one.value, facts, choices) : chosen
		};
	});
	found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
	return {
		meanings: found.map(({ kind, value, to }) => ({ kind, value, to })),
		shown: found
			.slice(0, SHOWN)
			.map(({ kind, value, count, isGuess }) => ({ kind, value, count, isGuess }))
	};
}

function kindsOf(choices: ImportChoices): { kind: ValueKind; column: number }[] {
	const from = (kind: ValueKind, target: string): { kind: ValueKind; column: number }[] =>
		columnsOf(choices, target).map((column) => ({ kind, column }));
	if (choices.shape === 'plan') return from('person', 'resource');
	if (choices.shape === 'own') return [];
	return [
		...from('stage', 'stage'),
		...from('person', 'lead'),
		...from('contentType', 'contentType'),
		...from('priority', 'priority')
	];
}

function isPossible(kind: ValueKind, to: string, facts: BoardFacts): boolean {
	if (to === '') return true;
	if (kind === 'stage') return facts.stages.some((stage) => stage.id === to);
	if (kind === 'person') return to === OPEN_ROLE || facts.people.some((person) => person.id === to);
	return projects.fields[kind].check(to) === null;
}

function guessMeaning(
	kind: ValueKind,
	value: string,
	facts: BoardFacts,
	choices: ImportChoices
): string {
	const key = nameKey(value);
	if (kind === 'person')
		return facts.personOf.get(key) ?? (choices.shape === 'plan' ? OPEN_ROLE : '');
	if (kind === 'stage') return guessStage(key, facts);
	const options = projects.fields[kind].options ?? [];
	const exact = options.find((one) => nameKey(one.label) === key || one.value === key);
	return (exact ?? options.find((one) => wordsFor[one.value]?.test(key)))?.value ?? '';
}

function guessStage(key: string, { stages }: BoardFacts): string {
	const exact = stages.find((stage) => nameKey(stage.name) === key);
	if (exact) return exact.id;
	const words = stageWords.find(([, pattern]) => pattern.test(key))?.[0];
	const alike = (name: string): boolean =>
		nameKey(name).includes(key) ||
		key.includes(nameKey(name)) ||
		(words?.test(nameKey(name)) ?? false);
	return stages.find((stage) => alike(stage.name))?.id ?? '';
}

/** Words of other trackers for stages like ours: what ours is called, what theirs is. */
const stageWords: [ours: RegExp, theirs: RegExp][] = [
	[/request/, /request|idea|backlog|intake|new|to ?do|not started|proposed/],
	[/scope|plan/, /scop|plan|analysis|discovery|kick/],
	[/design/, /design|storyboard|script/],
	[/build/, /build|develop|production|in progress|doing|author/],
	[/review|sign/, /review|sign|qa|test|pilot|approv/],
	[/launch/, /launch|deploy|publish|roll ?out|ready/],
	[/measure/, /measure|evaluat|done|complete|closed|live|maintain/]
];

const wordsFor: Record<string, RegExp> = {
	course: /course|e-?learning|module|scorm|wbt|elearning/,
	video: /video|film|podcast|animation/,
	workshop: /workshop|ilt|vilt|class|webinar|instructor|face/,
	jobaid: /job ?aid|guide|checklist|quick|infographic|pdf/,
	simulation: /simulat|scenario|game/,
	curriculum: /curricul|programme|program|path|blend/,
	expedite: /expedite|urgent|critical|highest|asap/,
	fixed: /fixed|date|deadline|high/,
	standard: /standard|normal|medium|default/,
	someday: /someday|low|room|later|lowest/
};
