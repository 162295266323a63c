import { describe, expect, it } from 'vitest';
import type { LoadAlerts } from '#lib/model/load-alerts.ts';
import type { CellCauses } from '#lib/model/load-causes.ts';
import { sayAlerts, sayIfApproved, sayWithout } from './alert-words.ts';

const MONDAY = '2027-01-04';
const week = { from: MONDAY, to: '2027-01-10' };
const none: LoadAlerts = { alert: null, monday: MONDAY, run: null, days: [] };
const run = { weeks: 4, place: 3, overMinutes: 3660, severity: 4 * 3660 };

describe('words of alerts', () => {
	it('C-14 says the alert of a week, and of a longer period which week it is', () => {
		expect(sayAlerts(none, week)).toEqual([]);
		expect(sayAlerts({ ...none, alert: 'risk' }, week)).toEqual([
			'Risk: over, should all tentative work come.'
		]);
		const month = { from: '2027-01-01', to: '2027-01-31' };
		expect(sayAlerts({ ...none, alert: 'breach', monday: '2027-01-11' }, month)).toEqual([
			'Week 2: Breach: confirmed work alone is over.'
		]);
	});

	it('C-22, C-23 says which week of a run it is and which days are far too full', () => {
		const days = Array.from({ length: 7 }, (_, i) => ({ day: `2027-01-0${i + 1}`, percent: 160 }));
		expect(sayAlerts({ ...none, run, days: days.slice(4, 5) }, week)).toEqual([
			'The 3rd of 4 weeks in a row over, 61 h too much in all.',
			'Tue 5 Jan at 160 %.'
		]);
		expect(sayAlerts({ ...none, run: { ...run, weeks: 1 } }, week)).toEqual([]);
		expect(sayAlerts({ ...none, run: { ...run, place: 12 } }, week)[0]).toMatch(/^The 12th of/);
		expect(sayAlerts({ ...none, days }, week)[0]).toMatch(/160 % and 2 more days\.$/);
	});

	it('C-32 says why there are no hours, of several people of how many', () => {
		expect(sayWithout({ without: [{ why: 'not-employed', people: 1 }] }, 1)).toEqual([
			'Not employed on these days.'
		]);
		expect(sayWithout({ without: [{ why: 'no-hours', people: 2 }] }, 3)).toEqual([
			'2 of 3 people: no weekly hours are known.'
		]);
	});

	it('C-30 says the load on the hours left once the leave asked for is approved', () => {
		const cell = { loadMinutes: 960, netMinutes: 1200, lowMinutes: 600 } as CellCauses;
		expect(sayIfApproved(cell)).toBe('If the leave asked for is approved: 160 % of 10 h.');
		expect(sayIfApproved({ ...cell, lowMinutes: 0 })).toMatch(/: no hours to do it in\.$/);
		expect(sayIfApproved({ ...cell, lowMinutes: 1200 })).toBe('');
		expect(sayIfApproved({ ...cell, loadMinutes: 0 })).toBe('');
	});
});
