// Which pieces of work wait for which, as the timeline draws them: the dates of both from their bookings, the two bars a
// line runs between, and the sentence. A line is drawn only where both have a bar. Pure.

import { isEmptySpan, type Span } from '#lib/domain/days.ts';
import {
	linkWorks,
	type Dated,
	type Dependency,
	type DependencyType,
	type Link
} from '#lib/domain/dependencies.ts';
import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import { countsWith } from '#lib/model/team-load.ts';

export const WORK_KINDS = ['projects', 'modules', 'tasks'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

const FIELDS = { projects: 'project', modules: 'module', tasks: 'task' } as const;

/** A piece of work with its name, as far as it can wait or be waited for. */
export interface Work {
	kind: WorkKind;
	id: string;
	title: string;
	after: readonly Dependency[];
}

export interface Tie extends Link {
	kind: WorkKind;
	/** Titles of who waits, and of what it waits for. */
	title: string;
	onTitle: string;
	/** Bookings between which the line runs; empty where one has none. */
	ofBar: string;
	onBar: string;
}

/** What a booking is for, the most particular first; nothing where it is no project's. */
export function worksOf(board: BoardReader, booking: string): { kind: WorkKind; id: string }[] {
	const row = board.get('allocations', booking);
	const works = [
		{ kind: 'tasks', id: row?.task ?? '' },
		{ kind: 'modules', id: row?.module ?? '' },
		{ kind: 'projects', id: row?.project ?? '' }
	] as const;
	return works.filter((work) => work.id !== '');
}

/** The title of a piece of work, after that of its project where it is a part of one. */
export function titleOfWork(board: BoardReader, kind: WorkKind, id: string): string {
	const row = board.get(kind, id);
	const project = row && 'project' in row ? board.get('projects', row.project) : undefined;
	return project ? `${project.title}: ${row!.title}` : (row?.title ?? '');
}

/** Live work of a kind, by title. */
export function listWorks(board: BoardReader, kind: WorkKind): Work[] {
	const works: Work[] = [];
	for (const row of board.all(kind)) {
		if (row.archived || (row.title === '' && row.after.length === 0)) continue;
		const project =
			'project' in row && typeof row.project === 'string'
				? board.get('projects', row.project)
				: undefined;
		if (kind !== 'projects' && (!project || project.archived)) continue;
		works.push({ kind, id: row.id, title: titleOfWork(board, kind, row.id), after: row.after });
	}
	return works.sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1));
}

/** Works that wait or are waited for; the rest have no line. */
export function listTied(board: BoardReader): Work[] {
	return WORK_KINDS.flatMap((kind) => {
		const wanted = new Set<string>();
		for (const { id, after, archived } of board.all(kind))
			if (after.length > 0 && !archived) for (const one of after) wanted.add(id).add(one.on);
		return wanted.size === 0 ? [] : listWorks(board, kind).filter(({ id }) => wanted.has(id));
	});
}

interface Ends {
	span: Span | null;
	/** The booking that starts first, and the one that ends last. */
	first: string;
	last: string;
}

/** From the first day to the last of all bookings of the work; a task without any has the dates of its own. */
export function endsOf(board: BoardReader, kind: WorkKind, id: string): Ends {
	let first: EntityIn<'allocations'> | undefined;
	let last: EntityIn<'allocations'> | undefined;
	for (const row of board.where('allocations', FIELDS[kind], id)) {
		const { span } = row;
		if (row.archived || !span) continue;
		const [isFirst, isLast] = [
			!first?.span || span.from < first.span.from,
			!last?.span || span.to > last.span.to
		];
		// Most lie between the two that are known, so whether they count is all the same.
		if ((!isFirst && !isLast) || isEmptySpan(span) || !countsWith(board, row)) continue;
		if (isFirst) first = row;
		if (isLast) last = row;
	}
	if (!first?.span || !last?.span) {
		const own = kind === 'tasks' ? (board.get('tasks', id)?.span ?? null) : null;
		return { span: own, first: '', last: '' };
	}
	return {
		span: { from: first.span.from, to: last.span.to },
		first: first.id,
		last: last.id
	};
}

/** Everything that waits, judged by the dates as they stand. */
export function listTies(board: BoardReader, works: readonly Work[]): Tie[] {
	return WORK_KINDS.flatMap((kind) => {
		const own = works.filter((work) => work.kind === kind);
		const ends = new Map(own.map(({ id }) => [id, endsOf(board, kind, id)]));
		const titles = new Map(own.map(({ id, title }) => [id, title]));
		const dated: Dated[] = own.map(({ id, after }) => ({ id, span: ends.get(id)!.span, after }));
		return linkWorks(dated).map((link) => {
			const [tied, bound] = [ends.get(link.on)!, ends.get(link.of)!];
			return {
				...link,
				kind,
				title: titles.get(link.of)!,
				onTitle: titles.get(link.on)!,
				onBar: link.type[0] === 'F' ? tied.last : tied.first,
				ofBar: link.type[1] === 'S' ? bound.first : bound.last
			};
		});
	});
}

export const TYPE_WORDS: Record<DependencyType, string> = {
	FS: 'Start after its end',
	SS: 'Start after its start',
	FF: 'End after its end',
	SF: 'End after its start'
};

/** "2 working days later", "1 working day sooner"; nothing without a lag. */
export function sayLag(lagDays: number): string {
	if (lagDays === 0) return '';
	const days = Math.abs(lagDays) === 1 ? '1 working day' : `${Math.abs(lagDays)} working days`;
	return `${days} ${lagDays > 0 ? 'later' : 'sooner'}`;
}

/** What a bar says of what it waits for; nothing where all is kept. */
export function sayTies(ties: readonly Tie[]): string {
	return ties
		.filter((tie) => tie.state === 'violated' || tie.state === 'circular')
		.map((tie) => `waits for ${tie.onTitle}: ${sayState(tie)}`)
		.join(', ');
}

/** The shortest word for the bar itself: "5 days too early", "circle", or nothing. */
export function sayEarly(ties: readonly Tie[]): string {
	const late = Math.max(0, ...ties.map((tie) => tie.lateDays));
	if (late > 0) return late === 1 ? '1 day too early' : `${late} days too early`;
	return ties.some((tie) => tie.state === 'circular') ? 'circle' : '';
}

/** What is wrong with a tie, or how it stands. */
export function sayState(tie: Link): string {
	if (tie.state === 'circular') return 'Closes a circle, so it is not counted';
	if (tie.state === 'undated') return 'Not both have dates yet';
	if (tie.state === 'kept') return 'Kept';
	const days = tie.lateDays === 1 ? '1 working day' : `${tie.lateDays} working days`;
	return `${days} too early, ${tie.type[1] === 'S' ? 'start' : 'end'} on ${tie.earliest ?? ''} or later`;
}
