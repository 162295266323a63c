// Collects from a board what a gate may ask about one card. Pure: reads rows, writes nothing, knows no clock.

import type { CardFacts, Duties } from '#lib/domain/gates.ts';
import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import { firstStage, stagesOf, type CardKind } from './stages.ts';

/** The board's owner as a person: whom an empty duty falls back to at last. */
export function ownerPerson(board: BoardReader): string {
	let owner = '';
	for (const person of board.all('people'))
		if (person.active && person.role === 'owner' && (owner === '' || person.id < owner))
			owner = person.id;
	return owner;
}

function mergeDuties(project: EntityIn<'projects'>, module?: EntityIn<'modules'>): Duties {
	const merged: Duties = { ...project.duties };
	if (project.lead) merged.lead = project.lead;
	for (const [key, who] of Object.entries(module?.duties ?? {}))
		if (who !== '') merged[key as keyof Duties] = who;
	if (module?.lead) merged.lead = module.lead;
	return merged;
}

/** Everything a gate may ask about a card, or undefined where the card or its project is not on the board. */
export function findCardFacts(
	board: BoardReader,
	kind: CardKind,
	id: string
): CardFacts | undefined {
	const module = kind === 'modules' ? board.get('modules', id) : undefined;
	const project = board.get('projects', module ? module.project : id);
	const card = kind === 'modules' ? module : project;
	if (!card || !project) return undefined;
	const stages = stagesOf(board);
	const mine = (row: { project: string; module: string }): boolean =>
		row.project === project.id && (!module || row.module === module.id);
	const tasks = [...board.where('tasks', 'project', project.id)].filter(
		(task) => !task.archived && mine(task)
	);
	const checks = tasks
		.flatMap((task) => [...board.where('checkItems', 'task', task.id)])
		.filter((item) => !item.archived);
	const bookings = [...board.where('allocations', 'project', project.id)].filter(
		(a) => !a.archived && (!module || a.module === module.id || a.module === '')
	);
	// A sign-off of the whole project covers its modules; a module's covers only itself.
	const signOffs = [...board.where('approvals', 'project', project.id)].filter(
		(a) => !a.revoked && (a.module === '' || a.module === module?.id)
	);
	return {
		kind: module ? 'module' : 'project',
		id,
		title: card.title,
		stage: card.position?.stage ?? firstStage(stages),
		mandatory: project.mandatory,
		effortMinutes: card.effortMinutes,
		launch: card.launch ?? project.launch,
		brief: card.brief || project.brief,
		blocked: card.blocked,
		duties: mergeDuties(project, module),
		ownerPerson: ownerPerson(board),
		bookings: bookings.length,
		tasks: tasks.map((task) => ({ stage: task.stage, done: task.status === 'done' })),
		checks: checks.map((item) => ({ done: item.done })),
		approvals: signOffs
			.filter((a) => a.by !== '')
			.map(({ kind, by, at, solo }) => ({ kind, by, at, solo })),
		requested: signOffs
			.filter((a) => a.by === '' && a.askedOn !== null)
			.map((a) => ({ kind: a.kind, of: a.askedOf, since: a.askedOn! }))
	};
}
