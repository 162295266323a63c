// A plan of one project to records: groups become modules, the other rows tasks, and each task with somebody and dates
// one tentative booking a person or role. Effort stays unknown: a duration is no effort.
import type { Day } from '#lib/domain/days.ts';
import { ranksBetween } from '#lib/doc/rank.ts';
import { OPEN_ROLE, type ImportChoices } from '#lib/model/import.ts';
import type { Load, Position } from '#lib/model/joint-fields.ts';
import type { BoardFacts } from './board-facts.ts';
import { lastRankIn } from './card-places.ts';
import { Draft } from './draft.ts';
import { clip, readPlanRows, type PlanRow } from './plan-rows.ts';
import { warnAboutRow } from './plan-warnings.ts';
import { Counter, recordId } from './record-ids.ts';
import { nameKey } from './resources.ts';
import { noteUnusedColumns } from './unused-columns.ts';
import { meaningOf } from './values.ts';

const RANK_BLOCK = 500;
const DAYS_A_WEEK = 5;

interface PlanTarget {
	facts: BoardFacts;
	choices: ImportChoices;
	fileName: string;
	draft: Draft;
	project: string;
	/** The module the rows below a group belong to. */
	group: { id: string; row: PlanRow } | null;
	ranks: Iterator<string>;
	names: Counter;
}

/** Drafts the project, its modules, tasks and bookings. Yields now and then. */
export function* draftPlan(
	rows: readonly string[][],
	facts: BoardFacts,
	choices: ImportChoices,
	fileName: string
): Generator<void, Draft> {
	const draft = new Draft();
	const planRows = yield* readPlanRows(rows, choices, draft);
	yield* noteUnusedColumns(draft, rows, choices);
	const title = choices.title.trim();
	const project = recordId('prj', facts.board, 'plan', nameKey(title));
	const launch = choices.launch === '' ? {} : { launch: choices.launch as Day };
	const position = { position: placeAtEnd(facts, choices.stage) };
	if (planRows.length === 0 && draft.remarks.length === 0)
		draft.refuse(choices.headerRow, 'no-rows', 'There is no row below the headings.');
	const source = sourceOf(fileName, choices.headerRow);
	if (
		!draft.put(
			'projects',
			project,
			choices.headerRow,
			{ title, ...launch },
			{ ...position, source }
		)
	)
		return draft;
	draft.count('projects');
	const plan: PlanTarget = {
		...{ facts, choices, fileName, draft, project, group: null },
		ranks: endlessRanks(),
		names: new Counter()
	};
	for (const [i, row] of planRows.entries()) {
		if (i % 100 === 0) yield;
		warnAboutRow(draft, row, planRows[i - 1], choices.region);
		if (row.isGroup) draftModule(plan, row);
		else draftTask(plan, row);
	}
	return draft;
}

function draftModule(plan: PlanTarget, row: PlanRow): void {
	const { draft, choices, facts, project } = plan;
	draft.count('groups');
	const id = recordId(
		'mod',
		facts.board,
		project,
		nameKey(row.name),
		`${plan.names.take(`group ${row.name}`)}`
	);
	const notes = [`In the plan: ${row.start} to ${row.finish}`, row.notes]
		.filter(Boolean)
		.join('\n');
	const rank = plan.ranks.next().value as string;
	const position: Position | null = choices.stage === '' ? null : { stage: choices.stage, rank };
	const first = { project, position, source: sourceOf(plan.fileName, row.row) };
	if (!draft.put('modules', id, row.row, { title: row.name, notes }, first)) {
		plan.group = null;
		return;
	}
	draft.count('modules');
	plan.group = { id, row };
}

