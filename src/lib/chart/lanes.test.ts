import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBars, findFreeLane, stackLanes, type LaneBar } from './lanes.ts';

const bars = fc
	.array(
		fc.record({ from: fc.integer({ min: 0, max: 60 }), days: fc.integer({ min: 1, max: 20 }) })
	)
	.map((list) =>
		list.map(({ from, days }, i): LaneBar => ({ id: `alc_${i}`, from, to: from + days - 1 }))
	);

describe('lanes', () => {
	it('never lets two bars of a lane share a day', () => {
		fc.assert(
			fc.property(bars, (list) => {
				const sorted = list.toSorted(compareBars);
				const { lanes, count } = stackLanes(sorted);
				for (const [i, a] of sorted.entries())
					for (const [j, b] of sorted.entries())
						if (i < j && lanes[i] === lanes[j]) expect(a.to < b.from || b.to < a.from).toBe(true);
				expect(count).toBe(sorted.length === 0 ? 0 : Math.max(...lanes) + 1);
			})
		);
	});

	it('gives the same lanes whatever order the bars arrive in', () => {
		fc.assert(
			fc.property(bars, (list) => {
				const lanesOf = (given: LaneBar[]) => {
					const sorted = given.toSorted(compareBars);
					const { lanes } = stackLanes(sorted);
					return new Map(sorted.map((bar, i) => [bar.id, lanes[i]]));
				};
				expect(lanesOf(list.toReversed())).toEqual(lanesOf(list));
			})
		);
	});

	it('uses a lane again on the day after it is free, not on its last day', () => {
		const touching = [
			{ id: 'a', from: 0, to: 4 },
			{ id: 'b', from: 4, to: 6 },
			{ id: 'c', from: 5, to: 9 }
		];
		expect(stackLanes(touching)).toEqual({ lanes: [0, 1, 0], count: 2 });
	});

	it('finds the lane a carried bar would take', () => {
		const placed = [
			{ id: 'a', from: 0, to: 4, lane: 0 },
			{ id: 'b', from: 2, to: 6, lane: 1 }
		];
		expect(findFreeLane(placed, { from: 3, to: 3 }, new Set())).toBe(2);
		expect(findFreeLane(placed, { from: 3, to: 3 }, new Set(['a']))).toBe(0);
		expect(findFreeLane(placed, { from: 5, to: 9 }, new Set())).toBe(0);
	});
});
