// All problems of a board, and of single bookings, kept by person and asked again only where something changed. What the
// list of problems and the marks on bars read.

import type { Day } from '#lib/domain/days.ts';
import type { Problem } from '#lib/domain/problems.ts';
import type { BoardReader, CollectionName, EntityIn } from './board.ts';
import { orphanOf, overloadOf, problemsOfBooking } from './problems.ts';

type Touched = ReadonlyMap<CollectionName, ReadonlySet<string>>;

export class BoardProblems {
	readonly #board: BoardReader;
	readonly #today: Day;
	/** What is wrong with a booking by itself. */
	readonly #own = new Map<string, Problem[]>();
	readonly #overloads = new Map<string, Problem | null>();
	/** Who held a booking when it was last looked at. */
	readonly #holders = new Map<string, string>();

	constructor(board: BoardReader, today: Day) {
		this.#board = board;
		this.#today = today;
	}

	/** Forgets what a change may have made different. */
	refresh(touched: Touched): void {
		if (touched.has('absences')) this.#own.clear();
		if (touched.has('absences') || touched.has('elsewhere')) this.#overloads.clear();
		for (const id of touched.get('allocations') ?? []) {
			this.#own.delete(id);
			this.#overloads.delete(this.#holders.get(id) ?? '');
			this.#overloads.delete(this.#board.get('allocations', id)?.person ?? '');
		}
		for (const field of ['person', 'project', 'module', 'task'] as const)
			for (const id of touched.get(field === 'person' ? 'people' : `${field}s`) ?? []) {
				this.#overloads.delete(id);
				for (const row of this.#board.where('allocations', field, id)) {
					this.#own.delete(row.id);
					this.#overloads.delete(row.person);
				}
			}
	}

	/** The problems a booking has a part in. */
	problemsOf(allocation: string): Problem[] {
		const row = this.#board.get('allocations', allocation);
		if (!row) return [];
		const own = this.#ownOf(row);
		if (row.certainty !== 'confirmed') return own;
		const overload = this.#overloadOf(row.person);
		return overload?.involved.includes(allocation) ? [...own, overload] : own;
	}

	/** Every problem of the board, by rule, then by day. */
	all(): Problem[] {
		const found: Problem[] = [];
		for (const row of this.#board.all('allocations')) {
			this.#holders.set(row.id, row.person);
			found.push(...this.#ownOf(row));
		}
		for (const person of this.#board.all('people')) {
			const overload = this.#overloadOf(person.id);
			if (overload) found.push(overload);
		}
		const last = lastStage(this.#board);
		const at = { last, today: this.#today };
		for (const collection of ['projects', 'modules'] as const)
			for (const card of this.#board.all(collection)) {
				const orphan = orphanOf(this.#board, collection, card, at);
				if (orphan) found.push(orphan);
			}
		const rank = (one: Problem): string =>
			`${one.rule.padStart(4, '0')}/${one.span?.from ?? ''}/${one.key}`;
		return found.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
	}

	#ownOf(row: EntityIn<'allocations'>): Problem[] {
		const known = this.#own.get(row.id);
		if (known) return known;
		const own = problemsOfBooking(this.#board, row, this.#today);
		this.#own.set(row.id, own);
		return own;
	}

	#overloadOf(id: string): Problem | null {
		const known = this.#overloads.get(id);
		if (known !== undefined) return known;
		const person = this.#board.get('people', id);
		const overload = person ? overloadOf(this.#board, person, this.#today) : null;
		this.#overloads.set(id, overload);
		for (const row of this.#board.where('allocations', 'person', id)) this.#holders.set(row.id, id);
		return overload;
	}
}

/** The stage in which work is done; empty on a board without stages. */
export function lastStage(board: BoardReader): string {
	let last: { id: string; rank: string } | undefined;
	for (const stage of board.all('stages'))
		if (!stage.archived && (!last || stage.rank > last.rank)) last = stage;
	return last?.id ?? '';
}
