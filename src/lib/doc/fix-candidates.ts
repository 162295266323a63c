// What could mend a problem, from the smallest change on. Says nothing of whether it does: problem-fixes.ts tries them.

import { availability } from '#lib/domain/calendar.ts';
import {
	dayNumber,
	isEmptySpan,
	longDay,
	shiftSpan,
	type Day,
	type Span
} from '#lib/domain/days.ts';
import { newId } from '#lib/domain/ids.ts';
import { employedPart, without, type Problem } from '#lib/domain/problems.ts';
import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import { isGone, launchOf, laterFirst, leaveRunsOf, workOf } from '#lib/model/problems.ts';
import { calendarOf } from '#lib/model/work-calendar.ts';
import { ownFields } from './allocation-copies.ts';
import { certaintyOf } from './allocation-edits.ts';
import type { EditContext } from './edit-context.ts';
import type { Plan } from './plan.ts';

type Row = EntityIn<'allocations'>;
type Chance = { random: () => number; now: () => number };

export interface Candidate {
	/** Candidates with one key are ways to do the same; the first that works is offered. */
	key: string;
	label: string;
	draw(plan: Plan, chance: Chance): void;
}

const WEEKS_LATER = 12;

/** Every candidate, in the order in which they should be tried and shown. */
export function candidatesOf(ctx: EditContext, problem: Problem): Candidate[] {
	const { board } = ctx;
	const today = ctx.today();
	if (problem.collection !== 'allocations')
		return ofOrphan(board, problem.collection, problem.subject, today);
	const row = board.get('allocations', problem.subject);
	if (!row?.span) return [];
	const rows = problem.involved
		.flatMap((id) => board.get('allocations', id) ?? [])
		.sort(laterFirst);
	switch (problem.rule) {
		case 'M-6':
			return [...ofTarget(board, row), release(row)];
		case 'M-7':
			return [...ofEmployment(board, row), openRole(board, [row]), release(row)];
		case 'M-8':
			return [...ofLaunch(board, row), release(row)];
		case 'M-9':
			return [...later(board, row), ...pencil(ctx, rows), ...openRoles(board, rows)];
		case 'M-10':
			return [
				...ofLeave(board, row, today),
				...later(board, row),
				...pencil(ctx, [row]),
				openRole(board, [row])
			];
		case 'M-16':
			return [openRole(board, [row]), release(row)];
	}
}

