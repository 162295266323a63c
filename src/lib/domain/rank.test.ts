import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRanked, inOrder, isRank } from './rank.ts';

const ranked = fc.record({
	id: fc.stringMatching(/^[a-c]{1,2}$/),
	rank: fc.stringMatching(/^[a0Z]{1,2}$/)
});

describe('rank', () => {
	it('M-4 equal ranks are ordered by id, the same on every copy', () => {
		const a = { id: 'prj_b', rank: 'a1' };
		const b = { id: 'prj_a', rank: 'a1' };
		const c = { id: 'prj_0', rank: 'Zz' };
		expect(inOrder([a, b, c])).toEqual([c, b, a]);
		fc.assert(
			fc.property(fc.array(ranked), (items) => {
				const once = inOrder(items);
				expect(inOrder([...items].reverse())).toEqual(once);
				expect(inOrder(once)).toEqual(once);
			})
		);
	});

	it('M-4 the order is strict and total', () => {
		fc.assert(
			fc.property(ranked, ranked, ranked, (a, b, c) => {
				expect(Math.sign(compareRanked(a, b)) + Math.sign(compareRanked(b, a))).toBe(0);
				expect(compareRanked(a, b) === 0).toBe(a.id === b.id && a.rank === b.rank);
				if (compareRanked(a, b) < 0 && compareRanked(b, c) < 0)
					expect(compareRanked(a, c)).toBeLessThan(0);
			})
		);
	});

	it('M-4 only ranks one can insert around are ranks', () => {
		for (const good of ['a0', 'Zz', 'a1V', 'b00', `a0${'z'.repeat(62)}`])
			expect(isRank(good), good).toBe(true);
		for (const bad of [
			'',
			'a',
			'b0',
			'a00',
			'a1V0',
			'0',
			'5a',
			'a-1',
			'a 1',
			'ä0',
			'__proto__',
			`a0${'z'.repeat(63)}`,
			`A${'0'.repeat(26)}`,
			1,
			null,
			undefined
		])
			expect(isRank(bad), String(bad)).toBe(false);
	});
});
