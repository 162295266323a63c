import { describe, expect, it } from 'vitest';
import { passesWho, readView, writeView } from './timeline-view.ts';

describe('timeline view', () => {
	it('reads what it wrote, and keeps the parameters of others', () => {
		const view = {
			level: 'quarter',
			from: '2027-01-04',
			basis: 'tentative',
			who: 'priya',
			showsStrip: false,
			showsTray: true,
			shape: 'table',
			grouping: 'team'
		} as const;
		const params = writeView(new URLSearchParams('card=prj_1'), view);
		expect(readView(params)).toEqual(view);
		expect(params.get('card')).toBe('prj_1');
	});

	it('writes nothing for the usual view and reads nonsense as the usual', () => {
		const usual = readView(new URLSearchParams('zoom=year&from=2027-02-31&as=pie'));
		expect(usual).toMatchObject({ level: 'week', from: null, basis: 'booked', shape: 'bars' });
		expect(String(writeView(new URLSearchParams(), usual))).toBe('');
	});

	it('looks for every word in names and work', () => {
		expect(passesWho('pri forklift', ['Priya Kaur', 'Forklift recert'])).toBe(true);
		expect(passesWho('pri gdpr', ['Priya Kaur', 'Forklift recert'])).toBe(false);
		expect(passesWho('  ', [])).toBe(true);
	});
});
