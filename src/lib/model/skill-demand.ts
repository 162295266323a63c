// What a board asks for by skill, and who could do it, week by week within quarters: the input of domain/supply.ts and
// the figures beside it. Work is counted once: a task somebody is booked for is the booking (S-6). Knows no clock.

import { addDays, intersectSpans, isEmptySpan, type Day, type Span } from '#lib/domain/days.ts';
import type { Need } from '#lib/domain/supply-shortage.ts';
import type { BoardReader, EntityIn } from './board.ts';
import type { LoadBasis } from './load-cell.ts';
import { findWeek, listQuarters, shareOut, type Quarter } from './quarters.ts';
import {
	readSuppliers,
	skillKey,
	SkillTable,
	type SkilledPerson,
	type SkillFigures
} from './skill-supply.ts';
import { bookingOf, type TeamLoad } from './team-load.ts';

/** A need with where it comes from, for people to read. */
export interface NamedNeed extends Need {
	title: string;
	project: string;
}

export interface SkillDemand {
	quarters: Quarter[];
	weeks: Span[];
	needs: NamedNeed[];
	suppliers: SkilledPerson[];
	skills: SkillFigures[];
	/** Work that cannot be counted: without a skill (minutes), or without dates (pieces). */
	unnamedMinutes: number;
	undated: number;
}

/** S-6: reads the board; `load` must cover the quarters, what lies outside it is nobody's. */
export function readSkillDemand(
	board: BoardReader,
	load: TeamLoad,
	today: Day,
	basis: LoadBasis,
	count = 4
): SkillDemand {
	const { quarters, weeks } = listQuarters(today, count);
	const suppliers = readSuppliers(board, load, weeks, basis);
	const held = new Set(suppliers.map((one) => one.id));
	const figures = new SkillTable(quarters.length);
	for (const { person } of suppliers) figures.have(person);
	const needs: NamedNeed[] = [];
	const demand = { needs, unnamedMinutes: 0, undated: 0 };
	const add = (work: Work, quarter: number, minutes: number): void => {
		const at = quarters[quarter]!;
		const inside = intersectSpans(work.span, at) ?? at;
		if (minutes <= 0) return;
		figures.of(work.skill).quarters[quarter]!.open += minutes;
		needs.push({
			...{ id: `${work.id} ${quarter}`, skill: skillKey(work.skill) },
			...{
				level: work.level,
				minutes,
				quarter,
				title: work.title,
				project: work.project,
				period: quarter
			},
			from: findWeek(weeks, inside.from),
			to: findWeek(weeks, inside.to)
		});
	};
	for (const row of board.all('allocations')) {
		const booking = bookingOf(board, row);
		if (!booking?.span || isEmptySpan(booking.span)) continue;
		const skill = skillOf(board, row);
		const isOpen = !held.has(row.person);
		for (const [i, quarter] of quarters.entries()) {
			if (!intersectSpans(booking.span, quarter)) continue;
			const minutes = load.grid.minutesOf(row.id, quarter.from, quarter.to);
			if (minutes === null) {
				if (skill !== '' && isOpen) figures.of(skill).quarters[i]!.unsized++;
			} else if (!isOpen) {
				if (skill !== '' && (booking.certainty === 'confirmed' || basis !== 'booked'))
					figures.of(skill).quarters[i]!.booked += minutes;
			} else if (skill === '') demand.unnamedMinutes += minutes;
			else
				add(
					{
						...{ id: row.id, skill, level: row.level ?? 0, span: booking.span },
						...{ title: row.role || skill, project: row.project }
					},
					i,
					minutes
				);
		}
	}
	for (const task of board.all('tasks')) {
		const work = openWork(board, task, today);
		if (!work) continue;
		const minutes = task.remainingMinutes ?? task.effortMinutes;
		if (task.skill === '') demand.unnamedMinutes += minutes ?? 0;
		else if (work.span === null) demand.undated++;
		else {
			const parts = shareOut(minutes ?? 0, work.span, quarters);
			for (const [i, part] of parts.entries()) {
				if (part !== null && minutes === null) figures.of(task.skill).quarters[i]!.unsized++;
				add({ ...work, span: work.span }, i, part ?? 0);
			}
		}
	}
	figures.count(suppliers, quarters);
	return { quarters, weeks, ...demand, suppliers, skills: figures.list() };
}

interface Work {
	id: string;
	skill: string;
	level: number;
	span: Span;
	title: string;
	project: string;
}

/** What an allocation asks for: its own skill, its task's, or the open role by its name. */
function skillOf(board: BoardReader, row: EntityIn<'allocations'>): string {
	const task = row.task === '' ? undefined : board.get('tasks', row.task);
	return (row.skill || task?.skill || (row.person === '' ? row.role : '')).trim();
}

/** S-6: a task that is still to be done and that no booking stands for; its days from today on, null without any. */
function openWork(
	board: BoardReader,
	task: EntityIn<'tasks'>,
	today: Day
): (Omit<Work, 'span'> & { span: Span | null }) | null {
	const project = board.get('projects', task.project);
	if (!project || project.archived || task.archived || task.status === 'done') return null;
	if (isBooked(board, task)) return null;
	const until = task.span?.to ?? project.launch;
	const from = task.span && task.span.from > today ? task.span.from : today;
	// Overdue work is needed within the week.
	const span = until === null ? null : { from, to: until < today ? addDays(today, 6) : until };
	const { id, skill, title } = task;
	return { id, skill, level: task.level ?? 0, title, project: task.project, span };
}

function isBooked(board: BoardReader, task: EntityIn<'tasks'>): boolean {
	const key = skillKey(task.skill);
	return [...board.where('allocations', 'project', task.project)].some((row) => {
		if (!bookingOf(board, row)) return false;
		if (row.task !== '') return row.task === task.id;
		if (task.assignee !== '') return row.person === task.assignee;
		return row.person === '' && skillKey(skillOf(board, row)) === key;
	});
}
