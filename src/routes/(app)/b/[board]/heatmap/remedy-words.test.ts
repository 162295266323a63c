import { describe, expect, it } from 'vitest';
import type { Booking } from '#lib/domain/grid.ts';
import type { Remedy } from '#lib/domain/remedies.ts';
import { listTouched, sayProposal, sayRemedy, sayTouched, shortSpan } from './remedy-words.ts';

const booking = (from: string, to: string, person = 'per_a'): Booking => ({
	person,
	span: { from, to },
	load: { mode: 'total', amount: 600 },
	certainty: 'confirmed',
	probabilityBp: null
});
const remedy = (more: Partial<Remedy>): Remedy => ({
	kind: 'move',
	of: 'alc_1',
	person: '',
	steps: [{ of: 'alc_1', isNew: false, after: booking('2027-01-11', '2027-01-15') }],
	launch: null,
	days: 3,
	minutes: 600,
	fit: 0,
	netMinutes: 1800,
	beforeMinutes: 2520,
	afterMinutes: 1764,
	weeks: [
		{
			person: 'per_a',
			monday: '2027-01-04',
			netMinutes: 1800,
			beforeMinutes: 2520,
			afterMinutes: 1764
		},
		{ person: 'per_b', monday: '2027-01-04', netMinutes: 0, beforeMinutes: 0, afterMinutes: 60 }
	],
	...more
});
const names = {
	title: 'Safety',
	nameOf: (id: string) => ({ per_a: 'Priya', per_b: 'Lena' })[id] ?? 'somebody',
	launch: '2027-02-01',
	isAsked: false
};
const parts = [
	{ of: 'alc_1', isNew: false, after: booking('2027-01-04', '2027-01-05') },
	{ of: 'alc_1', isNew: true, after: booking('2027-01-28', '2027-02-02', 'per_b') }
];

describe('words of a remedy', () => {
	it('says what to do, what it costs and what it changes', () => {
		expect(sayRemedy(remedy({}), names)).toEqual({
			what: 'Move “Safety” to 11 to 15 Jan',
			cost: 'Costs nothing but the wait: inside the slack before the launch on 1 Feb.',
			effect: '140 % to 98 %'
		});
		expect(sayRemedy(remedy({ kind: 'split', steps: parts }), { ...names, launch: null })).toEqual({
			what: 'Split “Safety”: 10 h of it on 28 Jan to 2 Feb',
			cost: 'Costs a second start, 3 days later; no launch is set.',
			effect: '140 % to 98 %'
		});
		const given = sayRemedy(remedy({ kind: 'person', person: 'per_b', steps: parts }), {
			...names,
			isAsked: true
		});
		expect(given.what).toBe('Give 10 h of “Safety” to Lena, 28 Jan to 2 Feb');
		expect(given.cost).toMatch(/counts once they confirm/);
		expect(sayRemedy(remedy({ kind: 'vendor', afterMinutes: 2000 }), names)).toMatchObject({
			what: 'Ask a vendor for “Safety”, 11 to 15 Jan',
			effect: '140 % to 111 %, still over'
		});
		expect(
			sayRemedy(remedy({ kind: 'launch', launch: '2027-02-02', days: 1 }), names)
		).toMatchObject({
			what: 'Launch “Safety” on 2027-02-02: all of it on 11 to 15 Jan',
			cost: 'Costs the launch 1 day.'
		});
	});

	it('lists everybody touched with their weeks, no hours being no number', () => {
		expect(listTouched(remedy({}))).toEqual([
			{ person: 'per_a', weeks: [{ monday: '2027-01-04', label: 'W1', before: 140, after: 98 }] },
			{
				person: 'per_b',
				weeks: [{ monday: '2027-01-04', label: 'W1', before: null, after: null }]
			}
		]);
		expect(sayTouched(remedy({}), names.nameOf)).toBe(
			'Priya W1 140 % to 98 %; Lena W1 no hours to no hours.'
		);
		expect(sayRemedy(remedy({ netMinutes: 0 }), names).effect).toBe('42 h to 29.4 h, still over');
	});

	it('proposes with everything needed to judge it', () => {
		const words = sayRemedy(remedy({}), names);
		expect(sayProposal('Priya, week of 2027-01-04', words, 'Priya W1 140 to 98 %.', '/b/x')).toBe(
			'Proposal for Priya, week of 2027-01-04: Move “Safety” to 11 to 15 Jan. 140 % to 98 %. Costs nothing but the wait: inside the slack before the launch on 1 Feb.\nPriya W1 140 to 98 %.\n/b/x'
		);
	});

	it('P-31 proposes without the weeks of each person where the sender is not shown them', () => {
		const words = sayRemedy(remedy({}), { ...names, nameOf: () => 'a colleague' });
		const said = sayProposal('Studio, week of 2027-01-04', words, '', '/b/x');
		expect(said.split('\n')).toEqual([expect.stringMatching(/^Proposal for Studio/), '/b/x']);
	});

	it('writes spans as people do', () => {
		expect(shortSpan({ from: '2027-01-04', to: '2027-01-04' })).toBe('4 Jan');
		expect(shortSpan({ from: '2026-12-28', to: '2027-01-08' })).toBe('28 Dec to 8 Jan');
	});
});
