// Work that nobody is booked on: open roles, bookings without dates, and projects, modules and tasks that no booking
// covers. A booking of a project covers all of it, one of a module its tasks. Pure.

import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import { isSuspended } from '#lib/domain/merge.ts';
import { hueOfType } from '../card/hues.ts';
import { sayLoad } from './bar-view.ts';

export interface Work {
	kind: 'open role' | 'undated' | 'project' | 'module' | 'task';
	/** Of the booking, or of the project, module or task. */
	id: string;
	title: string;
	/** A second line: the role, the effort. */
	detail: string;
	hue: string;
	project: string;
	module: string;
	task: string;
	effortMinutes: number | null;
}

/** Stages at the end of the board, whose work is done or nearly so. */
const LAST_STAGES = 2;

/** Everything unallocated, open roles first, then by the order of the plan. */
export function listUnbooked(board: BoardReader): Work[] {
	const bookings = [...board.all('allocations')].filter((row) => isLive(board, row));
	const isStaffed = (row: EntityIn<'allocations'>) => board.get('people', row.person)?.active;
	const pending = bookings
		.filter((row) => row.span === null || !isStaffed(row))
		.map((row) => ofBooking(board, row))
		.sort((a, b) => compare(a.kind, b.kind) || compare(a.title, b.title) || compare(a.id, b.id));
	return [...pending, ...listUncovered(board, bookings)];
}

function isLive(board: BoardReader, row: EntityIn<'allocations'>): boolean {
	const { archived, project, module, task } = row;
	return (
		!archived &&
		!isSuspended(board.get('projects', project)) &&
		(module === '' || !isSuspended(board.get('modules', module))) &&
		(task === '' || !isSuspended(board.get('tasks', task)))
	);
}

function ofBooking(board: BoardReader, row: EntityIn<'allocations'>): Work {
	const project = board.get('projects', row.project)!;
	const name = board.get('people', row.person)?.name ?? (row.role || 'Anybody');
	return {
		kind: row.span === null ? 'undated' : 'open role',
		id: row.id,
		title: project.title,
		detail: `${name}, ${row.load === null ? 'load unknown' : sayLoad(row.load)}`,
		hue: hueOfType(project.contentType),
		project: row.project,
		module: row.module,
		task: row.task,
		effortMinutes: row.load?.mode === 'total' ? row.load.amount : null
	};
}

function listUncovered(board: BoardReader, bookings: EntityIn<'allocations'>[]): Work[] {
	const byProject = Map.groupBy(bookings, (row) => row.project);
	const leaving = new Set(
		[...board.all('stages')]
			.filter((stage) => !stage.archived)
			.sort((a, b) => compare(a.rank, b.rank))
			.slice(-LAST_STAGES)
			.map((stage) => stage.id)
	);
	const found: Work[] = [];
	const projects = [...board.all('projects')]
		.filter((project) => !project.archived && !leaving.has(project.position?.stage ?? ''))
		.sort((a, b) => compare(a.launch ?? '9', b.launch ?? '9') || compare(a.title, b.title));
	for (const project of projects) {
		const booked = byProject.get(project.id) ?? [];
		const add = (kind: Work['kind'], row: { id: string; title: string } & Sized, more: Parts) =>
			found.push({
				kind,
				id: row.id,
				title: kind === 'project' ? row.title : `${project.title}: ${row.title}`,
				detail:
					more.role ??
					(row.effortMinutes === null ? 'not sized' : sayLoad(ofTotal(row.effortMinutes))),
				hue: hueOfType(project.contentType),
				project: project.id,
				module: more.module ?? '',
				task: more.task ?? '',
				effortMinutes: row.effortMinutes
			});
		if (booked.length === 0) {
			add('project', project, {});
			continue;
		}
		if (booked.some((row) => row.module === '' && row.task === '')) continue;
		const covered = new Set(booked.filter((row) => row.task === '').map((row) => row.module));
		const tasksBooked = new Set(booked.map((row) => row.task));
		const tasks = [...board.where('tasks', 'project', project.id)].filter(
			(task) => !task.archived && task.status !== 'done'
		);
		const begun = new Set(booked.map((row) => row.module || moduleOf(board, row.task)));
		for (const module of board.where('modules', 'project', project.id))
			if (!module.archived && !begun.has(module.id)) {
				add('module', module, { module: module.id });
				covered.add(module.id);
			}
		for (const task of tasks)
			if (!tasksBooked.has(task.id) && (task.module === '' || !covered.has(task.module)))
				add('task', task, {
					module: task.module,
					task: task.id,
					...(task.role ? { role: task.role } : {})
				});
	}
	return found;
}

type Sized = { effortMinutes: number | null };
type Parts = { module?: string; task?: string; role?: string };

const moduleOf = (board: BoardReader, task: string) => board.get('tasks', task)?.module ?? '';
const ofTotal = (amount: number) => ({ mode: 'total', amount }) as const;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
