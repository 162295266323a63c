import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from './forecast-calibration.ts';
import { teamDays } from './forecast-calendar.ts';
import { chanceOf } from './forecast-chance.ts';
import { forecastLaunch, type ForecastBasis, type ForecastQuestion } from './forecast-launch.ts';
import { daysLeft, rangeLeft, sampleStages, type PastProject } from './forecast-stages.ts';
import { distanceOf, warnOf } from './forecast-warnings.ts';
import { percentileOf } from './percentile.ts';

const STAGES = ['ask', 'plan', 'build', 'out'];
const TODAY = 2000;
const days = teamDays(0, 6000, []);

const project = (ask: number, plan: number, build: number, i: number, format = 'course') => ({
	id: `past ${i}`,
	format,
	startedOn: TODAY - 300 + i * 10,
	finishedOn: TODAY - 290 + i * 10 + plan + build,
	days: new Map([
		['ask', ask],
		['plan', plan],
		['build', build]
	])
});
const many = (count: number, format = 'course'): PastProject[] =>
	Array.from({ length: count }, (_, i) => project(5, 4 + (i % 3), 8 + (i % 7), i, format));
const basis = (past: PastProject[]): ForecastBasis => ({
	stages: STAGES,
	past,
	days,
	today: TODAY
});
const question = (given: Partial<ForecastQuestion> = {}): ForecastQuestion => ({
	id: 'prj_1',
	format: 'course',
	stage: 'plan',
	spent: 0,
	ahead: 2,
	launch: null,
	...given
});

describe('what is left, stage by stage (F-7, F-8)', () => {
	it('F-7 is the sum of one stay a remaining stage', () => {
		const samples = sampleStages([project(5, 4, 8, 1)], 'course', ['plan', 'build'], 0);
		expect([...daysLeft(samples, 3, chanceOf(1))]).toEqual([12, 12, 12]);
	});

	it('F-7 counts all kinds of content where the own kind has fewer than eleven', () => {
		const past = [...many(10), ...many(3, 'video')];
		const few = sampleStages(past, 'course', ['plan'], 0);
		expect(few).toMatchObject({ used: 13, isMixed: true });
		const enough = sampleStages([...past, project(1, 1, 1, 2)], 'course', ['plan'], 0);
		expect(enough).toMatchObject({ used: 11, isMixed: false });
	});

	it('F-8 compares with those that took longer than it is old', () => {
		const past = [2, 4, 6, 8].map((plan, i) => project(1, plan, 0, i));
		const samples = sampleStages(past, 'course', ['plan'], 5);
		expect(rangeLeft(samples)).toEqual([1, 3]);
	});

	it('F-8 older than all others: as much again as the slowest tenth took beyond them', () => {
		const past = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 25].map((plan, i) => project(1, plan, 0, i));
		const samples = sampleStages(past, 'course', ['plan'], 99);
		expect(rangeLeft(samples)).toEqual([25 - 9 - 15, 25 - 9]);
	});

	it('F-8 holds for the stage it stands in, not for later ones it has come back from', () => {
		const samples = sampleStages([project(1, 4, 8, 1)], 'course', ['plan', 'build'], 3);
		expect(rangeLeft(samples)).toEqual([1 + 8, 1 + 8]);
	});

	it('F-8 an older card never has more than its whole stay left, and never less than a day', () => {
		const stays = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(stays, fc.integer({ min: 1, max: 59 }), (all, spent) => {
				const past = all.map((plan, i) => project(1, plan, 0, i));
				const samples = sampleStages(past, 'course', ['plan'], spent);
				const [least, most] = rangeLeft(samples);
				expect(least).toBeGreaterThanOrEqual(1);
				expect(most).toBeLessThanOrEqual(Math.max(...all));
			})
		);
	});
});

