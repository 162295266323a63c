import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
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
	weeksLater: 3
};
const known: Assumptions = {
	internalRate: 6000,
	vendorRate: 9000,
	vendorLeadWeeks: 4,
	vendorOnboarding: 50_000,
	hireYearCost: 7_000_000,
	hireLeadWeeks: 6,
	hireRampWeeks: 4,
	delayWeekCost: 200_000
};
const option = (kind: Option['kind'], given = known, at = gap): Option =>
	compareOptions(at, given).find((one) => one.kind === kind)!;

describe('hire, vendor or move (S-5)', () => {
	it('S-5 says unknown, never zero, while nothing is known', () => {
		for (const one of compareOptions(gap, noAssumptions)) expect(one.cost).toBeNull();
		expect(option('vendor', noAssumptions)).toMatchObject({
			ready: null,
			covered: null,
			verdict: 'unknown',
			unknown: ['vendorRate', 'vendorOnboarding', 'internalRate', 'vendorLeadWeeks']
		});
		expect(option('hire', noAssumptions).unknown).toEqual([
			'hireYearCost',
			'hireLeadWeeks',
			'hireRampWeeks'
		]);
		expect(option('move', noAssumptions)).toMatchObject({ cost: null, ready: '2027-04-18' });
	});

	it('S-5 counts a vendor with onboarding and with leading them', () => {
		// 112 h at 90.00, 500.00 once, 14 h of our own at 60.00.
		expect(option('vendor')).toMatchObject({
			cost: 112 * 9000 + 50_000 + 14 * 6000,
			ready: '2027-02-01',
			verdict: 'in-time',
			unknown: []
		});
		expect(option('vendor', { ...known, vendorLeadWeeks: 13 }).verdict).toBe('late');
	});

	it('S-5 counts what a hire can do by then, half speed while new', () => {
		// Ready 15 Feb: six weeks, of which four at half speed: 4 weeks of 37.5 h.
		expect(option('hire')).toMatchObject({ covered: 112 * 60, verdict: 'in-time' });
		expect(option('hire', { ...known, hireLeadWeeks: 10 })).toMatchObject({
			ready: '2027-03-15',
			covered: 37.5 * 60,
			verdict: 'part'
		});
		expect(option('hire', { ...known, hireLeadWeeks: 20 })).toMatchObject({
			covered: 0,
			verdict: 'late'
		});
	});

	it('S-5 costs a move by the week, and says where moving does not help', () => {
		expect(option('move')).toMatchObject({ cost: 600_000, verdict: 'late' });
		expect(option('move', known, { ...gap, weeksLater: null })).toMatchObject({
			cost: null,
			covered: 0,
			verdict: 'impossible'
		});
	});

	it('S-5 puts what is in time first, cheapest first, and what is unknown after it', () => {
		expect(compareOptions(gap, known).map((one) => one.kind)).toEqual(['vendor', 'hire', 'move']);
		const half = { ...known, vendorLeadWeeks: null };
		expect(compareOptions(gap, half).map((one) => one.kind)).toEqual(['hire', 'move', 'vendor']);
	});

	it('S-5 knows from which volume a hire is cheaper, or that it cannot know', () => {
		expect(breakEvenHours(known)).toBe(Math.ceil((7_000_000 - 50_000) / 9750));
		expect(breakEvenHours({ ...known, internalRate: null })).toBeNull();
		expect(breakEvenHours({ ...known, vendorRate: 100 })).toBeNull();
	});

	it('S-5 an option has a cost exactly when nothing its cost depends on is unknown', () => {
		const maybe = fc.option(fc.nat(100_000), { nil: null });
		const weeks = fc.option(fc.nat(30), { nil: null });
		const given = fc.record({
			internalRate: maybe,
			vendorRate: maybe,
			vendorLeadWeeks: weeks,
			vendorOnboarding: maybe,
			hireYearCost: maybe,
			hireLeadWeeks: weeks,
			hireRampWeeks: weeks,
			delayWeekCost: maybe
		});
		fc.assert(
			fc.property(given, (assumed) => {
				const one = option('vendor', assumed);
				const priced = ['vendorRate', 'vendorOnboarding', 'internalRate'] as const;
				expect(one.cost === null).toBe(priced.some((name) => assumed[name] === null));
				for (const each of compareOptions(gap, assumed)) {
					expect(each.covered ?? 0).toBeLessThanOrEqual(gap.minutes);
					if (each.verdict === 'unknown') expect(each.unknown.length).toBeGreaterThan(0);
				}
			})
		);
	});
});
