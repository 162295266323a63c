import { expect, it } from 'vitest';
import { dayNumber } from '#lib/domain/days.ts';
import { sayDaysOff } from './days-off.ts';
import type { Shade } from './shades.ts';

const shade = (kind: Shade['kind'], label: string, from: string, to = from): Shade => ({
	...{ kind, label },
	...{ from: dayNumber(from), to: dayNumber(to) }
});

it('says every shade with its days, in their order, each once', () => {
	const shades = [
		shade('leave', 'Away', '2027-01-04', '2027-01-08'),
		shade('holiday', 'Christmas Day', '2026-12-25'),
		shade('holiday', 'Christmas Day', '2026-12-25'),
		shade('part-leave', 'Away part of the day', '2027-01-11')
	];
	expect(sayDaysOff(shades, [], '2026-11-30')).toBe(
		'Christmas Day 25 Dec; Away 4 Jan 2027 to 8 Jan 2027; Away part of the day 11 Jan 2027'
	);
});

it('says the weekdays somebody never works first, and nothing where nothing is shaded', () => {
	const free: [number, number][] = [
		[0, 1],
		[3, 2]
	];
	expect(sayDaysOff([], free, '2026-11-30')).toBe('No hours on Mon, Thu, Fri');
	expect(sayDaysOff([], [], '2026-11-30')).toBe('');
});
