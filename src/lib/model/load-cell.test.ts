import { describe, expect, it } from 'vitest';
import { loadState, type LoadSums } from '#lib/domain/utilisation.ts';
import { loadCell } from './load-cell.ts';

const sums = (given: Partial<LoadSums>): LoadSums => ({
	net: 1080,
	confirmed: 0,
	tentative: 0,
	weighted: 0,
	unknown: 0,
	...given
});
const cell = (given: Partial<LoadSums>, basis: 'booked' | 'tentative' = 'booked') =>
	loadCell(loadState(sums(given)), basis);

describe('load cell', () => {
	it('C-11 prints confirmed work, and the pencilled in full when asked', () => {
		const load = { confirmed: 720, tentative: 600 };
		expect(cell(load)).toMatchObject({
			text: '67',
			words: '67 %',
			bin: 2,
			flagged: false,
			beside: ''
		});
		expect(cell(load, 'tentative')).toMatchObject({ text: '122', bin: 5 });
	});

	it('C-15 takes the bin from the printed number: 100 is full, 100.6 is over', () => {
		expect(cell({ confirmed: 1080 }).bin).toBe(3);
		expect(cell({ confirmed: 1087 })).toMatchObject({ text: '101', bin: 4 });
	});

	it('C-24 goes by where the organisation lets its bins end', () => {
		const half = loadState(sums({ confirmed: 540 }));
		expect(loadCell(half, 'booked').bin).toBe(1);
		expect(loadCell(half, 'booked', [20, 30, 40, 45, 120])).toMatchObject({ text: '50', bin: 5 });
	});

	it('C-13 shows unknown as unknown, never as zero', () => {
		expect(cell({ unknown: 3 })).toMatchObject({ kind: 'unknown', text: '?', bin: null });
		expect(cell({ unknown: 3, confirmed: 540 })).toMatchObject({ text: '50+', words: '50 %' });
	});

	it('C-13 says off without capacity, and marks what is booked all the same', () => {
		expect(cell({ net: 0 })).toMatchObject({ kind: 'off', text: 'off', words: 'no capacity' });
		expect(cell({ net: 0, confirmed: 60 })).toMatchObject({ text: 'off !', words: 'no capacity' });
	});
});
