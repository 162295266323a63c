// A list of projects to records, one a row. Work is admitted where the list says it stands: gates are not asked. What
// has no place on a card goes into its notes rather than away.
import type { EntityIn } from '#lib/model/board.ts';
import { parseCells } from '#lib/model/cells.ts';
import { projects } from '#lib/model/project.ts';
import { OPEN_ROLE, type ImportChoices } from '#lib/model/import.ts';
import { ranksBetween } from '#lib/doc/rank.ts';
import type { BoardFacts } from './board-facts.ts';
import { lastRankIn } from './card-places.ts';
import { readDate } from './date-cells.ts';
import { Draft } from './draft.ts';
import { clip, columnsOf } from './plan-rows.ts';
import { endlessRanks, evenly, sourceOf } from './plan-shape.ts';
import { Counter, recordId } from './record-ids.ts';
import { nameKey } from './resources.ts';
import { cellAt, isBlank } from './sheet.ts';
import { noteUnusedColumns } from './unused-columns.ts';
import { meaningOf } from './values.ts';

type Says = { -readonly [K in keyof Omit<EntityIn<'projects'>, 'id'>]?: EntityIn<'projects'>[K] };

interface ListTarget {
	facts: BoardFacts;
	choices: ImportChoices;
	fileName: string;
	draft: Draft;
	columns: Map<string, number[]>;
	ranks: Map<string, Iterator<string>>;
	names: Counter;
}

const PLAIN = [
	'code',
	'audience',
	'brief',
	'blocked',
	'effort',
	'seatMinutes',
	'mandatory'
] as const;

/** Drafts a project for each row. Yields now and then. */
export function* draftProjects(
	rows: readonly string[][],
	facts: BoardFacts,
	choices: ImportChoices,
	fileName: string
): Generator<void, Draft> {
	const draft = new Draft();
	yield* noteUnusedColumns(draft, rows, choices);
	const columns = new Map(choices.columns.map((target) => [target, columnsOf(choices, target)]));
	const list: ListTarget = {
		facts,
		choices,
		fileName,
		draft,
		columns,
		ranks: new Map(),
		names: new Counter()
	};
	for (let i = choices.headerRow; i < rows.length; i++) {
		if (i % 100 === 0) yield;
		if (!isBlank(rows[i]!)) draftProject(list, rows[i]!, i + 1);
	}
	if (draft.records.length === 0 && draft.remarks.every((remark) => remark.level !== 'error'))
		draft.refuse(choices.headerRow, 'no-rows', 'There is no row below the headings.');
	return draft;
}

function draftProject(list: ListTarget, cells: string[], row: number): void {
	const { facts, choices, draft } = list;
	const text = (target: string): string =>
		cellAt(cells, list.columns.get(target)?.[0] ?? -1).trim();
	const title = text('title').replace(/\s+/g, ' ');
	if (title === '') {
		draft.warn(row, 'no-name', 'The row has no title.', 'It is left out.');
		return;
	}
	const says: Says = { title };
	for (const target of PLAIN) {
		const cell = text(target);
		if (cell === '') continue;
		const field = target === 'effort' ? 'effortMinutes' : target;
		const parsed = parseCells<unknown>(projects.fields[field], [cell]);
		if (!parsed.ok) return void draft.refuse(row, 'value', `${parsed.problem.message}.`);
		Object.assign(says, { [field]: parsed.value });
	}
	const launch = readDate(text('launch'), choices.dateOrder);
	if (launch === undefined)
		return void draft.refuse(
			row,
			'no-date',
			`“${clip(text('launch'))}” is not a date in the order chosen (${choices.dateOrder.toUpperCase()}).`
		);
	if (launch) says.launch = launch.day;
	if (launch?.settledBy)
		draft.warn(
			row,
			'weekday-settles-date',
			`“${clip(text('launch'))}” is a ${launch.settledBy.weekday} only when read in another order.`,
			`Read as ${launch.day}.`
		);
	const notes = (list.columns.get('notes') ?? []).map((column) => cellAt(cells, column).trim());
	notes.push(...mapValues(list, says, text, row));
	const filled = notes.filter(Boolean);
	if (filled.length > 0) says.notes = filled.join('\n');
	const stage = findStage(list, text('stage'), row);
	const key = says.code ? `code ${nameKey(says.code)}` : `title ${nameKey(title)}`;
	const count = list.names.take(key);
	if (says.code && count > 1)
		return void draft.refuse(row, 'twice', `The code ${says.code} stands in the list twice.`);
	const id = recordId('prj', facts.board, 'projects', key, `${count}`);
	const first = { source: sourceOf(list.fileName, row) };
	const put = draft.put('projects', id, row, { ...says, ...placeIn(list, id, stage) }, first);
	if (put) draft.count('projects');
}

/** Lead, type and priority; what stands for nothing on the board comes back as lines for the notes. */
function mapValues(
	list: ListTarget,
	says: Says,
	text: (target: string) => string,
	row: number
): string[] {
	const { choices, draft } = list;
	const lines: string[] = [];
	const keep = (kind: string, label: string, cell: string): void => {
		lines.push(`${label} in the list: ${cell.replace(/\s+/g, ' ')}`);
		draft.warn(
			row,
			`${kind}-unknown`,
			`“${clip(cell)}” stands for nothing on this board (${label}).`,
			'It is kept in the notes.'
		);
	};
	const lead = text('lead');
	const person = lead === '' ? '' : meaningOf(choices, 'person', lead);
	if (person !== '' && person !== OPEN_ROLE) says.lead = person;
	else if (lead !== '') keep('person', 'Lead', lead);
	for (const kind of ['contentType', 'priority'] as const) {
		const cell = text(kind);
		const to = cell === '' ? '' : meaningOf(choices, kind, cell);
		if (to !== '') Object.assign(says, { [kind]: to });
		else if (cell !== '')
			keep(kind === 'contentType' ? 'type' : 'priority', projects.fields[kind].label, cell);
	}
	return lines;
}

interface Standing {
	stage: string;
	/** The list names it; otherwise it is only where the rest goes. */
	isSaid: boolean;
}

function findStage({ choices, draft }: ListTarget, cell: string, row: number): Standing {
	const rest = { stage: choices.stage, isSaid: false };
	if (cell === '') return rest;
	const to = meaningOf(choices, 'stage', cell);
	if (to === '')
		draft.warn(
			row,
			'stage-unknown',
			`“${clip(cell)}” stands for no stage of this board.`,
			'It is put where the rest without a stage goes.'
		);
	return to === '' ? rest : { stage: to, isSaid: true };
}

/** A card that stands there already keeps its place; others come below the last. */
function placeIn(list: ListTarget, id: string, { stage, isSaid }: Standing): Says {
	if (stage === '') return {};
	const stands = list.facts.rows.projects.get(id)?.position;
	if (stands && (stands.stage === stage || !isSaid)) return { position: stands };
	let ranks = list.ranks.get(stage);
	if (!ranks) {
		const [first = 'a0'] = ranksBetween(lastRankIn(list.facts, stage), null, 1, evenly);
		ranks = endlessRanks(first);
		list.ranks.set(stage, ranks);
	}
	return { position: { stage, rank: ranks.next().value as string } };
}
