import { describe, expect, it } from 'vitest';
import { sayColumns, sayCounts } from './roster-words.ts';

describe('a roster in words', () => {
	it('names the columns that were read and those that were not', () => {
		const columns = [
			{ heading: 'Staff no', target: 'number' },
			{ heading: 'Shoe size', target: '' },
			{ heading: '', target: '' },
			{ heading: 'Mon', target: 'monday' }
		];
		expect(sayColumns(columns)).toBe(
			'Read: Staff no (employee number), Mon (hours). Not read: Shoe size.'
		);
	});

	it('counts what there is', () => {
		expect(sayCounts({ counts: { new: 2, changed: 0, unchanged: 3, error: 1 } })).toBe(
			'2 new, 3 as they are, 1 left out'
		);
		expect(sayCounts({ counts: { new: 0, changed: 0, unchanged: 0, error: 0 } })).toBe('No rows');
	});
});
