import { describe, expect, it } from 'vitest';
import { putView, queryOf, readSaved, viewOf, writeSaved } from './saved-views.ts';
import { readView } from './timeline-view.ts';

function storage() {
	const kept = new Map<string, string>();
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	};
}

describe('saved views', () => {
	it('keep the view without the place, and give it back', () => {
		const view = readView(new URLSearchParams('zoom=month&rows=team&who=priya&from=2027-01-04'));
		const query = queryOf(view);
		expect(query).toBe('rows=team&who=priya&zoom=month');
		expect(viewOf(query, '2027-02-01')).toEqual({ ...view, from: '2027-02-01' });
		expect(queryOf(readView(new URLSearchParams()))).toBe('');
	});

	it('are kept by board, one by a name, in order', () => {
		const place = storage();
		const two = putView([{ name: 'Mine', query: 'a=1' }], { name: 'All', query: '' });
		writeSaved('brd_1', putView(two, { name: 'Mine', query: 'a=2' }), place);
		expect(readSaved('brd_1', place)).toEqual([
			{ name: 'All', query: '' },
			{ name: 'Mine', query: 'a=2' }
		]);
		expect(readSaved('brd_2', place)).toEqual([]);
	});

	it('drop what cannot be read', () => {
		const place = storage();
		for (const broken of ['{', '7', '[3, {"name": 1}, null]']) {
			place.setItem('plimsoll.timeline-views.b', broken);
			expect(readSaved('b', place)).toEqual([]);
		}
	});
});
