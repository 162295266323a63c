import { describe, expect, it } from 'vitest';
import { availability } from './calendar.ts';
import { afterLaunch, employedPart, leaveRuns, sayHours, saySpan, without } from './problems.ts';

const span = { from: '2027-03-01', to: '2027-03-12' };

describe('problems of a booking', () => {
	it('M-7 lie outside employment in whole or in part, or hold no day at all', () => {
		const state = (starts: string | null, ends: string | null) =>
			employedPart(span, { starts, ends });
		expect(state(null, null)).toEqual({ state: 'inside', part: span });
		expect(state('2027-03-03', null)).toEqual({
			state: 'partly',
			part: { from: '2027-03-03', to: '2027-03-12' }
		});
		expect(state(null, '2027-02-01')).toEqual({ state: 'outside', part: null });
		expect(
			employedPart({ from: '2027-03-02', to: '2027-03-01' }, { starts: null, ends: null }).state
		).toBe('empty');
	});

	it('M-8 are the days after the launch, for project work only', () => {
		expect(afterLaunch('project', span, '2027-03-05')).toEqual({
			from: '2027-03-06',
			to: '2027-03-12'
		});
		expect(afterLaunch('project', span, '2027-02-05')).toEqual(span);
		for (const kind of ['delivery', 'maintenance', 'other'])
			expect(afterLaunch(kind, span, '2027-03-05')).toBeNull();
		expect(afterLaunch('project', span, '2027-03-12')).toBeNull();
		expect(afterLaunch('project', span, null)).toBeNull();
	});

	it('M-10 are runs of days away with work on them, over weekends too, never in the past', () => {
		const calendar = {
			patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }],
			holidays: [],
			absences: [
				{ span: { from: '2027-03-04', to: '2027-03-08' }, minutesPerDay: null },
				{ span: { from: '2027-03-11', to: '2027-03-11' }, minutesPerDay: 240 }
			],
			...{ starts: null, ends: null, nonProjectBp: 0 }
		};
		const of = availability(calendar, span.from, span.to);
		const daily = (minutes: number) => Int32Array.from(of.gross, (one) => (one > 0 ? minutes : 0));
		const first = { from: '2027-03-04', to: '2027-03-08' };
		expect(leaveRuns(of, daily(240), span.from)).toEqual([first]);
		const half = { from: '2027-03-11', to: '2027-03-11' };
		expect(leaveRuns(of, daily(300), span.from)).toEqual([first, half]);
		expect(leaveRuns(of, null, '2027-03-05')).toEqual([{ from: '2027-03-05', to: '2027-03-08' }]);
		expect(leaveRuns(of, daily(0), span.from)).toEqual([]);
		expect(without(span, [first, half])).toEqual([
			{ from: '2027-03-01', to: '2027-03-03' },
			{ from: '2027-03-09', to: '2027-03-10' },
			{ from: '2027-03-12', to: '2027-03-12' }
		]);
		expect(without(span, [span])).toEqual([]);
	});

	it('are said in days and hours as people write them', () => {
		expect(saySpan(span)).toBe('1 Mar to 12 Mar 2027');
		expect(saySpan({ from: '2027-12-31', to: '2028-01-01' })).toBe('31 Dec 2027 to 1 Jan 2028');
		expect(saySpan({ from: '2027-03-01', to: '2027-03-01' })).toBe('1 Mar 2027');
		expect(sayHours(455)).toBe('7.6 h');
	});
});
