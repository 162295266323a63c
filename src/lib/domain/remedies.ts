// Ways to take an overload out of a cell, each tried on the grid and none applied: move within slack, split, give to
// another person, ask a vendor, launch later. Suggests at most five, the cheapest first, and nothing that may not be touched.

import { compareGivenUp, type Contribution } from './attribution.ts';
import type { Day } from './days.ts';
import type { CapacityGrid } from './grid.ts';
import { handOver, toVendor } from './remedy-hands.ts';
import { launchLater, moveWithinSlack, splitWithinSlack } from './remedy-moves.ts';
import {
	doesHarm,
	readCell,
	tryRemedy,
	type BookingStep,
	type RemedyCell
} from './remedy-trial.ts';
import type { WeekEffect } from './remedy-trial.ts';

/** RE-3: cheapest first: waiting, a second start, getting somebody into it, money, the date. */
export const REMEDY_KINDS = ['move', 'split', 'person', 'vendor', 'launch'] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** A booking of the cell that may be touched. Leave locked ones and ones of unknown load out. */
export interface LooseWork extends Contribution {
	/** Its work launches on this day; null is not said. */
	launch: Day | null;
	/** The launch is neither committed nor a fixed date. */
	canLaunchLater: boolean;
	/** The last day it may end on for the sake of what waits for it; null is any. */
	mustEndBy: Day | null;
	/** Delivery on agreed days: may change hands, not days. */
	isFixed: boolean;
}

/** Somebody who could take over a piece of work. */
export interface Taker {
	person: string;
	/** 0 to 1; more is better. */
	fit: number;
	/** Is asked first: until their team agrees it is tentative. */
	isAsked?: boolean;
}

export interface RemedyQuestion {
	grid: CapacityGrid;
	cell: RemedyCell;
	work: readonly LooseWork[];
	/** Who could take over which work, the best first. */
	takersOf: (id: string) => readonly Taker[];
	/** How full somebody's week may get. */
	limitBpOf: (person: string) => number;
	today: Day;
}

/** Steps that may be worth it, before they have been tried. */
export interface Draft {
	kind: RemedyKind;
	of: string;
	/** Who takes over; empty otherwise. */
	person: string;
	steps: BookingStep[];
	/** The launch it needs; null leaves it. */
	launch: Day | null;
	/** Calendar days the work ends later, or the launch moves. */
	days: number;
	/** Minutes that move or change hands. */
	minutes: number;
	fit: number;
}

export interface Remedy extends Draft {
	netMinutes: number;
	/** Counted minutes of the cell now and then. */
	beforeMinutes: number;
	afterMinutes: number;
	/** RE-5: every week of everybody it touches, where the load changes. */
	weeks: WeekEffect[];
}

export const MOST_REMEDIES = 5;
/** So many pieces of work are tried, those one would give up first. */
const MOST_WORK = 12;

const makers: readonly ((question: RemedyQuestion, work: LooseWork) => Iterable<Draft>)[] = [
	moveWithinSlack,
	splitWithinSlack,
	handOver,
	toVendor,
	launchLater
];

/** RE-1 to RE-5: the remedies of a cell; none for one that is not over, or is past. */
export function findRemedies(question: RemedyQuestion): Remedy[] {
	const { grid, cell, today } = question;
	const { countedMinutes, netMinutes } = readCell(grid, cell);
	if (countedMinutes <= netMinutes || cell.to < today) return [];
	const work = [...question.work].sort(compareGivenUp).slice(0, MOST_WORK);
	const best: Remedy[] = [];
	const others: Remedy[] = [];
	for (const make of makers) {
		const found = work
			.map((one) => firstGood(question, make(question, one), countedMinutes, netMinutes))
			.filter((one) => one !== null)
			.sort(compareRemedies);
		if (found[0]) best.push(found[0]);
		others.push(...found.slice(1));
	}
	const more = others.filter(endsOverload).sort(compareCost);
	return [...best, ...more].slice(0, MOST_REMEDIES).sort(compareCost);
}

/** True where the cell is not over any more. */
export const endsOverload = (remedy: Remedy): boolean => remedy.afterMinutes <= remedy.netMinutes;

/** The first draft that ends the overload and harms nobody; failing that the one that takes most of it away. */
function firstGood(
	{ grid, cell, limitBpOf }: RemedyQuestion,
	drafts: Iterable<Draft>,
	beforeMinutes: number,
	netMinutes: number
): Remedy | null {
	let most: Remedy | null = null;
	for (const draft of drafts) {
		const trial = tryRemedy(grid, cell, draft.steps);
		const afterMinutes = trial.cellMinutes;
		if (afterMinutes >= (most?.afterMinutes ?? beforeMinutes) || doesHarm(trial, limitBpOf))
			continue;
		most = { ...draft, beforeMinutes, afterMinutes, netMinutes, weeks: trial.weeks };
		if (endsOverload(most)) return most;
	}
	return most;
}

/** Of one kind: what ends the overload, then the better hands, then what disturbs least, then what helps most. */
function compareRemedies(a: Remedy, b: Remedy): number {
	return (
		Number(endsOverload(b)) - Number(endsOverload(a)) ||
		b.fit - a.fit ||
		a.days - b.days ||
		a.minutes - b.minutes ||
		a.afterMinutes - b.afterMinutes ||
		(a.of < b.of ? -1 : 1)
	);
}

/** RE-3: by kind, and within it as above. */
function compareCost(a: Remedy, b: Remedy): number {
	return REMEDY_KINDS.indexOf(a.kind) - REMEDY_KINDS.indexOf(b.kind) || compareRemedies(a, b);
}
