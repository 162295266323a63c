// What is levelled: activities of whole steps on renewable resources whose capacity changes over time, linked by
// dependencies. A step is whatever the caller says (a day on a board); nothing here knows dates or people.

/** FS: start after the other's finish. SS: after its start. FF: finish after its finish. SF: finish after its start. */
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

export interface Link {
	from: string;
	to: string;
	type: LinkType;
	/** Whole steps to wait; negative overlaps. */
	lag: number;
}

export interface Need {
	resource: string;
	/** Units in use on every working step. */
	amount: number;
}

export interface Activity {
	id: string;
	/** Working steps; 0 is a milestone. */
	duration: number;
	needs: readonly Need[];
	/** First step it may start on; 0 unless said otherwise. */
	release?: number;
	/** Starts here whatever happens, and its load goes before everybody's. */
	fixed?: number;
	/** Steps on which it can run: it waits over the others. All of them unless said otherwise. */
	calendar?: string;
	/** Lower goes first where two compete; before the latest finish time. */
	priority?: number;
	/** The first step after the last it should work on; later is tardy. */
	due?: number;
	/** A due step that must be held: how many of these are missed counts before how tardy anything is. */
	isHard?: boolean;
	/** What a step of being tardy counts; 1 unless said otherwise. */
	weight?: number;
	/** Where it starts now: of two schedules as tardy as each other the one that moves less is better. */
	planned?: number;
}

export interface Resource {
	id: string;
	/** Units on every step, or on each step from 0 on (nothing after the last). */
	capacity: number | ArrayLike<number>;
}

export interface LevellingProblem {
	activities: readonly Activity[];
	links: readonly Link[];
	resources: readonly Resource[];
	/** By name: which steps are working ones (not 0); closed after the last. */
	calendars?: Readonly<Record<string, ArrayLike<number>>>;
	/** How many steps there are; without it as many as everything one after the other takes. */
	horizon?: number;
}

/** Start and end of each activity in the order of `Compiled.ids`; an end is the first step after it. */
export interface Schedule {
	starts: Int32Array;
	ends: Int32Array;
	/** The latest end. */
	makespan: number;
}
