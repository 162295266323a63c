import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	assumptionKinds,
	breakEvenHours,
	compareOptions,
	noAssumptions,
	type Assumptions,
	type Gap,
	type Option
} from './options.ts';

const gap: Gap = {
	minutes: 112 * 60,
	today: '2027-01-04',
	from: '2027-02-01',
	by: '2027-03-28',
	weeksLater: 3,
	overtimeMinutes: 60 * 60
};
const known: Assumptions = {
	internalRate: 6000,
	overtimePercent: 50,
	vendorRate: 9000,
	vendorRushPercent: 0,
	vendorPeople: 2,
	vendorLeadWeeks: 4,
	vendorOnboarding: 50_000,
	hireYearCost: 7_000_000,
	hireLeadWeeks: 6,
	hireRampWeeks: 4,
	delayWeekCost: 200_000,
	descopeLoss: 4_000_000
};
const option = (kind: Option['kind'], given = known, at = gap): Option =>
	compareOptions(at, given).find((one) => one.kind === kind)!;

describe('what can be done about a shortage', () => {
	it('S-5 says unknown, never zero, while nothing is known', () => {
		for (const one of compareOptions(gap, noAssumptions)) expect(one.cost).toBeNull();
		expect(option('vendor', noAssumptions)).toMatchObject({
			...{ ready: null, covered: null, weeksLate: null, verdict: 'unknown' },
			unknown: [
				...['vendorRate', 'vendorRushPercent', 'vendorOnboarding', 'internalRate'],
				...['vendorLeadWeeks', 'vendorPeople']
			]
		});
		expect(option('hire', noAssumptions).unknown).toEqual([
			...['hireYearCost', 'hireLeadWeeks', 'hireRampWeeks']
		]);
		expect(option('move', noAssumptions)).toMatchObject({ cost: null, ready: '2027-04-18' });
		expect(option('overtime', noAssumptions).unknown).toEqual(['internalRate', 'overtimePercent']);
		expect(option('descope', noAssumptions).unknown).toEqual(['descopeLoss']);
	});

	it('S-5 counts a vendor with onboarding, a surcharge for haste and with leading them', () => {
		// 112 h at 90.00, 500.00 once, 14 h of our own at 60.00.
		expect(option('vendor')).toMatchObject({
			cost: 112 * 9000 + 50_000 + 14 * 6000,
			...{ ready: '2027-02-01', weeksLate: 0, verdict: 'in-time', unknown: [] }
		});
		expect(option('vendor', { ...known, vendorRushPercent: 25 }).cost).toBe(
			112 * 9000 * 1.25 + 50_000 + 14 * 6000
		);
	});

	it('S-7 a vendor who can begin on the last day does not cover everything', () => {
		// Twelve weeks from today is the day after the last: then one week of two people's 37.5 h, and another.
		const late = option('vendor', { ...known, vendorLeadWeeks: 12 });
		expect(late).toMatchObject({ ready: '2027-03-29', covered: 0, weeksLate: 2, verdict: 'late' });
		expect(late.cost).toBe(option('vendor').cost! + 2 * 200_000);
		const week = option('vendor', { ...known, vendorLeadWeeks: 11 });
		expect(week).toMatchObject({ covered: 75 * 60, weeksLate: 1, verdict: 'late' });
		expect(option('vendor', { ...known, vendorLeadWeeks: 11, vendorPeople: 3 })).toMatchObject({
			...{ covered: 112 * 60, weeksLate: 0, verdict: 'in-time' }
		});
		expect(option('vendor', { ...known, vendorPeople: 0 }).verdict).toBe('impossible');
		expect(option('vendor', { ...known, vendorPeople: null })).toMatchObject({
			...{ verdict: 'unknown', cost: null, unknown: ['vendorPeople'] }
		});
	});

	it('S-7 overtime covers what the band allows, at its surcharge, and never the rest', () => {
		expect(option('overtime')).toMatchObject({
			...{ covered: 60 * 60, cost: 60 * 6000 * 1.5, verdict: 'part', weeksLate: null }
		});
		const enough = { ...gap, overtimeMinutes: 200 * 60 };
		expect(option('overtime', known, enough)).toMatchObject({
			...{ covered: 112 * 60, cost: 112 * 6000 * 1.5, verdict: 'in-time' }
		});
		expect(option('overtime', known, { ...gap, overtimeMinutes: 0 }).verdict).toBe('impossible');
	});

	it('S-5 counts what a hire can do by then, half speed while new, and what coming late costs', () => {
		// Ready 15 Feb: six weeks, of which four at half speed: 4 weeks of 37.5 h.
		expect(option('hire')).toMatchObject({ covered: 112 * 60, verdict: 'in-time' });
		// Two weeks at half speed, two more, then two full ones.
		const late = option('hire', { ...known, hireLeadWeeks: 10 });
		expect(late).toMatchObject({ ready: '2027-03-15', covered: 37.5 * 60, verdict: 'late' });
		expect(late.weeksLate).toBe(3);
		expect(late.cost).toBe(7_000_000 + 3 * 200_000);
		const unsaid = option('hire', { ...known, hireLeadWeeks: 20, delayWeekCost: null });
		expect(unsaid).toMatchObject({ covered: 0, verdict: 'late', cost: null });
		expect(unsaid.unknown).toEqual(['delayWeekCost']);
	});

	it('S-5 costs a move by the week, doing without by what it loses, and says where moving does not help', () => {
		expect(option('move')).toMatchObject({ cost: 600_000, verdict: 'late', weeksLate: 3 });
		expect(option('descope')).toMatchObject({ cost: 4_000_000, verdict: 'in-time' });
		expect(option('move', known, { ...gap, weeksLater: null })).toMatchObject({
			...{ cost: null, covered: 0, verdict: 'impossible' }
		});
	});

	it('S-5 ranks what does all of it by what it costs in all, then a part of it, then what is unknown', () => {
		const kinds = (given: Assumptions, at = gap) =>
			compareOptions(at, given).map((one) => one.kind);
		expect(kinds(known)).toEqual(['move', 'vendor', 'descope', 'hire', 'overtime']);
		expect(kinds({ ...known, delayWeekCost: 2_000_000 })).toEqual([
			...['vendor', 'descope', 'move', 'hire', 'overtime']
		]);
		const half = { ...known, vendorLeadWeeks: null };
		expect(kinds(half)).toEqual(['move', 'descope', 'hire', 'overtime', 'vendor']);
		expect(kinds(known, { ...gap, weeksLater: null }).at(-1)).toBe('move');
	});

	it('S-5 knows from which volume a hire is cheaper, or that it cannot know', () => {
		expect(breakEvenHours(known)).toBe(Math.ceil((7_000_000 - 50_000) / 9750));
		expect(breakEvenHours({ ...known, internalRate: null })).toBeNull();
		expect(breakEvenHours({ ...known, vendorRate: 100 })).toBeNull();
	});

	it('S-5 an option has a cost exactly when nothing its cost depends on is unknown', () => {
		const few = fc.option(fc.nat(30), { nil: null });
		const money = fc.option(fc.nat(100_000), { nil: null });
		const given = fc.record(
			Object.fromEntries(
				Object.entries(assumptionKinds).map(([name, kind]) => [
					name,
					kind === 'money' ? money : few
				])
			)
		) as unknown as fc.Arbitrary<Assumptions>;
		fc.assert(
			fc.property(given, (assumed) => {
				const one = option('vendor', assumed);
				const priced = [
					...(['vendorRate', 'vendorRushPercent', 'vendorOnboarding', 'internalRate'] as const),
					...(['vendorLeadWeeks', 'vendorPeople'] as const),
					...(one.verdict === 'late' ? (['delayWeekCost'] as const) : [])
				];
				const isKnown = priced.every((name) => assumed[name] !== null);
				expect(one.cost !== null).toBe(isKnown && one.verdict !== 'impossible');
				for (const each of compareOptions(gap, assumed)) {
					expect(each.covered ?? 0).toBeLessThanOrEqual(gap.minutes);
					if (each.verdict === 'unknown') expect(each.unknown.length).toBeGreaterThan(0);
				}
			})
		);
	});
});
