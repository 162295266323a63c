// From the document to the rows that are asked across boards. Follows what transactions touch, whoever made them, so that
// judged edits, set-backs, imports and the server's own writes all count. Knows no storage.
import type { BoardDoc, Touched } from '#lib/doc/board-doc.ts';
import type { EntityIn } from '#lib/model/board.ts';
import { bookingOf } from '#lib/model/team-load.ts';
import { isUnsized } from '#lib/model/unsized.ts';
import {
	noProjectedRows,
	type ProjectedAllocation,
	type ProjectedProject,
	type ProjectedRows,
	type ProjectedStage
} from '../db/projections.ts';

export interface ProjectedChange {
	rows: ProjectedRows;
	/** Whose bookings differ. */
	people: ReadonlySet<string>;
}

type Kind = keyof ProjectedRows;
type Projected = ProjectedAllocation | ProjectedProject | ProjectedStage;

const kinds: readonly Kind[] = ['allocations', 'projects', 'stages'];

/** Every projected row of a board. */
export function projectBoard(board: BoardDoc): ProjectedRows {
	const rows = noProjectedRows();
	for (const kind of kinds)
		for (const { id } of board.all(kind)) put(rows, kind, id, projectRow(board, kind, id));
	return rows;
}

/** Gathers what was touched since the last `take`. */
export class Projector {
	readonly #board: BoardDoc;
	/** As last projected: what stays the same is not written, and whose a booking was is known. */
	readonly #known: ProjectedRows;
	readonly #touched: Record<Kind, Set<string>> = {
		allocations: new Set(),
		projects: new Set(),
		stages: new Set()
	};

	/** `rows` is what storage holds of the board, or is about to; it is kept and written to. */
	constructor(board: BoardDoc, rows: ProjectedRows) {
		this.#board = board;
		this.#known = rows;
		board.subscribe((touched) => this.#follow(touched));
	}

	/** The rows that differ, as the document has them now; undefined when none does. */
	take(): ProjectedChange | undefined {
		const rows = noProjectedRows();
		const people = new Set<string>();
		let count = 0;
		for (const kind of kinds) {
			for (const id of this.#touched[kind]) {
				const before = this.#known[kind].get(id) ?? null;
				const after = projectRow(this.#board, kind, id);
				if (isSame(before, after)) continue;
				count++;
				put(rows, kind, id, after);
				if (after) put(this.#known, kind, id, after);
				else this.#known[kind].delete(id);
				for (const one of [before, after])
					if (one && 'counts' in one && one.counts && one.person !== '') people.add(one.person);
			}
			this.#touched[kind].clear();
		}
		return count > 0 ? { rows, people } : undefined;
	}

	/** Work that was archived or taken away suspends its bookings; a module's effort may size its project. */
	#follow(touched: Touched): void {
		for (const kind of kinds) for (const id of touched.get(kind) ?? []) this.#touched[kind].add(id);
		for (const id of touched.get('modules') ?? []) {
			const module = this.#board.get('modules', id);
			// Without its row nothing tells whose module it was.
			const projects = module ? [module.project] : this.#known.projects.keys();
			for (const project of projects) this.#touched.projects.add(project);
		}
		for (const [collection, field] of [
			['projects', 'project'],
			['modules', 'module'],
			['tasks', 'task']
		] as const)
			for (const id of touched.get(collection) ?? [])
				for (const row of this.#board.where('allocations', field, id))
					this.#touched.allocations.add(row.id);
	}
}

function put(rows: ProjectedRows, kind: Kind, id: string, row: Projected | null): void {
	(rows[kind] as Map<string, Projected | null>).set(id, row);
}

function projectRow(board: BoardDoc, kind: Kind, id: string): Projected | null {
	if (kind === 'allocations') {
		const row = board.get(kind, id);
		return row ? projectAllocation(board, row) : null;
	}
	if (kind === 'projects') {
		const row = board.get(kind, id);
		return row ? projectProject(board, row) : null;
	}
	const row = board.get(kind, id);
	return row ? projectStage(row) : null;
}

function projectAllocation(board: BoardDoc, row: EntityIn<'allocations'>): ProjectedAllocation {
	const { id, person, role, skill, level, project, span, load } = row;
	const { contour, certainty, probabilityBp, kind, archived } = row;
	return {
		...{ id, person, role, skill, level, project },
		...{ from: span?.from ?? null, to: span?.to ?? null },
		...{ loadMode: load?.mode ?? null, loadAmount: load?.amount ?? null },
		...{ contour, certainty, probabilityBp, kind, archived },
		counts: bookingOf(board, row) !== null
	};
}

function projectProject(board: BoardDoc, row: EntityIn<'projects'>): ProjectedProject {
	const { id, title, position, lead, launch, committed } = row;
	const { priority, mandatory, contentType, archived } = row;
	return {
		...{ id, title, stage: position?.stage ?? '', lead, launch, committed },
		effortMinutes: sizeOf(board, row),
		...{ unsized: isUnsized(board, row), priority, mandatory, contentType, archived }
	};
}

/** Largest number of an int4 column. */
const MOST_MINUTES = 2_147_483_647;

/** The effort of its own, else that of all its modules; null while any is unknown. */
function sizeOf(board: BoardDoc, project: EntityIn<'projects'>): number | null {
	if (project.effortMinutes !== null || isUnsized(board, project)) return project.effortMinutes;
	const sum = [...board.where('modules', 'project', project.id)]
		.filter((module) => !module.archived)
		.reduce((total, module) => total + (module.effortMinutes ?? 0), 0);
	// A row that storage refuses would close the board.
	return Math.min(sum, MOST_MINUTES);
}

const projectStage = ({ id, name, phase, rank, archived }: EntityIn<'stages'>): ProjectedStage => ({
	...{ id, name, phase, rank, archived }
});

function isSame(a: Projected | null, b: Projected | null): boolean {
	if (a === null || b === null) return a === b;
	const [one, other] = [a, b] as unknown as Record<string, unknown>[];
	return Object.keys(one!).every((key) => one![key] === other![key]);
}
