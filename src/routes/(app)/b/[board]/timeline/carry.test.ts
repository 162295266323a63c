import { describe, expect, it } from 'vitest';
import { landOn, type Grip, type HeldBars } from './carry.ts';

const span = { from: '2027-01-04', to: '2027-01-08' };
const held = (grip: Grip): HeldBars => ({ kind: 'bars', ids: ['alc_1'], grip, span, rowKey: 'a' });

describe('where a bar in hand lands', () => {
	it('is where it was carried while nobody else touches it', () => {
		const pulled = { from: '2027-01-11', to: '2027-01-15' };
		expect(landOn(held('whole'), span, pulled)).toEqual(pulled);
		expect(landOn(held('end'), span, { ...span, to: '2027-01-12' })).toEqual({
			...{ from: '2027-01-04', to: '2027-01-12' }
		});
	});

	it('keeps what a colleague has done meanwhile: an edge moves alone, the whole goes as far on', () => {
		const now = { from: '2027-01-06', to: '2027-01-20' };
		expect(landOn(held('end'), now, { ...span, to: '2027-01-12' })).toEqual({
			...{ from: '2027-01-06', to: '2027-01-12' }
		});
		expect(landOn(held('start'), now, { ...span, from: '2027-01-01' })).toEqual({
			...{ from: '2027-01-01', to: '2027-01-20' }
		});
		expect(landOn(held('whole'), now, { from: '2027-01-11', to: '2027-01-15' })).toEqual({
			...{ from: '2027-01-13', to: '2027-01-27' }
		});
		expect(landOn(held('end'), now, span)).toEqual(now);
	});

	it('leaves a day at least, however far the other end has gone', () => {
		const now = { from: '2027-02-01', to: '2027-02-05' };
		expect(landOn(held('end'), now, { ...span, to: '2027-01-12' })).toEqual({
			...{ from: '2027-02-01', to: '2027-02-01' }
		});
		const before = { from: '2026-12-01', to: '2026-12-04' };
		expect(landOn(held('start'), before, { ...span, from: '2027-01-06' })).toEqual({
			...{ from: '2026-12-04', to: '2026-12-04' }
		});
	});
});
