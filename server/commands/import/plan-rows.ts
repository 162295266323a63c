// The rows of a plan as tasks and groups: cells read, groups found. A group is a row without anybody, with start and
// finish, whose next named row lies within them. Decides nothing about what becomes of them.
import { spanFault, type Day } from '#lib/domain/days.ts';
import type { ImportChoices } from '#lib/model/import.ts';
import { readDate, type DateReading } from './date-cells.ts';
import type { Draft } from './draft.ts';
import { splitResources } from './resources.ts';
import { cellAt, isBlank } from './sheet.ts';

export interface PlanRow {
	row: number;
	name: string;
	start: Day | null;
	finish: Day | null;
	startCell: string;
	reading: DateReading | null;
	duration: string;
	resources: string[];
	/** Whole percent; null where the file says nothing. */
	percentDone: number | null;
	notes: string;
	isGroup: boolean;
}

/** Columns of each target, in order. */
export function columnsOf(choices: ImportChoices, target: string): number[] {
	return choices.columns.flatMap((one, column) => (one === target ? [column] : []));
}

/** Named rows below the headings that can be read; the others get their remark. Yields now and then. */
export function* readPlanRows(
	rows: readonly string[][],
	choices: ImportChoices,
	draft: Draft
): Generator<void, PlanRow[]> {
	const found: PlanRow[] = [];
	for (let i = choices.headerRow; i < rows.length; i++) {
		if (i % 200 === 0) yield;
		const cells = rows[i]!;
		if (isBlank(cells)) continue;
		const read = readPlanRow(cells, i + 1, choices, draft);
		if (read) found.push(read);
	}
	for (const [i, row] of found.entries()) row.isGroup = isGroup(row, found[i + 1]);
	return found;
}

function readPlanRow(
	cells: string[],
	row: number,
	choices: ImportChoices,
	draft: Draft
): PlanRow | undefined {
	const text = (target: string): string => cellAt(cells, columnsOf(choices, target)[0] ?? -1);
	const name = text('name').replace(/\s+/g, ' ').trim();
	if (name === '') {
		draft.warn(row, 'no-name', 'The row has no name.', 'It is left out.');
		return undefined;
	}
	const startCell = text('start');
	const finishCell = text('finish');
	const start = readDate(startCell, choices.dateOrder);
	const finish = readDate(finishCell, choices.dateOrder);
	const badCell = start === undefined ? startCell : finish === undefined ? finishCell : undefined;
	if (badCell !== undefined) {
		draft.refuse(
			row,
			'no-date',
			`“${clip(badCell)}” is not a date in the order chosen (${choices.dateOrder.toUpperCase()}).`
		);
		return undefined;
	}
	const fault = start && finish ? spanFault({ from: start.day, to: finish.day }) : null;
	if (fault !== null) {
		const isInverted = finish!.day < start!.day;
		draft.refuse(row, isInverted ? 'ends-before-start' : 'too-long', `It ${fault}.`);
		return undefined;
	}
	const percent = /^(\d{1,3})(?:\.\d+)?\s*%?$/.exec(text('complete').trim())?.[1];
	return {
		...{ row, name, startCell, isGroup: false },
		start: start?.day ?? null,
		finish: finish?.day ?? null,
		reading: [start, finish].find((one) => one?.settledBy || one?.wrongWeekday) ?? null,
		duration: text('duration').trim(),
		resources: [
			...new Set(
				columnsOf(choices, 'resource').flatMap((column) => splitResources(cellAt(cells, column)))
			)
		],
		percentDone: percent === undefined ? null : Number(percent),
		notes: columnsOf(choices, 'notes')
			.map((column) => cellAt(cells, column).trim())
			.filter(Boolean)
			.join('\n')
	};
}

function isGroup(row: PlanRow, next: PlanRow | undefined): boolean {
	if (row.resources.length > 0 || !row.start || !row.finish) return false;
	const first = next?.start ?? next?.finish;
	const last = next?.finish ?? next?.start;
	return Boolean(first && last && first >= row.start && last <= row.finish);
}

/** A cell as it is quoted in a remark. */
export function clip(cell: string): string {
	const line = cell.replace(/\s+/g, ' ').trim();
	return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
