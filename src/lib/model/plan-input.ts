// A board as levelling and matching want it: people with their hours, every booking that counts, and what may be touched.
// Locked bookings, ones somebody else has confirmed, and all work of a committed launch stay as they are.

import type { Plan, PlanBooking, PlanPerson, PlanProject } from '#lib/domain/levelling/plan.ts';
import type { Day } from '#lib/domain/days.ts';
import { WHOLE_BP } from '#lib/domain/utilisation.ts';
import type { BoardReader, EntityIn } from './board.ts';
import { planSpan } from './plan-span.ts';
import { activePeople, bookingOf } from './team-load.ts';
import { calendarOf } from './work-calendar.ts';
import { rankPlaces } from './work-order.ts';

type Priority = EntityIn<'projects'>['priority'];

/** What a day late counts, and which class of work goes first. */
const weights: Record<Priority, number> = { expedite: 8, fixed: 5, standard: 2, someday: 1 };
const classes: Record<Priority, number> = { expedite: 0, fixed: 1, standard: 2, someday: 3 };
/** Projects are ranked in so many groups within their class. */
const BUCKETS = 4;

/** Who would accept a suggestion. */
export interface Accepter {
	person: string;
	/** May they change what this person's home team has confirmed? */
	speaksFor: (person: string) => boolean;
}

/** L-23: the plan of a board for somebody who may change it. */
export function planOf(board: BoardReader, today: Day, actor: Accepter): Plan {
	const { from, to } = planSpan(board, today);
	return {
		...{ today, from, to },
		people: activePeople(board).map((person) => personOf(board, person)),
		bookings: [
			...[...board.all('allocations')].flatMap((row) => findBooking(board, row, actor)),
			...[...board.all('elsewhere')].flatMap(fromElsewhere)
		],
		projects: listProjects(board)
	};
}

function personOf(board: BoardReader, person: EntityIn<'people'>): PlanPerson {
	const known = new Set(person.skillLevels.map(({ skill }) => skill));
	const unsaid = person.skills.filter((skill) => !known.has(skill));
	return {
		id: person.id,
		calendar: calendarOf(board, person),
		skills: [...person.skillLevels, ...unsaid.map((skill) => ({ skill, level: null }))],
		maxLoadBp: person.maxLoadBp ?? WHOLE_BP
	};
}

function findBooking(
	board: BoardReader,
	row: EntityIn<'allocations'>,
	actor: Accepter
): PlanBooking[] {
	const booking = bookingOf(board, row);
	if (!booking) return [];
	const project = board.get('projects', row.project);
	const module = board.get('modules', row.module);
	const task = board.get('tasks', row.task);
	const launches = [module?.launch, project?.launch].filter((day) => typeof day === 'string');
	const isOwn = row.confirmedBy === '' || row.confirmedBy === actor.person;
	const isAgreed = row.certainty === 'confirmed' && !(isOwn && actor.speaksFor(row.person));
	const isMovable = row.kind === 'project' || row.kind === 'maintenance';
	return [
		{
			id: row.id,
			booking,
			project: row.project,
			due: row.kind === 'project' ? (launches.sort()[0] ?? null) : null,
			isLoose: isMovable && !row.locked && !isAgreed && !project?.committed,
			skill: row.skill || task?.skill || (row.person === '' ? row.role : ''),
			level: row.level ?? task?.level ?? null,
			locale: (module?.language ?? '').split('-')[0]!.trim().toLowerCase(),
			authors: isReview(row.skill, row.role, task?.skill, task?.title)
				? listAuthors(board, row)
				: []
		}
	];
}

/** The one person who is a project's SME. */
function expertOf({ duties }: EntityIn<'projects'>): string {
	const sme = duties.sme ?? '';
	return sme === 'team' || sme === 'unused' ? '' : sme;
}

function fromElsewhere(row: EntityIn<'elsewhere'>): PlanBooking[] {
	const { id, person, span, load, certainty, probabilityBp, contour } = row;
	if (!span) return [];
	const booking = { person, span, load, certainty, probabilityBp, contour };
	return [
		{
			id,
			booking,
			project: '',
			due: null,
			isLoose: false,
			skill: '',
			level: null,
			locale: '',
			authors: []
		}
	];
}

/** Work that judges other work, by what it is called. */
const isReview = (...names: (string | undefined)[]): boolean =>
	names.some((name) => /\b(review|qa|proofread)/i.test(name ?? ''));

/** Whoever works on the module of a review, or on its project where no module is named, and reviews nothing there. */
function listAuthors(board: BoardReader, review: EntityIn<'allocations'>): string[] {
	if (review.project === '') return [];
	const isSame = ({ module }: { module: string }): boolean =>
		review.module === '' || module === '' || module === review.module;
	const made = new Set<string>();
	for (const row of board.where('allocations', 'project', review.project)) {
		const task = board.get('tasks', row.task);
		if (row.archived || !isSame(row)) continue;
		if (!isReview(row.skill, row.role, task?.skill, task?.title)) made.add(row.person);
	}
	for (const task of board.where('tasks', 'project', review.project))
		if (!task.archived && isSame(task) && !isReview(task.skill, task.title))
			made.add(task.assignee);
	made.delete('');
	return [...made].sort();
}

function listProjects(board: BoardReader): PlanProject[] {
	const places = [...rankPlaces(board).keys()];
	const bucketOf = new Map(
		places.map((id, i) => [id, Math.floor((i * BUCKETS) / Math.max(1, places.length))])
	);
	return [...board.all('projects')]
		.filter((project) => !project.archived)
		.map((project) => ({
			id: project.id,
			expert: expertOf(project),
			isHard: project.committed || project.mandatory || project.priority === 'fixed',
			weight: weights[project.priority],
			priority: classes[project.priority] * BUCKETS + (bucketOf.get(project.id) ?? 0),
			after: project.after
		}));
}
