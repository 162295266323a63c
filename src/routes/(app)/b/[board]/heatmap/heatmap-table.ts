// Rows of cells as a table for spreadsheets: tab-separated for the clipboard, CSV for a file. What a spreadsheet would
// run as a formula is text.

import type { HeatCell } from './heatmap-layout.ts';
import type { Period } from './heatmap-periods.ts';
import type { Unit } from './heatmap-view.ts';

export interface TableRow {
	name: string;
	cells: readonly HeatCell[];
}

/** A line of headings, then a line a row; words where there is no number. */
export function listTable(
	periods: readonly Period[],
	rows: readonly TableRow[],
	what: string,
	unit: Unit
): string[][] {
	return [
		[what, ...periods.map((period) => period.name)],
		...rows.map(({ name, cells }) => [
			/^[=+\-@\t\r]/.test(name) ? `'${name}` : name,
			...cells.map((cell) => wordOf(cell, unit))
		])
	];
}

const wordOf = (cell: HeatCell, unit: Unit): string =>
	cell.percent === null ? cell.words : unit === 'percent' ? `${cell.percent} %` : cell.text;

/** Tab-separated, as a clipboard hands it to a spreadsheet. */
export function writeTsv(table: readonly (readonly string[])[]): string {
	return table
		.map((line) => line.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
		.join('\n');
}

/** Comma-separated, quoted where needed, with the mark by which spreadsheets know UTF-8. */
export function writeCsv(table: readonly (readonly string[])[]): string {
	const quote = (cell: string): string =>
		/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
	return `\ufeff${table.map((line) => line.map(quote).join(',')).join('\r\n')}\r\n`;
}
