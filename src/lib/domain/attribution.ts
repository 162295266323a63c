// Which allocations make a week too full, in the order one would give them up.

export interface Contribution {
	id: string;
	/** In the week. */
	minutes: number;
	tentative: boolean;
	/** Rank of the work it serves; later is less important. */
	rank: string;
	/** When it was confirmed, or last changed, epoch ms. */
	at: number;
}

export interface Cause extends Contribution {
	/** Minutes over that remain when this and all causes before it are gone. */
	overAfterMinutes: number;
}

/**
 * C-17: causes of an overload: tentative first, then the lower ranked, then the latest confirmed, then
 * by id. Empty when nothing is over. `netMinutes` is what the person has that week.
 */
export function attribution(contributions: readonly Contribution[], netMinutes: number): Cause[] {
	let over = contributions.reduce((sum, one) => sum + one.minutes, 0) - netMinutes;
	if (over <= 0) return [];
	return [...contributions]
		.filter((one) => one.minutes > 0)
		.sort(compareGivenUp)
		.map((one) => {
			over -= one.minutes;
			return { ...one, overAfterMinutes: Math.max(0, over) };
		});
}

/** C-17: tentative first, then the lower ranked, then the latest confirmed, then by id. */
export function compareGivenUp(a: Contribution, b: Contribution): number {
	return (
		Number(b.tentative) - Number(a.tentative) ||
		compareText(b.rank, a.rank) ||
		b.at - a.at ||
		compareText(a.id, b.id)
	);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
