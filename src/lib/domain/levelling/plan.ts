// A plan that could be better: people with their hours, bookings, and the work they serve; and what a suggestion to
// change it says. Plain values that can be sent to a worker. What may not be touched is said by whoever reads the board.
import type { WorkCalendar } from '../calendar.ts';
import type { Day } from '../days.ts';
import type { Dependency } from '../dependencies.ts';
import type { Booking } from '../grid.ts';
import type { MatchReason } from '../matching.ts';
import type { BookingStep, WeekEffect } from '../remedy-trial.ts';

export interface PlanPerson {
	id: string;
	calendar: WorkCalendar;
	skills: readonly { skill: string; level: number | null; interest?: 0 | 1 }[];
	/** Share of their hours they may be booked for, basis points. */
	maxLoadBp: number;
}

export interface PlanBooking {
	id: string;
	booking: Booking;
	/** '' for non-project work and work on other boards. */
	project: string;
	/** The launch it works towards; null for delivery, upkeep and work without a date. */
	due: Day | null;
	/** May be moved or given to somebody else: nobody has locked or agreed to it, and its launch is not committed. */
	isLoose: boolean;
	/** What it asks for; '' is not said. */
	skill: string;
	level: number | null;
	/** Language of the work, as in people's skills after `language:`; '' is not said. */
	locale: string;
	/** Of a review: who made what is reviewed. */
	authors: readonly string[];
}

export interface PlanProject {
	id: string;
	/** Person who is its expert; '' is nobody in particular. */
	expert: string;
	/** A date that must be held: committed, mandatory or fixed. */
	isHard: boolean;
	/** What a day late counts. */
	weight: number;
	/** Lower goes first where two compete. */
	priority: number;
	after: readonly Dependency[];
}

export interface Plan {
	today: Day;
	/** The days that are looked at, today among them. */
	from: Day;
	to: Day;
	people: readonly PlanPerson[];
	bookings: readonly PlanBooking[];
	projects: readonly PlanProject[];
}

/** L-19: what is compared, in this order; less is better. */
export interface PlanMetrics {
	/** Projects with a date that must be held and work after it. */
	missedDates: number;
	/** Days late, each by the weight of its project. */
	tardiness: number;
	/** Working days by which dependencies are broken. */
	brokenDays: number;
	/** Minutes over what people may be booked for, week by week. */
	overloadMinutes: number;
	/** Minutes nobody holds. */
	unstaffedMinutes: number;
}

export type SuggestionKind = 'move' | 'hand' | 'staff';

/** One change that makes the plan better by itself. */
export interface Suggestion {
	/** The same for the same change. */
	key: string;
	kind: SuggestionKind;
	/** Of the booking. */
	of: string;
	steps: BookingStep[];
	/** The booking as it stands: a suggestion is stale once it does not. */
	was: Booking;
	before: PlanMetrics;
	after: PlanMetrics;
	/** Weeks of people whose load changes. */
	weeks: WeekEffect[];
	/** Calendar days its start moves. */
	movedDays: number;
	/** Why this person; empty where nobody new holds it. */
	reasons: MatchReason[];
}

/** A booking that levelling could not place. */
export interface LeftOut {
	/** Of the booking. */
	of: string;
	/**
	 * `hours`: its days have none. `share`: it asks for more of a day than its person may be booked for. `room`: no days
	 * of the plan have room for it.
	 */
	why: 'hours' | 'share' | 'room';
}

/** L-20: a person takes in so many at once. */
export const MOST_SUGGESTIONS = 5;

const order = [
	'missedDates',
	'tardiness',
	'brokenDays',
	'overloadMinutes',
	'unstaffedMinutes'
] as const satisfies readonly (keyof PlanMetrics)[];

/** L-19: negative where `a` is better, by the first thing in which they differ. */
export function compareMetrics(a: PlanMetrics, b: PlanMetrics): number {
	for (const one of order) if (a[one] !== b[one]) return a[one] - b[one];
	return 0;
}
