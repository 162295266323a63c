// What an import would write, and what it has to say about it. Every value is asked of its field first: a record with
// one that is refused is not drafted, and its row gets an error.
import { entityOf, type CollectionName, type EntityIn } from '#lib/model/board.ts';
import type { Remark } from '#lib/model/import.ts';

export interface DraftRecord {
	collection: CollectionName;
	id: string;
	/** Record number it comes from. */
	row: number;
	/** What the file says: written over what stands on the board. */
	says: Readonly<Record<string, unknown>>;
	/** Taken only when the record is made: the file says nothing about it. */
	first: Readonly<Record<string, unknown>>;
}

type Given<C extends CollectionName> = Partial<Omit<EntityIn<C>, 'id'>>;

export class Draft {
	readonly records: DraftRecord[] = [];
	readonly remarks: Remark[] = [];
	readonly counts: Record<string, number> = {};
	readonly #ids = new Set<string>();

	/** False, with an error at the row, when a value is not of its field's kind or the id came before. */
	put<C extends CollectionName>(
		collection: C,
		id: string,
		row: number,
		says: Given<C>,
		first: Given<C> = {}
	): boolean {
		const { fields, label } = entityOf(collection);
		for (const [name, value] of [...Object.entries(first), ...Object.entries(says)]) {
			const wrong = fields[name]!.check(value);
			if (wrong !== null) return this.refuse(row, 'value', `${label}: ${wrong}.`);
		}
		if (this.#ids.has(`${collection}/${id}`))
			return this.refuse(
				row,
				'twice',
				`The ${label.toLowerCase()} ${id} stands in the file twice.`
			);
		this.#ids.add(`${collection}/${id}`);
		this.records.push({ collection, id, row, says, first });
		return true;
	}

	has(collection: CollectionName, id: string): boolean {
		return this.#ids.has(`${collection}/${id}`);
	}

	count(what: string, by = 1): void {
		this.counts[what] = (this.counts[what] ?? 0) + by;
	}

	/** Leaves the row out and says why. Returns false, so that a caller can hand it on. */
	refuse(row: number, kind: string, text: string): false {
		this.remarks.push({ level: 'error', row, kind, text, done: 'This row is left out.' });
		return false;
	}

	warn(row: number, kind: string, text: string, done: string): void {
		this.remarks.push({ level: 'warning', row, kind, text, done });
	}

	note(row: number, kind: string, text: string, done = 'Nothing was changed.'): void {
		this.remarks.push({ level: 'note', row, kind, text, done });
	}
}
