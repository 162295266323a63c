import { describe, expect, it } from 'vitest';
import { defaultBounds } from '#lib/domain/bands.ts';
import type { HeatCell } from './heatmap-layout.ts';
import { listPeriods } from './heatmap-periods.ts';
import { drawHeatmap } from './heatmap-picture.ts';

const periods = listPeriods('2027-01-04', 'week', 12, '2027-01-04').slice(0, 3);
const cell = (more: Partial<HeatCell>): HeatCell => ({
	kind: 'load',
	percent: 140,
	bin: 5,
	text: '140',
	words: '140 %',
	flagged: false,
	beside: '',
	from: '2027-01-04',
	name: 'Ann',
	...more
});
const facts = {
	title: 'Capacity <all> & "more"',
	basis: 'Confirmed bookings only.',
	stamp: 'Learning team, 2027-01-04',
	periods,
	rows: [
		{
			name: 'Ann\u0007 Müller',
			cells: [
				cell({}),
				cell({ kind: 'off', percent: null, bin: null, text: 'off' }),
				cell({ bin: 0, percent: 0, text: '0' })
			]
		}
	],
	bounds: defaultBounds,
	whose: "Your organisation's bands."
};

describe('picture of the heatmap', () => {
	it('holds title, stamp, legend, heads and every number, in colours of its own', () => {
		const { svg, widthPx, heightPx } = drawHeatmap(facts);
		for (const word of [
			'140',
			'off',
			'W1',
			'4 Jan',
			'101–120',
			'Learning team, 2027-01-04',
			'Müller'
		])
			expect(svg).toContain(`>${word.replace('Müller', 'Ann Müller')}</text>`);
		expect(svg).toContain(">Your organisation's bands. % of working hours");
		expect(svg).toContain('#e87231');
		expect(svg).not.toContain('var(--');
		expect(svg).toContain('Capacity &lt;all&gt; &amp; &quot;more&quot;');
		expect([widthPx, heightPx]).toEqual([720, 204]);
	});

	it('C-24 its legend says where the bands end', () => {
		const { svg } = drawHeatmap({ ...facts, bounds: [50, 80, 90, 110, 130] });
		for (const range of ['0', '1–50', '51–80', '81–90', '91–110', '111–130', '131+'])
			expect(svg).toContain(`>${range}</text>`);
		expect(svg).not.toContain('>101–120<');
	});

	it('caps what is over, and is as wide as its columns', () => {
		const { svg } = drawHeatmap(facts);
		expect(svg).toContain('height="3" fill="#8f2123"');
		const year = listPeriods('2027-01-04', 'week', 52, '2027-01-04');
		expect(drawHeatmap({ ...facts, periods: year }).widthPx).toBe(40 + 200 + 52 * 44);
	});
});
