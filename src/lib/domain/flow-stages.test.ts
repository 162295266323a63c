import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeModules, readStages, type StageEntry } from './flow-stages.ts';
import { dayAfter, lastWorkingDays, teamDays, workingBetween } from './forecast-calendar.ts';

const STAGES = ['ask', 'plan', 'build', 'out'];
/** Day number 4 is a Monday. */
const weekdays = teamDays(4, 400, []);
const entry = (day: number, stage: string, isImported = false): StageEntry => ({
	day,
	stage,
	isImported
});

describe('working days of a team (F-10)', () => {
	it('F-10 are Monday to Friday without people', () => {
		expect(workingBetween(weekdays, 4, 11)).toBe(5);
		expect(workingBetween(weekdays, 4, 10)).toBe(4);
		expect(dayAfter(weekdays, 4, 0)).toBe('1970-01-05');
		expect(dayAfter(weekdays, 4, 5)).toBe('1970-01-12');
		expect(dayAfter(weekdays, 4, 4)).toBe('1970-01-09');
		expect(lastWorkingDays(weekdays, 12, 3)).toEqual([8, 11, 12]);
	});

	it('F-10 are those on which half of the people of that week work', () => {
		const week = (...days: number[]): number[] => [0, 1, 2, 3, 4, 5, 6].map((i) => days[i] ?? 0);
		const of = teamDays(4, 7, [week(9, 9, 9, 9, 9), week(9, 0, 0, 0), week(9, 9, 0, 0, 0)]);
		expect([0, 1, 2, 3, 4, 5, 6].map((i) => of.sums[i + 1]! - of.sums[i]!)).toEqual([
			1, 1, 0, 0, 0, 0, 0
		]);
	});

	it('F-10 a calendar that closes every day has none, and no date', () => {
		const closed = teamDays(4, 100, [new Int32Array(100)]);
		expect(workingBetween(closed, 4, 90)).toBe(0);
		expect(dayAfter(closed, 4, 1)).toBeNull();
		expect(lastWorkingDays(closed, 50, 5)).toEqual([]);
	});

	it('F-10 so many days after a day, so many working days have passed and none too many', () => {
		const day = fc.integer({ min: 4, max: 200 });
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 60 }), (after, count) => {
				const date = dayAfter(weekdays, after, count)!;
				const number = Math.round(Date.parse(date) / 864e5);
				expect(workingBetween(weekdays, after, number)).toBe(count);
				expect(workingBetween(weekdays, after, number - 1)).toBe(count - 1);
			})
		);
	});
});

describe('time in stages (F-2, F-13)', () => {
	it('F-2 adds up all visits of a stage, and is launched at the start of the last stay', () => {
		const path = [
			entry(4, 'ask'),
			entry(5, 'plan'),
			entry(7, 'build'),
			entry(8, 'plan'),
			entry(11, 'out'),
			entry(12, 'build'),
			entry(14, 'out')
		];
		const times = readStages(path, STAGES, weekdays, 60);
		expect(Object.fromEntries(times.days)).toMatchObject({ ask: 1, plan: 3, build: 3 });
		expect(times).toMatchObject({ stage: 'out', startedOn: 5, finishedOn: 14 });
	});

	it('F-2 is not launched while it is back in work; what is passed over took no day', () => {
		const path = [entry(4, 'ask'), entry(5, 'out'), entry(6, 'build')];
		const times = readStages(path, STAGES, weekdays, 11);
		expect(times).toMatchObject({ stage: 'build', finishedOn: null, startedOn: 5 });
		expect(times.days.get('plan')).toBe(0);
		expect(times.spent.get('build')).toBe(3);
	});

	it('F-13 knows nothing of the stages up to where an import put it', () => {
		const path = [entry(4, 'build', true), entry(11, 'out')];
		const times = readStages(path, STAGES, weekdays, 60);
		expect([...times.days.keys()]).toEqual(['out']);
		expect(times.spent.get('build')).toBe(5);
		expect(times).toMatchObject({ startedOn: null, finishedOn: 11 });
		expect(readStages([entry(4, 'out', true)], STAGES, weekdays, 9).finishedOn).toBeNull();
	});

	it('F-13 an import that finds a card where it is changes nothing', () => {
		const path = [entry(4, 'ask'), entry(5, 'plan'), entry(40, 'plan', true)];
		expect(readStages(path, STAGES, weekdays, 40).days.get('plan')).toBe(25);
	});

	it('F-2 passes over stages that are gone, and cards without a past', () => {
		const path = [entry(4, 'ask'), entry(5, 'gone'), entry(11, 'plan')];
		expect(readStages(path, STAGES, weekdays, 11).days.get('ask')).toBe(5);
		expect(readStages([], STAGES, weekdays, 11)).toMatchObject({ stage: '', finishedOn: null });
	});

	it('F-2 the days in stages add up to the whole way, however it went', () => {
		const path = fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...STAGES)), { minLength: 1 });
		fc.assert(
			fc.property(path, (steps) => {
				let day = 4;
				const entries = steps.map(([pause, stage]) => entry((day += pause), stage));
				const { spent } = readStages(entries, STAGES, weekdays, day + 3);
				const total = [...spent.values()].reduce((sum, days) => sum + days, 0);
				expect(total).toBe(workingBetween(weekdays, entries[0]!.day, day + 3));
			})
		);
	});
});

describe('a project of modules (GT-12)', () => {
	it('GT-12 stands where its earliest module stands, day by day', () => {
		const merged = mergeModules(
			[
				[entry(4, 'ask'), entry(6, 'plan'), entry(9, 'out')],
				[entry(4, 'ask'), entry(8, 'build'), entry(20, 'out')]
			],
			STAGES
		);
		expect(merged.map(({ day, stage }) => [day, stage])).toEqual([
			[4, 'ask'],
			[8, 'plan'],
			[9, 'build'],
			[20, 'out']
		]);
	});
});
