import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionsPerDay, readFlow, type Entry, type Phase } from './flow.ts';

const entries = (...phases: Phase[]): Entry[] => phases.map((phase, at) => ({ at, phase }));

describe('what a card has been through (F-2, F-3)', () => {
	it('F-2 is finished from the start of its final unbroken stay in done', () => {
		expect(readFlow(entries('open', 'doing', 'done', 'done')).finishedAt).toBe(2);
		expect(readFlow(entries('open', 'done', 'doing', 'done', 'done')).finishedAt).toBe(3);
	});

	it('F-2 is not finished once it went back, and says that it did', () => {
		expect(readFlow(entries('open', 'done', 'open'))).toEqual({
			startedAt: null,
			finishedAt: null,
			wasReopened: true
		});
		expect(readFlow(entries('open', 'doing', 'done')).wasReopened).toBe(false);
	});

	it('F-3 starts at the first entry into work, and never where it went straight to done', () => {
		expect(readFlow(entries('open', 'doing', 'open', 'doing', 'done')).startedAt).toBe(1);
		expect(readFlow(entries('open', 'done')).startedAt).toBeNull();
		expect(readFlow([])).toEqual({ startedAt: null, finishedAt: null, wasReopened: false });
	});

	it('F-2, F-3 a finish is never before a start of the same stay', () => {
		const phase = fc.constantFrom<Phase>('open', 'doing', 'done');
		fc.assert(
			fc.property(fc.array(phase, { maxLength: 12 }), (phases) => {
				const { startedAt, finishedAt } = readFlow(entries(...phases));
				if (finishedAt === null) expect(phases.at(-1)).not.toBe('done');
				else {
					expect(phases.slice(finishedAt).every((one) => one === 'done')).toBe(true);
					expect(phases[finishedAt - 1]).not.toBe('done');
					if (startedAt !== null) expect(startedAt).toBeLessThan(finishedAt);
				}
			})
		);
	});
});

describe('how many are finished on each day (F-4)', () => {
	it('F-4 counts empty days too, and a Sunday on the Monday', () => {
		// Day 3 and 4 do not count.
		expect([...completionsPerDay([0, 0, 3, 4, 9, -1], [0, 1, 2, 5, 6])]).toEqual([2, 0, 0, 2, 0]);
		expect([...completionsPerDay([5], [])]).toEqual([]);
	});

	it('F-4 loses nothing between the first and the last day', () => {
		const day = fc.integer({ min: 0, max: 100 });
		fc.assert(
			fc.property(fc.uniqueArray(day, { minLength: 1 }), fc.array(day), (days, finished) => {
				days.sort((a, b) => a - b);
				const inside = finished.filter((one) => one >= days[0]! && one <= days.at(-1)!);
				const counts = completionsPerDay(finished, days);
				expect(counts.reduce((sum, count) => sum + count, 0)).toBe(inside.length);
			})
		);
	});
});
