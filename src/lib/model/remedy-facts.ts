// What remedies must know of a board: which work of a cell may be touched and how far, and who could take it over. Says
// nothing of rights: those are asked when a remedy is applied.

import type { LooseWork, RemedyQuestion, Taker } from '#lib/domain/remedies.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import { shiftWorkdays } from '#lib/domain/dependencies.ts';
import type { BoardReader, EntityIn } from './board.ts';
import type { CauseQuestion, CellCauses } from './load-causes.ts';
import { countedMinutes } from './load-cell.ts';
import { activePeople } from './team-load.ts';

/** RE-3, RE-4: the question of a cell whose causes are known; `isAsked`: of whom another team decides. */
export function askRemedies(
	question: CauseQuestion,
	causes: CellCauses,
	isAsked: (person: string) => boolean
): RemedyQuestion {
	const { board, load, group, from, to, basis, today } = question;
	const people = activePeople(board);
	const work = causes.groups.flatMap(({ parts }) =>
		parts.flatMap((part): LooseWork[] => {
			const row = part.elsewhere ? undefined : board.get('allocations', part.id);
			if (!row || row.locked || row.person === '' || part.countedMinutes <= 0) return [];
			return [{ ...part, ...boundsOf(board, row) }];
		})
	);
	return {
		grid: load.grid,
		cell: { people: group.people, from, to, count: (sums) => countedMinutes(sums, basis) },
		work,
		takersOf: (id) =>
			findTakers(board, people, board.get('allocations', id)).map((taker) => ({
				...taker,
				isAsked: isAsked(taker.person)
			})),
		limitBpOf: (person) => board.get('people', person)?.maxLoadBp ?? 10_000,
		today
	};
}

/** RE-4: how far in time a booking may go. Delivery and upkeep are not bound by the launch. */
function boundsOf(
	board: BoardReader,
	row: EntityIn<'allocations'>
): Pick<LooseWork, 'launch' | 'canLaunchLater' | 'mustEndBy' | 'isFixed'> {
	const project = board.get('projects', row.project);
	const launches = [board.get('modules', row.module)?.launch, project?.launch].filter(
		(day): day is Day => typeof day === 'string'
	);
	const isBound = row.kind === 'project';
	return {
		launch: isBound && launches.length > 0 ? launches.sort()[0]! : null,
		canLaunchLater: !!project && !project.committed && project.priority !== 'fixed',
		mustEndBy: isBound ? findEndBy(board, row.project) : null,
		isFixed: row.kind === 'delivery'
	};
}

/** The last day on which a project may end for what is to start after it and is booked already; null is any. */
function findEndBy(board: BoardReader, project: string): Day | null {
	const ends: Day[] = [];
	for (const other of board.all('projects')) {
		if (other.archived) continue;
		for (const { on, type, lagDays } of other.after) {
			if (on !== project || type !== 'FS') continue;
			const starts = [...board.where('allocations', 'project', other.id)]
				.filter((row) => !row.archived && row.span !== null)
				.map((row) => row.span!.from)
				.sort();
			if (starts[0]) ends.push(addDays(shiftWorkdays(starts[0], -lagDays), -1));
		}
	}
	return ends.sort()[0] ?? null;
}

const SKILL_SHARE = 0.6;
const KNOWS_THE_WORK = 0.25;
const SAME_TEAM = 0.15;

/** RE-3: who has the skill, the best first: those who know the work, then those of the holder's own team. */
function findTakers(
	board: BoardReader,
	people: readonly EntityIn<'people'>[],
	row: EntityIn<'allocations'> | undefined
): Taker[] {
	if (!row) return [];
	const holder = board.get('people', row.person);
	const task = board.get('tasks', row.task);
	const wanted = row.skill || task?.skill || '';
	const level = row.level ?? task?.level ?? 0;
	const onIt = new Set(
		[...board.where('allocations', 'project', row.project)]
			.filter((one) => !one.archived && one.project !== '')
			.map((one) => one.person)
	);
	return people
		.filter((person) => person.id !== row.person)
		.map((person) => ({
			person: person.id,
			share: wanted
				? Number(hasSkill(person, wanted, level))
				: shareSkills(person.skills, holder?.skills ?? []),
			bonus:
				(onIt.has(person.id) ? KNOWS_THE_WORK : 0) + (person.unit === holder?.unit ? SAME_TEAM : 0)
		}))
		.filter(({ share }) => share > 0)
		.map(({ person, share, bonus }) => ({ person, fit: share * SKILL_SHARE + bonus }))
		.sort((a, b) => b.fit - a.fit || (a.person < b.person ? -1 : 1));
}

function hasSkill(person: EntityIn<'people'>, wanted: string, level: number): boolean {
	const same = (skill: string): boolean => skill.toLowerCase() === wanted.toLowerCase();
	const known = person.skillLevels.find(({ skill }) => same(skill));
	return known ? known.level >= level : person.skills.some(same);
}

function shareSkills(mine: readonly string[], theirs: readonly string[]): number {
	if (theirs.length === 0) return 0;
	return theirs.filter((skill) => mine.includes(skill)).length / theirs.length;
}
