// Skills by quarters as a value: what each cell says and how long its bars are. Pure. Bars of one skill share a scale, so
// that its quarters can be compared; widths are per cent of the cell.

import { compareOptions } from '#lib/domain/options.ts';
import type { Gap, Assumptions, Option } from '#lib/domain/options.ts';
import { judgeSupply, weeksLater, type SupplyVerdict } from '#lib/domain/supply.ts';
import type { Shortage } from '#lib/domain/supply-shortage.ts';
import type { Day } from '#lib/domain/days.ts';
import type { SkillDemand } from '#lib/model/skill-demand.ts';
import type { SkillFigures } from '#lib/model/skill-supply.ts';
import { isFew } from '#lib/policy/individuals.ts';
import { joinNames, namesOf, sayHours } from './supply-words.ts';

export interface SupplyCell {
	/** "412 of 960 h", or that nobody has the skill, or nothing. */
	text: string;
	/** "free 210 h, 2 unsized". */
	detail: string;
	/** "short 40 h"; empty when it is not. */
	short: string;
	/** Whole per cent of the people's hours; null without any. */
	percent: number | null;
	bars: { hoursPercent: number; bookedPercent: number; openPercent: number; shortPercent: number };
}

export interface SupplyRow {
	key: string;
	name: string;
	/** "4 people, level of 2 not set". */
	people: string;
	cells: SupplyCell[];
	shortMinutes: number;
	isAsked: boolean;
}

type Quarters = SkillFigures['quarters'];

/** Rows by what is short, then by name. P-31: `hidesFew` keeps hours of one or two people out of them. */
export function laySupply(
	demand: SkillDemand,
	verdict: SupplyVerdict,
	hidesFew = false
): SupplyRow[] {
	return demand.skills
		.map((skill) => layRow(demand, skill, verdict.shortages, hidesFew && isFew(skill.people)))
		.sort((a, b) => b.shortMinutes - a.shortMinutes || a.name.localeCompare(b.name, 'en'));
}

function layRow(
	demand: SkillDemand,
	skill: SkillFigures,
	shortages: readonly Shortage[],
	isHidden: boolean
): SupplyRow {
	const own = shortages.filter((one) => one.skills.includes(skill.key));
	const quarters = isHidden ? withoutHours(skill.quarters) : skill.quarters;
	const widest = Math.max(1, ...quarters.map((q) => Math.max(q.net, q.booked + q.open)));
	const percent = (minutes: number): number => Math.round((minutes * 1000) / widest) / 10;
	const cells = quarters.map((figures, i): SupplyCell => {
		const { firstWeek, lastWeek } = demand.quarters[i]!;
		const here = own.filter((one) => one.from >= firstWeek && one.from <= lastWeek);
		const missing = here.reduce((sum, one) => sum + one.minutes, 0);
		const asked = figures.booked + figures.open;
		// What several skills lack together may be lacking here in part.
		const drawn = Math.min(missing, figures.open);
		return {
			text: isHidden ? sayFew(asked) : sayCell(asked, figures.net, skill.people),
			detail: sayDetail(figures),
			short: sayShort(demand, here, missing, skill.key),
			percent: figures.net === 0 ? null : Math.round((asked * 100) / figures.net),
			bars: {
				hoursPercent: percent(figures.net),
				bookedPercent: percent(figures.booked),
				openPercent: percent(figures.open - drawn),
				shortPercent: percent(drawn)
			}
		};
	});
	const level = skill.withoutLevel > 0 ? `, level of ${skill.withoutLevel} not set` : '';
	return {
		key: skill.key,
		name: skill.name,
		people: `${skill.people === 0 ? 'nobody' : skill.people === 1 ? '1 person' : `${skill.people} people`}${level}`,
		cells,
		shortMinutes: own.reduce((sum, one) => sum + one.minutes, 0),
		isAsked: skill.quarters.some((q) => q.booked + q.open + q.unsized > 0)
	};
}

/** Only what is asked of nobody in particular. */
const withoutHours = (quarters: Quarters): Quarters =>
	quarters.map((figures) => ({ ...figures, booked: 0, net: 0, free: 0 }));

const sayFew = (open: number): string =>
	open > 0 ? `${sayHours(open)} open, few people` : 'few people';

function sayCell(asked: number, net: number, people: number): string {
	if (asked === 0) return '';
	if (people === 0) return `${sayHours(asked)}, nobody has it`;
	return `${sayHours(asked)} of ${sayHours(net)}`;
}

function sayDetail({ free, net, unsized, booked }: Quarters[number]): string {
	const parts = booked > 0 ? [`${sayHours(booked)} booked`] : [];
	if (net > 0) parts.push(`${sayHours(free)} free`);
	if (unsized > 0) parts.push(`${unsized} unsized`);
	return parts.join(', ');
}

function sayShort(
	demand: SkillDemand,
	here: readonly Shortage[],
	missing: number,
	key: string
): string {
	if (missing === 0) return '';
	const others = [...new Set(here.flatMap((one) => one.skills))].filter((skill) => skill !== key);
	const together = others.length > 0 ? ` with ${joinNames(namesOf(demand, others))}` : '';
	return `short ${sayHours(missing)}${together}`;
}

/** The exact verdict on a board's demand (S-1, S-2). */
export function judge(demand: SkillDemand): SupplyVerdict {
	return judgeSupply(demand.needs, demand.suppliers, demand.weeks.length);
}

/**
 * The options for a shortage, with how much later it would fit. S-7: overtime fills nobody beyond `mostPercent`. P-31:
 * `hidesFew` leaves overtime out where one or two people could do it: its hours are what they have left.
 */
export function listOptions(
	demand: SkillDemand,
	shortage: Shortage,
	today: Day,
	given: Assumptions,
	mostPercent: number,
	hidesFew = false
): { options: Option[]; gap: Gap } {
	const { needs, suppliers, weeks } = demand;
	const later = weeksLater(
		needs,
		suppliers,
		weeks.length,
		shortage,
		weeks.length - 1 - shortage.to
	);
	const gap = {
		...{ minutes: shortage.minutes, today, weeksLater: later },
		overtimeMinutes: countOvertime(demand, shortage, mostPercent),
		from: weeks[shortage.from]!.from,
		by: weeks[shortage.to]!.to
	};
	const isHidden = hidesFew && isFew(whoCould(demand, shortage).length);
	const options = compareOptions(gap, given);
	return { options: options.filter(({ kind }) => kind !== 'overtime' || !isHidden), gap };
}

/** Whoever has one of the skills that are short. */
const whoCould = ({ suppliers }: SkillDemand, { skills }: Shortage): SkillDemand['suppliers'] =>
	suppliers.filter(({ skills: own }) => skills.some((skill) => own.has(skill)));

/** S-7: minutes that whoever has one of the skills has left over full hours, up to so many per cent of them. */
function countOvertime(demand: SkillDemand, shortage: Shortage, mostPercent: number): number {
	const { from, to } = shortage;
	let minutes = 0;
	for (const { net, taken } of whoCould(demand, shortage)) {
		for (let week = from; week <= to; week++) {
			const most = Math.floor((net[week]! * mostPercent) / 100);
			minutes += Math.max(0, most - Math.max(net[week]!, taken[week]!));
		}
	}
	return minutes;
}
