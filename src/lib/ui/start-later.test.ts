import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLater } from './start-later.ts';

/** Fails so often, then brings 7. */
function failing(times: number) {
	let tries = 0;
	const fetchIt = (): Promise<number> =>
		++tries > times ? Promise.resolve(7) : Promise.reject(new TypeError('no network'));
	return { fetchIt, count: () => tries };
}

describe('what is started later', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('is fetched again until it comes, and stopped with the rest', async () => {
		const { fetchIt, count } = failing(2);
		const stopped = vi.fn();
		const start = vi.fn(() => stopped);
		const stop = startLater(fetchIt, start);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(start).toHaveBeenCalledExactlyOnceWith(7);
		expect(count()).toBe(3);
		stop();
		expect(stopped).toHaveBeenCalledOnce();
	});

	it('is neither started nor fetched again once nobody waits', async () => {
		const start = vi.fn(() => () => undefined);
		const coming = failing(0);
		startLater(coming.fetchIt, start)();
		const away = failing(Infinity);
		const stop = startLater(away.fetchIt, start);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(away.count()).toBeGreaterThan(1);
		stop();
		const tries = away.count();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(away.count()).toBe(tries);
		expect(start).not.toHaveBeenCalled();
	});
});
