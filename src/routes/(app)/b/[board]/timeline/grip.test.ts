import { describe, expect, it } from 'vitest';
import { findGrip } from './grip.ts';

describe('grip', () => {
	it('takes an end near it and a little beyond, the whole between', () => {
		expect([-3, 10, 40, 190, 203].map((x) => findGrip(x, 200))).toEqual([
			'start',
			'start',
			'whole',
			'end',
			'end'
		]);
	});

	it('leaves the middle of a narrow bar for carrying', () => {
		expect([2, 9, 16].map((x) => findGrip(x, 18))).toEqual(['start', 'whole', 'end']);
	});
});