function draftTask(plan: PlanTarget, row: PlanRow): void {
	const { draft, choices, facts, project, group } = plan;
	draft.count('leaves');
	noteOutsideGroup(draft, row, group);
	const place = [project, group?.id ?? '', nameKey(row.name)];
	const id = recordId('tsk', facts.board, ...place, `${plan.names.take(place.join(' '))}`);
	const from = row.start ?? row.finish;
	const to = row.finish ?? row.start;
	const span = from && to ? { from, to } : null;
	const who = row.resources.map((name) => ({ name, to: meaningOf(choices, 'person', name) }));
	const named = who.filter(({ to }) => to !== '' && to !== OPEN_ROLE);
	const roles = who.filter(({ to }) => to === OPEN_ROLE).map(({ name }) => name);
	const status = statusOf(row.percentDone);
	const says = {
		title: row.name,
		...(span ? { span } : {}),
		...(named[0] ? { assignee: named[0].to } : {}),
		...(status === 'todo' ? {} : { status }),
		...(row.notes === '' ? {} : { notes: row.notes })
	};
	const source = sourceOf(plan.fileName, row.row);
	const first = { project, module: group?.id ?? '', role: joinRoles(roles), source };
	const rank = plan.ranks.next().value as string;
	if (!draft.put('tasks', id, row.row, says, { ...first, rank })) return;
	draft.count('tasks');
	for (const { name, to } of who) {
		if (to === '') continue;
		if (!span) {
			draft.note(
				row.row,
				'no-dates',
				`“${clip(row.name)}” names ${name} but has no dates.`,
				'The task is there, nothing is booked.'
			);
			continue;
		}
		const isRole = to === OPEN_ROLE;
		const load = loadOf(choices);
		draft.put(
			'allocations',
			recordId('alc', facts.board, id, nameKey(name)),
			row.row,
			{ span, ...(isRole ? {} : { person: to }), ...(load ? { load } : {}) },
			{
				...{ project, module: group?.id ?? '', task: id, certainty: 'tentative', source },
				role: isRole ? name : ''
			}
		);
		draft.count('allocations');
	}
}

function noteOutsideGroup(draft: Draft, row: PlanRow, group: PlanTarget['group']): void {
	const start = row.start ?? row.finish;
	const finish = row.finish ?? row.start;
	if (!group || !start || !finish) return;
	const { row: of } = group;
	if (start >= of.start! && finish <= of.finish!) return;
	draft.note(
		row.row,
		'outside-group',
		`“${clip(row.name)}” (${start} to ${finish}) stands below “${clip(of.name)}” but lies outside its dates, ${of.start} to ${of.finish}.`,
		`It is a task of “${clip(of.name)}”, with its own dates.`
	);
}

function statusOf(percentDone: number | null): 'todo' | 'doing' | 'done' {
	if (percentDone === null || percentDone === 0) return 'todo';
	return percentDone >= 100 ? 'done' : 'doing';
}

function loadOf({ minutesPerWeek }: ImportChoices): Load | null {
	return minutesPerWeek === null
		? null
		: { mode: 'perDay', amount: Math.round(minutesPerWeek / DAYS_A_WEEK) };
}

/** As many roles as the field holds; all of them are booked in any case. */
function joinRoles(roles: readonly string[]): string {
	let joined = '';
	for (const role of roles) {
		const longer = joined === '' ? role : `${joined}, ${role}`;
		if (longer.length > 80) break;
		joined = longer;
	}
	return joined;
}

function placeAtEnd(facts: BoardFacts, stage: string): Position | null {
	if (stage === '') return null;
	const [rank = 'a0'] = ranksBetween(lastRankIn(facts, stage), null, 1, evenly);
	return { stage, rank };
}

/** Where a record came from, for people. */
export function sourceOf(fileName: string, row: number): string {
	return `${clip(fileName)}, row ${row}`;
}

/** The same ranks each time, made in blocks as they are asked for. */
export function* endlessRanks(after: string | null = null): Generator<string, never> {
	let last = after;
	for (;;) {
		const block = ranksBetween(last, null, RANK_BLOCK, evenly);
		yield* block;
		last = block.at(-1)!;
	}
}

/** Stands in for chance: the same file gives the same ranks. */
export function evenly(): number {
	return 0.25;
}
