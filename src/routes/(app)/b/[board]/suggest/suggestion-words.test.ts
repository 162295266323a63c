import { describe, expect, it } from 'vitest';
import type { PlanMetrics, Suggestion } from '#lib/domain/levelling/plan.ts';
import { emptyRows, makeRow, readRows } from '#lib/model/board.ts';
import {
	listMetrics,
	listWeeks,
	sayDays,
	sayGain,
	sayShift,
	saySuggestion,
	sayLeftOut
} from './suggestion-words.ts';

const nothing: PlanMetrics = {
	...{ missedDates: 0, tardiness: 0, brokenDays: 0, overloadMinutes: 0, unstaffedMinutes: 0 }
};
const booking = (person: string, from: string, to: string): Suggestion['was'] => ({
	...{ person, span: { from, to }, load: { mode: 'percent', amount: 4000 } },
	...{ certainty: 'confirmed', probabilityBp: null }
});
const suggestion = (given: Partial<Suggestion>): Suggestion => ({
	...{ key: 'k', kind: 'move', of: 'alc_a', movedDays: 21, reasons: [], weeks: [] },
	...{ before: { ...nothing, overloadMinutes: 600 }, after: nothing },
	was: booking('ana', '2026-12-14', '2027-02-05'),
	steps: [{ of: 'alc_a', isNew: false, after: booking('ana', '2027-01-04', '2027-02-26') }],
	...given
});
const rows = emptyRows();
rows.projects.set(
	'prj_a',
	makeRow('projects', 'prj_a', { title: 'Leading', launch: '2027-03-12' })
);
rows.allocations.set('alc_a', makeRow('allocations', 'alc_a', { project: 'prj_a', role: 'Rise' }));
const board = readRows(rows);
const nameOf = (id: string): string => ({ ana: 'Ana', ben: 'Ben' })[id] ?? 'the open role';
const shown = { nameOf, individuals: { areShown: true } };
const hidden = { nameOf: () => 'a colleague', individuals: { areShown: false } };

describe('a suggestion in words', () => {
	it('says days and shifts as people do', () => {
		expect(sayDays({ from: '2026-12-14', to: '2027-02-05' })).toBe('14 Dec to 5 Feb');
		expect(sayDays({ from: '2026-12-14', to: '2026-12-14' })).toBe('14 Dec');
		expect([sayShift(21), sayShift(-7), sayShift(1)]).toEqual([
			...['3 weeks later', '1 week earlier', '1 day later']
		]);
	});

	it('says a move with its dates, its gain and the launch it keeps', () => {
		expect(saySuggestion(suggestion({}), board, shown)).toEqual({
			title: 'Move Ana’s booking on Leading',
			dates: '14 Dec to 5 Feb, then 4 Jan to 26 Feb: 3 weeks later',
			reasons: ['Takes 10 h of overload away', 'Still ends before the launch on 12 Mar']
		});
	});

	it('says who takes the rest of what has begun, and why them', () => {
		const words = saySuggestion(
			suggestion({
				kind: 'hand',
				steps: [
					{ of: 'alc_a', isNew: false, after: booking('ana', '2026-11-02', '2026-11-20') },
					{ of: 'alc_a', isNew: true, after: booking('ben', '2026-11-23', '2027-02-05') }
				],
				reasons: [
					{ kind: 'fit', points: 4000, value: 3 },
					{ kind: 'free', points: 1500, value: 5500 }
				]
			}),
			board,
			shown
		);
		expect(words.title).toBe('Give Leading from Ana to Ben');
		expect(words.dates).toBe('The rest of it, 23 Nov to 5 Feb');
		expect(words.reasons.slice(1)).toEqual(['Shares a skill with Ana', '55 % of those days free']);
	});

	it('says which open role somebody would fill', () => {
		const steps = [
			{ of: 'alc_a', isNew: false, after: booking('ben', '2027-01-04', '2027-01-08') }
		];
		const words = saySuggestion(suggestion({ kind: 'staff', steps }), board, shown);
		expect(words).toMatchObject({
			...{ title: 'Book Ben on Leading', dates: '4 Jan to 8 Jan, for the open role Rise' }
		});
	});

	it('says what no dates help, and why', () => {
		rows.allocations.set(
			'alc_b',
			makeRow('allocations', 'alc_b', {
				...{ project: 'prj_a', person: 'ana' },
				span: { from: '2026-12-14', to: '2027-02-05' }
			})
		);
		const said = (['hours', 'share', 'room'] as const).map((why) =>
			sayLeftOut({ of: 'alc_b', why }, board, nameOf)
		);
		expect(said[0]).toBe('Ana on Leading, 14 Dec to 5 Feb: its days have no working hours');
		expect(said[1]).toContain('it asks for more of a day than there is');
		expect(said[2]).toContain('no days of the plan have room for it');
	});

	it('names every gain, and what it costs', () => {
		const before = {
			...nothing,
			missedDates: 1,
			tardiness: 9,
			brokenDays: 2,
			unstaffedMinutes: 60
		};
		expect(sayGain(before, { ...nothing, overloadMinutes: 30 }, true)).toEqual([
			'1 date that must be held is held again',
			'Work ends nearer to its launch',
			'Mends dependencies by 2 working days',
			'Costs 0.5 h of overload',
			'Fills 1 h that nobody holds'
		]);
	});

	it('shows the fullest weeks of each person, and a week without hours as such', () => {
		const week = (person: string, monday: string, beforeMinutes: number, afterMinutes: number) => ({
			...{ person, monday, beforeMinutes, afterMinutes, netMinutes: monday > '2027' ? 0 : 1800 }
		});
		const lines = listWeeks(
			suggestion({
				weeks: [
					week('ana', '2026-12-14', 2500, 1700),
					week('ana', '2026-12-21', 2000, 1200),
					week('ana', '2026-12-28', 1900, 1100),
					week('ana', '2027-01-04', 0, 800),
					week('ben', '2026-12-14', 0, 800)
				]
			}),
			shown
		);
		expect(lines.map(({ person, week, before, after }) => [person, week, before, after])).toEqual([
			['Ana', '14 Dec', 139, 94],
			['Ana', '21 Dec', 111, 67],
			['Ana', '4 Jan', null, null],
			['Ben', '14 Dec', 0, 44]
		]);
	});

	it('P-31 says nothing of how full the holder and the taker are where individuals are not shown', () => {
		const week = { person: 'ana', monday: '2026-12-14', beforeMinutes: 2500, afterMinutes: 1700 };
		const one = suggestion({
			...{ kind: 'hand', weeks: [{ ...week, netMinutes: 1800 }] },
			reasons: [{ kind: 'free', points: 1500, value: 5500 }]
		});
		const words = saySuggestion(one, board, hidden);
		expect(words.title).toBe('Give Leading from a colleague to a colleague');
		expect(words.reasons).toEqual(['Takes some overload away', 'Has room in those days']);
		expect(listWeeks(one, hidden)).toEqual([]);
		expect(saySuggestion(one, board, shown).reasons).toEqual([
			'Takes 10 h of overload away',
			'55 % of those days free'
		]);
		expect(listWeeks(one, shown)).toHaveLength(1);
	});

	it('sets the plan now beside the plan with all of them', () => {
		const lines = listMetrics({ ...nothing, overloadMinutes: 600 }, nothing);
		expect(lines.find((line) => line.label === 'Overload')).toEqual({
			...{ label: 'Overload', before: '10 h', after: '0 h', isBetter: true }
		});
	});
});
