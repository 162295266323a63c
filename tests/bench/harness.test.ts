import { describe, expect, it } from 'vitest';
import { getMedian, getPercentile, runInterleaved } from './harness.ts';

describe('the bench harness', () => {
	it('takes percentiles between values, and refuses none', () => {
		expect(getMedian([3, 1, 2])).toBe(2);
		expect(getMedian([1, 2, 3, 4])).toBe(2.5);
		expect(getPercentile([10, 20, 30, 40, 50], 95)).toBeCloseTo(48);
		expect(getPercentile([7], 99)).toBe(7);
		expect(() => getMedian([])).toThrow(/measure at least once/);
	});

	it('takes turns, and goes on when a cell fails', async () => {
		const order: string[] = [];
		const cell = (name: string) => async () => {
			order.push(name);
			if (name === 'c') throw new Error('c fell over');
			return name;
		};
		const results = await runInterleaved({ a: cell('a'), b: cell('b'), c: cell('c') }, 2);
		expect(order.join('')).toBe('abcbca');
		expect(results['a']).toEqual(['a', 'a']);
		expect(results['c']).toEqual([new Error('c fell over'), new Error('c fell over')]);
	});
});
