// A board built anew from what `export.json` answered: the oracle for what screens show in the end.
import {
	collectionNames,
	emptyRows,
	makeRow,
	readRows,
	type BoardReader,
	type BoardRows
} from '#lib/model/board.ts';

/** Reads the text of an export. Throws when a collection is missing from it. */
export function rebuildBoard(text: string): BoardReader {
	const exported = JSON.parse(text) as Record<string, { id: string }[] | undefined>;
	const rows = emptyRows();
	for (const name of collectionNames) {
		const list = exported[name];
		if (!list) throw new Error(`The export has no ${name}.`);
		for (const row of list)
			(rows[name] as Map<string, unknown>).set(row.id, makeRow(name, row.id, row as never));
	}
	return readRows(rows as BoardRows);
}
