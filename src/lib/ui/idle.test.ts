import { afterEach, expect, it, vi } from 'vitest';
import { whenCalm, whenIdle } from './idle.ts';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** A browser whose idle times are handed out by the test. */
function standIn() {
	vi.useFakeTimers();
	const asked = new Map<number, IdleRequestCallback>();
	let number = 0;
	vi.stubGlobal('requestIdleCallback', (work: IdleRequestCallback) => {
		asked.set(++number, work);
		return number;
	});
	vi.stubGlobal('cancelIdleCallback', (which: number) => asked.delete(which));
	const frame = vi.fn();
	vi.stubGlobal('requestAnimationFrame', frame);
	const give = (leftMs: number): void => {
		const all = [...asked.values()];
		asked.clear();
		for (const work of all) work({ didTimeout: false, timeRemaining: () => leftMs });
	};
	return { asked, give, frame };
}

it('leaves the time between two frames to what moves, and takes that of a page at rest', () => {
	const { asked, give } = standIn();
	const work = vi.fn();
	whenCalm(work, 5000);
	for (let i = 0; i < 3; i++) give(12);
	expect(work).not.toHaveBeenCalled();
	give(45);
	expect(work).toHaveBeenCalledOnce();
	expect(asked.size).toBe(0);
});

it('is done after so long although something moves all the time', () => {
	const { give } = standIn();
	const work = vi.fn();
	whenCalm(work, 5000);
	give(12);
	vi.advanceTimersByTime(5001);
	give(12);
	expect(work).toHaveBeenCalledOnce();
});

it('can be called off, also after it has given way', () => {
	const { asked, give } = standIn();
	const work = vi.fn();
	const callOff = whenCalm(work, 5000);
	give(12);
	callOff();
	expect(asked.size).toBe(0);
});

it.each([whenIdle, whenCalm])(
	'asks for a frame where a page at rest is not called back',
	(when) => {
		const { give, frame } = standIn();
		const work = vi.fn();
		when(work, 5000);
		vi.advanceTimersByTime(150);
		expect(frame).toHaveBeenCalledOnce();
		give(45);
		expect(work).toHaveBeenCalledOnce();
	}
);

it('asks for no frame once it was called back or called off', () => {
	const { give, frame } = standIn();
	whenCalm(() => undefined, 5000);
	give(45);
	whenIdle(() => undefined, 5000)();
	vi.advanceTimersByTime(1000);
	expect(frame).not.toHaveBeenCalled();
});
