// Why a cell is as full as it is: every counted minute under one cause, in the order people look for causes, and beside
// them the hours that days off have taken. Knows minutes and marks, not where they come from.

import { compareGivenUp, type Contribution } from './attribution.ts';
import { weekdayOfNumber, dayNumber, type Day } from './days.ts';

/** CA-1: in this order. */
export const CAUSE_KINDS = [
	'late-sign-off',
	'extended',
	'away',
	'unstaffed',
	'tentative',
	'elsewhere',
	'planned'
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** One piece of work in a cell, with what is known against it. */
export interface CausePart extends Contribution {
	/** What it adds to the load on the measure shown; 0 where the measure leaves it out. */
	countedMinutes: number;
	/** A sign-off on it has been waited for too long. */
	waits: boolean;
	/** Its effort or its dates have grown. */
	grew: boolean;
	/** Nobody holds it, or nobody holds a role beside it. */
	unstaffed: boolean;
	elsewhere: boolean;
}

export interface CauseGroup<P extends CausePart = CausePart> {
	kind: CauseKind;
	/** Counted minutes; of `away`, minutes the period has lost. */
	minutes: number;
	parts: P[];
}

/** CA-1: the one cause a part stands under: the first of the order that holds. */
export function kindOfPart(part: CausePart): Exclude<CauseKind, 'away'> {
	if (part.elsewhere) return 'elsewhere';
	if (part.waits) return 'late-sign-off';
	if (part.grew) return 'extended';
	if (part.unstaffed) return 'unstaffed';
	return part.tentative ? 'tentative' : 'planned';
}

/**
 * CA-1, CA-2: the causes of a cell, empty ones left out. The minutes of all groups but `away` sum to the load;
 * inside a group parts come in the order one would give them up (C-17).
 */
export function groupCauses<P extends CausePart>(
	parts: readonly P[],
	awayMinutes: number
): CauseGroup<P>[] {
	const groups = CAUSE_KINDS.map((kind): CauseGroup<P> => ({ kind, minutes: 0, parts: [] }));
	for (const part of parts) {
		if (part.minutes <= 0) continue;
		const group = groups[CAUSE_KINDS.indexOf(kindOfPart(part))]!;
		group.minutes += part.countedMinutes;
		group.parts.push(part);
	}
	groups[CAUSE_KINDS.indexOf('away')]!.minutes = awayMinutes;
	for (const group of groups) group.parts.sort(compareGivenUp);
	return groups.filter((group) => group.parts.length > 0 || group.minutes > 0);
}

/** A sign-off is late once it has been waited for this many weekdays. */
export const LATE_AFTER_WEEKDAYS = 5;

/** CA-3: weekdays from the day after `asked` to `today`, both counted; 0 where it was asked today or later. */
export function weekdaysWaited(asked: Day, today: Day): number {
	let count = 0;
	for (let day = dayNumber(asked) + 1; day <= dayNumber(today); day++)
		if (weekdayOfNumber(day) <= 5) count++;
	return count;
}
