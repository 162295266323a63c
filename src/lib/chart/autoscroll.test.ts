import { describe, expect, it } from 'vitest';
import { MOUSE_ZONE_PX, findScrollSpeed } from './autoscroll.ts';

const speed = (pointer: number, heldMs = 0) =>
	findScrollSpeed(pointer, 0, 1000, MOUSE_ZONE_PX, heldMs);

describe('scrolling near an edge', () => {
	it('rests in the middle and at the rim of the zone', () => {
		expect([500, 64, 936].map((at) => speed(at))).toEqual([0, 0, 0]);
	});

	it('goes towards the edge it is near, faster the nearer', () => {
		expect(speed(990)).toBeGreaterThan(speed(950));
		expect(speed(10)).toBeLessThan(speed(50));
		expect(speed(950)).toBeGreaterThan(0);
	});

	it('speeds up while held, up to a limit', () => {
		expect(speed(990, 900)).toBeGreaterThan(speed(990, 0));
		expect(speed(990, 9000)).toBe(speed(990, 900));
	});

	it('is at its fastest beyond the edge', () => {
		expect(speed(1500, 900)).toBe(1400);
		expect(speed(-500, 900)).toBe(-1400);
	});

	it('keeps the middle of a small box quiet', () => {
		expect(findScrollSpeed(50, 0, 100, MOUSE_ZONE_PX, 0)).toBe(0);
		expect(findScrollSpeed(0, 0, 0, MOUSE_ZONE_PX, 0)).toBe(0);
	});
});
