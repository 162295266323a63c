// When a project will be launched, from how its board's projects moved through the stages. Every member may ask; nothing
// is stored. Reads the moves from storage and the plan from the board as it is committed.
import { availability } from '#lib/domain/calendar.ts';
import { dayNumber, dayOf, type Day } from '#lib/domain/days.ts';
import {
	mergeModules,
	readStages,
	type StageEntry,
	type StageTimes
} from '#lib/domain/flow-stages.ts';
import { teamDays, type TeamDays } from '#lib/domain/forecast-calendar.ts';
import { forecastLaunch, type LaunchForecast } from '#lib/domain/forecast-launch.ts';
import type { PastProject } from '#lib/domain/forecast-stages.ts';
import { compareRanked } from '#lib/domain/rank.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import { activePeople } from '#lib/model/team-load.ts';
import { calendarOf } from '#lib/model/work-calendar.ts';
import { canCommand } from '#lib/policy/commands.ts';
import { modulesOf, projectStage, stagesOf } from '#lib/policy/stages.ts';
import { listMoves, type CardMove } from '../db/flow.ts';
import { findMembership } from '../db/memberships.ts';
import { notFound, type CommandDeps } from './command.ts';

type Project = EntityIn<'projects'>;

/** How far dates reach; what lies beyond has none. */
const AHEAD_DAYS = 3 * 365;
/** At least so far back, for throughput. */
const BACK_DAYS = 400;

/** F-14. Problems: `not-found`, `denied`. */
export async function readForecast(
	deps: CommandDeps,
	user: string,
	board: string,
	project: string
): Promise<Result<LaunchForecast>> {
	const actor = await findMembership(deps.db.orm, user, board);
	if (!actor) return notFound('board');
	const verdict = canCommand(actor, 'forecast');
	if (!verdict.ok) return err({ code: 'denied', message: verdict.remedy, value: verdict.rule });
	const moves = await listMoves(deps.db.orm, board, actor.timeZone);
	const today = deps.clock.today(actor.timeZone);
	return deps.collab.read(board, (reader) => forecastOf(reader, moves, today, project));
}

/** The forecast of one project of a board; `not-found` for one that is not on it. */
export function forecastOf(
	board: BoardReader,
	moves: readonly CardMove[],
	today: Day,
	id: string
): Result<LaunchForecast> {
	const asked = board.get('projects', id);
	if (!asked) return notFound('project');
	const stages = stagesOf(board).map((stage) => stage.id);
	const stageOf = (project: Project): string =>
		projectStage(project, modulesOf(board, project.id), stagesOf(board));
	const now = dayNumber(today);
	const days = daysOfTeam(board, Math.min(now - BACK_DAYS, moves[0]?.day ?? now), now + AHEAD_DAYS);
	const byCard = Map.groupBy(moves, (move) => move.card);
	const timesOf = (project: Project): StageTimes =>
		readStages(entriesOf(board, project, byCard, stages), stages, days, now);
	const past: PastProject[] = [];
	for (const project of board.all('projects')) {
		const { finishedOn, startedOn, days: spent } = timesOf(project);
		if (finishedOn !== null)
			past.push({
				id: project.id,
				format: project.contentType,
				finishedOn,
				startedOn,
				days: spent
			});
	}
	const basis = { stages, past, days, today: now };
	return ok(
		forecastLaunch(basis, {
			id,
			format: asked.contentType,
			stage: stageOf(asked),
			spent: timesOf(asked).spent.get(stageOf(asked)) ?? 0,
			ahead: countAhead(
				board,
				asked,
				(project) => stages.indexOf(stageOf(project)),
				stages.length - 1
			),
			launch: asked.launch
		})
	);
}

/** A project's moves; those of its modules where it has any. */
function entriesOf(
	board: BoardReader,
	project: Project,
	byCard: ReadonlyMap<string, CardMove[]>,
	stages: readonly string[]
): StageEntry[] {
	const modules = modulesOf(board, project.id);
	if (modules.length === 0) return byCard.get(project.id) ?? [];
	return mergeModules(
		modules.map((module) => byCard.get(module.id) ?? []),
		stages
	);
}

function daysOfTeam(board: BoardReader, first: number, last: number): TeamDays {
	const [from, to] = [dayOf(first), dayOf(last)];
	const worked = activePeople(board).map((p) => availability(calendarOf(board, p), from, to).gross);
	return teamDays(first, last - first + 1, worked);
}

/** Projects that are launched before it, itself included: those further on, and those above it in its stage. */
function countAhead(
	board: BoardReader,
	asked: Project,
	placeOf: (project: Project) => number,
	last: number
): number {
	const own = placeOf(asked);
	const key = ({ id, position }: Project) => ({ id, rank: position?.rank ?? '' });
	let ahead = 1;
	for (const other of board.all('projects')) {
		if (other.archived || other.id === asked.id) continue;
		const place = placeOf(other);
		if (place === last || place < own) continue;
		if (place > own || compareRanked(key(other), key(asked)) < 0) ahead++;
	}
	return ahead;
}
