import { describe, expect, it } from 'vitest';
import type { BenchContext } from './harness.ts';
import { bestPeer, ceiling, OURS, runContest } from './ui/contest.ts';

const context = { repetitions: 3, log: () => undefined } as unknown as BenchContext;
/** A cell that measures one after the other; an error fails. */
const cell = (values: (number | Error)[]) => {
	const left = [...values];
	return async () => {
		const value = left.shift()!;
		if (value instanceof Error) throw value;
		return { ms: value };
	};
};

describe('a contest', () => {
	it('takes medians, and the worst of every run beside them', async () => {
		const { medians, worst } = await runContest(context, {
			[OURS]: cell([3, 40, 2]),
			peer: cell([9, 8, 7])
		});
		expect(medians).toEqual({ [OURS]: { ms: 3 }, peer: { ms: 8 } });
		expect(worst[OURS]).toEqual({ ms: 40 });
	});

	it('does not measure ours by the runs it happened to finish, and leaves peers theirs', async () => {
		const fell = new Error('fell over');
		const { medians, worst } = await runContest(context, {
			[OURS]: cell([3, fell, 2]),
			peer: cell([9, fell, 7])
		});
		expect(medians).toEqual({ peer: { ms: 8 } });
		expect(worst[OURS]).toBeUndefined();
	});

	it('misses a goal against who did not finish, instead of leaving it out', () => {
		expect(bestPeer({ [OURS]: { ms: 1 } }, 'ms')).toBeNaN();
		expect(ceiling('G1', 'against nobody', 1 / NaN, 0.3)).toMatchObject({
			value: 'DNF',
			met: false
		});
		expect(ceiling('G1', 'within', 0.3, 0.3)).toMatchObject({ value: 0.3, met: true });
		expect(ceiling('G1', 'over', 0.4, 0.3).met).toBe(false);
	});
});
