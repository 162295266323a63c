// A JSON export as sheets, one a collection: the same cells as its CSV and XLSX, so that one reader serves all three.
import { collectionNames, entityOf } from '#lib/model/board.ts';
import { formatCells } from '#lib/model/cells.ts';
import { isPlainObject } from '#lib/model/value.ts';
import { headingsOf, NOT_A_VALUE } from './own-headings.ts';
import type { Sheet } from './sheet.ts';

/** The collections of an export, or undefined when the text is none. Throws what JSON.parse throws. */
export function readBoardJson(text: string): Sheet[] | undefined {
	const parsed: unknown = JSON.parse(text);
	if (!isPlainObject(parsed)) return undefined;
	const inner = ['collections', 'rows', 'board'].find(
		(key) =>
			isPlainObject(parsed[key]) &&
			collectionNames.some((name) => Object.hasOwn(parsed[key] as object, name))
	);
	const source = inner ? (parsed[inner] as Record<string, unknown>) : parsed;
	const sheets = collectionNames.flatMap((name) =>
		Object.hasOwn(source, name) ? [sheetOf(name, source[name])] : []
	);
	return sheets.length > 0 ? sheets : undefined;
}

function sheetOf(name: (typeof collectionNames)[number], given: unknown): Sheet {
	const { fields, order, plural } = entityOf(name);
	const records = Array.isArray(given)
		? given
		: isPlainObject(given)
			? Object.entries(given).map(([id, row]) => ({ id, ...(row as object) }))
			: [];
	const rows = records.map((record: unknown) => {
		if (!isPlainObject(record)) return [''];
		const cells = [typeof record.id === 'string' ? record.id : ''];
		for (const field of order) {
			const { empty, check } = fields[field]!;
			const value = Object.hasOwn(record, field) ? record[field] : empty;
			const width = fields[field]!.headings.length;
			// What the field refuses is handed on as a cell that it refuses too.
			if (check(value) === null) cells.push(...formatCells(fields[field]!, value));
			else
				cells.push(
					...Array<string>(width).fill(`${NOT_A_VALUE}${JSON.stringify(value).slice(0, 80)}`)
				);
		}
		return cells;
	});
	return { name: plural, rows: [headingsOf(name), ...rows] };
}
