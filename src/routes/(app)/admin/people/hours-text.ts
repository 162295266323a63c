// Minutes as people write hours: 450 is 7.5.

import type { SkillLevel } from '#lib/model/people.ts';

export function sayHours(minutes: number): string {
	return String(Number((minutes / 60).toFixed(2)));
}

/** The hours of a week: `37.5 h`, or `no hours` where there is no pattern. */
export function sayWeek(minutes: readonly number[] | undefined): string {
	if (!minutes) return 'no hours';
	return `${sayHours(minutes.reduce((sum, day) => sum + day, 0))} h`;
}

interface Absence {
	from: string;
	to: string;
	minutesPerDay: number | null;
	kind: string;
	status: string;
}

/** `2026-08-03 to 2026-08-07, 4 h a day, annual leave, asked for`. */
export function sayAbsence(absence: Absence, kinds: Readonly<Record<string, string>>): string {
	const { from, to, minutesPerDay } = absence;
	const days = from === to ? from : `${from} to ${to}`;
	const part = minutesPerDay === null ? '' : `, ${sayHours(minutesPerDay)} h a day`;
	const kind = (kinds[absence.kind] ?? 'time off').toLowerCase();
	return `${days}${part}, ${kind}${absence.status === 'requested' ? ', asked for' : ''}`;
}

/** `Storyline 4, Video 2+`: as the field for skills reads it back. */
export function saySkills(skills: readonly SkillLevel[]): string {
	return skills
		.map(({ skill, level, interest }) => `${skill} ${level}${interest === 1 ? '+' : ''}`)
		.join(', ');
}
