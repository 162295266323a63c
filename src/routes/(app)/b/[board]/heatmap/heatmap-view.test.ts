import { describe, expect, it } from 'vitest';
import { readView, writeView } from './heatmap-view.ts';

describe('heatmap view', () => {
	it('reads what it wrote, and keeps the parameters of others', () => {
		const view = { from: '2027-01-04', weeks: 52, basis: 'tentative', who: 'kaur' } as const;
		const params = writeView(new URLSearchParams('card=prj_1'), view);
		expect(readView(params)).toEqual(view);
		expect(params.get('card')).toBe('prj_1');
	});

	it('begins on a Monday and reads nonsense as the usual', () => {
		expect(readView(new URLSearchParams('from=2027-01-07')).from).toBe('2027-01-04');
		const usual = readView(new URLSearchParams('from=soon&weeks=13&load=all'));
		expect(usual).toEqual({ from: null, weeks: 24, basis: 'booked', who: '' });
		expect(String(writeView(new URLSearchParams(), usual))).toBe('');
	});
});
