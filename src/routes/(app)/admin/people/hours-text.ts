// Minutes as people write hours: 450 is 7.5.

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function sayHours(minutes: number): string {
	return String(Number((minutes / 60).toFixed(2)));
}

/** The hours of a week: `37.5 h`, or `no hours` where there is no pattern. */
export function sayWeek(minutes: readonly number[] | undefined): string {
	if (!minutes) return 'no hours';
	return `${sayHours(minutes.reduce((sum, day) => sum + day, 0))} h`;
}

/** The pattern that holds on a day; later ones win. */
export function findPattern<P extends { from: string | null }>(
	patterns: readonly P[],
	day: string
): P | undefined {
	return patterns.findLast((pattern) => pattern.from === null || pattern.from <= day);
}
