// What somebody chose for an import, as it comes over HTTP, and the guess it starts from.
import * as v from 'valibot';
import type { Day } from '#lib/domain/days.ts';
import {
	dateOrders,
	importLimits,
	importShapes,
	planTargets,
	projectTargets,
	repeatableTargets,
	valueKinds,
	type DateOrder,
	type ImportChoices,
	type ImportShape
} from '#lib/model/import.ts';
import { guessRegion, type BoardFacts } from './board-facts.ts';
import { readDate, fitDates, guessOrder } from './date-cells.ts';
import { guessColumns, guessHeaderRow, guessShape } from './headings.ts';
import { columnsOf, readPlanRows } from './plan-rows.ts';
import { Draft } from './draft.ts';
import { cellAt, isBlank, type ReadFile } from './sheet.ts';
import { day } from '../input.ts';

const keysOf = <T extends object>(words: T) => Object.keys(words) as (keyof T & string)[];
const short = v.pipe(v.string(), v.maxLength(200, 'At most 200 characters.'));

export const choicesSchema = v.object({
	shape: v.picklist(keysOf(importShapes), 'Choose what the file is.'),
	sheet: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)),
	headerRow: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(importLimits.rows)),
	columns: v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(importLimits.columns)),
	dateOrder: v.picklist(keysOf(dateOrders), 'Choose how dates are written.'),
	region: v.pipe(v.string(), v.maxLength(12)),
	values: v.pipe(
		v.array(
			v.object({
				kind: v.picklist(keysOf(valueKinds)),
				value: v.pipe(v.string(), v.maxLength(400)),
				to: v.pipe(v.string(), v.regex(/^[0-9a-z_-]{0,40}$/, 'That is not on the board.'))
			})
		),
		v.maxLength(2_000, 'Too many values are mapped.')
	),
	title: short,
	stage: v.pipe(v.string(), v.regex(/^[0-9a-z_-]{0,40}$/, 'Choose a stage.')),
	launch: v.union([v.literal(''), day('The launch')]),
	minutesPerWeek: v.nullable(
		v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 24 * 60, 'A week has 168 hours.'))
	)
});

/** The guess for a file nobody has said anything about yet. */
export function guessChoices(file: ReadFile, facts: BoardFacts, fileName: string): ImportChoices {
	const sheet = Math.max(
		0,
		file.sheets.findIndex(({ rows }) => rows.some((row) => !isBlank(row)))
	);
	const rows = file.sheets[sheet]?.rows ?? [];
	const headerRow = guessHeaderRow(rows);
	const shape = guessShape(file.sheets, rows[headerRow - 1] ?? []);
	return guessRest(file, facts, fileName, { shape, sheet, headerRow });
}

/** Guesses everything that follows from the shape, the sheet and the headings. */
export function guessRest(
	file: ReadFile,
	facts: BoardFacts,
	fileName: string,
	given: { shape: ImportShape; sheet: number; headerRow: number }
): ImportChoices {
	const rows = file.sheets[given.sheet]?.rows ?? [];
	const columns = guessColumns(rows[given.headerRow - 1] ?? [], given.shape);
	const region = guessRegion(facts.rows);
	const choices: ImportChoices = {
		...given,
		...{ columns, region, values: [], minutesPerWeek: null },
		...{ dateOrder: 'dmy', title: guessTitle(rows, given.headerRow, fileName) },
		...{ stage: facts.stages[0]?.id ?? '', launch: '' }
	};
	choices.dateOrder = guessOrder(fitOf(rows, choices), region);
	if (given.shape === 'plan') choices.launch = guessLaunch(rows, choices) ?? '';
	return choices;
}

const DATE_TARGETS = ['start', 'finish', 'launch'];
const SAMPLE_ROWS = 3_000;

function* dateCells(
	rows: ReadFile['sheets'][number]['rows'],
	choices: ImportChoices
): Generator<string> {
	const columns = DATE_TARGETS.flatMap((target) => columnsOf(choices, target));
	for (const row of rows.slice(choices.headerRow, choices.headerRow + SAMPLE_ROWS))
		for (const column of columns) {
			const cell = cellAt(row, column);
			if (cell.trim() !== '') yield cell;
		}
}

/** How many of the first date cells fit each order. */
export function fitOf(
	rows: readonly string[][],
	choices: ImportChoices
): Record<DateOrder, number> {
	return fitDates(dateCells(rows as string[][], choices));
}

/** The first cell in which day and month could be mistaken for each other, else the first date. */
export function findExample(
	rows: readonly string[][],
	choices: ImportChoices
): { cell: string; day: Day } | null {
	let first: { cell: string; day: Day } | null = null;
	for (const cell of dateCells(rows as string[][], choices)) {
		const read = readDate(cell, choices.dateOrder);
		if (!read) continue;
		first ??= { cell, day: read.day };
		const other = readDate(cell, choices.dateOrder === 'mdy' ? 'dmy' : 'mdy');
		if (other && other.day !== read.day) return { cell, day: read.day };
	}
	return first;
}

/** The latest day of a row about a launch that books nobody. */
function guessLaunch(rows: readonly string[][], choices: ImportChoices): Day | undefined {
	const about = /launch|go[ -]?live|release|deadline|publish/i;
	const steps = readPlanRows(rows.slice(0, choices.headerRow + SAMPLE_ROWS), choices, new Draft());
	for (;;) {
		const { done, value } = steps.next();
		if (!done) continue;
		return value
			.filter((row) => row.resources.length === 0 && about.test(row.name))
			.flatMap((row) => row.finish ?? row.start ?? [])
			.sort()
			.at(-1);
	}
}

/** A title above the headings that is no placeholder, else the file's name. */
function guessTitle(rows: readonly string[][], headerRow: number, fileName: string): string {
	for (const row of rows.slice(0, headerRow - 1)) {
		const filled = row.map((cell) => cell.trim()).filter(Boolean);
		const [first = ''] = filled;
		if (/^\p{L}.{2,120}$/u.test(first) && filled.length <= 3) return first;
	}
	const name =
		fileName
			.replace(/\.[a-z]{2,5}$/i, '')
			.replace(/[-_]+/g, ' ')
			.trim() || 'Imported plan';
	return (name[0]!.toUpperCase() + name.slice(1)).slice(0, 200);
}

/** Why these choices cannot be carried out; '' when they can. */
export function findObstacle(choices: ImportChoices, facts: BoardFacts): string {
	const { shape, columns } = choices;
	if (shape === 'own') return '';
	const targets: Record<string, string> = shape === 'plan' ? planTargets : projectTargets;
	const wrong = columns.find((target) => !Object.hasOwn(targets, target));
	if (wrong !== undefined) return `A column cannot mean “${wrong}”.`;
	const twice = columns.find(
		(target, i) => !repeatableTargets.includes(target) && columns.indexOf(target) !== i
	);
	if (twice !== undefined) return `Two columns are mapped to ${targets[twice]}. Keep one of them.`;
	const needed = shape === 'plan' ? 'name' : 'title';
	if (!columns.includes(needed))
		return `Say which column is the ${targets[needed]!.toLowerCase()}.`;
	if (shape === 'plan' && choices.title.trim() === '') return 'Give the project a name.';
	if (choices.stage !== '' && !facts.stages.some((stage) => stage.id === choices.stage))
		return 'That stage is not on this board any more. Choose another.';
	return facts.stages.length === 0
		? 'Add a stage to the board first: projects stand in stages.'
		: '';
}
