import { describe, expect, it } from 'vitest';
import { formatHours, readHours } from './hours.ts';

describe('hours as people type them', () => {
	it.each([
		['1.5', 90],
		['1,5', 90],
		['.5', 30],
		['90m', 90],
		['90 min', 90],
		['1h', 60],
		['1h 30', 90],
		['1h30m', 90],
		['1:30', 90],
		['2 hours', 120],
		['0', 0],
		['  8 ', 480],
		['', null]
	])('reads %j as %j minutes', (text, minutes) => {
		expect(readHours(text)).toEqual({ ok: true, minutes });
	});

	it.each(['soon', '1.5.5', '-2', '1:75', '1 30', '3d', 'h', 'm'])('refuses %j', (text) => {
		expect(readHours(text).ok).toBe(false);
	});

	it('refuses a slip of the keyboard', () => {
		expect(readHours('99999999')).toEqual({
			ok: false,
			message: expect.stringContaining('100,000')
		});
	});

	it('prints what it reads back', () => {
		for (const minutes of [0, 1, 15, 45, 59, 60, 90, 100, 2250, 6000]) {
			expect(readHours(formatHours(minutes))).toEqual({ ok: true, minutes });
		}
		expect([90, 100, 20, null].map(formatHours)).toEqual(['1.5', '1h 40', '20m', '']);
	});
});
