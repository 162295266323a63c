import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { untilFetched } from './until-fetched.ts';

describe('code that is fetched', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('is asked for again where it could not be had', async () => {
		let asked = 0;
		const fetchIt = (): Promise<string> =>
			++asked < 3 ? Promise.reject(new Error('away')) : Promise.resolve('here');
		const fetched = untilFetched(fetchIt, () => false);
		await vi.runAllTimersAsync();
		await expect(fetched).resolves.toBe('here');
		expect(asked).toBe(3);
	});

	it('is asked for no more once nobody waits for it', async () => {
		let asked = 0;
		let isOver = false;
		const fetchIt = (): Promise<never> => {
			isOver = ++asked === 2;
			return Promise.reject(new Error('away'));
		};
		void untilFetched(fetchIt, () => isOver);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(asked).toBe(2);
	});
});
