import { describe, expect, it } from 'vitest';
import { makeRow } from '#lib/model/board.ts';
import { checkDraft, draftOfBooking, findDifferences } from './booking-draft.ts';

const row = makeRow('allocations', 'alc_1', {
	person: 'per_a',
	project: 'prj_1',
	span: { from: '2027-01-04', to: '2027-01-08' },
	load: { mode: 'percent', amount: 6000 },
	certainty: 'confirmed'
});

describe('booking draft', () => {
	it('writes nothing when nothing was changed', () => {
		const checked = checkDraft(draftOfBooking(row));
		expect(checked.ok && findDifferences(row, checked.changes)).toEqual({});
	});

	it('writes only what differs', () => {
		const draft = {
			...draftOfBooking(row),
			to: '2027-01-12',
			mode: 'perDay',
			minutes: 240
		} as const;
		const checked = checkDraft(draft);
		expect(checked.ok && findDifferences(row, checked.changes)).toEqual({
			span: { from: '2027-01-04', to: '2027-01-12' },
			load: { mode: 'perDay', amount: 240 }
		});
	});

	it('keeps unknown unknown', () => {
		const checked = checkDraft(draftOfBooking({ ...row, load: null }));
		expect(checked.ok && checked.changes.load).toBe(null);
	});

	it('says what is wrong, and where', () => {
		const draft = draftOfBooking(row);
		const wrong = (given: object) => {
			const checked = checkDraft({ ...draft, ...given });
			return checked.ok ? '' : checked.field;
		};
		expect(wrong({ from: '' })).toBe('from');
		expect(wrong({ to: '2027-01-01' })).toBe('to');
		expect(wrong({ person: '', role: ' ' })).toBe('person');
		expect(wrong({ percent: 'lots' })).toBe('load');
		expect(wrong({ percent: '' })).toBe('load');
		expect(wrong({ mode: 'total', minutes: null })).toBe('load');
		expect(wrong({ mode: 'perDay', minutes: 1500 })).toBe('load');
		expect(wrong({ percent: '62,5 %' })).toBe('');
	});
});
