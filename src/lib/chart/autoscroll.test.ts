import { afterEach, describe, expect, it, vi } from 'vitest';
import { MOUSE_ZONE_PX, findScrollSpeed, startAutoscroll } from './autoscroll.ts';

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

describe('a box with names over its edge', () => {
	afterEach(() => void vi.unstubAllGlobals());

	it('begins to scroll beside them, not under them', () => {
		let tick: (now: number) => void = () => undefined;
		vi.stubGlobal('requestAnimationFrame', (next: typeof tick) => ((tick = next), 1));
		vi.stubGlobal('cancelAnimationFrame', () => undefined);
		const asked: number[] = [];
		const box = {
			...{ scrollLeft: 0, scrollTop: 0 },
			getBoundingClientRect: () => ({ left: 0, right: 1000, top: 0, bottom: 1000 }),
			scrollBy: ({ left }: { left: number }) => void asked.push(Math.sign(left))
		} as unknown as Element;
		const names = () => ({ leftPx: 200, rightPx: 0, topPx: 0 });
		const scroll = startAutoscroll(box, MOUSE_ZONE_PX, () => undefined, names);
		for (const xPx of [230, 300, 990]) {
			scroll.follow(xPx, 500);
			tick(performance.now() + 16);
		}
		expect(asked).toEqual([-1, 1]);
		scroll.stop();
	});

	it('asks for frames only while there is something to find out, and goes on scrolling at an edge', () => {
		let tick: ((now: number) => void) | null = null;
		vi.stubGlobal('requestAnimationFrame', (next: (now: number) => void) => ((tick = next), 1));
		vi.stubGlobal('cancelAnimationFrame', () => undefined);
		const box = {
			...{ scrollLeft: 0, scrollTop: 0 },
			getBoundingClientRect: () => ({ left: 0, right: 1000, top: 0, bottom: 1000 }),
			scrollBy({ left }: { left: number }) {
				this.scrollLeft += left;
			}
		};
		let scrolls = 0;
		const scroll = startAutoscroll(box as unknown as Element, MOUSE_ZONE_PX, () => scrolls++);
		let now = performance.now();
		const run = (): boolean => {
			const next = tick;
			tick = null;
			next?.((now += 16));
			return tick !== null;
		};
		expect(run()).toBe(false);
		scroll.follow(500, 500);
		expect(run()).toBe(false);
		scroll.follow(990, 500);
		for (let i = 0; i < 5; i++) expect(run()).toBe(true);
		expect(scrolls).toBe(5);
		scroll.follow(500, 500);
		expect(run()).toBe(false);
		scroll.stop();
	});
});
