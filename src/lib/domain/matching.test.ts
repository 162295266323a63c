import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignCheapest, matchBatch } from './matching-batch.ts';
import {
	findUnfit,
	rankCandidates,
	scoreMatch,
	type Candidate,
	type MatchWork
} from './matching.ts';

const work: MatchWork = { id: 'w', skill: 'Storyline', level: 3, minutes: 600 };
const somebody = (person: string, more: Partial<Candidate> = {}): Candidate => ({
	person,
	isActive: true,
	skills: [{ skill: 'storyline', level: 3 }],
	freeMinutes: 1200,
	netMinutes: 2400,
	knowsWork: false,
	ratePerHour: null,
	...more
});
const skill = (level: number, interest?: 0 | 1): Candidate['skills'] => [
	{ skill: 'Storyline', level, ...(interest === undefined ? {} : { interest }) }
];

describe('matching people to work', () => {
	it('L-15 rules out who is gone, lacks the skill or level, is busy or may not', () => {
		const unfit = (more: Partial<Candidate>, of: Partial<MatchWork> = {}) =>
			findUnfit({ ...work, ...of }, somebody('p', more));
		expect(unfit({})).toBeNull();
		expect(unfit({ isActive: false })).toBe('inactive');
		expect(unfit({ skills: [] })).toBe('skill');
		expect(unfit({ skills: [] }, { skill: '' })).toBeNull();
		expect(unfit({ skills: skill(2) })).toBe('level');
		expect(unfit({ freeMinutes: 599 })).toBe('busy');
		expect(unfit({ freeMinutes: 300 }, { leastFreeBp: 5000 })).toBeNull();
		expect(unfit({ netMinutes: 0 }, { minutes: 0 })).toBe('busy');
		expect(unfit({}, { authors: ['p'] })).toBe('author');
		expect(unfit({}, { locale: 'de' })).toBe('locale');
		expect(unfit({ locales: ['de'] }, { locale: 'de' })).toBeNull();
	});

	it('L-16 scores fit, free time, earlier work, rate and growth, each with its reason', () => {
		const best = scoreMatch(
			work,
			somebody('p', {
				skills: skill(3, 1),
				freeMinutes: 2400,
				knowsWork: true,
				ratePerHour: 5000
			}),
			5000
		);
		expect(best).toMatchObject({ ok: true, score: 10_000 });
		const over = scoreMatch(work, somebody('p', { skills: skill(5), ratePerHour: 10_000 }), 5000);
		expect(over).toEqual({
			ok: true,
			person: 'p',
			score: 3600 + 1500 + 500,
			reasons: [
				{ kind: 'fit', points: 3600, value: 5 },
				{ kind: 'free', points: 1500, value: 5000 },
				{ kind: 'cost', points: 500, value: 10_000 }
			]
		});
	});

	it('L-16 leaves cost out where no rate is known, rather than guess one', () => {
		const match = scoreMatch(work, somebody('p', { freeMinutes: 2400 }));
		expect(match).toMatchObject({ score: 4444 + 3333 });
	});

	it('L-16 orders by score, then by id', () => {
		const ranked = rankCandidates(work, [
			somebody('c'),
			somebody('b'),
			somebody('a', { freeMinutes: 700 }),
			somebody('d', { skills: [] })
		]);
		expect(ranked.map((match) => match.person)).toEqual(['b', 'c', 'a']);
	});
});

describe('matching a batch', () => {
	/** The most assigned, then the cheapest, by trying everything. */
	function tryAll(costs: readonly (readonly (number | null)[])[]): [count: number, sum: number] {
		const columns = costs[0]?.length ?? 0;
		const go = (row: number, taken: number): [number, number] => {
			if (row === costs.length) return [0, 0];
			let best = go(row + 1, taken);
			for (let column = 0; column < columns; column++) {
				const cost = costs[row]![column];
				if (cost == null || taken & (1 << column)) continue;
				const [count, sum] = go(row + 1, taken | (1 << column));
				if (count + 1 > best[0] || (count + 1 === best[0] && sum + cost < best[1]))
					best = [count + 1, sum + cost];
			}
			return best;
		};
		return go(0, 0);
	}

	const tables = fc
		.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
		.chain(([rows, columns]) =>
			fc.array(
				fc.array(fc.option(fc.nat(10_000), { freq: 4 }), {
					minLength: columns,
					maxLength: columns
				}),
				{ minLength: rows, maxLength: rows }
			)
		);

	it('L-17 equals trying every assignment, for up to seven of each', () => {
		fc.assert(
			fc.property(tables, (costs) => {
				const found = assignCheapest(costs);
				const taken = found.filter((column) => column >= 0);
				expect(new Set(taken).size).toBe(taken.length);
				const sum = found.reduce((total, column, row) => total + (costs[row]![column] ?? 0), 0);
				expect([taken.length, sum]).toEqual(tryAll(costs));
			}),
			{ numRuns: 300 }
		);
	});

	it('L-17 takes two hundred at once and refuses more', () => {
		const costs = Array.from({ length: 200 }, (_, row) =>
			Array.from({ length: 200 }, (_, column) => (row * 7919 + column * 104_729) % 10_000)
		);
		const found = assignCheapest(costs);
		expect(new Set(found).size).toBe(200);
		expect(() => assignCheapest([...costs, costs[0]!])).toThrow(/at most 200/);
		expect(assignCheapest([])).toEqual([]);
	});

	it('L-17 asks each person once and leaves out what nobody suits', () => {
		const people = [somebody('a', { knowsWork: true }), somebody('b')];
		const works = [work, { ...work, id: 'x' }, { ...work, id: 'y', level: 5 }];
		const found = matchBatch(works, () => people);
		expect(found.map((match) => match.work)).toEqual(['w', 'x']);
		expect(found.map((match) => match.person).sort()).toEqual(['a', 'b']);
	});
});
