// Which row a booking stands on: of its person or open role, of its project, or of the person within the project. Pure.

import type { BoardReader, EntityIn } from '#lib/model/board.ts';

export const ROW_KINDS = ['people', 'projects', 'project-people'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** What a row is of, before its bars. */
export interface RowSeed {
	/** Person id, or `role:` and the role's name; with a project, the project's id before it. */
	readonly key: string;
	/** Empty on an open role's row and on a project's. */
	readonly person: string;
	readonly role: string;
	/** Empty where the row holds work of any project. */
	readonly project: string;
	readonly name: string;
}

/** What a booking of nobody is called that names no role. */
const ANYBODY = 'Anybody';
/** What bookings without a project stand under. */
const NO_PROJECT = 'Non-project work';

export function seedOfPerson({ id, name }: EntityIn<'people'>): RowSeed {
	return { key: id, person: id, role: '', project: '', name };
}

function seedOfRole(role: string): RowSeed {
	return { key: `role:${role}`, person: '', role, project: '', name: role };
}

export function seedOfProject(board: BoardReader, project: string): RowSeed {
	const name = board.get('projects', project)?.title ?? NO_PROJECT;
	return { key: `project:${project}`, person: '', role: '', project, name };
}

/** The row a booking stands on; `isHere` tells who has a row of their own. */
export function seedOf(
	board: BoardReader,
	kind: RowKind,
	row: EntityIn<'allocations'>,
	isHere: (person: string) => boolean
): RowSeed {
	const person = isHere(row.person) ? board.get('people', row.person) : undefined;
	const who = person ? seedOfPerson(person) : seedOfRole(row.role || ANYBODY);
	if (kind === 'people') return who;
	const { project } = row;
	if (kind === 'project-people') return { ...who, key: `${project} ${who.key}`, project };
	return seedOfProject(board, project);
}
