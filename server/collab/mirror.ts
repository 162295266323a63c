// Writes what only the server knows into the collections no member may write. Refuses nothing: the rows are storage's.
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import { entityOf, type CollectionName, type EntityIn, type FieldName } from '#lib/model/board.ts';
import { sameValue } from '#lib/model/value.ts';

/**
 * Makes the collection hold exactly these rows, touching only what differs; returns how many fields and records it
 * wrote. Call it inside a transaction of the board. A person who is gone stays, inactive: bookings refer to them.
 * Where `within` is given, rows it refuses are left as they are. Of a field that `secret` names nothing former stays: under
 * a patch a record still holds what it said, so a row whose record says something else is made anew.
 */
export function mirrorRows<C extends CollectionName>(
	board: BoardDoc,
	collection: C,
	rows: Iterable<EntityIn<C>>,
	within: (row: EntityIn<C>) => boolean = () => true,
	secret?: FieldName<C>
): number {
	let writes = 0;
	const wanted = new Set<string>();
	for (const row of rows) {
		wanted.add(row.id);
		const { id, ...fields } = row;
		const before = board.get(collection, id);
		const isTelling = before && secret && tellsFormer(board, collection, row, secret);
		if (isTelling) board.remove(collection, id);
		if (before && !isTelling) writes += writeDifference(board, collection, before, row);
		else {
			board.create(collection, id, fields as Partial<Omit<EntityIn<C>, 'id'>>);
			writes++;
		}
	}
	for (const row of [...board.all(collection)]) {
		if (wanted.has(row.id) || !within(row)) continue;
		if (collection === 'people') {
			const gone = { ...row, active: false, role: 'none' } as EntityIn<C>;
			writes += writeDifference(board, collection, row, gone);
		} else {
			board.remove(collection, row.id);
			writes++;
		}
	}
	return writes;
}

/** Whether the record of a row says something of a field that the row does not say any more. */
function tellsFormer<C extends CollectionName>(
	board: BoardDoc,
	collection: C,
	row: EntityIn<C>,
	field: FieldName<C>
): boolean {
	const told = board.recordValue(collection, row.id, field);
	const { empty } = entityOf(collection).fields[field]!;
	return !sameValue(told, row[field]) && !sameValue(told, empty);
}

function writeDifference<C extends CollectionName>(
	board: BoardDoc,
	collection: C,
	before: EntityIn<C>,
	after: EntityIn<C>
): number {
	let writes = 0;
	for (const field of entityOf(collection).order as FieldName<C>[]) {
		if (sameValue(before[field], after[field])) continue;
		board.write(collection, before.id, field, after[field]);
		writes++;
	}
	return writes;
}
