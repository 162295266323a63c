// What a row of a roster would change, in words: field, value now, value then.
import { patternOn } from '#lib/domain/calendar.ts';
import type { Day } from '#lib/domain/days.ts';
import type { PatternRow, PersonRow } from '../../db/people.ts';

const words: Partial<Record<keyof PersonRow, string>> = {
	externalId: 'employee number',
	name: 'name',
	title: 'job title',
	unit: 'team',
	region: 'country or region',
	timeZone: 'time zone',
	nonProjectBp: 'not for projects',
	maxLoadBp: 'most load',
	skillLevels: 'skills',
	starts: 'employed from',
	ends: 'employed until',
	active: 'active'
};

export const sumOf = (minutes: readonly number[]): number =>
	minutes.reduce((sum, day) => sum + day, 0);

/** One clause for each thing that changes; for somebody new only what is worth a look. */
export function describeChange(
	before: PersonRow | undefined,
	change: Partial<PersonRow>,
	pattern: PatternRow | null,
	patterns: readonly PatternRow[],
	today: Day
): string[] {
	const notes: string[] = [];
	if (before)
		for (const [field, label] of Object.entries(words) as [keyof PersonRow, string][]) {
			if (change[field] === undefined) continue;
			const [old, now] = [say(field, before[field]), say(field, change[field])];
			if (old !== now) notes.push(`${label}: ${old || 'none'} → ${now || 'none'}`);
		}
	const now = patternOn(patterns, pattern?.from ?? today)?.minutes;
	if (pattern) {
		const since = pattern.from === null ? '' : ` from ${pattern.from}`;
		const old = now ? `${sayHours(now)} → ` : '';
		notes.push(`hours a week: ${old}${sayHours(pattern.minutes)}${since}`);
	} else if (before?.hoursAssumed && change.hoursAssumed === false)
		notes.push('hours a week: no longer assumed');
	return notes;
}

function sayHours(minutes: readonly number[]): string {
	return String(Number((sumOf(minutes) / 60).toFixed(2)));
}

function say(field: keyof PersonRow, value: unknown): string {
	if (value === null || value === undefined) return '';
	if (field === 'nonProjectBp' || field === 'maxLoadBp') return `${Number(value) / 100} %`;
	if (field === 'active') return value === true ? 'yes' : 'no';
	if (field === 'skillLevels')
		return (value as PersonRow['skillLevels'])
			.map(({ skill, level }) => `${skill} ${level}`)
			.sort()
			.join(', ');
	return String(value);
}
