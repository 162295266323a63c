// The rows of the timeline as values: a row a person with their bars in lanes, then a row an open role. Kept up to date
// change by change; only rows that a change touches are stacked again.

import { dayNumber, spanDays } from '#lib/domain/days.ts';
import { compareBars, stackLanes } from '#lib/chart/lanes.ts';
import type { BoardReader, CollectionName, EntityIn } from '#lib/model/board.ts';
import { activePeople, bookingOf } from '#lib/model/team-load.ts';
import { passesWho } from './timeline-view.ts';

type Touched = ReadonlyMap<CollectionName, ReadonlySet<string>>;

/** A booking on its row: first and last day number. */
export interface Bar {
	readonly id: string;
	readonly from: number;
	readonly to: number;
	readonly lane: number;
}

export interface Row {
	/** Person id, or `role:` and the role's name. */
	readonly key: string;
	/** Empty on an open role's row. */
	readonly person: string;
	readonly role: string;
	readonly name: string;
	/** In drawing order. */
	readonly bars: readonly Bar[];
	readonly lanes: number;
}

/** What a booking of nobody is called that names no role. */
const ANYBODY = 'Anybody';
const NO_BARS: readonly Bar[] = [];

export class RowIndex {
	readonly #board: BoardReader;
	#people: EntityIn<'people'>[] = [];
	#keys = new Map<string, string>();
	#rows = new Map<string, Row>();
	#list: readonly Row[] | null = null;

	constructor(board: BoardReader) {
		this.#board = board;
		this.#build();
	}

	/** People by name, then open roles by name; the same array until something changes. */
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
		if (touched.has('people')) {
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
		this.#keys.clear();
		this.#rows.clear();
		this.#list = null;
		const placed = new Map<string, Bar[]>(this.#people.map((person) => [person.id, []]));
		for (const { id } of this.#people) this.#stack(id, []);
		for (const row of this.#board.all('allocations')) this.#place(row, placed);
		for (const [key, bars] of placed) this.#stack(key, bars);
	}

	/** Adds a booking's bar to those of the row it belongs to; returns that row's key, or undefined where it is not drawn. */
	#place(row: EntityIn<'allocations'>, into: Map<string, Bar[]>): string | undefined {
		const span = bookingOf(this.#board, row)?.span;
		if (!span || spanDays(span) === 0) return undefined;
		const key = this.#rows.has(row.person) ? row.person : `role:${row.role || ANYBODY}`;
		this.#keys.set(row.id, key);
		const from = dayNumber(span.from);
		const bar = { id: row.id, from, to: from + spanDays(span) - 1, lane: 0 };
		const bars = into.get(key);
		if (bars) bars.push(bar);
		else into.set(key, [bar]);
		return key;
	}

	/** Makes a row of bars; those that stay where they are stay the same objects. */
	#stack(key: string, bars: Bar[]): void {
		const person = key.startsWith('role:') ? undefined : this.#board.get('people', key);
		if (!person && bars.length === 0) {
			this.#rows.delete(key);
			return;
		}
		bars.sort(compareBars);
		const { lanes, count } = stackLanes(bars);
		for (const [i, bar] of bars.entries())
			if (bar.lane !== lanes[i]) bars[i] = { ...bar, lane: lanes[i]! };
		const role = person ? '' : key.slice('role:'.length);
		this.#rows.set(key, {
			key,
			person: person?.id ?? '',
			role,
			name: person?.name ?? role,
			bars: bars.length > 0 ? bars : NO_BARS,
			lanes: Math.max(1, count)
		});
	}

	#order(): Row[] {
		const roles = [...this.#rows.values()]
			.filter((row) => row.person === '')
			.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.key < b.key ? -1 : 1));
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
