// The only place that answers "may this person write this?". Judges one change on the board as it was BEFORE the
// change; gates, which are judged on the board after it, are asked in policy/moves.ts. Never reads a clock.

import { entityOf, findField, type BoardReader, type CollectionName } from '#lib/model/board.ts';
import type { Change, Creation, Deletion, FieldWrite } from '#lib/model/change.ts';
import type { Field, Writer } from '#lib/model/field.ts';
import { sameValue } from '#lib/model/value.ts';
import { refuseBooking, viewOfStep } from './bookings.ts';
import { plans, type Actor } from './roles.ts';

export type Verdict = { ok: true } | Denial;
export interface Denial {
	ok: false;
	/** Rule id of RULES.md. */
	rule: string;
	/** One sentence: what would make it possible. */
	remedy: string;
}

const YES: Verdict = { ok: true };
const no = (rule: string, remedy: string): Denial => ({ ok: false, rule, remedy });

/** Works on one row of any collection by name; the typed reader is for the caller. */
type Row = Readonly<Record<string, unknown>>;

function findRow(board: BoardReader, collection: CollectionName, id: unknown): Row | undefined {
	return typeof id === 'string' && id !== ''
		? (board.get(collection, id) as Row | undefined)
		: undefined;
}

/** True when the person leads the project, or the module and it is one of that project (rule P-7). */
export function leads(
	board: BoardReader,
	person: string,
	project: unknown,
	module: unknown
): boolean {
	if (person === '') return false;
	if (findRow(board, 'projects', project)?.lead === person) return true;
	const row = findRow(board, 'modules', module);
	return row !== undefined && row.lead === person && row.project === project;
}

/** Project and module a row of a collection belongs to. */
function homeOf(board: BoardReader, collection: CollectionName, row: Row): [unknown, unknown] {
	if (collection === 'projects') return [row.id, ''];
	if (collection === 'modules') return [row.project, row.id];
	if (collection === 'checkItems') {
		const task = findRow(board, 'tasks', row.task);
		return task ? [task.project, task.module] : ['', ''];
	}
	return [row.project, row.module];
}

function isAssignee(
	board: BoardReader,
	person: string,
	collection: CollectionName,
	row: Row
): boolean {
	if (person === '') return false;
	if (collection === 'tasks') return row.assignee === person;
	return collection === 'checkItems' && findRow(board, 'tasks', row.task)?.assignee === person;
}

/**
 * May `actor` make this change? Judged on the board before it; rules P-1 to P-14, P-22, P-23 (these on
 * `step`, the board with what the same step writes beside it). A denial names the rule and what
 * would make it possible. A deletion is judged as making the record; that it is one's own and untouched is asked by
 * the referee, which knows authors.
 */
export function can(
	actor: Actor,
	change: Change,
	board: BoardReader,
	step: BoardReader = viewOfStep(board, actor, [change])
): Verdict {
	const { collection } = change;
	if (entityOf(collection).home === 'server')
		return no(
			'P-3',
			`${entityOf(collection).plural} are kept by the server; change them on the people or approvals page.`
		);
	if (actor.role === 'viewer') return no('P-1', 'Viewers read. Ask an owner for another role.');
	if (change.kind === 'write') {
		const field = findField(collection, change.field);
		if (!field)
			return no('P-5', `There is no field "${change.field}" on ${entityOf(collection).label}.`);
		if (field.who === 'server')
			return no('P-3', `${field.label} is kept by the server; nobody writes it on the board.`);
		if (field.who === 'once')
			return no(
				'P-5',
				`${field.label} is set when the ${entityOf(collection).label.toLowerCase()} is made and stays.`
			);
	}
	if (change.kind === 'create') {
		const kept = findServerField(collection, change.record);
		if (kept)
			return no('P-3', `${kept.label} is kept by the server; nobody writes it on the board.`);
	}
	if (collection === 'comments') return canTalk(actor, change, board);
	const verdict = canEdit(actor, change, board);
	if (!verdict.ok || collection !== 'allocations') return verdict;
	return refuseBooking(actor, change, step) ?? verdict;
}

function canEdit(actor: Actor, change: Change, board: BoardReader): Verdict {
	if (plans(actor)) return canPlan(actor, change);
	if (actor.role === 'leader')
		return no('P-2', 'Leaders read and comment. Ask a planner to change the plan.');
	if (change.kind === 'write') return canContributorWrite(actor, change, board);
	return canContributorCreate(actor, change, board);
}

/** A field only the server fills, filled in a record that a member makes. */
function findServerField(collection: CollectionName, record: Row): Field<unknown> | undefined {
	for (const [name, field] of Object.entries(entityOf(collection).fields))
		if (field.who === 'server' && !sameValue(record[name] ?? field.empty, field.empty))
			return field;
	return undefined;
}

