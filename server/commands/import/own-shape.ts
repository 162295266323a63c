// Plimsoll's own export back to records, ids and all: into an empty board it gives the same board. What the server
// keeps (people, absences, sign-offs) is matched, never made.
import {
	entityOf,
	isCollection,
	memberCollections,
	mirrorCollections,
	type CollectionName
} from '#lib/model/board.ts';
import { parseCells } from '#lib/model/cells.ts';
import type { Field } from '#lib/model/field.ts';
import { isId, type IdPrefix } from '#lib/domain/ids.ts';
import { isPlainObject } from '#lib/model/value.ts';
import { unescapeFormula } from '../export/cells.ts';
import type { BoardFacts } from './board-facts.ts';
import { Draft } from './draft.ts';
import { findCollection, headingsOf, ID_HEADING } from './own-headings.ts';
import { nameKey } from './resources.ts';
import { cellAt, isBlank, type ReadFile } from './sheet.ts';

type Cells = readonly (readonly string[])[];

interface OwnTarget {
	draft: Draft;
	facts: BoardFacts;
	/** Undoes what the export did to cells. */
	plain: (cell: string) => string;
	/** Ids of the file that stand for something else here. */
	renamed: Map<string, string>;
}

/** Drafts every record of the sheets, in an order in which what is referred to comes first. Yields now and then. */
export function* draftOwn(file: ReadFile, facts: BoardFacts): Generator<void, Draft> {
	const draft = new Draft();
	const tables = new Map<CollectionName, Cells>();
	for (const { name, rows } of file.sheets) {
		const collection = findCollection(rows[0] ?? []);
		if (collection) tables.set(collection, rows);
		else if (rows.some((row) => !isBlank(row)))
			draft.note(
				0,
				'sheet-unused',
				`“${name || 'This table'}” is none of Plimsoll's tables.`,
				'It is left out.'
			);
	}
	const plain = file.kind === 'text' ? unescapeFormula : (cell: string): string => cell;
	const own: OwnTarget = { draft, facts, plain, renamed: new Map() };
	matchPeople(own, tables.get('people') ?? []);
	matchStages(own, tables.get('stages') ?? []);
	for (const collection of mirrorCollections) noteMirror(own, collection, tables.get(collection));
	for (const collection of memberCollections)
		yield* draftTable(own, collection, tables.get(collection) ?? []);
	if (tables.size === 0) draft.refuse(0, 'no-rows', "None of Plimsoll's tables is in the file.");
	yield* noteMissing(own);
	return draft;
}

/** Values of one heading by record id. */
function readColumn(table: Cells, heading: string, plain: OwnTarget['plain']): Map<string, string> {
	const at = (table[0] ?? []).indexOf(heading);
	const id = (table[0] ?? []).indexOf(ID_HEADING);
	return new Map(
		table.slice(1).map((row) => [cellAt(row as string[], id), plain(cellAt(row as string[], at))])
	);
}

function matchPeople({ facts, renamed, plain }: OwnTarget, table: Cells): void {
	for (const [id, name] of readColumn(table, 'Name', plain)) {
		const here = facts.rows.people.has(id) ? undefined : facts.personOf.get(nameKey(name));
		if (here !== undefined) renamed.set(id, here);
	}
}

/** A stage of the file that is not here stands for the one of the same name, so that no column appears twice. */
function matchStages({ draft, facts, renamed, plain }: OwnTarget, table: Cells): void {
	for (const [id, name] of readColumn(table, 'Name', plain)) {
		if (facts.rows.stages.has(id)) continue;
		const here = facts.stages.find((stage) => nameKey(stage.name) === nameKey(name));
		if (!here) continue;
		renamed.set(id, here.id);
		draft.count('stagesMatched');
	}
}

/** Nobody works with the stages yet: they take their gates, order and limits from the file. */
const hasNoCards = ({ rows }: BoardFacts): boolean =>
	rows.projects.size === 0 && rows.modules.size === 0;

