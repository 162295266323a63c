// What a bar says: its work, its days, how much it takes, and how sure it is. Resolved for the bars in view only.

import type { Day } from '#lib/domain/days.ts';
import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import type { Load } from '#lib/model/joint-fields.ts';
import { hoursText } from '#lib/model/load-summary.ts';
import { hueOfType } from '../card/hues.ts';

export interface BarView {
	id: string;
	project: string;
	/** The project, and the module or task the booking is for. */
	title: string;
	name: string;
	/** Whoever is booked, or the open role. */
	who: string;
	part: string;
	/** "60 %", "4 h a day", "80 h", or "?" where the load is not known. */
	load: string;
	/** Name in the accessibility tree: the project and the days. */
	words: string;
	/** Certainty, lock, done, blocked and kind in words. */
	state: string;
	/** The rest, read after the name. */
	more: string;
	/** CSS colour of the work type. */
	hue: string;
	isTentative: boolean;
	/** Asked of another home team, not agreed yet. */
	isRequested: boolean;
	isLocked: boolean;
	/** Its task is done, or its project has reached the end of the board. */
	isDone: boolean;
	/** The work cannot go on, and why. */
	blocked: string;
	isUnknown: boolean;
	launch: Day | null;
	/** Project work that ends after the launch. */
	isLate: boolean;
}

const CERTAINTY_WORDS = {
	tentative: 'tentative',
	confirmed: 'confirmed',
	requested: 'requested, not agreed yet'
} as const;
const KIND_WORDS = {
	project: '',
	delivery: 'delivery',
	maintenance: 'maintenance',
	other: 'non-project work'
} as const;

/** Delivery and maintenance go on after the work is over. */
function isOver(board: BoardReader, row: EntityIn<'allocations'>, lastStage: string): boolean {
	if (row.task !== '') return board.get('tasks', row.task)?.status === 'done';
	if (row.kind !== 'project' || lastStage === '') return false;
	const card = board.get('modules', row.module) ?? board.get('projects', row.project);
	return card?.position?.stage === lastStage;
}

export function sayLoad(load: Load | null): string {
	if (load === null) return '?';
	if (load.mode === 'percent') return `${Math.round(load.amount / 100)} %`;
	return load.mode === 'perDay' ? `${hoursText(load.amount)} a day` : hoursText(load.amount);
}

/** The title a booking goes by: the project, and the module or task it is for. */
export function titleOf(board: BoardReader, row: EntityIn<'allocations'>): string {
	const project = board.get('projects', row.project)?.title ?? nameless(row);
	const part = partOf(board, row);
	return part ? `${project}: ${part}` : project;
}

/** What a booking without a project is called: non-project work needs none. */
function nameless(row: EntityIn<'allocations'>): string {
	if (row.kind === 'other') return row.note || 'Non-project work';
	return 'Unknown project';
}

function partOf(board: BoardReader, row: EntityIn<'allocations'>): string {
	return board.get('tasks', row.task)?.title ?? board.get('modules', row.module)?.title ?? '';
}

/** The view of a booking with dates; undefined for anything else. `lastStage` is where work is over. */
export function viewBar(board: BoardReader, id: string, lastStage = ''): BarView | undefined {
	const row = board.get('allocations', id);
	if (!row?.span) return undefined;
	const project = board.get('projects', row.project);
	const name = project?.title ?? nameless(row);
	const launch = board.get('modules', row.module)?.launch ?? project?.launch ?? null;
	const isTentative = row.certainty === 'tentative';
	const isRequested = row.certainty === 'requested';
	const isDone = isOver(board, row, lastStage);
	const blocked = board.get('modules', row.module)?.blocked || (project?.blocked ?? '');
	const load = sayLoad(row.load);
	const isLate = row.kind === 'project' && launch !== null && row.span.to > launch;
	const state = [
		CERTAINTY_WORDS[row.certainty],
		row.locked ? 'locked' : '',
		isDone ? 'done' : '',
		blocked === '' ? '' : `blocked: ${blocked}`,
		KIND_WORDS[row.kind]
	]
		.filter(Boolean)
		.join(', ');
	return {
		id,
		project: row.project,
		title: titleOf(board, row),
		name,
		who: board.get('people', row.person)?.name ?? (row.role || 'Anybody'),
		part: partOf(board, row),
		load,
		words: `${name}, ${row.span.from} to ${row.span.to}`,
		state,
		more: [
			state,
			row.load === null ? 'load unknown' : load,
			launch ? `launch ${launch}${isLate ? ', ends after it' : ''}` : '',
			row.kind === 'other' && row.project === '' ? '' : row.note
		]
			.filter(Boolean)
			.join(', '),
		hue: hueOfType(project?.contentType ?? 'course'),
		isTentative,
		isRequested,
		isLocked: row.locked,
		isDone,
		blocked,
		isUnknown: row.load === null,
		launch,
		isLate
	};
}
