// Reads a changelog of issues: one row a status change, an issue without changes as one row with empty status columns.
// Refuses what it cannot read with the line and the column; never guesses a date or a category.
import Papa from 'papaparse';
import { isDay } from '#lib/domain/days.ts';
import type { Entry, Phase } from '#lib/domain/flow.ts';

export interface Issue {
	id: string;
	createdAt: number;
	/** From its making on, in the order they happened. */
	entries: Entry[];
}

const COLUMNS = {
	issue: 'issue_id',
	created: 'issue_created_date',
	change: 'changelog_id',
	from: 'status_from_category_name',
	to: 'status_to_category_name',
	at: 'status_change_date'
} as const;

const PHASES: Readonly<Record<string, Phase>> = {
	'to do': 'open',
	'in progress': 'doing',
	done: 'done'
};

/** Day, time and zone; a day alone is its midnight. */
const INSTANT =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/;

interface Change {
	key: string;
	at: number;
	from: Phase;
	to: Phase;
}

/** The file is not a changelog that can be read; the message says where and what to do. */
export class UnreadableFile extends Error {
	constructor(message: string) {
		super(message);
		// The runner prints the stack; where this was thrown helps nobody whose file it is.
		this.stack = message;
	}
}

/** Issues by id. Rows may come in any order; a change written twice counts once. Throws UnreadableFile. */
export function parseChangelog(text: string): Issue[] {
	const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
		skipEmptyLines: 'greedy'
	});
	const broken = errors.find((error) => error.type === 'Quotes');
	if (broken)
		throw new UnreadableFile(
			`Row ${(broken.row ?? 0) + 1}: ${broken.message}. Close every quoted cell.`
		);
	const [head = [], ...rows] = data;
	const places = findColumns(head.map((title) => title.trim().toLowerCase()));
	if (rows.length === 0)
		throw new UnreadableFile('The file has a heading and no rows. Export at least one issue.');
	const created = new Map<string, number>();
	const changes = new Map<string, Map<string, Change>>();
	for (const [i, cells] of rows.entries()) {
		const row = new Row(cells, places, i + 2, head.length);
		const id = row.text('issue');
		const madeAt = row.instant('created');
		created.set(id, Math.min(created.get(id) ?? Infinity, madeAt));
		const own = changes.get(id) ?? new Map<string, Change>();
		changes.set(id, own);
		const change = row.change();
		if (change) own.set(change.key, change);
	}
	return [...created]
		.map(([id, madeAt]) => toIssue(id, madeAt, [...changes.get(id)!.values()]))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function findColumns(titles: string[]): Record<keyof typeof COLUMNS, number> {
	const places = Object.entries(COLUMNS).map(([key, title]) => [key, titles.indexOf(title)]);
	const missing = places.filter(([, place]) => place === -1).map(([key]) => key as never);
	if (missing.length > 0)
		throw new UnreadableFile(
			`Missing columns: ${missing.map((key) => COLUMNS[key]).join(', ')}. The first line must name them, separated by commas.`
		);
	return Object.fromEntries(places) as Record<keyof typeof COLUMNS, number>;
}

class Row {
	readonly #cells: string[];
	readonly #places: Record<keyof typeof COLUMNS, number>;
	readonly #number: number;

	constructor(
		cells: string[],
		places: Record<keyof typeof COLUMNS, number>,
		number: number,
		width: number
	) {
		this.#cells = cells;
		this.#places = places;
		this.#number = number;
		if (cells.length !== width)
			throw new UnreadableFile(
				`Row ${number} has ${cells.length} cells, the heading has ${width}. Quote cells that contain commas.`
			);
	}

	/** Undefined for the row of an issue that never changed. */
	change(): Change | undefined {
		if (this.#find('at') === '' && this.#find('to') === '') return undefined;
		const at = this.instant('at');
		const [from, to] = [this.#phase('from'), this.#phase('to')];
		return { key: this.#find('change') || `${at} ${from} ${to}`, at, from, to };
	}

	text(key: keyof typeof COLUMNS): string {
		return this.#find(key) || this.#refuse(key, 'is empty');
	}

	/** Milliseconds since 1970; a time without a zone is UTC. */
	instant(key: keyof typeof COLUMNS): number {
		const text = this.#find(key);
		const [, day = '', time = '00:00', zone = 'Z'] = INSTANT.exec(text) ?? [];
		const at = Date.parse(`${day}T${time}${zone.replace(/^(...)(\d\d)$/, '$1:$2')}`);
		return isDay(day) && !Number.isNaN(at)
			? at
			: this.#refuse(key, `"${text}" is not a date like 2026-03-31T09:15:00+00:00`);
	}

	#phase(key: 'from' | 'to'): Phase {
		const text = this.#find(key);
		return (
			PHASES[text.toLowerCase()] ??
			this.#refuse(key, `"${text}" is none of To Do, In Progress, Done`)
		);
	}

	#find(key: keyof typeof COLUMNS): string {
		return this.#cells[this.#places[key]]!.trim();
	}

	#refuse(key: keyof typeof COLUMNS, what: string): never {
		throw new UnreadableFile(`Row ${this.#number}, ${COLUMNS[key]}: ${what}.`);
	}
}

function toIssue(id: string, madeAt: number, changes: Change[]): Issue {
	changes.sort((a, b) => a.at - b.at || compareKeys(a.key, b.key));
	const first = changes[0];
	// An issue is not made after it changed, whatever an import stamped on it.
	const createdAt = Math.min(madeAt, first?.at ?? Infinity);
	const made: Entry = { at: createdAt, phase: first?.from ?? 'open' };
	return { id, createdAt, entries: [made, ...changes.map(({ at, to }) => ({ at, phase: to }))] };
}

/** Ids of changes count up; numbers in their own order. */
const compareKeys = (a: string, b: string): number =>
	Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0);
