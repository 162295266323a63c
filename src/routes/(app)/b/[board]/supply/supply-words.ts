// Demand against supply in words: "Short 112 h of Storyline in weeks 32 to 35". Pure.

import { isoWeek, longDay } from '#lib/domain/days.ts';
import type { Assumption, Option } from '#lib/domain/options.ts';
import type { Shortage } from '#lib/domain/supply-shortage.ts';
import { hoursText } from '#lib/model/load-summary.ts';
import type { SkillDemand } from '#lib/model/skill-demand.ts';

/** "Storyline", "Storyline and Rise", "Storyline, Rise and Video". */
export function joinNames(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

/** Hours with a comma for thousands; whole from ten on. */
export function sayHours(minutes: number): string {
	return minutes >= 60_000
		? `${Math.round(minutes / 60).toLocaleString('en-GB')} h`
		: hoursText(minutes);
}

/** "in week 32", "in weeks 32 to 35". */
export function sayWeeks({ weeks }: Pick<SkillDemand, 'weeks'>, from: number, to: number): string {
	const [first, last] = [isoWeek(weeks[from]!.from).week, isoWeek(weeks[to]!.from).week];
	return from === to ? `in week ${first}` : `in weeks ${first} to ${last}`;
}

/** The names skills are written with, in the order of the shortage. */
export function namesOf(
	{ skills }: Pick<SkillDemand, 'skills'>,
	keys: readonly string[]
): string[] {
	return keys.map((key) => skills.find((one) => one.key === key)?.name ?? key);
}

export function sayShortage(demand: SkillDemand, shortage: Shortage): string {
	const names = joinNames(namesOf(demand, shortage.skills));
	const together = shortage.skills.length > 1 ? ', which the same people do' : '';
	return `Short ${sayHours(shortage.minutes)} of ${names} ${sayWeeks(demand, shortage.from, shortage.to)}${together}`;
}

/** The page in one sentence, and what it could not count. */
export function saySupply(demand: SkillDemand, shortages: readonly Shortage[]): string {
	const missing = shortages.reduce((sum, one) => sum + one.minutes, 0);
	const skills = new Set(shortages.flatMap((one) => one.skills)).size;
	const asked = demand.needs.length;
	if (asked === 0) return 'Nothing is asked for by skill in the next four quarters.';
	if (missing === 0)
		return 'Everything that is asked for by skill can be done by the people there are.';
	return `The next four quarters are short ${sayHours(missing)} of ${skills} ${skills === 1 ? 'skill' : 'skills'}.`;
}

export function sayUncounted({ unnamedMinutes, undated, skills }: SkillDemand): string {
	const unsized = skills.reduce(
		(sum, one) => sum + one.quarters.reduce((own, quarter) => own + quarter.unsized, 0),
		0
	);
	const parts: string[] = [];
	if (unnamedMinutes > 0) parts.push(`${sayHours(unnamedMinutes)} of work that names no skill`);
	if (unsized > 0) parts.push(`${unsized} ${unsized === 1 ? 'piece' : 'pieces'} without effort`);
	if (undated > 0) parts.push(`${undated} ${undated === 1 ? 'task' : 'tasks'} without dates`);
	return parts.length === 0 ? '' : `Not counted, because it is not known: ${joinNames(parts)}.`;
}

/** The largest asks behind a shortage: "Code of conduct 2027 80 h". */
export function listAsks(
	demand: SkillDemand,
	shortage: Shortage,
	titleOf: (project: string) => string
): string[] {
	const inside = new Set(shortage.needs);
	const byProject = new Map<string, number>();
	for (const need of demand.needs)
		if (inside.has(need.id))
			byProject.set(need.project, (byProject.get(need.project) ?? 0) + need.minutes);
	return [...byProject]
		.sort((a, b) => b[1] - a[1])
		.map(([project, minutes]) => `${titleOf(project) || 'No project'} ${sayHours(minutes)}`);
}

export const optionNames: Readonly<Record<Option['kind'], string>> = {
	move: 'Move the work',
	overtime: 'Overtime',
	vendor: 'Vendor',
	hire: 'Hire',
	descope: 'Do without'
};

export const assumptionNames: Readonly<
	Record<Assumption, { label: string; unit: string; short: string }>
> = {
	internalRate: { label: 'Our own hour costs', unit: 'an hour', short: 'our own rate' },
	overtimePercent: {
		label: 'Overtime costs more by',
		unit: '%, often 25 to 50',
		short: 'what overtime costs more'
	},
	vendorRate: { label: 'A vendor’s hour costs', unit: 'an hour', short: 'the vendor’s rate' },
	vendorRushPercent: {
		label: 'A vendor in haste takes more',
		unit: '%, 0 for none',
		short: 'its surcharge for haste'
	},
	vendorPeople: { label: 'A vendor brings', unit: 'people', short: 'how many it brings' },
	vendorOnboarding: { label: 'Onboarding a vendor costs', unit: 'once', short: 'onboarding' },
	vendorLeadWeeks: { label: 'A vendor can begin after', unit: 'weeks', short: 'when it can begin' },
	hireYearCost: { label: 'A hire costs', unit: 'a year', short: 'the yearly cost' },
	hireLeadWeeks: { label: 'A hire can begin after', unit: 'weeks', short: 'when it can begin' },
	hireRampWeeks: {
		label: 'A hire is at full speed after',
		unit: 'more weeks',
		short: 'when at full speed'
	},
	delayWeekCost: {
		label: 'A later launch costs',
		unit: 'a week',
		short: 'what a week costs'
	},
	descopeLoss: {
		label: 'Doing without this work loses',
		unit: 'in value',
		short: 'what doing without loses'
	}
};

/** Minor units as money without a currency, which the board does not know. */
export function sayMoney(minor: number | null): string {
	return minor === null ? 'unknown' : Math.round(minor / 100).toLocaleString('en-GB');
}

/** What an option comes to, in one sentence. */
export function sayVerdict(
	{ kind, verdict, covered, weeksLate }: Option,
	mostPercent: number
): string {
	const part = `Covers ${sayHours(covered ?? 0)} of it in time`;
	const later = `${weeksLate} ${weeksLate === 1 ? 'week' : 'weeks'} later`;
	switch (verdict) {
		case 'in-time':
			return kind === 'descope' ? 'The work is not done' : 'In time';
		case 'part':
			return `${part}, within ${mostPercent} % of people’s hours`;
		case 'late':
			if (kind === 'move') return `Fits ${later}`;
			return covered ? `${part}, the rest ${later}` : `Done ${later}`;
		case 'impossible':
			if (kind === 'move') return 'Does not fit within these quarters either';
			return kind === 'overtime' ? `Whoever could is full to ${mostPercent} %` : 'Brings nobody';
		case 'unknown':
			return covered === 0 ? 'Too late to begin in time' : 'Cannot be told yet';
	}
}

/** "Not known: the vendor’s rate and onboarding"; empty when everything is. */
export function sayUnknown({ unknown }: Option): string {
	if (unknown.length === 0) return '';
	return `Not known: ${joinNames(unknown.map((name) => assumptionNames[name].short))}`;
}

/** "by 4 Mar 2027" for moved work, "from 4 Mar 2027" for people who come. */
export function sayWhen({ kind, ready }: Option): string {
	if (kind === 'overtime') return 'at once';
	if (kind === 'descope') return '';
	if (ready === null) return 'unknown';
	return `${kind === 'move' ? 'by' : 'from'} ${longDay(ready)}`;
}
