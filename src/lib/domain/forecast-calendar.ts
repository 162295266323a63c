// The days on which a team works, counted forwards and backwards. Running sums over a fixed range; refuses to count
// outside it, and says so where the answer lies beyond.
import { weekdayOfNumber, type Day, dayOf } from './days.ts';

/** Whether the team works, by day number from `first` on; `sums[i]` counts the working days before `first + i`. */
export interface TeamDays {
	readonly first: number;
	readonly last: number;
	readonly sums: Int32Array;
}

/**
 * F-10: a day counts as worked when at least half of the people who work that week work on it; without people Monday to
 * Friday count. `worked[p][i]` are the minutes of person p on day number `first + i`.
 */
export function teamDays(
	first: number,
	count: number,
	worked: readonly ArrayLike<number>[]
): TeamDays {
	const sums = new Int32Array(count + 1);
	const present = worked.length === 0 ? null : countPresent(first, count, worked);
	for (let i = 0; i < count; i++) {
		const isWorked = present
			? present.onDay[i]! > 0 && present.onDay[i]! * 2 >= present.inWeek[i]!
			: weekdayOfNumber(first + i) <= 5;
		sums[i + 1] = sums[i]! + (isWorked ? 1 : 0);
	}
	return { first, last: first + count - 1, sums };
}

/** How many people work on each day, and how many on any day of its week. */
function countPresent(
	first: number,
	count: number,
	worked: readonly ArrayLike<number>[]
): { onDay: Int32Array; inWeek: Int32Array } {
	const onDay = new Int32Array(count);
	const inWeek = new Int32Array(count);
	for (const minutes of worked)
		for (let start = 0; start < count;) {
			const end = Math.min(count, start + 8 - weekdayOfNumber(first + start));
			let any = false;
			for (let i = start; i < end; i++)
				if (minutes[i]! > 0) {
					onDay[i]!++;
					any = true;
				}
			if (any) for (let i = start; i < end; i++) inWeek[i]!++;
			start = end;
		}
	return { onDay, inWeek };
}

/** Working days after `after` up to and with `until`; 0 when there are none between. Clipped to what is known. */
export function workingBetween(of: TeamDays, after: number, until: number): number {
	const place = (day: number): number =>
		Math.min(of.sums.length - 1, Math.max(0, day + 1 - of.first));
	return Math.max(0, of.sums[place(until)]! - of.sums[place(after)]!);
}

/** The day on which `count` working days after `after` have passed; `after` itself for 0, null when it lies beyond. */
export function dayAfter(of: TeamDays, after: number, count: number): Day | null {
	if (count <= 0) return dayOf(after);
	const target = of.sums[Math.min(of.sums.length - 1, Math.max(0, after + 1 - of.first))]! + count;
	let low = 0;
	let high = of.sums.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (of.sums[middle]! < target) low = middle + 1;
		else high = middle;
	}
	return low < of.sums.length ? dayOf(of.first + low - 1) : null;
}

/** The last `count` working days up to and with `until`, ascending; fewer when the range begins later. */
export function lastWorkingDays(of: TeamDays, until: number, count: number): number[] {
	const days: number[] = [];
	for (let day = Math.min(until, of.last); day >= of.first && days.length < count; day--)
		if (of.sums[day - of.first + 1]! > of.sums[day - of.first]!) days.push(day);
	return days.reverse();
}
