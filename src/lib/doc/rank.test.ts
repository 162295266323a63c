import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRank } from '#lib/domain/rank.ts';
import { rankBetween, ranksBetween } from './rank.ts';

/** A repeatable source of randomness. */
function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

describe('new ranks', () => {
	it('M-4 drops anywhere keep the list in order', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.nat(), (places, seed) => {
				const random = seeded(seed);
				const list: string[] = [];
				for (const place of places) {
					const at = place % (list.length + 1);
					list.splice(at, 0, rankBetween(list[at - 1] ?? null, list[at] ?? null, random));
				}
				expect(list.every(isRank)).toBe(true);
				expect([...new Set(list)].sort()).toEqual(list);
			})
		);
	});

	it('M-4 100 drops into one gap stay distinct, 2,000 stay valid', () => {
		const random = seeded(7);
		const made = ['a0'];
		let high = 'a1';
		for (let i = 0; i < 2000; i++) {
			high = rankBetween('a0', high, random);
			expect(isRank(high)).toBe(true);
			if (i < 100) made.push(high);
		}
		expect(new Set(made).size).toBe(101);
	});

	it('M-4 appending 5,000 cards keeps ranks short', () => {
		const random = seeded(3);
		let last: string | null = null;
		for (let i = 0; i < 5000; i++) {
			const next: string = rankBetween(last, null, random);
			if (last !== null) expect(next > last).toBe(true);
			last = next;
		}
		expect(last!.length).toBeLessThan(16);
	});

	it('M-4 any two strings give a valid rank', () => {
		const rank = fc.stringMatching(/^[a-zA-Z0-9]{1,64}$/);
		fc.assert(
			fc.property(fc.option(rank), fc.option(rank), fc.nat(), (a, b, seed) => {
				const made = rankBetween(a, b, seeded(seed));
				expect(isRank(made)).toBe(true);
				if (isRank(a) && isRank(b) && a >= b) expect(made).toBe(a);
			})
		);
	});

	it('M-4 a batch comes out ascending, between its neighbours', () => {
		const ranks = ranksBetween('a0', 'a1', 500, seeded(1));
		expect([...new Set(ranks)].sort()).toEqual(ranks);
		expect(ranks[0]! > 'a0' && ranks.at(-1)! < 'a1').toBe(true);
		expect(ranksBetween(null, null, 0, seeded(1))).toEqual([]);
		expect(ranksBetween('a1', 'a1', 2, seeded(1))).toEqual(['a1', 'a1']);
	});
});
