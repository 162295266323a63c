import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlowNetwork } from './supply-flow.ts';
import { judgeSupply, weeksLater, type Supplier } from './supply.ts';
import type { Need } from './supply-shortage.ts';

let made = 0;
const need = (skill: string, minutes: number, given: Partial<Need> = {}): Need => ({
	...{ id: `n${made++}`, skill, level: 0, minutes, from: 0, to: 0 },
	...given
});
const person = (skills: Record<string, number>, ...free: number[]): Supplier => ({
	id: `p${made++}`,
	skills: new Map(Object.entries(skills)),
	free
});
const storyline = { Storyline: 3 };

describe('the most that fits through a network', () => {
	it('finds it where a first way has to be taken back', () => {
		const network = new FlowNetwork();
		const [s, a, b, t] = [0, 1, 2, 3].map(() => network.addNode()) as [
			number,
			number,
			number,
			number
		];
		network.addArc(s, a, 1);
		network.addArc(s, b, 1);
		network.addArc(a, b, 1);
		network.addArc(a, t, 1);
		network.addArc(b, t, 1);
		expect(network.send(s, t)).toBe(2);
		expect(network.reachedFrom(s)).toEqual([true, false, false, false]);
	});

	it('refuses what is no capacity', () => {
		const network = new FlowNetwork();
		const node = network.addNode();
		expect(() => network.addArc(node, node, 1.5)).toThrow('1.5');
		expect(() => network.addArc(node, node, -1)).toThrow('-1');
	});
});