describe('the forecast of a launch', () => {
	it('F-5 says the same twice, and F-6, F-7 shows both ways of counting', () => {
		const one = forecastLaunch(basis(many(20)), question());
		expect(forecastLaunch(basis(many(20)), question())).toEqual(one);
		if (one.kind !== 'dates') throw new Error(one.kind);
		const { used, likely, safe, latest } = one.stages!;
		expect(used).toBe(20);
		expect([likely!, safe!, latest!].toSorted()).toEqual([likely, safe, latest]);
		expect(one.throughput).toMatchObject({ ahead: 2 });
		expect(one.histogram.reduce((sum, bin) => sum + bin.trials, 0)).toBeGreaterThan(9800);
	});

	it('F-9 is a range without any share below eleven finished projects', () => {
		const few = forecastLaunch(basis(many(10)), question({ launch: '1975-09-01' }));
		expect(few.kind).toBe('range');
		expect(Object.keys(few).sort()).toEqual(['from', 'kind', 'to', 'used']);
		expect(forecastLaunch(basis(many(11)), question()).kind).toBe('dates');
	});

	it('F-9 counts by throughput alone where nobody has passed a stage that is left', () => {
		const stages = ['ask', 'plan', 'pilot', 'build', 'out'];
		const told = forecastLaunch({ ...basis(many(20)), stages }, question());
		if (told.kind !== 'dates') throw new Error(told.kind);
		expect(told.stages).toBeNull();
		expect(told.throughput).toMatchObject({ ahead: 2 });
		expect(told.histogram.reduce((sum, bin) => sum + bin.trials, 0)).toBeGreaterThan(9800);
		const few = forecastLaunch({ ...basis(many(8)), stages }, question());
		expect(few).toEqual({ kind: 'none', reason: 'no-history' });
	});

	it('F-9 says why there is none', () => {
		const reason = (b: ForecastBasis, q = question()): unknown => {
			const told = forecastLaunch(b, q);
			return told.kind === 'none' && told.reason;
		};
		expect(reason(basis([]))).toBe('no-history');
		expect(reason(basis(many(20)), question({ stage: 'out' }))).toBe('launched');
		expect(reason(basis(many(20)), question({ stage: 'gone' }))).toBe('not-placed');
		const closed = teamDays(0, 6000, [new Int32Array(6000)]);
		expect(reason({ ...basis(many(20)), days: closed })).toBe('no-working-days');
	});

	it('F-10 dates past the end of the calendar are none, not wrong', () => {
		const short = { ...basis(many(20)), days: teamDays(0, TODAY + 8, []) };
		const told = forecastLaunch(short, question());
		expect(told.kind === 'dates' && told.stages!.safe).toBeNull();
	});

	it('F-7 the chance by the launch date rises with the date, and is none before today', () => {
		const share = (launch: string): number => {
			const told = forecastLaunch(basis(many(20)), question({ launch }));
			return told.kind === 'dates' ? told.stages!.byLaunchBp! : NaN;
		};
		// Day 2000 is 1975-06-24.
		expect(share('1975-06-20')).toBe(0);
		expect(share('1975-07-14')).toBeLessThan(share('1975-07-17'));
		expect(share('1976-01-01')).toBe(10_000);
	});

	it('F-6 looks back further than sixty days to find eleven launches, and gives up in the end', () => {
		const told = forecastLaunch(basis(many(20)), question());
		expect(told.kind === 'dates' && told.throughput!.windowDays).toBeGreaterThan(60);
		const old = many(20).map((one) => ({ ...one, finishedOn: one.finishedOn - 1000 }));
		const none = forecastLaunch(basis(old), question());
		expect(none.kind === 'dates' && none.throughput).toBeNull();
	});

	it('F-7, F-9 comes without a throw for any history', () => {
		const stay = fc.integer({ min: 0, max: 50 });
		const past = fc.array(
			fc.tuple(stay, stay, stay, fc.nat(20), fc.constantFrom('course', 'video')),
			{ maxLength: 16 }
		);
		fc.assert(
			fc.property(past, stay, fc.constantFrom(...STAGES), (rows, spent, stage) => {
				const told = forecastLaunch(
					basis(rows.map((row) => project(...row))),
					question({ stage, spent })
				);
				if (told.kind === 'dates') expect(rows.length).toBeGreaterThanOrEqual(11);
				else expect(JSON.stringify(told)).not.toContain('Bp');
			}),
			{ numRuns: 25 }
		);
	});
});

describe('whether to believe it (F-11, F-12)', () => {
	it('F-11 warns of a team that has changed, and of one that took ten times the others', () => {
		const slower = [...Array<number>(12).fill(5), ...Array<number>(12).fill(9)];
		expect(warnOf(slower)).toEqual(['changed']);
		expect(warnOf(Array.from({ length: 24 }, (_, i) => 5 + (i % 5)))).toEqual([]);
		expect(warnOf([5, 6, 5, 6, 70, 5, 6, 5])).toEqual(['tail']);
		expect(warnOf([])).toEqual([]);
	});

	it('F-11 the distance of two samples is 0 for the same and 1 for ones apart', () => {
		expect(distanceOf([1, 2, 3], [1, 2, 3])).toBe(0);
		expect(distanceOf([1, 2], [3, 4])).toBe(1);
		expect(distanceOf([1, 3], [2, 4])).toBe(0.5);
	});

	it('F-12 forecasts each launch from those known when it was started', () => {
		const told = calibrate(many(40), STAGES);
		expect(told.of).toBeGreaterThan(20);
		expect(told.inside / told.of).toBeGreaterThan(0.7);
		expect(calibrate(many(11), STAGES)).toEqual({ inside: 0, of: 0 });
	});

	it('F-5, F-12 says the same in whatever order the projects are listed', () => {
		const past = many(40).map((one, i) => ({ ...one, days: new Map(one.days).set('plan', i % 9) }));
		const told = calibrate(past, STAGES);
		expect(told.inside).toBeLessThan(told.of);
		expect(calibrate(past.toReversed(), STAGES)).toEqual(told);
	});

	it('F-12 about 85 of 100 launches come by their safe date where nothing changes', () => {
		const chance = chanceOf(5);
		const past = Array.from({ length: 300 }, (_, i) =>
			project(1, 1 + Math.floor(chance() * 40), 1 + Math.floor(chance() * 40), i)
		).map((one, i) => ({ ...one, startedOn: i * 3, finishedOn: i * 3 + 80 }));
		const { inside, of } = calibrate(past, STAGES);
		expect(of).toBeGreaterThan(200);
		expect(inside / of).toBeGreaterThan(0.78);
		expect(inside / of).toBeLessThan(0.92);
	});

	it('F-12 with eleven in twenty the safe date is later than the likely one', () => {
		const samples = sampleStages(many(11), 'course', ['plan', 'build'], 0);
		const left = daysLeft(samples, 500, chanceOf(3));
		expect(percentileOf(left, 85)).toBeGreaterThan(percentileOf(left, 50));
	});
});
