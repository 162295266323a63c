// What one piece of work says of another it waits for.

/** Finish to start, start to start, finish to finish, start to finish. */
export const DEPENDENCY_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
export type DependencyType = (typeof DEPENDENCY_TYPES)[number];

/** About ten years of working days, either way. */
export const MAX_LAG_DAYS = 2600;

/** What a piece of work waits for. */
export interface Dependency {
	/** Id of the piece it waits for. */
	readonly on: string;
	readonly type: DependencyType;
	/** Working days between the two ends; negative is a lead. */
	readonly lagDays: number;
}
