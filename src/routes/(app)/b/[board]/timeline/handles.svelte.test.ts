import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Handles } from './handles.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Longer than any wait of theirs. */
const A_WHILE_MS = 1000;

describe('handles', () => {
	it('come once nothing has come into view for a moment, in turn', () => {
		const onAllGiven = vi.fn();
		const handles = new Handles(() => false, onAllGiven);
		const given: string[] = [];
		for (const row of ['a', 'b', 'c']) handles.wait(() => given.push(row));
		expect([given, handles.areLate]).toEqual([[], true]);
		expect(onAllGiven).not.toHaveBeenCalled();
		vi.advanceTimersByTime(A_WHILE_MS);
		expect([given, handles.areLate]).toEqual([['a', 'b', 'c'], false]);
		expect(onAllGiven).toHaveBeenCalledOnce();
	});

	it('wait while rows scroll by', () => {
		let isMoving = true;
		const handles = new Handles(() => isMoving);
		const given: string[] = [];
		handles.wait(() => given.push('a'));
		vi.advanceTimersByTime(A_WHILE_MS);
		expect(given).toEqual([]);
		isMoving = false;
		vi.advanceTimersByTime(A_WHILE_MS);
		expect(given).toEqual(['a']);
	});

	it('are not given to a row that has gone or has taken its own', () => {
		const handles = new Handles(() => false);
		const given: string[] = [];
		const leave = handles.wait(() => given.push('gone'));
		leave();
		expect(handles.areLate).toBe(false);
		handles.wait(() => given.push('here'));
		vi.advanceTimersByTime(A_WHILE_MS);
		expect(given).toEqual(['here']);
	});

	it('give way when one of them takes longer than a part of a frame', () => {
		const handles = new Handles(() => false);
		const given: string[] = [];
		const now = vi.spyOn(performance, 'now');
		let clock = 0;
		now.mockImplementation(() => clock);
		for (const row of ['slow', 'next']) handles.wait(() => ((clock += 50), given.push(row)));
		vi.advanceTimersToNextTimer();
		vi.advanceTimersToNextTimer();
		expect(given).toEqual(['slow']);
		vi.advanceTimersByTime(A_WHILE_MS);
		expect(given).toEqual(['slow', 'next']);
		now.mockRestore();
	});

	it('are late until those have theirs, too, that come once all have', () => {
		const given: string[] = [];
		const late: boolean[] = [];
		const handles: Handles = new Handles(
			() => false,
			() => {
				late.push(handles.areLate);
				if (given.length === 1) handles.wait(() => given.push('beyond'));
			}
		);
		const leave = handles.wait(() => {
			given.push('in view');
			leave();
		});
		vi.advanceTimersByTime(A_WHILE_MS);
		expect([given, late, handles.areLate]).toEqual([['in view', 'beyond'], [true, true], false]);
	});

	it('belong to a picture', () => {
		const handles = new Handles(() => false);
		const before = handles.edition;
		handles.renew();
		expect(handles.edition).not.toBe(before);
	});
});
