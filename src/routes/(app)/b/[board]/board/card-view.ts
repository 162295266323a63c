// What a card shows, as plain words: from one project or module and what surrounds it. Pure; `today` is an argument.

import { daysBetween, sayDay, type Day } from '#lib/domain/days.ts';
import type { BoardReader } from '#lib/model/board.ts';
import type { Override } from '#lib/model/joint-fields.ts';
import { contentTypes, type ContentType } from '#lib/model/project.ts';
import { modulesOf, stagesOf, type CardKind } from '#lib/policy/stages.ts';
import type { Room } from './board-layout.ts';

export interface CardView {
	id: string;
	title: string;
	contentType: ContentType;
	typeLabel: string;
	code: string;
	/** "26 h", or "unsized": unknown is not zero. */
	effort: string;
	/** "14 Jan", with the year when it is not this one; empty without a launch day. */
	launch: string;
	/** Days past the launch day, 0 when it is not late. */
	lateDays: number;
	blocked: string;
	override: Override | null;
	lead: string;
	leadName: string;
	/** "Build, 3 of 5 modules" on a project, the project's title on a module. */
	progress: string;
	/** The same without "Build, ", which the column says already. */
	shortProgress: string;
	/** Everything but the title in one line, for those who do not see the card. */
	summary: string;
}

/** What there is to say of a card that is not there. */
export const NO_VIEW: CardView = {
	...{ id: '', title: '', contentType: 'course', typeLabel: '', code: '', effort: '', launch: '' },
	...{ lateDays: 0, blocked: '', override: null, lead: '', leadName: '' },
	...{ progress: '', shortProgress: '', summary: '' }
};

/** What is drawn of a card below its title, in the room it has. */
export interface CardLines {
	/** "  26 h  14 Jan", to stand after the code. */
	figures: string;
	/** "  ▲ 3 d late", empty where it is not. */
	alarm: string;
	/** "Course · Build, 3 of 5 modules". */
	about: string;
}

/** Between parts of one line. Not a margin: where a page runs from right to left, it would not be between them. */
const APART = '  ';

/** Where there is little room the launch day gives way to how late it is, and the stage is left out. */
export function findLines(view: CardView, room: Room): CardLines {
	const isLate = view.lateDays > 0;
	const hasLaunch = view.launch !== '' && !(isLate && room === 'narrow');
	const progress = room === 'narrow' ? view.shortProgress : view.progress;
	const figures = [view.effort, ...(hasLaunch ? [view.launch] : [])].join(APART);
	return {
		figures: view.code === '' ? figures : APART + figures,
		alarm: isLate ? `${APART}▲ ${view.lateDays} d late` : '',
		about: progress === '' ? view.typeLabel : `${view.typeLabel} · ${progress}`
	};
}

/** "26 h" or "0.5 h" from minutes, "unsized" from null. */
export function formatEffort(minutes: number | null): string {
	if (minutes === null) return 'unsized';
	const hours = minutes / 60;
	return `${hours >= 10 ? Math.round(hours) : Number(hours.toFixed(1))} h`;
}

/** Days past the launch day; a card in the last stage has launched and is never late. */
export function countLateDays(
	launch: Day | null,
	stage: string,
	lastStage: string,
	today: Day
): number {
	return launch && stage !== lastStage && launch < today ? daysBetween(launch, today) : 0;
}

/** The card of a project or a module standing at `stage`, or undefined where it is not on the board. */
export function findCardView(
	board: BoardReader,
	kind: CardKind,
	id: string,
	stage: string,
	today: Day
): CardView | undefined {
	const module = kind === 'modules' ? board.get('modules', id) : undefined;
	const project = board.get('projects', module ? module.project : id);
	const card = kind === 'modules' ? module : project;
	if (!card || !project) return undefined;
	const stages = stagesOf(board);
	const launchDay = card.launch ?? project.launch;
	const lead = card.lead || project.lead;
	const counted = module ? '' : countModules(board, id, stage, stages);
	const stageName = stages.find((one) => one.id === stage)?.name ?? '';
	const shortProgress = module ? project.title : counted;
	const view = {
		id,
		title: card.title || 'Untitled',
		contentType: project.contentType,
		typeLabel: contentTypes[project.contentType],
		code: module ? [project.code, module.language].filter(Boolean).join(' · ') : project.code,
		effort: formatEffort(card.effortMinutes),
		launch: launchDay ? sayDay(launchDay, today) : '',
		lateDays: countLateDays(launchDay, stage, stages.at(-1)?.id ?? '', today),
		blocked: card.blocked,
		override: card.override,
		lead,
		leadName: board.get('people', lead)?.name ?? '',
		progress: counted ? `${stageName}, ${counted}` : shortProgress,
		shortProgress
	};
	return { ...view, summary: describeCard(view) };
}

/** "3 of 5 modules": how many of a project's modules stand at its stage; the others are further. */
function countModules(
	board: BoardReader,
	project: string,
	stage: string,
	stages: readonly { id: string }[]
): string {
	const modules = modulesOf(board, project);
	if (modules.length === 0) return '';
	const placeOf = (id: string | undefined): number => stages.findIndex((one) => one.id === id);
	const at = placeOf(stage);
	const beyond = modules.filter((module) => placeOf(module.position?.stage) > at).length;
	const noun = modules.length === 1 ? 'module' : 'modules';
	return `${modules.length - beyond} of ${modules.length} ${noun}`;
}

function describeCard(view: Omit<CardView, 'summary'>): string {
	return [
		view.typeLabel,
		view.code,
		view.effort,
		view.launch && `launch ${view.launch}`,
		view.lateDays > 0 && `${view.lateDays} ${view.lateDays === 1 ? 'day' : 'days'} late`,
		view.blocked && `blocked: ${view.blocked}`,
		view.leadName ? `lead ${view.leadName}` : 'no lead',
		view.progress,
		view.override && `moved past a gate: ${view.override.reason}`
	]
		.filter(Boolean)
		.join(', ');
}