function canPlan(actor: Actor, change: Change): Verdict {
	if (change.kind === 'create') {
		const given = change.record.override as { by?: string } | null | undefined;
		return given && given.by !== actor.person
			? no('P-12', 'A reason is signed with your own name.')
			: YES;
	}
	if (change.kind === 'write' && change.field === 'override') {
		const given = change.after as { by?: string } | null;
		if (given && given.by !== actor.person)
			return no('P-12', 'A reason is signed with your own name.');
	}
	return YES;
}

/** Comments: written under one's own name, changed by nobody else (P-10). */
function canTalk(actor: Actor, change: Change, board: BoardReader): Verdict {
	if (actor.person === '')
		return no('P-11', 'Your login is not linked to a person; ask an owner to link it.');
	const author =
		change.kind === 'create' ? change.record.author : findRow(board, 'comments', change.id)?.author;
	return author === actor.person
		? YES
		: no('P-10', 'Only its author changes a comment. Write one of your own.');
}

/** Taking back what one has made asks the same right as making it; whose it is, the referee knows (P-13). */
function canContributorCreate(
	actor: Actor,
	change: Creation | Deletion,
	board: BoardReader
): Verdict {
	const { collection, record } = change;
	const [project, module] = homeOf(board, collection, record);
	const leading = leads(board, actor.person, project, module);
	if (collection === 'tasks')
		return leading
			? YES
			: no('P-8', 'You can add tasks to what you lead. Ask its lead or a planner.');
	if (collection === 'checkItems') {
		const task = findRow(board, 'tasks', record.task);
		return leading || (task?.assignee === actor.person && actor.person !== '')
			? YES
			: no('P-6', 'You can add check items to tasks assigned to you.');
	}
	if (collection === 'allocations') {
		if (!leading)
			return no('P-9', 'You can pencil in bookings on what you lead. Ask its lead or a planner.');
		if (record.locked === true) return no('P-22', 'Owners and planners lock bookings.');
		return record.certainty !== 'confirmed'
			? YES
			: no('P-9', 'You can pencil it in; a planner confirms it.');
	}
	return no('P-8', `Ask a planner to add a ${entityOf(collection).label.toLowerCase()}.`);
}

function canContributorWrite(actor: Actor, change: FieldWrite, board: BoardReader): Verdict {
	const { collection, id } = change;
	const row = findRow(board, collection, id);
	if (!row) return no('P-5', 'It is not on this board any more.');
	const who = findField(collection, change.field)!.who;
	const [project, module] = homeOf(board, collection, row);
	const leading = leads(board, actor.person, project, module);
	if (collection === 'allocations') return canPencil(actor, change, row, leading, board);
	const allowed: Writer[] = leading
		? ['lead', 'work']
		: isAssignee(board, actor.person, collection, row)
			? ['work']
			: [];
	if (allowed.includes(who)) {
		if (collection === 'tasks' && change.field === 'module')
			return canMoveInto(actor, row.project, change.after, board);
		return YES;
	}
	if (who === 'work')
		return no('P-6', 'It is assigned to somebody else. Ask them, their lead or a planner.');
	if (who === 'lead') return no('P-7', 'Only its lead and planners change this. Ask one of them.');
	return no('P-4', 'Only owners and planners change this. Ask one of them.');
}

/** Work is moved only to where one leads too: the module named, or the project when it leaves every module. */
function canMoveInto(actor: Actor, project: unknown, module: unknown, board: BoardReader): Verdict {
	return leads(board, actor.person, project, module)
		? YES
		: no('P-7', 'You do not lead that module. Ask its lead or a planner.');
}

/** A tentative booking on what one leads may be changed or withdrawn, never confirmed, never moved elsewhere (P-9). */
function canPencil(
	actor: Actor,
	change: FieldWrite,
	row: Row,
	leading: boolean,
	board: BoardReader
): Verdict {
	if (!leading)
		return no('P-9', 'You can pencil in bookings on what you lead. Ask its lead or a planner.');
	if (row.certainty === 'confirmed') return no('P-9', 'It is confirmed; a planner changes it.');
	if (change.field === 'locked') return no('P-22', 'Owners and planners lock and unlock bookings.');
	if (change.field === 'certainty' && change.after === 'confirmed')
		return no('P-9', 'You can pencil it in; a planner confirms it.');
	if (change.field === 'project' && !leads(board, actor.person, change.after, ''))
		return no('P-9', 'You do not lead that project.');
	if (change.field === 'module' && !leads(board, actor.person, row.project, change.after))
		return no('P-9', 'You do not lead that module.');
	return YES;
}
