import { describe, expect, it } from 'vitest';
import { sayCell } from './cause-words.ts';

const cell = (loadMinutes: number, netMinutes: number, usualMinutes: number) =>
	sayCell({
		loadMinutes,
		netMinutes,
		usualMinutes,
		overMinutes: Math.max(0, loadMinutes - netMinutes),
		lowMinutes: netMinutes,
		without: [],
		away: [],
		groups: [],
		unknown: []
	});

describe('words of a cell', () => {
	it('says the load, the hours there are and what is over', () => {
		expect(cell(2520, 1800, 1800)).toEqual({ sum: '42 h of 30 h, 12 h over.', usual: '' });
		expect(cell(1200, 1350, 1800)).toEqual({
			sum: '20 h of 22.5 h.',
			usual: '30 h in a usual period, 7.5 h of them off.'
		});
	});

	it('has no share where there are no hours', () => {
		expect(cell(480, 0, 1800).sum).toBe('8 h, and no hours to do it in.');
	});
});
