// The editor's form as a value: read from a booking or from work nobody is booked on, checked, and turned into what to
// write. Pure.

import { dayNumber, type Day, type Span } from '#lib/domain/days.ts';
import type { EntityIn } from '#lib/model/board.ts';
import type { Load } from '#lib/model/joint-fields.ts';
import { sameValue } from '#lib/model/value.ts';
import type { Changes } from './bar-moves.ts';
import type { Work } from './unbooked.ts';

export type LoadMode = 'unknown' | Load['mode'];

export interface BookingDraft {
	from: Day | '';
	to: Day | '';
	/** Person id, or empty for an open role. */
	person: string;
	role: string;
	mode: LoadMode;
	/** For hours a day and hours in all. */
	minutes: number | null;
	/** For a share, as typed. */
	percent: string;
	isConfirmed: boolean;
	note: string;
}

function readLoad(load: Load | null): Pick<BookingDraft, 'mode' | 'minutes' | 'percent'> {
	if (load === null) return { mode: 'unknown', minutes: null, percent: '' };
	if (load.mode === 'percent')
		return { mode: 'percent', minutes: null, percent: String(load.amount / 100) };
	return { mode: load.mode, minutes: load.amount, percent: '' };
}

export function draftOfBooking(row: EntityIn<'allocations'>): BookingDraft {
	return {
		from: row.span?.from ?? '',
		to: row.span?.to ?? '',
		person: row.person,
		role: row.role,
		...readLoad(row.load),
		isConfirmed: row.certainty === 'confirmed',
		note: row.note
	};
}

/** A pencilled booking of work from today on; its own dates where it has some. */
export function draftOfWork(work: Work, span: Span): BookingDraft {
	return {
		...span,
		person: '',
		role: '',
		...readLoad(work.effortMinutes === null ? null : { mode: 'total', amount: work.effortMinutes }),
		isConfirmed: false,
		note: ''
	};
}

export type CheckedDraft =
	| {
			ok: true;
			changes: Required<Pick<Changes, 'person' | 'role' | 'load' | 'certainty' | 'note'>> & {
				span: Span;
			};
	  }
	| { ok: false; field: 'from' | 'to' | 'load' | 'person'; message: string };

/** What the form says, or the first thing that is wrong with it. */
export function checkDraft(draft: BookingDraft): CheckedDraft {
	const { from, to, person, role } = draft;
	if (from === '') return { ok: false, field: 'from', message: 'Give the first day.' };
	if (to === '') return { ok: false, field: 'to', message: 'Give the last day.' };
	if (dayNumber(to) < dayNumber(from))
		return { ok: false, field: 'to', message: `It would end before it starts on ${from}.` };
	if (person === '' && role.trim() === '')
		return { ok: false, field: 'person', message: 'Choose a person, or name the open role.' };
	const load = loadOf(draft);
	if (typeof load === 'string') return { ok: false, field: 'load', message: load };
	return {
		ok: true,
		changes: {
			span: { from, to },
			person,
			role: person === '' ? role.trim() : role,
			load,
			certainty: draft.isConfirmed ? 'confirmed' : 'tentative',
			note: draft.note.trim()
		}
	};
}

function loadOf({ mode, minutes, percent }: BookingDraft): Load | null | string {
	if (mode === 'unknown') return null;
	if (mode === 'percent') {
		const number = Number(percent.replace('%', '').replace(',', '.').trim() || NaN);
		if (!(number >= 0 && number <= 1000)) return 'Write a share from 0 to 1000 per cent.';
		return { mode, amount: Math.round(number * 100) };
	}
	if (minutes === null) return 'Give the hours, or choose "Not known".';
	if (mode === 'perDay' && minutes > 24 * 60) return 'A day has 24 hours.';
	return { mode, amount: minutes };
}

/** Only the fields that differ from the booking as it stands now. */
export function findDifferences(row: EntityIn<'allocations'>, changes: Changes): Changes {
	const differ = Object.entries(changes).filter(
		([field, value]) => !sameValue(row[field as keyof typeof row], value)
	);
	return Object.fromEntries(differ);
}