describe('demand against supply (S-1, S-2, S-3)', () => {
	it('S-1 does not multiply somebody with two skills', () => {
		const both = person({ Storyline: 3, Rise: 3 }, 600);
		const asked = [need('Storyline', 400), need('Rise', 400)];
		const verdict = judgeSupply(asked, [both], 1);
		expect(verdict).toMatchObject({ asked: 800, served: 600 });
		expect(verdict.shortages).toEqual([
			{ minutes: 200, skills: ['Rise', 'Storyline'], from: 0, to: 0, needs: expect.anything() }
		]);
	});

	it('S-1 lets somebody who can only do one thing leave the other to those who can do both', () => {
		const people = [person({ Storyline: 3, Rise: 3 }, 100), person(storyline, 100)];
		expect(judgeSupply([need('Storyline', 100), need('Rise', 100)], people, 1).shortages).toEqual(
			[]
		);
	});

	it('S-2 names the skill and the weeks that are short, and leaves out what fits', () => {
		const people = [person(storyline, 100, 100, 100, 100), person({ Video: 2 }, 50, 50, 50, 50)];
		const asked = [
			need('Storyline', 260, { from: 1, to: 2 }),
			need('Storyline', 50, { from: 3, to: 3 }),
			need('Video', 40, { from: 0, to: 3 })
		];
		const { shortages } = judgeSupply(asked, people, 4);
		expect(shortages).toEqual([
			{ minutes: 60, skills: ['Storyline'], from: 1, to: 2, needs: [asked[0]!.id] }
		]);
	});

	it('S-2 is short of all of it where nobody has the skill, once a skill', () => {
		const asked = [need('Actors', 100), need('Actors', 50, { from: 1, to: 2 }), need('Mime', 10)];
		const { shortages } = judgeSupply(asked, [person(storyline, 999, 999, 999)], 3);
		expect(shortages.map(({ minutes, skills }) => [minutes, skills])).toEqual([
			[150, ['Actors']],
			[10, ['Mime']]
		]);
	});

	it('S-2 tells weeks that touch as one, but not across periods or a gap', () => {
		const week = (from: number, period = 0): Need => need('Actors', 10, { from, to: from, period });
		const asked = [week(0), week(1), week(2, 1), week(4, 1)];
		const { shortages } = judgeSupply(asked, [person(storyline, 9, 9, 9, 9, 9)], 5);
		const told = shortages.map(({ minutes, from, to }) => [minutes, from, to]);
		expect(told.toSorted((a, b) => a[1]! - b[1]!)).toEqual([
			[20, 0, 1],
			[10, 2, 2],
			[10, 4, 4]
		]);
	});

	it('S-3 asks for the level, where both sides have said one', () => {
		const asked = [need('Storyline', 100, { level: 4 })];
		expect(judgeSupply(asked, [person({ Storyline: 3 }, 100)], 1).served).toBe(0);
		expect(judgeSupply(asked, [person({ Storyline: 4 }, 100)], 1).served).toBe(100);
		expect(judgeSupply(asked, [person({ Storyline: 0 }, 100)], 1).served).toBe(100);
	});

	it('S-2 counts nobody over their hours as negative, and cuts off weeks outside', () => {
		const asked = [need('Storyline', 10, { from: -5, to: 9 })];
		const verdict = judgeSupply(asked, [person(storyline, -300, 10)], 2);
		expect(verdict).toEqual({ asked: 10, served: 10, shortages: [] });
		expect(judgeSupply([need('Storyline', 10, { from: 5, to: 9 })], [], 2).shortages).toHaveLength(
			1
		);
		expect(judgeSupply([], [], 0)).toEqual({ asked: 0, served: 0, shortages: [] });
	});

	const skill = fc.constantFrom('A', 'B', 'C');
	const needs = fc.array(
		fc
			.record({
				id: fc.uuid(),
				skill,
				level: fc.integer({ min: 0, max: 3 }),
				minutes: fc.integer({ min: 1, max: 400 }),
				from: fc.nat(3),
				to: fc.nat(3)
			})
			.map((one) => ({ ...one, to: Math.max(one.from, one.to) })),
		{ maxLength: 8 }
	);
	const people = fc.array(
		fc.record({
			id: fc.uuid(),
			skills: fc
				.array(fc.tuple(skill, fc.integer({ min: 1, max: 3 })), { maxLength: 3 })
				.map((pairs) => new Map<string, number>(pairs)),
			free: fc.array(fc.nat(200), { minLength: 4, maxLength: 4 })
		}),
		{ maxLength: 5 }
	);

	it('S-2 shortages add up to exactly what cannot be served, and each is more than its people have', () => {
		fc.assert(
			fc.property(needs, people, (asked, all) => {
				const { asked: total, served, shortages } = judgeSupply(asked, all, 4);
				expect(shortages.reduce((sum, one) => sum + one.minutes, 0)).toBe(total - served);
				const named = shortages.flatMap((one) => one.needs);
				expect(new Set(named).size).toBe(named.length);
				for (const one of shortages) expect(one.minutes).toBeGreaterThan(0);
			})
		);
	});

	it('S-1 serves no more than the ratio of each skill allows, and all of it with the missing minutes added', () => {
		fc.assert(
			fc.property(needs, people, (asked, all) => {
				const verdict = judgeSupply(asked, all, 4);
				for (const key of ['A', 'B', 'C']) {
					const own = asked.filter((one) => one.skill === key);
					const demand = own.reduce((sum, one) => sum + one.minutes, 0);
					const supply = all
						.filter((one) => one.skills.has(key))
						.reduce((sum, one) => sum + one.free.reduce((a, b) => a + b, 0), 0);
					const { served } = judgeSupply(own, all, 4);
					expect(served).toBeLessThanOrEqual(Math.min(demand, supply));
				}
				const extra = verdict.shortages.map((one) => ({
					id: 'extra',
					skills: new Map(one.skills.map((key) => [key, 0] as const)),
					free: [0, 1, 2, 3].map((week) => (week === one.from ? 1e6 : week <= one.to ? 1e6 : 0))
				}));
				expect(judgeSupply(asked, [...all, ...extra], 4).shortages).toEqual([]);
			})
		);
	});

	it('S-1 is the same for people one by one as for people taken together', () => {
		fc.assert(
			fc.property(needs, people, (asked, all) => {
				const twice = all.flatMap((one) => [one, { ...one, id: `${one.id}-` }]);
				const doubled = all.map((one) => ({ ...one, free: one.free.map((free) => free * 2) }));
				expect(judgeSupply(asked, twice, 4).served).toBe(judgeSupply(asked, doubled, 4).served);
			})
		);
	});
});

describe('how much later it would fit (S-4)', () => {
	it('S-4 finds the fewest weeks, and says when no weeks help', () => {
		const asked = [
			need('Storyline', 250, { from: 0, to: 0 }),
			need('Storyline', 90, { from: 2, to: 2 })
		];
		const people = [person(storyline, 100, 100, 100, 100)];
		const [shortage] = judgeSupply(asked, people, 4).shortages;
		expect(shortage).toMatchObject({ minutes: 150, from: 0, to: 0 });
		expect(weeksLater(asked, people, 4, shortage!, 3)).toBe(3);
		expect(weeksLater(asked, people, 4, shortage!, 1)).toBeNull();
		const nobody = judgeSupply([need('Mime', 5)], people, 4);
		expect(weeksLater([need('Mime', 5)], people, 4, nobody.shortages[0]!, 3)).toBeNull();
	});
});
