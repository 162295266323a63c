/** Stacks bars that share days into lanes. Deterministic: the same bars give the same lanes in any order. */

/** First and last day number, both included. */
export type LaneBar = { readonly id: string; readonly from: number; readonly to: number };

/** Bars in drawing order: earliest first, the longer first among equals, then by id. */
export function compareBars(a: LaneBar, b: LaneBar): number {
	return a.from - b.from || b.to - a.to || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The lane of each bar of a list already in drawing order, and how many lanes that takes. */
export function stackLanes(bars: readonly LaneBar[]): { lanes: number[]; count: number } {
	const ends: number[] = [];
	const lanes = bars.map((bar) => {
		let lane = 0;
		while (lane < ends.length && ends[lane]! >= bar.from) lane++;
		ends[lane] = bar.to;
		return lane;
	});
	return { lanes, count: ends.length };
}

/** The first lane in which nothing but `except` holds a day of the span; the next new one when all do. */
export function findFreeLane(
	bars: readonly (LaneBar & { readonly lane: number })[],
	span: { from: number; to: number },
	except: ReadonlySet<string>
): number {
	const taken = new Set<number>();
	for (const bar of bars)
		if (bar.from <= span.to && span.from <= bar.to && !except.has(bar.id)) taken.add(bar.lane);
	let lane = 0;
	while (taken.has(lane)) lane++;
	return lane;
}
