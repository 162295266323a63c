// The rows of the timeline as values: a row a person with their bars in lanes, then a row an open role; or a row a
// project. Kept up to date change by change; only rows that a change touches are stacked again.

import { dayNumber, spanDays } from '#lib/domain/days.ts';
import { compareBars, stackLanes } from '#lib/chart/lanes.ts';
import type { BoardReader, CollectionName, EntityIn } from '#lib/model/board.ts';
import { activePeople, countsWith } from '#lib/model/team-load.ts';
import { seedOf, seedOfPerson, seedOfProject, type RowKind, type RowSeed } from './row-seed.ts';
import { passesWho } from './timeline-view.ts';

type Touched = ReadonlyMap<CollectionName, ReadonlySet<string>>;

/** A booking on its row: first and last day number. */
export interface Bar {
	readonly id: string;
	readonly from: number;
	readonly to: number;
	readonly lane: number;
}

export interface Row extends RowSeed {
	/** In drawing order. */
	readonly bars: readonly Bar[];
	readonly lanes: number;
}

const NO_BARS: readonly Bar[] = [];
const NAMES = new Intl.Collator('en');

export class RowIndex {
	readonly #board: BoardReader;
	readonly #kind: RowKind;
	#seeds = new Map<string, RowSeed>();
	#people: EntityIn<'people'>[] = [];
	#keys = new Map<string, string>();
	#rows = new Map<string, Row>();
	#list: readonly Row[] | null = null;
	/** Who is on the board and active: everybody else counts as nobody. */
	readonly #isHere = (person: string): boolean => this.#active.has(person);
	#active = new Set<string>();

	constructor(board: BoardReader, kind: RowKind = 'people') {
		this.#board = board;
		this.#kind = kind;
		this.#build();
	}

	/** By name, people before open roles; the same array until something changes. */
	get rows(): readonly Row[] {
		this.#list ??= this.#order();
		return this.#list;
	}

	/** The row a booking stands on; undefined where it is not drawn. */
	rowOf(id: string): Row | undefined {
		const key = this.#keys.get(id);
		return key === undefined ? undefined : this.#rows.get(key);
	}

	findRow(key: string): Row | undefined {
		return this.#rows.get(key);
	}

	/** Follows a change of the board; false when no row differs. */
	refresh(touched: Touched): boolean {
		if (touched.has('people') || (this.#kind !== 'people' && touched.has('projects'))) {
			this.#build();
			return true;
		}
		const ids = new Set(touched.get('allocations'));
		for (const [collection, field] of [
			['projects', 'project'],
			['modules', 'module'],
			['tasks', 'task']
		] as const)
			for (const id of touched.get(collection) ?? [])
				for (const row of this.#board.where('allocations', field, id)) ids.add(row.id);
		const dirty = new Set<string>();
		const placed = new Map<string, Bar[]>();
		for (const id of ids) {
			const before = this.#keys.get(id);
			if (before !== undefined) dirty.add(before);
			this.#keys.delete(id);
			const row = this.#board.get('allocations', id);
			const key = row && this.#place(row, placed);
			if (key !== undefined) dirty.add(key);
		}
		for (const key of dirty) {
			const kept = (this.#rows.get(key)?.bars ?? NO_BARS).filter((bar) => !ids.has(bar.id));
			this.#stack(key, [...kept, ...(placed.get(key) ?? NO_BARS)]);
		}
		if (dirty.size > 0) this.#list = null;
		return dirty.size > 0;
	}

	#build(): void {
		this.#people = activePeople(this.#board);
		this.#active = new Set(this.#people.map(({ id }) => id));
		this.#keys.clear();
		this.#rows.clear();
		this.#list = null;
		this.#seeds = new Map(this.#people.map((person) => [person.id, seedOfPerson(person)]));
		const placed = new Map<string, Bar[]>();
		if (this.#kind === 'people') for (const { id } of this.#people) placed.set(id, []);
		if (this.#kind === 'projects')
			for (const project of this.#board.all('projects')) {
				if (project.archived) continue;
				const seed = seedOfProject(this.#board, project.id);
				this.#seeds.set(seed.key, seed);
				placed.set(seed.key, []);
			}
		for (const row of this.#board.all('allocations')) this.#place(row, placed);
		for (const [key, bars] of placed) this.#stack(key, bars);
	}

	/** Adds a booking's bar to those of the row it belongs to; returns that row's key, or undefined where it is not drawn. */
	#place(row: EntityIn<'allocations'>, into: Map<string, Bar[]>): string | undefined {
		const { span } = row;
		const days = span && countsWith(this.#board, row) ? spanDays(span) : 0;
		if (!span || days === 0) return undefined;
		const key = this.#seat(row);
		this.#keys.set(row.id, key);
		const from = dayNumber(span.from);
		const bar = { id: row.id, from, to: from + days - 1, lane: 0 };
		const bars = into.get(key);
		if (bars) bars.push(bar);
		else into.set(key, [bar]);
		return key;
	}

	/** The key of the row a booking stands on; most stand on a person's, which is there already. */
	#seat(row: EntityIn<'allocations'>): string {
		if (this.#kind === 'people' && this.#isHere(row.person)) return row.person;
		const seed = seedOf(this.#board, this.#kind, row, this.#isHere);
		if (!this.#seeds.has(seed.key)) this.#seeds.set(seed.key, seed);
		return seed.key;
	}

	/** Makes a row of bars; those that stay where they are stay the same objects. */
	#stack(key: string, bars: Bar[]): void {
		const seed = this.#seeds.get(key);
		const isLive = this.#board.get('projects', seed?.project ?? '')?.archived === false;
		const isKept =
			this.#kind === 'people' ? seed?.person !== '' : this.#kind === 'projects' && isLive;
		if (!seed || (!isKept && bars.length === 0)) {
			this.#rows.delete(key);
			return;
		}
		bars.sort(compareBars);
		const { lanes, count } = stackLanes(bars);
		for (const [i, bar] of bars.entries())
			if (bar.lane !== lanes[i]) bars[i] = { ...bar, lane: lanes[i]! };
		this.#rows.set(key, {
			...seed,
			bars: bars.length > 0 ? bars : NO_BARS,
			lanes: Math.max(1, count)
		});
	}

	#order(): Row[] {
		const byName = (a: Row, b: Row): number =>
			NAMES.compare(a.name, b.name) || (a.key < b.key ? -1 : 1);
		if (this.#kind !== 'people') return [...this.#rows.values()].sort(byName);
		const roles = [...this.#rows.values()].filter((row) => row.person === '').sort(byName);
		return [...this.#people.map((person) => this.#rows.get(person.id)!), ...roles];
	}
}

/** Rows whose person or work the words name. */
export function filterRows(board: BoardReader, rows: readonly Row[], words: string): Row[] {
	return rows.filter((row) => {
		const projects = new Set(row.bars.map((bar) => board.get('allocations', bar.id)?.project));
		const titles = [...projects].map((id) => board.get('projects', id ?? '')?.title ?? '');
		return passesWho(words, [row.name, board.get('people', row.person)?.title ?? '', ...titles]);
	});
}
