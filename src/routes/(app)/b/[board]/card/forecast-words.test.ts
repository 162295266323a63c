import { describe, expect, it } from 'vitest';
import type { LaunchForecast } from '#lib/domain/forecast-launch.ts';
import { layForecast } from './forecast-layout.ts';
import {
	bestOf,
	sayCalibration,
	sayChance,
	sayDay,
	sayEstimate,
	sayGround,
	sayRange,
	sayTooFew,
	type Dated
} from './forecast-words.ts';

const stages = {
	...{ likely: '2027-01-12', safe: '2027-02-03', latest: '2027-02-19' },
	...{ byLaunchBp: 6412, used: 30 }
};
const dated: Dated = {
	...{ kind: 'dates', stages },
	throughput: null,
	histogram: [
		{ from: '2027-01-04', to: '2027-01-08', trials: 10 },
		{ from: '2027-01-11', to: '2027-01-15', trials: 40 },
		{ from: '2027-02-01', to: '2027-02-05', trials: 5 }
	],
	calibration: { inside: 14, of: 17 },
	warnings: []
};

describe('a launch forecast in words', () => {
	it('says dates, what they rest on and how good they were', () => {
		expect(sayEstimate(stages)).toBe(
			'Likely 12 Jan 2027, safe 3 Feb 2027, nearly sure 19 Feb 2027'
		);
		expect(sayChance(stages, '2027-02-01')).toBe('64 % of the trials are launched by 1 Feb 2027.');
		expect(sayCalibration(dated)).toBe(
			'14 of 17 past launches came by the safe date (82 %, 85 % is right).'
		);
		expect(sayGround(dated).stages).toBe('Time in stages of 30 finished projects');
		expect(sayDay(null)).toBe('more than three years from now');
	});

	it('goes by throughput where no finished project has passed every stage', () => {
		const throughput = { ...stages, likely: '2027-03-01', ahead: 2, windowDays: 60 };
		expect(bestOf(dated)).toBe(stages);
		const told: Dated = { ...dated, stages: null, throughput };
		expect(bestOf(told)).toBe(throughput);
		expect(sayGround(told)).toEqual({
			stages: 'No finished project has passed every stage that is left',
			throughput: '30 launches in 60 working days, 1 before this one'
		});
	});

	it('never says that it is certain', () => {
		expect(sayChance({ ...stages, byLaunchBp: 10_000 }, '2027-02-01')).toContain('Over 99 %');
		expect(sayChance({ ...stages, byLaunchBp: 0 }, '2027-02-01')).toContain('Under 1 %');
	});

	it('says counts, not shares, of few past launches, and nothing of none', () => {
		const few = sayCalibration({ ...dated, calibration: { inside: 3, of: 4 } });
		expect(few).toBe('3 of 4 past launches came by the safe date.');
		expect(sayCalibration({ ...dated, calibration: { inside: 0, of: 0 } })).toMatch(/nobody knows/);
	});

	it('F-9 a range has no percentage in it', () => {
		const range = { kind: 'range', from: '2027-01-12', to: '2027-03-01', used: 4 } as const;
		const told: LaunchForecast = range;
		expect(told.kind).toBe('range');
		expect(`${sayRange(range)} ${sayTooFew(4)}`).not.toContain('%');
		expect(sayRange(range)).toBe('Between 12 Jan 2027 and 1 Mar 2027');
		expect(sayRange({ ...range, to: null })).toBe('12 Jan 2027 or later');
	});
});

describe('the picture of a forecast', () => {
	it('draws each bin at its days and the marks at theirs', () => {
		const days = {
			...{ likely: '2027-01-12', safe: '2027-02-03', latest: '2027-02-05' },
			launch: '2027-06-01'
		};
		const picture = layForecast(dated.histogram, days)!;
		expect(picture.bars.map((bar) => bar.heightPercent)).toEqual([25, 100, 12.5]);
		expect(picture.bars[0]!.startPercent).toBe(0);
		const last = picture.bars.at(-1)!;
		expect(last.startPercent + last.widthPercent).toBeCloseTo(100, 1);
		expect(picture.marks.map((mark) => mark.kind)).toEqual(['likely', 'safe', 'latest']);
		expect(layForecast([], days)).toBeNull();
	});
});
