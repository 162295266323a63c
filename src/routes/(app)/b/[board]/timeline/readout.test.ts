import { describe, expect, it } from 'vitest';
import { loadState, type LoadSums } from '#lib/domain/utilisation.ts';
import { findPeak, sayDrag, saySpan, shortName } from './readout.ts';

const TODAY = '2027-01-06';
const sums = (given: Partial<LoadSums>) =>
	loadState({ net: 100, confirmed: 0, tentative: 0, weighted: 0, unknown: 0, ...given });

describe('readout', () => {
	it('says days plainly, with the year where it differs', () => {
		expect(saySpan({ from: '2027-01-12', to: '2027-01-20' }, TODAY)).toBe('12 Jan to 20 Jan');
		expect(saySpan({ from: '2027-01-12', to: '2027-01-12' }, TODAY)).toBe('12 Jan');
		expect(saySpan({ from: '2028-02-29', to: '2028-02-29' }, TODAY)).toBe('29 Feb 2028');
	});

	it('finds the fullest week a span touches', () => {
		const weeks: Record<string, number> = {
			'2027-01-11': 96,
			'2027-01-18': 118,
			'2027-01-25': 150
		};
		const week = (monday: string) => sums({ confirmed: weeks[monday] ?? 0 });
		const span = { from: '2027-01-12', to: '2027-01-20' };
		expect(findPeak(week, span, 'booked')).toMatchObject({ percent: 118, monday: '2027-01-18' });
	});

	it('does not let an unknown week pass for an empty one', () => {
		const week = (monday: string) => sums(monday === '2027-01-11' ? {} : { unknown: 2 });
		const span = { from: '2027-01-12', to: '2027-01-20' };
		expect(findPeak(week, span, 'booked')?.words).toBe('load unknown');
	});

	it('makes the whole sentence', () => {
		const peak = { words: '118 %', percent: 118, monday: '2027-01-11' };
		const span = { from: '2027-01-12', to: '2027-01-15' };
		const people = [{ name: 'Priya', peak }];
		expect(sayDrag({ span, workingDays: 4, people, today: TODAY })).toBe(
			'12 Jan to 15 Jan, 4 working days, Priya 118 %'
		);
		expect(
			sayDrag({
				span: { from: '2027-01-12', to: '2027-01-20' },
				workingDays: 1,
				people: [...people, { name: 'Sam', peak: { ...peak, words: '60 %' } }],
				today: TODAY
			})
		).toBe('12 Jan to 20 Jan, 1 working day, Priya 118 % in W2, Sam 60 % in W2');
	});

	it('uses first names while they are enough', () => {
		expect(shortName('Priya Kaur', ['Priya Kaur', 'Sam Rowe'])).toBe('Priya');
		expect(shortName('Priya Kaur', ['Priya Nair'])).toBe('Priya Kaur');
		expect(shortName('Priya Kaur', ['Priyanka Rao', 'Priya Kaur'])).toBe('Priya');
		expect(shortName('Priya', ['Priya Nair'])).toBe('Priya');
		expect(shortName('Priya Kaur', ['Priya'])).toBe('Priya Kaur');
	});
});
