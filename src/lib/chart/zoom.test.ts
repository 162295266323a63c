import { describe, expect, it } from 'vitest';
import { PX_PER_DAY, ZOOM_LEVELS } from './scales.ts';
import { chooseLevel, isZoomEvent } from './zoom.ts';

describe('the level a gesture means', () => {
	it('stays where it is at rest', () => {
		for (const level of ZOOM_LEVELS) expect(chooseLevel(level, PX_PER_DAY[level])).toBe(level);
	});

	it('does not flicker at the border of two levels', () => {
		const border = Math.sqrt(PX_PER_DAY.week * PX_PER_DAY.month);
		expect(chooseLevel('week', border * 0.98)).toBe('week');
		expect(chooseLevel('month', border * 1.02)).toBe('month');
		expect(chooseLevel('week', border * 0.8)).toBe('month');
		expect(chooseLevel('month', border * 1.2)).toBe('week');
	});

	it('may skip levels in one wide pinch', () => {
		expect(chooseLevel('day', 2)).toBe('quarter');
	});
});

describe('what counts as zooming', () => {
	it('leaves scrolling and clicking to the page', () => {
		expect(isZoomEvent({ type: 'wheel' })).toBe(false);
		expect(isZoomEvent({ type: 'mousedown', ctrlKey: true })).toBe(false);
		expect(isZoomEvent({ type: 'touchstart', touches: { length: 1 } })).toBe(false);
	});

	it('takes the pinch and the wheel with a chord key', () => {
		expect(isZoomEvent({ type: 'wheel', ctrlKey: true })).toBe(true);
		expect(isZoomEvent({ type: 'wheel', metaKey: true })).toBe(true);
		expect(isZoomEvent({ type: 'touchmove', touches: { length: 2 } })).toBe(true);
	});
});
