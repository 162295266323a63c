import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRun, findWorstRun, overDayBp } from './alerts.ts';
import { NO_LOAD, type LoadSums } from './utilisation.ts';

const load = (confirmed: number, net = 2400): LoadSums => ({ ...NO_LOAD, net, confirmed });

describe('alerts', () => {
	it('C-22 tells a day from 125 % confirmed on: two bookings of eight hours on one Monday', () => {
		expect(overDayBp(load(960, 480))).toBe(20_000);
		expect(overDayBp(load(600, 480))).toBe(null);
		expect(overDayBp(load(601, 480))).toBe(12_521);
		expect(overDayBp({ ...load(0, 480), tentative: 960 })).toBe(null);
		expect(overDayBp(load(480, 0))).toBe(null);
	});

	it('C-23 counts the weeks over in a row, a week off with work on it among them', () => {
		const weeks = [load(2400), load(3000), load(60, 0), load(2460), load(0), load(2700)];
		expect(findRun(weeks, 0)).toBe(null);
		expect(findRun(weeks, 2)).toEqual({ weeks: 3, place: 2, overMinutes: 720, severity: 2160 });
		expect(findRun(weeks, 5)).toMatchObject({ weeks: 1, place: 1 });
		expect(findRun(weeks, 9)).toBe(null);
	});

	it('C-23 takes two weeks for a run, and the gravest of several: longer goes before fuller', () => {
		expect(findWorstRun([load(9000), load(0), load(2500), load(2400)])).toBe(null);
		const short = [load(2900), load(2900)];
		const long = [load(2700), load(2700), load(2700), load(2700)];
		expect(findWorstRun([...short, load(0), ...long])).toMatchObject({ at: 3, weeks: 4 });
	});

	it('C-23 finds the same run from each of its weeks', () => {
		const weeks = fc.array(fc.integer({ min: 0, max: 4800 }).map((minutes) => load(minutes)));
		fc.assert(
			fc.property(weeks, (given) => {
				given.forEach((_, at) => {
					const run = findRun(given, at);
					if (!run) return;
					for (let i = 0; i < run.weeks; i++)
						expect(findRun(given, at - run.place + 1 + i)).toEqual({ ...run, place: i + 1 });
				});
			})
		);
	});
});
