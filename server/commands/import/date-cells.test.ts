// Cells as days: the order is explicit, impossible days are refused, a weekday settles what is ambiguous.
import { describe, expect, it } from 'vitest';
import type { DateOrder } from '#lib/model/import.ts';
import { fitDates, guessOrder, readDate } from './date-cells.ts';

const dayOf = (cell: string, order: DateOrder): string | null | undefined => {
	const read = readDate(cell, order);
	return read ? read.day : read;
};

describe('readDate', () => {
	it.each([
		['09/15/2025', 'mdy', '2025-09-15'],
		['15/09/2025', 'dmy', '2025-09-15'],
		['15.9.2025', 'dmy', '2025-09-15'],
		['2025-09-15', 'mdy', '2025-09-15'],
		['2025/9/5', 'dmy', '2025-09-05'],
		['2025-09-15T10:30:00Z', 'dmy', '2025-09-15'],
		['03/11/25', 'dmy', '2025-11-03'],
		['25-11-03', 'ymd', '2025-11-03'],
		['9 Jan 2026', 'mdy', '2026-01-09'],
		['09/Jan/24 3:54 PM', 'mdy', '2024-01-09'],
		['January 9th, 2026', 'dmy', '2026-01-09'],
		['Fri 9 January 2026', 'dmy', '2026-01-09'],
		['29/02/2024', 'dmy', '2024-02-29']
	] as const)('reads %s (%s) as %s', (cell, order, day) => {
		expect(dayOf(cell, order)).toBe(day);
	});

	it.each([
		'31/02/2026',
		'31 Feb 2026',
		'2026-02-31',
		'29/02/2026',
		'0/1/2026',
		'1/1/202',
		'soon',
		'45000',
		'=TODAY()'
	])('refuses %s', (cell) => {
		expect(readDate(cell, 'dmy')).toBeUndefined();
	});

	it('knows an empty cell from a bad one', () => {
		expect(readDate('  ', 'dmy')).toBeNull();
	});

	it('lets a weekday settle the reading, and says so', () => {
		expect(readDate('Mon 03/11/25', 'mdy')).toEqual({
			...{ day: '2025-11-03', settledBy: { order: 'dmy', weekday: 'Monday' } }
		});
		expect(readDate('Mon 03/11/25', 'dmy')).toEqual({ day: '2025-11-03' });
		expect(readDate('Sun 03/11/25', 'dmy')).toEqual({ day: '2025-11-03', wrongWeekday: 'Sunday' });
	});
});

describe('guessOrder', () => {
	it('follows the cells, and the region where they leave it open', () => {
		expect(guessOrder(fitDates(['09/15/2025', '01/02/2025']), 'GB-ENG')).toBe('mdy');
		expect(guessOrder(fitDates(['15/09/2025', '01/02/2025']), 'US')).toBe('dmy');
		expect(guessOrder(fitDates(['01/02/2025']), 'US-CA')).toBe('mdy');
		expect(guessOrder(fitDates(['01/02/2025']), 'GB-ENG')).toBe('dmy');
		expect(guessOrder(fitDates([]), '')).toBe('dmy');
	});
});
