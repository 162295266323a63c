import { describe, expect, it } from 'vitest';
import { settleEmployment } from './employment.ts';

const TODAY = '2027-01-07';
const here = { active: true, ends: null };

describe('M-16 employment', () => {
	it('ends today for who is not active any more, unless a day is said', () => {
		expect(settleEmployment(here, { active: false, ends: null }, TODAY)).toEqual({ ends: TODAY });
		expect(settleEmployment(here, { active: false }, TODAY)).toEqual({ ends: TODAY });
		expect(settleEmployment(here, { active: false, ends: '2027-01-31' }, TODAY)).toBeUndefined();
	});

	it('is open again for who comes back, unless another day is said', () => {
		const gone = { active: false, ends: TODAY };
		expect(settleEmployment(gone, { active: true, ends: TODAY }, TODAY)).toEqual({ ends: null });
		expect(settleEmployment(gone, { active: true }, TODAY)).toEqual({ ends: null });
		expect(settleEmployment(gone, { active: true, ends: '2027-06-30' }, TODAY)).toBeUndefined();
	});

	it('stays as it is while nothing is said of it', () => {
		expect(settleEmployment(here, { active: true, ends: null }, TODAY)).toBeUndefined();
		expect(settleEmployment(here, {}, TODAY)).toBeUndefined();
	});
});
