// What the server mirrors onto a board: its people, when they are away, and recorded approvals. No member writes
// these; the kind of leave never leaves the server.

import { isDay } from '#lib/domain/days.ts';
import { entity, type EntityOf } from './entity.ts';
import { list, span } from './joint-fields.ts';
import { choice, day, flag, instant, ref, text, whole } from './plain-fields.ts';
import { hasExactly } from './value.ts';

/** Minutes for Monday to Sunday, from a day on; `from` is null for "always". */
export interface DatedPattern {
	from: string | null;
	minutes: readonly number[];
}

const isPattern = (value: unknown): value is DatedPattern =>
	hasExactly(value, ['from', 'minutes']) &&
	(value.from === null || (typeof value.from === 'string' && isDay(value.from))) &&
	Array.isArray(value.minutes) &&
	value.minutes.length === 7 &&
	value.minutes.every((m) => Number.isInteger(m) && m >= 0 && m <= 1440 && !Object.is(m, -0));

const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= 80 && value.isWellFormed();

/** A skill somebody has: from 1, aware, to 5, expert; `interest` 1 where they want to grow in it. */
export interface SkillLevel {
	skill: string;
	level: number;
	interest?: 0 | 1;
}

const isSkillLevel = (value: unknown): value is SkillLevel =>
	(hasExactly(value, ['skill', 'level']) ||
		(hasExactly(value, ['skill', 'level', 'interest']) &&
			(value.interest === 0 || value.interest === 1))) &&
	isText(value.skill) &&
	Number.isInteger(value.level) &&
	(value.level as number) >= 1 &&
	(value.level as number) <= 5;

const isWholeUpTo = (value: unknown, max: number): boolean =>
	Number.isInteger(value) &&
	(value as number) >= 0 &&
	(value as number) <= max &&
	!Object.is(value, -0);

/** Share of the time that is no project work, from a day on. */
export interface DatedShare {
	from: string;
	bp: number;
}

const isShare = (value: unknown): value is DatedShare =>
	hasExactly(value, ['from', 'bp']) &&
	typeof value.from === 'string' &&
	isDay(value.from) &&
	isWholeUpTo(value.bp, 10_000);

/** Working minutes of one day, whatever the pattern and the closing days say. */
export interface OwnDay {
	day: string;
	minutes: number;
}

const isOwnDay = (value: unknown): value is OwnDay =>
	hasExactly(value, ['day', 'minutes']) &&
	typeof value.day === 'string' &&
	isDay(value.day) &&
	isWholeUpTo(value.minutes, 1440);

export const people = entity({
	name: 'people',
	label: 'Person',
	plural: 'People',
	prefix: 'per',
	home: 'server',
	fields: {
		name: text({ label: 'Name', who: 'server', max: 80 }),
		title: text({ label: 'Job title', who: 'server', max: 80 }),
		region: text({ label: 'Country or region', who: 'server', max: 12 }),
		timeZone: text({ label: 'Time zone', who: 'server', max: 60 }),
		patterns: list({ label: 'Weekly pattern', who: 'server', item: isPattern, max: 40 }),
		hoursAssumed: flag({ label: 'Hours assumed', who: 'server' }),
		nonProjectBp: whole({ label: 'Non-project share', who: 'server', unit: 'bp', max: 10_000 }),
		skills: list({ label: 'Skills', who: 'server', item: isText, max: 60 }),
		starts: day({ label: 'Employed from', who: 'server' }),
		ends: day({ label: 'Employed until', who: 'server' }),
		role: choice({
			label: 'Access',
			who: 'server',
			empty: 'none',
			options: {
				none: 'No access',
				owner: 'Owner',
				planner: 'Planner',
				leader: 'Leader',
				designer: 'Contributor',
				viewer: 'Viewer'
			}
		}),
		active: flag({ label: 'Active', who: 'server' }),
		/** Home team. */
		unit: text({ label: 'Team', who: 'server', max: 80 }),
		/** `skills` again, with levels. */
		skillLevels: list({ label: 'Skill levels', who: 'server', item: isSkillLevel, max: 60 }),
		/** Up to this share of their hours they may be booked; null is 100 %. */
		maxLoadBp: whole({ label: 'Most load', who: 'server', unit: 'bp', max: 30_000 }),
		/** Shares that replace `nonProjectBp` from a day on. */
		nonProjectFrom: list({
			label: 'Non-project share from',
			who: 'server',
			item: isShare,
			max: 40
		}),
		ownDays: list({ label: 'Days of their own', who: 'server', item: isOwnDay, max: 400 }),
		/** Their home team has somebody who plans, on whichever board: it is asked before one of it is booked (P-23). */
		homePlans: flag({ label: 'Team has a planner', who: 'server' })
	}
});
export type Person = EntityOf<typeof people>;

/**
 * Days on which somebody is away, or (with a region and no person) a region is closed, or (`closure`) the company:
 * everywhere where the region is empty.
 */
export const absences = entity({
	name: 'absences',
	label: 'Absence',
	plural: 'Absences',
	prefix: 'abs',
	home: 'server',
	fields: {
		person: ref({ label: 'Person', to: 'people', who: 'server' }),
		region: text({ label: 'Region', who: 'server', max: 12 }),
		span: span({ label: 'Dates', who: 'server' }),
		minutesPerDay: whole({ label: 'Minutes a day', who: 'server', unit: 'min', max: 1440 }),
		/** Name of a public holiday or a closing day; empty for a person's leave. */
		label: text({ label: 'Public holiday', who: 'server', max: 80 }),
		/** Asked for and not approved: takes nothing from the hours, only from the low ones. */
		requested: flag({ label: 'Asked for', who: 'server' }),
		closure: flag({ label: 'Company closing day', who: 'server' })
	}
});

export const approvalKinds = {
	scope: 'Scope approval',
	storyboard: 'Storyboard sign-off',
	sme: 'SME sign-off',
	qa: 'QA pass',
	accessibility: 'Accessibility pass',
	legal: 'Legal sign-off',
	lms: 'LMS ready',
	localisation: 'Localisation done',
	launch: 'Launch sign-off'
} as const;

/** A request for a sign-off and, once given, the sign-off itself. */
export const approvals = entity({
	name: 'approvals',
	label: 'Approval',
	plural: 'Approvals',
	prefix: 'apr',
	home: 'server',
	fields: {
		project: ref({ label: 'Project', to: 'projects', who: 'server' }),
		module: ref({ label: 'Module', to: 'modules', who: 'server' }),
		kind: choice({ label: 'Kind', who: 'server', empty: 'sme', options: approvalKinds }),
		/** Whom it was asked of, a person or `team`. */
		askedOf: ref({ label: 'Asked of', to: 'people', who: 'server' }),
		askedOn: day({ label: 'Asked on', who: 'server' }),
		/** Who gave it; empty while it is waited for. */
		by: ref({ label: 'Given by', to: 'people', who: 'server' }),
		at: instant({ label: 'Given at', who: 'server' }),
		solo: flag({ label: 'Solo approval', who: 'server' }),
		revoked: flag({ label: 'Revoked', who: 'server' })
	}
});
