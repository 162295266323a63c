import { describe, expect, it } from 'vitest';
import { findDayLimit, readDay } from './day-text.ts';

describe('a day as people type it', () => {
	it.each([
		['2027-03-04', '2027-03-04'],
		['2027-3-4', '2027-03-04'],
		['2027/03/04', '2027-03-04'],
		['20270304', '2027-03-04'],
		['2028-02-29', '2028-02-29'],
		['2000-02-29', '2000-02-29'],
		['', '']
	])('reads %j', (text, day) => {
		expect(readDay(text)).toEqual({ ok: true, day });
	});

	it.each([
		'2027-02-29',
		'2100-02-29',
		'2027-04-31',
		'2027-13-01',
		'03/04/2027',
		'Monday',
		'2027-03'
	])('refuses %j', (text) => {
		expect(readDay(text).ok).toBe(false);
	});

	it('says which end of the span is crossed', () => {
		expect(findDayLimit('2027-01-01', '2027-01-02')).toBe('Not before 2027-01-02.');
		expect(findDayLimit('2027-01-03', undefined, '2027-01-02')).toBe('Not after 2027-01-02.');
		expect(findDayLimit('', '2027-01-02')).toBeUndefined();
	});
});