function noteMirror(
	{ draft, facts, renamed }: OwnTarget,
	collection: CollectionName,
	table?: Cells
): void {
	const count = table ? table.length - 1 : 0;
	if (!table || count <= 0) return;
	const { plural } = entityOf(collection);
	const ids = table.slice(1).map((row) => row[0] ?? '');
	const matched = ids.filter(
		(id) => renamed.has(id) || (facts.rows[collection] as ReadonlyMap<string, unknown>).has(id)
	).length;
	const where =
		collection === 'approvals'
			? 'Sign-offs are recorded on the cards.'
			: collection === 'elsewhere'
				? 'It comes from the other boards.'
				: 'Keep them on the people page.';
	draft.note(
		0,
		`${collection}-not-imported`,
		`${count} ${plural.toLowerCase()} are in the file; ${matched} of them are here.`,
		`None is made. ${where}`
	);
}

function* draftTable(
	own: OwnTarget,
	collection: CollectionName,
	table: Cells
): Generator<void, void> {
	const { draft, renamed, plain } = own;
	const { fields, order, prefix, label } = entityOf(collection);
	const headings = table[0] ?? [];
	const columnOf = new Map(
		headingsOf(collection).map((heading) => [heading, headings.indexOf(heading)])
	);
	const readers = order.map((name) => ({
		name,
		field: fields[name]!,
		columns: fields[name]!.headings.map((heading) => columnOf.get(heading) ?? -1)
	}));
	for (let i = 1; i < table.length; i++) {
		if (i % 50 === 0) yield;
		const cells = table[i] as string[];
		if (isBlank(cells)) continue;
		const given = cellAt(cells, columnOf.get(ID_HEADING) ?? -1);
		const here = renamed.get(given);
		if (here !== undefined && !(collection === 'stages' && hasNoCards(own.facts))) continue;
		const id = here ?? given;
		if (!isId(id, prefix as IdPrefix)) {
			draft.refuse(
				i + 1,
				'no-id',
				`${label}: “${id.slice(0, 40)}” is no id; it begins with ${prefix}_.`
			);
			continue;
		}
		const says: Record<string, unknown> = {};
		let problem = '';
		for (const { name, field, columns } of readers) {
			if (columns.every((column) => column < 0)) continue;
			const own = columns.map((column) => plain(cellAt(cells, column)));
			const parsed = parseCells(field, own);
			if (parsed.ok) says[name] = rename(parsed.value, field, renamed);
			else problem ||= parsed.problem.message;
		}
		// Of several that stand for one stage here, an archived one says nothing of it.
		if (here !== undefined && (says['archived'] === true || draft.has(collection, id))) continue;
		if (problem !== '') draft.refuse(i + 1, 'value', `${label} ${id}: ${problem}.`);
		else if (draft.put(collection, id, i + 1, says)) draft.count(collection);
	}
}

/** The value with the ids of the file replaced by those here. */
function rename(
	value: unknown,
	field: Field<unknown>,
	renamed: ReadonlyMap<string, string>
): unknown {
	if (renamed.size === 0) return value;
	const swap = (id: unknown): unknown => (typeof id === 'string' ? (renamed.get(id) ?? id) : id);
	if (field.kind === 'ref') return swap(value);
	if (!['position', 'override', 'duties'].includes(field.kind) || !isPlainObject(value))
		return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [
			key,
			key === 'rank' || key === 'reason' ? part : swap(part)
		])
	);
}

/** References to what is neither in the file nor here are kept, and said once a field. */
function* noteMissing({ draft, facts }: OwnTarget): Generator<void, void> {
	const missing = new Map<string, { label: string; rows: number[] }>();
	for (const [i, { collection, row, says }] of draft.records.entries()) {
		if (i % 200 === 0) yield;
		const { fields, label } = entityOf(collection);
		for (const [name, value] of Object.entries(says)) {
			const to = fields[name]!.refersTo;
			if (!to || !isCollection(to) || value === '' || typeof value !== 'string') continue;
			if (draft.has(to, value) || (facts.rows[to] as ReadonlyMap<string, unknown>).has(value))
				continue;
			const key = `${collection}/${name}`;
			const found = missing.get(key) ?? {
				label: `${label}: ${fields[name]!.label.toLowerCase()}`,
				rows: []
			};
			found.rows.push(row);
			missing.set(key, found);
		}
	}
	for (const { label, rows } of missing.values())
		draft.note(
			rows[0]!,
			'refers-to-missing',
			`${label} names what is neither in the file nor on this board (${rows.length} times).`,
			'It is kept and shows as nobody or nothing until it is there.'
		);
}
