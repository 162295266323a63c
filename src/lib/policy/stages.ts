// The stages of a board in order, and where a card stands among them. Pure: reads rows, writes nothing.

import type { StageFacts } from '#lib/domain/gates.ts';
import { stageOfProject } from '#lib/domain/project-stage.ts';
import type { BoardReader, EntityIn } from '#lib/model/board.ts';

export type CardKind = 'projects' | 'modules';

interface KeptStages {
	/** The rows it was made of: a row that changes is another object. */
	rows: EntityIn<'stages'>[];
	stages: StageFacts[];
}
const keptStages = new WeakMap<BoardReader, KeptStages>();

function isMadeOf({ rows }: KeptStages, board: BoardReader): boolean {
	let count = 0;
	for (const row of board.all('stages')) if (row !== rows[count++]) return false;
	return count === rows.length;
}

/** Stages in board order, archived ones left out: the same array until a stage changes. Do not write to it. */
export function stagesOf(board: BoardReader): StageFacts[] {
	const kept = keptStages.get(board);
	if (kept && isMadeOf(kept, board)) return kept.stages;
	const rows = [...board.all('stages')];
	const stages = rows
		.filter((stage) => !stage.archived)
		.map(({ id, name, rank, gate, softLimit }) => ({ id, name, rank, gate, softLimit }))
		.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1));
	keptStages.set(board, { rows, stages });
	return stages;
}

/** The first stage: where new projects start and where a card without a place stands. */
export function firstStage(stages: readonly StageFacts[]): string {
	return stages[0]?.id ?? '';
}

export function modulesOf(board: BoardReader, project: string): EntityIn<'modules'>[] {
	const live: EntityIn<'modules'>[] = [];
	for (const module of board.where('modules', 'project', project))
		if (!module.archived) live.push(module);
	return live;
}

/** Where a project stands: at its earliest open module, else at its own position (rule GT of gates.ts). */
export function projectStage(
	project: EntityIn<'projects'>,
	modules: readonly EntityIn<'modules'>[],
	stages: readonly StageFacts[]
): string {
	const own = project.position?.stage ?? firstStage(stages);
	return stageOfProject(
		own,
		modules.map((module) => module.position?.stage ?? own),
		stages
	);
}

/** The stage a card stands in, a project by its open modules (GT-12); empty for what is not on the board. */
export function standingOf(board: BoardReader, kind: CardKind, id: string): string {
	const stages = stagesOf(board);
	if (kind === 'modules') {
		const module = board.get('modules', id);
		return module ? (module.position?.stage ?? firstStage(stages)) : '';
	}
	const project = board.get('projects', id);
	return project ? projectStage(project, modulesOf(board, id), stages) : '';
}
