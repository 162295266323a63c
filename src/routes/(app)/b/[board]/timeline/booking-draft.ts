// The editor's form as a value: read from a booking or from work nobody is booked on, checked, and turned into what to
// write. Pure.

import { spanFault, type Day, type Span } from '#lib/domain/days.ts';
import type { EntityIn } from '#lib/model/board.ts';
import type { Load } from '#lib/model/joint-fields.ts';
import { sameValue } from '#lib/model/value.ts';
import type { Changes } from './bar-moves.ts';
import type { Work } from './unbooked.ts';

type Row = EntityIn<'allocations'>;
export type LoadMode = 'unknown' | Load['mode'];

export interface BookingDraft {
	/** Empty for non-project work. */
	project: string;
	module: string;
	task: string;
	from: Day | '';
	to: Day | '';
	/** Person id, or empty for an open role. */
	person: string;
	role: string;
	/** What an open role asks for; '' is any level. */
	skill: string;
	level: string;
	mode: LoadMode;
	/** For hours a day and hours in all. */
	minutes: number | null;
	/** For a share, as typed. */
	percent: string;
	contour: Row['contour'];
	isTentative: boolean;
	/** Per cent as typed; empty is the usual half. */
	probability: string;
	kind: Row['kind'];
	isLocked: boolean;
	note: string;
}

function readLoad(load: Load | null): Pick<BookingDraft, 'mode' | 'minutes' | 'percent'> {
	if (load === null) return { mode: 'unknown', minutes: null, percent: '' };
	if (load.mode === 'percent')
		return { mode: 'percent', minutes: null, percent: String(load.amount / 100) };
	return { mode: load.mode, minutes: load.amount, percent: '' };
}

export function draftOfBooking(row: Row): BookingDraft {
	const { project, module, task, person, role, skill, contour, kind, note, probabilityBp } = row;
	return {
		...{ project, module, task, person, role, skill, contour, kind, note },
		from: row.span?.from ?? '',
		to: row.span?.to ?? '',
		level: row.level === null ? '' : String(row.level),
		...readLoad(row.load),
		isTentative: row.certainty !== 'confirmed',
		probability: probabilityBp === null ? '' : String(probabilityBp / 100),
		isLocked: row.locked
	};
}

/** A pencilled booking of work from today on; its own dates where it has some. */
export function draftOfWork(work: Work, span: Span): BookingDraft {
	const { project, module, task, effortMinutes } = work;
	return {
		...blankDraft({ project, module, task, span }),
		...readLoad(effortMinutes === null ? null : { mode: 'total', amount: effortMinutes })
	};
}

/** A pencilled booking of all of somebody's hours, as far as it is known who, on what and when. */
export function blankDraft({
	span,
	...given
}: { span: Span } & Partial<BookingDraft>): BookingDraft {
	return {
		...{ project: '', module: '', task: '', person: '', role: '', skill: '', level: '' },
		...{ mode: 'percent', percent: '100', minutes: null, probability: '', note: '' },
		...{ contour: 'flat', kind: 'project', isTentative: true, isLocked: false },
		...span,
		...given
	};
}

/** The choice of a field of work that is none of a project. */
export const NO_PROJECT = 'none';

/** The work of a draft as one choice: `project module`, `none`, or empty where nothing is chosen. */
export function readWork({ project, module, kind }: BookingDraft): string {
	if (project === '') return kind === 'other' ? NO_PROJECT : '';
	return module === '' ? project : `${project} ${module}`;
}

/** What a draft becomes with another work: non-project work has no project, and what has one is project work. */
export function chooseWork(
	{ kind }: Pick<BookingDraft, 'kind'>,
	choice: string
): Pick<BookingDraft, 'project' | 'module' | 'task' | 'kind'> {
	if (choice === NO_PROJECT) return { project: '', module: '', task: '', kind: 'other' };
	const [project = '', module = ''] = choice.split(' ');
	return { project, module, task: '', kind: kind === 'other' ? 'project' : kind };
}

/** Everything the form writes but the certainty, which `settleCertainty` says. */
type Written = Required<
	Pick<Changes, 'person' | 'role' | 'skill' | 'level' | 'load' | 'contour' | 'note' | 'kind'>
