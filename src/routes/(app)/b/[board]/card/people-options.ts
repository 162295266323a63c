// The people of a board as choices of a field: active ones by name, with their job title as the remark.

import type { BoardReader } from '#lib/model/board.ts';

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
