import { expect, it, vi } from 'vitest';
import { startLater } from './start-later.ts';

it('starts what came, and stops it with the rest', async () => {
	const stopped = vi.fn();
	const start = vi.fn(() => stopped);
	const stop = startLater(() => Promise.resolve(7), start);
	expect(start).not.toHaveBeenCalled();
	await vi.waitFor(() => expect(start).toHaveBeenCalledExactlyOnceWith(7));
	stop();
	expect(stopped).toHaveBeenCalledOnce();
});

it('does not start what comes when nobody waits any more', async () => {
	const start = vi.fn();
	const coming = Promise.withResolvers<number>();
	startLater(() => coming.promise, start)();
	coming.resolve(7);
	await coming.promise;
	await Promise.resolve();
	expect(start).not.toHaveBeenCalled();
});
