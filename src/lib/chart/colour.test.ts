import { describe, expect, it } from 'vitest';
import { HUES, findHue, paintBar, paintBin } from './colour.ts';

describe('paint', () => {
	it('caps only what is over capacity, thicker the more it is', () => {
		expect([0, 1, 2, 3, 4, 5, 6].map((bin) => paintBin(bin).capPx)).toEqual([0, 0, 0, 0, 2, 3, 4]);
		expect(paintBin(3).weight).toBe(500);
		expect(paintBin(4).weight).toBe(600);
	});

	it('keeps the cap visible on the darkest bin', () => {
		const paint = paintBin(6);
		expect(paint.cap).not.toBe(paint.fill);
	});

	it('refuses a bin that is none', () => {
		expect(() => paintBin(7)).toThrow(/no utilisation bin 7/);
		expect(() => paintBin(1.5)).toThrow();
	});

	it('tells tentative from confirmed without colour', () => {
		expect(paintBar('teal', 'tentative').border).toContain('dashed');
		expect(paintBar('teal').border).toContain('solid');
	});

	it('gives the alarm to blocked bars only', () => {
		expect(paintBar('teal', 'blocked').edge).toContain('--alarm');
		expect(JSON.stringify([paintBar('teal'), paintBar('teal', 'done')])).not.toContain('--alarm');
	});

	it('gives an id one hue and uses them all', () => {
		expect(findHue('amara')).toBe(findHue('amara'));
		const used = new Set(Array.from({ length: 200 }, (_, index) => findHue(`person-${index}`)));
		expect(used.size).toBe(HUES.length);
	});
});
