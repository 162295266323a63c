// The choices of fields that point elsewhere: people by name with their job title as the remark, stages in order.

import type { BoardReader, CollectionName } from '#lib/model/board.ts';
import { stagesOf } from '#lib/policy/stages.ts';

/** A live board as far as options need it: reading `rows` makes the caller follow the collection. */
interface LiveRows {
	readonly doc: BoardReader;
	rows(collection: CollectionName): unknown;
}

export interface PersonOption {
	value: string;
	label: string;
	hint?: string;
}

/** Active people by name; `keep` is listed too, active or not, so that a field can show what it holds. */
export function listPeople(board: BoardReader, keep = ''): PersonOption[] {
	return [...board.all('people')]
		.filter((person) => person.active || person.id === keep)
		.sort((a, b) => a.name.localeCompare(b.name))
		.map(({ id, name, title }) => ({ value: id, label: name, ...(title ? { hint: title } : {}) }));
}

/** The choices of a reference field, with the empty one first. `kept` is listed whatever became of it. */
export function listOptions(live: LiveRows, collection: string, kept: string): PersonOption[] {
	if (collection === 'people') {
		live.rows('people');
		return [{ value: '', label: 'Nobody yet' }, ...listPeople(live.doc, kept)];
	}
	if (collection === 'stages') {
		live.rows('stages');
		const stages = stagesOf(live.doc).map(({ id, name }) => ({ value: id, label: name }));
		return [{ value: '', label: 'Any stage' }, ...stages];
	}
	return [];
}
