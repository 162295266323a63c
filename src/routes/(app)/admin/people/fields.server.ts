// From a form's text to the input a command takes: hours to minutes, per cent to basis points, empty to none.
// Checks nothing: the command does.

import { DEFAULT_NON_PROJECT_BP } from '#lib/domain/calendar.ts';
import type { SkillLevel } from '#lib/model/people.ts';

type Fields = Record<string, unknown>;

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** `7.5`, `7,5` and `7:30` are 450 minutes; what is no number becomes NaN, which the command refuses. */
export function readMinutes(text: string): number {
	const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
	if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
	return text === '' ? 0 : Math.round(Number(text.replace(',', '.')) * 60);
}

/** Per cent as basis points; null for an empty field, NaN for no number. */
function readBp(form: FormData, name: string): number | null {
	const text = textOf(form, name).replace(',', '.');
	return text === '' ? null : Math.round(Number(text) * 100);
}

/** `Storyline 4, Video 2+`: a level from 1 to 5 behind the name, 3 where there is none; + wants to grow in it. */
export function readSkillLevels(text: string): SkillLevel[] {
	return text.split(',').flatMap((part) => {
		const [, skill = '', level, grows] =
			/^(.*?)(?:[\s:(]+([1-5])(\+)?\)?)?$/.exec(part.trim()) ?? [];
		return skill === '' ? [] : [{ skill, level: Number(level ?? 3), interest: grows ? 1 : 0 }];
	});
}

/** A list that a form carries along as JSON; nothing where it is none. */
function readList<T>(form: FormData, name: string): T[] {
	try {
		const list: unknown = JSON.parse(textOf(form, name) || '[]');
		return Array.isArray(list) ? (list as T[]) : [];
	} catch {
		return [];
	}
}

const whose = (form: FormData): Fields => ({
	board: textOf(form, 'board'),
	person: textOf(form, 'person')
});

function readPlain(form: FormData): Fields {
	return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
}

export const readFields = {
	plain: readPlain,
	add: readPlain,
	edit: (form: FormData): Fields => ({
		...readPlain(form),
		starts: textOf(form, 'starts') || null,
		ends: textOf(form, 'ends') || null,
		active: form.has('active'),
		// Cleared is what holds unless somebody says otherwise, not nothing.
		nonProjectBp: readBp(form, 'nonProjectPercent') ?? DEFAULT_NON_PROJECT_BP,
		maxLoadBp: readBp(form, 'maxLoadPercent'),
		skillLevels: readSkillLevels(textOf(form, 'skills')),
		externalId: textOf(form, 'externalId') || null
	}),
	/** The dated shares as they stand, with one more from a day, or without it. */
	share: (form: FormData): Fields => {
		const [from, bp] = [textOf(form, 'from'), readBp(form, 'percent')];
		const others = readList<{ from: string }>(form, 'shares').filter((one) => one.from !== from);
		return {
			...whose(form),
			nonProjectFrom: form.has('remove') ? others : [...others, { from, bp: bp ?? 0 }]
		};
	},
	/** The days of their own as they stand, with one more, or without it. */
	day: (form: FormData): Fields => {
		const day = textOf(form, 'day');
		const others = readList<{ day: string }>(form, 'days').filter((one) => one.day !== day);
		const minutes = readMinutes(textOf(form, 'hours'));
		return {
			...whose(form),
			ownDays: form.has('remove') ? others : [...others, { day, minutes }]
		};
	},
	pattern: (form: FormData): Fields => ({
		...readPlain(form),
		from: textOf(form, 'from') || null,
		minutes: form.has('remove')
			? null
			: form.getAll('day').map((cell) => readMinutes(String(cell).trim()))
	}),
	absence: (form: FormData): Fields => {
		const hours = textOf(form, 'hours');
		const from = textOf(form, 'from');
		return {
			...readPlain(form),
			to: textOf(form, 'to') || from,
			minutesPerDay: hours === '' ? null : readMinutes(hours)
		};
	}
} satisfies Record<string, (form: FormData) => Fields>;
