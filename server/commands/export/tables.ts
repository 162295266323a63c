// A board's collections as tables: headings and cells of every field, rows in order of their ids, so that the same
// board gives the same bytes.
import { entityOf, type BoardRows, type CollectionName } from '#lib/model/board.ts';
import { formatCells } from '#lib/model/cells.ts';
import { ID_HEADING } from '../import/own-headings.ts';
import { escapeFormula } from './cells.ts';
import { escapeWorkbookText } from './workbook-text.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface TableColumn {
	heading: string;
	/** Kind of the field; `id` for the id. */
	kind: string;
}

export function columnsOfTable(collection: CollectionName): TableColumn[] {
	const { fields, order } = entityOf(collection);
	return [
		{ heading: ID_HEADING, kind: 'id' },
		...order.flatMap((name) =>
			fields[name]!.headings.map((heading) => ({ heading, kind: fields[name]!.kind }))
		)
	];
}

export function sortedRows(rows: BoardRows, collection: CollectionName): Row[] {
	const all = [...(rows[collection] as ReadonlyMap<string, unknown>).values()] as Row[];
	return all.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

export function cellsOf(collection: CollectionName, row: Row): string[] {
	const { fields, order } = entityOf(collection);
	return [row.id, ...order.flatMap((name) => formatCells(fields[name]!, row[name]))];
}

const QUOTED = /[",\n\r]|^\s|\s$/;

/** One collection as CSV. Yields now and then. `bom` helps spreadsheets that guess another encoding. */
export function* writeCsv(
	rows: BoardRows,
	collection: CollectionName,
	{ bom }: { bom: boolean }
): Generator<void, string> {
	const line = (cells: readonly string[]): string =>
		`${cells
			.map(escapeFormula)
			.map((cell) => (QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
			.join(',')}\r\n`;
	const lines = [line(columnsOfTable(collection).map((column) => column.heading))];
	for (const [i, row] of sortedRows(rows, collection).entries()) {
		if (i % 200 === 0) yield;
		lines.push(line(cellsOf(collection, row)));
	}
	return (bom ? '\ufeff' : '') + lines.join('');
}

/** A cell of a workbook: numbers as numbers, the rest as text, so that nothing is taken for a formula or a date. */
export function workbookCell(kind: string, cell: string): string | number | null {
	if (cell === '') return null;
	return kind === 'hours' || kind === 'whole' ? Number(cell) : escapeWorkbookText(cell);
}