/** Writes that a lock holds back open it first, and say so. */
function held(
	rows: readonly Row[],
	key: string,
	label: string,
	draw: Candidate['draw']
): Candidate {
	const locked = rows.filter((row) => row.locked);
	if (locked.length === 0) return { key, label, draw };
	return {
		key,
		label: `Unlock, then ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
		draw(plan, chance) {
			for (const { id } of locked) plan.write('allocations', id, 'locked', false);
			draw(plan, chance);
		}
	};
}

const release = (row: Row): Candidate =>
	held([row], 'release', 'Release it', (plan) =>
		plan.write('allocations', row.id, 'archived', true)
	);

const setSpan = (row: Row, key: string, label: string, span: Span): Candidate =>
	held([row], key, label, (plan) => plan.write('allocations', row.id, 'span', span));

function openRole(board: BoardReader, rows: readonly Row[]): Candidate {
	const names =
		rows.length === 1 ? 'Make it an open role' : `Make ${rows.length} bookings open roles`;
	return held(rows, 'open-role', names, (plan) => {
		for (const { id, person, role } of rows) {
			const title = role || board.get('people', person)?.title || 'Somebody';
			plan.write('allocations', id, 'role', title);
			plan.write('allocations', id, 'person', '');
			plan.write('allocations', id, 'certainty', 'tentative');
		}
	});
}

const openRoles = (board: BoardReader, rows: readonly Row[]): Candidate[] =>
	rows.map((_, i) => openRole(board, rows.slice(0, i + 1)));

/** Back to tentative, of another home team requested again (P-23), as few as it takes, the latest confirmed first. */
function pencil(ctx: EditContext, rows: readonly Row[]): Candidate[] {
	const softer = (row: Row) => certaintyOf(ctx, row.person, 'tentative');
	return rows.map((row, i) => {
		const some = rows.slice(0, i + 1);
		const verb = some.every((one) => softer(one) === 'requested')
			? 'Request again'
			: 'Back to tentative';
		const label = `${verb}: ${some.length === 1 ? workOf(ctx.board, row) : `${some.length} bookings`}`;
		return {
			key: 'pencil',
			label,
			draw(plan) {
				for (const one of some) plan.write('allocations', one.id, 'certainty', softer(one));
			}
		};
	});
}

/** The first week to come that takes it. */
function later(board: BoardReader, row: Row): Candidate[] {
	return Array.from({ length: WEEKS_LATER }, (_, i) => {
		const span = shiftSpan(row.span!, 7 * (i + 1));
		return setSpan(row, 'later', `Move ${workOf(board, row)} to ${longDay(span.from)}`, span);
	});
}

function ofTarget(board: BoardReader, row: Row): Candidate[] {
	const project = board.get('projects', row.project);
	if (!project) return [];
	if (project.archived)
		return [
			{
				key: 'restore',
				label: `Restore ${project.title}`,
				draw: (plan) => plan.write('projects', project.id, 'archived', false)
			}
		];
	return [
		held([row], 'retarget', `Book it on ${project.title} as a whole`, (plan) => {
			plan.write('allocations', row.id, 'module', '');
			plan.write('allocations', row.id, 'task', '');
		})
	];
}

function ofEmployment(board: BoardReader, row: Row): Candidate[] {
	const { from, to } = row.span!;
	if (to < from)
		return [setSpan(row, 'swap', 'Swap its first and last day', { from: to, to: from })];
	const person = board.get('people', row.person);
	const part = person ? employedPart(row.span!, person).part : null;
	return part ? [setSpan(row, 'trim', 'Keep to their employment', part)] : [];
}

function ofLaunch(board: BoardReader, row: Row): Candidate[] {
	const launch = launchOf(board, row);
	const { from, to } = row.span!;
	const mark = (kind: 'delivery' | 'maintenance'): Candidate => ({
		key: kind,
		label: `Mark as ${kind}`,
		draw: (plan) => plan.write('allocations', row.id, 'kind', kind)
	});
	const found = [mark('delivery'), mark('maintenance')];
	if (launch === null) return found;
	if (from <= launch)
		found.push(setSpan(row, 'trim', 'End it at the launch', { from, to: launch }));
	const module = board.get('modules', row.module);
	const project = board.get('projects', row.project);
	if (project?.committed) return found;
	const [collection, id] =
		module?.launch != null
			? (['modules', module.id] as const)
			: (['projects', row.project] as const);
	found.push({
		key: 'launch',
		label: `Launch on ${longDay(to)}`,
		draw: (plan) => plan.write(collection, id, 'launch', to)
	});
	return found;
}

/** Cuts the days away out; a booking in the middle of which they lie becomes two. */
function ofLeave(board: BoardReader, row: Row, today: Day): Candidate[] {
	const person = board.get('people', row.person);
	if (!person || isEmptySpan(row.span!)) return [];
	const { from, to } = row.span!;
	const of = availability(calendarOf(board, person), from, to);
	const works = (part: Span): boolean => {
		const start = dayNumber(part.from) - of.first;
		const end = dayNumber(part.to) - of.first + 1;
		return of.netSums[end]! > of.netSums[start]!;
	};
	const parts = without(row.span!, leaveRunsOf(board, row, today)).filter(works);
	const [first, ...rest] = parts;
	if (!first || (rest.length > 0 && row.load?.mode === 'total')) return [];
	const label = rest.length > 0 ? 'Work around the time off' : 'Leave the days away out';
	return [
		held([row], 'around', label, (plan, { random, now }) => {
			plan.write('allocations', row.id, 'span', first);
			for (const span of rest)
				plan.create('allocations', newId('alc', random, now()), { ...ownFields(row), span });
		})
	];
}

/** Of a module whoever leads its project, whoever works on it most, and an owner. */
function ofOrphan(
	board: BoardReader,
	collection: 'projects' | 'modules',
	id: string,
	today: Day
): Candidate[] {
	const bookings = new Map<string, number>();
	const field = collection === 'projects' ? 'project' : 'module';
	for (const row of board.where('allocations', field, id))
		if (!row.archived && row.person !== '')
			bookings.set(row.person, (bookings.get(row.person) ?? 0) + 1);
	const busiest = [...bookings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
	const owner = [...board.all('people')].find((one) => one.role === 'owner' && !isGone(one, today));
	const module = collection === 'modules' ? board.get('modules', id) : undefined;
	const lead = module && board.get('projects', module.project)?.lead;
	return [...new Set([lead, busiest, owner?.id])].flatMap((one) => {
		const person = one ? board.get('people', one) : undefined;
		if (!person || isGone(person, today)) return [];
		return [
			{
				key: `lead-${person.id}`,
				label: `Give the lead to ${person.name}`,
				draw: (plan: Plan) => plan.write(collection, id, 'lead', person.id)
			}
		];
	});
}
