// The filter of the board, kept in the address so that a link shows the same cards. Pure. What it does not know in
// an address it leaves alone; unknown values are dropped.

import type { Day } from '#lib/domain/days.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { contentTypes, type ContentType } from '#lib/model/project.ts';
import type { CardKind } from '#lib/policy/stages.ts';
import { countLateDays } from './card-view.ts';

export const marks = { late: 'Late', blocked: 'Blocked', unsized: 'Unsized' } as const;
export type Mark = keyof typeof marks;

export interface Filter {
	text: string;
	types: ContentType[];
	/** Person ids; `none` for cards without a lead. */
	leads: string[];
	marks: Mark[];
}

export const NO_FILTER: Filter = { text: '', types: [], leads: [], marks: [] };

const list = (value: string | null): string[] => (value ?? '').split(',').filter(Boolean);

/** The filter an address asks for. */
export function readFilter(params: URLSearchParams): Filter {
	return {
		text: params.get('q') ?? '',
		types: list(params.get('type')).filter((type) =>
			Object.hasOwn(contentTypes, type)
		) as ContentType[],
		leads: list(params.get('lead')),
		marks: list(params.get('mark')).filter((mark) => Object.hasOwn(marks, mark)) as Mark[]
	};
}

/** The same address with this filter; an empty part is left out. */
export function writeFilter(params: URLSearchParams, filter: Filter): URLSearchParams {
	const next = new URLSearchParams(params);
	const parts = {
		q: filter.text,
		type: filter.types.join(','),
		lead: filter.leads.join(','),
		mark: filter.marks.join(',')
	};
	for (const [name, value] of Object.entries(parts))
		if (value === '') next.delete(name);
		else next.set(name, value);
	return next;
}

export function isFiltering(filter: Filter): boolean {
	return (
		filter.text.trim() !== '' ||
		filter.types.length > 0 ||
		filter.leads.length > 0 ||
		filter.marks.length > 0
	);
}

/** The list with `value` taken out, or put in where it was not. */
export function toggle<T>(values: readonly T[], value: T): T[] {
	return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

interface Surroundings {
	stage: string;
	lastStage: string;
	today: Day;
}

/** Does a card pass? Every part must; text is looked for in title, code, the project's title and the lead's name. */
export function passesFilter(
	board: BoardReader,
	kind: CardKind,
	id: string,
	filter: Filter,
	around: Surroundings
): boolean {
	const module = kind === 'modules' ? board.get('modules', id) : undefined;
	const project = board.get('projects', module ? module.project : id);
	const card = module ?? project;
	if (!card || !project) return false;
	if (filter.types.length > 0 && !filter.types.includes(project.contentType)) return false;
	const lead = card.lead || project.lead;
	if (filter.leads.length > 0 && !filter.leads.includes(lead || 'none')) return false;
	for (const mark of filter.marks) {
		if (mark === 'blocked' && card.blocked === '') return false;
		if (mark === 'unsized' && card.effortMinutes !== null) return false;
		const launch = card.launch ?? project.launch;
		if (
			mark === 'late' &&
			countLateDays(launch, around.stage, around.lastStage, around.today) === 0
		)
			return false;
	}
	const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return true;
	const leadName = board.get('people', lead)?.name ?? '';
	const hay = `${card.title} ${project.title} ${project.code} ${leadName}`.toLowerCase();
	return words.every((word) => hay.includes(word));
}