> &
	Required<Pick<Changes, 'probabilityBp' | 'locked' | 'project' | 'module' | 'task'>> & {
		span: Span;
	};

export type CheckedDraft =
	| { ok: true; changes: Written }
	| {
			ok: false;
			field: 'work' | 'from' | 'to' | 'load' | 'person' | 'probability';
			message: string;
	  };

/** What the form says, or the first thing that is wrong with it. */
export function checkDraft(draft: BookingDraft): CheckedDraft {
	const { project, module, task, from, to, person, role, skill, level, kind } = draft;
	if (project === '' && kind !== 'other')
		return { ok: false, field: 'work', message: 'Choose what it is for.' };
	if (from === '') return { ok: false, field: 'from', message: 'Give the first day.' };
	if (to === '') return { ok: false, field: 'to', message: 'Give the last day.' };
	const fault = spanFault({ from, to });
	if (fault !== null) return { ok: false, field: 'to', message: `It ${fault}.` };
	if (person === '' && role.trim() === '')
		return { ok: false, field: 'person', message: 'Choose a person, or name the open role.' };
	const load = loadOf(draft);
	if (typeof load === 'string') return { ok: false, field: 'load', message: load };
	const probabilityBp = draft.probability.trim() === '' ? null : readShare(draft.probability, 100);
	if (Number.isNaN(probabilityBp))
		return { ok: false, field: 'probability', message: 'Write a share from 0 to 100 per cent.' };
	return {
		ok: true,
		changes: {
			...{ project, module, task },
			...{ person, skill: skill.trim(), level: level === '' ? null : Number(level), kind },
			...{ span: { from, to }, load, contour: draft.contour, probabilityBp },
			...{ locked: draft.isLocked, note: draft.note.trim() },
			role: person === '' ? role.trim() : role
		}
	};
}

/** Basis points of a share as typed; NaN where it is none up to `most` per cent. */
function readShare(text: string, most: number): number {
	const number = Number(text.replace('%', '').replace(',', '.').trim() || NaN);
	return number >= 0 && number <= most ? Math.round(number * 100) : NaN;
}

function loadOf({ mode, minutes, percent }: BookingDraft): Load | null | string {
	if (mode === 'unknown') return null;
	if (mode === 'percent') {
		const amount = readShare(percent, 1000);
		return Number.isNaN(amount) ? 'Write a share from 0 to 1000 per cent.' : { mode, amount };
	}
	if (minutes === null) return 'Give the hours, or choose "Not known".';
	if (mode === 'perDay' && minutes > 24 * 60) return 'A day has 24 hours.';
	return { mode, amount: minutes };
}

/** Only the fields that differ from the booking as it stands now. */
export function findDifferences(row: Row, changes: Changes): Changes {
	const differ = Object.entries(changes).filter(
		([field, value]) => !sameValue(row[field as keyof typeof row], value)
	);
	return Object.fromEntries(differ);
}

const AGREED = ['person', 'span', 'load', 'contour'] as const;

/**
 * What a booking becomes besides its fields: confirming is asked of the server afterwards, again where it has changed
 * hands; somebody of another home team is requested, and what that team has confirmed stays so while nothing of it changes.
 */
export function settleCertainty(
	row: Row | undefined,
	changes: Changes,
	{ isTentative, isHome }: { isTentative: boolean; isHome: boolean }
): { certainty: Row['certainty']; wantsConfirm: boolean } {
	const isTouched = !row || AGREED.some((field) => field in findDifferences(row, changes));
	if (!isHome) {
		const stays = row?.certainty === 'confirmed' && !isTouched && !isTentative;
		return { certainty: stays ? 'confirmed' : 'requested', wantsConfirm: false };
	}
	const isSame = row?.person === changes.person;
	if (!isTentative)
		return isSame && row?.certainty === 'confirmed'
			? { certainty: 'confirmed', wantsConfirm: false }
			: { certainty: (isSame && row?.certainty) || 'tentative', wantsConfirm: true };
	const isAsked = isSame && row?.certainty === 'requested';
	return { certainty: isAsked ? 'requested' : 'tentative', wantsConfirm: false };
}
