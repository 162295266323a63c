import { describe, expect, it } from 'vitest';
import { createAxis, findNextUnit, findUnitStart } from './axis.ts';
import { PX_PER_DAY, ZOOM_LEVELS, createDayScale } from './scales.ts';

const span = { from: '2026-12-30', to: '2027-02-10' };
const axisOf = (level: (typeof ZOOM_LEVELS)[number]) =>
	createAxis(createDayScale(span, PX_PER_DAY[level]), level);

describe('the axis', () => {
	it('tiles both tiers without a gap at every level', () => {
		for (const level of ZOOM_LEVELS) {
			const axis = axisOf(level);
			const width = createDayScale(span, PX_PER_DAY[level]).widthPx;
			for (const tier of [axis.upper, axis.lower]) {
				let at = 0;
				for (const tick of tier) {
					expect(tick.leftPx).toBeCloseTo(at);
					at += tick.widthPx;
				}
				expect(at).toBeCloseTo(width);
			}
		}
	});

	it('numbers weeks as ISO does over the turn of the year', () => {
		const weeks = axisOf('week').lower.map((tick) => `${tick.label} ${tick.sublabel}`);
		expect(weeks.slice(0, 3)).toEqual(['W53 28 Dec', 'W1 4 Jan', 'W2 11 Jan']);
	});

	it('says what fits at each level', () => {
		expect(axisOf('day').upper[1]).toMatchObject({ label: 'W1', sublabel: 'Jan 2027' });
		expect(axisOf('day').lower[2]).toMatchObject({ label: '1', day: '2027-01-01', widthPx: 44 });
		expect(axisOf('week').upper.map((tick) => tick.label)).toEqual([
			'Dec 2026',
			'Jan 2027',
			'Feb 2027'
		]);
		expect(axisOf('month').lower[0]).toMatchObject({ label: 'W53' });
		expect(axisOf('month').lower[0]?.sublabel).toBeUndefined();
		expect(axisOf('quarter').upper.map((tick) => tick.label)).toEqual(['Q4 2026', 'Q1 2027']);
		expect(axisOf('quarter').lower.map((tick) => tick.label)).toEqual(['Dec', 'Jan', 'Feb']);
	});

	it('steps from unit to unit', () => {
		expect(findUnitStart('quarter', '2027-02-10')).toBe('2027-01-01');
		expect(findNextUnit('quarter', '2027-10-01')).toBe('2028-01-01');
		expect(findNextUnit('month', '2028-02-01')).toBe('2028-03-01');
	});
});
