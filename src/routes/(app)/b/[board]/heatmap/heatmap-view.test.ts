import { describe, expect, it } from 'vitest';
import { defaultBounds } from '#lib/domain/bands.ts';
import { readView, writeView } from './heatmap-view.ts';
import { sayBands } from './view-words.ts';

const usual = {
	from: null,
	by: null,
	per: 'week',
	weeks: 24,
	basis: 'booked',
	unit: 'percent',
	bounds: null,
	who: '',
	showsTray: false,
	cell: null
} as const;

describe('heatmap view', () => {
	it('reads what it wrote, and keeps the parameters of others', () => {
		const view = {
			from: '2027-01-04',
			by: 'skill',
			per: 'month',
			weeks: 104,
			basis: 'expected',
			unit: 'fte',
			bounds: [50, 80, 100, 110, 150],
			who: 'kaur',
			showsTray: true,
			cell: { key: 'skill:Design & audio', from: '2027-01-01' }
		} as const;
		const params = writeView(new URLSearchParams('card=prj_1'), view);
		expect(readView(params)).toEqual(view);
		expect(params.get('card')).toBe('prj_1');
	});

	it('begins on a Monday and reads nonsense as the usual', () => {
		expect(readView(new URLSearchParams('from=2027-01-07')).from).toBe('2027-01-04');
		const nonsense = 'from=soon&weeks=13&load=all&by=star&per=hour&unit=kg&bands=9-8-7&cell=x~y';
		expect(readView(new URLSearchParams(nonsense))).toEqual(usual);
		expect(String(writeView(new URLSearchParams(), usual))).toBe('');
		expect(readView(new URLSearchParams('per=day&weeks=24')).weeks).toBe(4);
	});

	it('CA-6 leaves bands to the organisation unless the address says its own, the usual among them', () => {
		const view = { ...usual, bounds: defaultBounds };
		const params = writeView(new URLSearchParams(), view);
		expect(params.get('bands')).toBe('59-84-100-120-140');
		expect(readView(params)).toEqual(view);
		const own = [50, 80, 90, 110, 130];
		expect(sayBands(null, defaultBounds)).toBe('The usual bands.');
		expect(sayBands(null, own)).toBe("Your organisation's bands.");
		expect(sayBands([...own], own)).toBe("Your organisation's bands.");
		expect(sayBands(defaultBounds, own)).toBe('Bands of this view only.');
		expect(sayBands(own, defaultBounds)).toBe('Bands of this view only.');
	});

	it('takes five rising whole percentages as bands, and nothing else', () => {
		const bandsOf = (text: string) => readView(new URLSearchParams({ bands: text })).bounds;
		expect(bandsOf('50-80-100-120-150')).toEqual([50, 80, 100, 120, 150]);
		for (const wrong of ['50-80-100-120', '50-50-100-120-150', '0-1-2-3-4', '50-80-x-120-150'])
			expect(bandsOf(wrong)).toBeNull();
	});
});
