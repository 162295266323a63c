// Columns that are left out although something stands in them are named, so that nothing is lost without a word.
import type { ImportChoices } from '#lib/model/import.ts';
import type { Draft } from './draft.ts';
import { clip } from './plan-rows.ts';
import { cellAt } from './sheet.ts';

/** One note for each such column, at the row of the headings. Yields between columns. */
export function* noteUnusedColumns(
	draft: Draft,
	rows: readonly string[][],
	{ headerRow, columns }: Pick<ImportChoices, 'headerRow' | 'columns'>
): Generator<void, void> {
	const headings = rows[headerRow - 1] ?? [];
	const seen = new Set<string>();
	for (const heading of headings) {
		const name = heading.trim();
		if (name !== '' && seen.has(name))
			draft.note(
				headerRow,
				'same-heading',
				`Two columns are called “${clip(name)}”.`,
				'Each is taken for what it is mapped to.'
			);
		seen.add(name);
	}
	for (const [column, target] of columns.entries()) {
		if (target !== '') continue;
		yield;
		const filled = countFilled(rows, headerRow, column);
		if (filled === 0) continue;
		const name = clip(cellAt(headings, column)) || `column ${column + 1}`;
		draft.note(
			headerRow,
			'column-unused',
			`“${name}” holds ${filled} values and is not imported.`,
			'Map the column to bring it along.'
		);
	}
}

function countFilled(rows: readonly string[][], headerRow: number, column: number): number {
	let filled = 0;
	for (let i = headerRow; i < rows.length; i++) if (cellAt(rows[i], column).trim() !== '') filled++;
	return filled;
}
