// What can be done about a shortage, side by side: hire, vendor, or move the work. What nobody has said is unknown and
// stays so in every sum; an unknown is never counted as zero. Money in minor units, effort in minutes.
import { addDays, daysBetween, type Day } from './days.ts';

/** What only the organisation can say; null is unknown. */
export interface Assumptions {
	/** Minor units an hour. */
	internalRate: number | null;
	vendorRate: number | null;
	/** Weeks until a vendor can begin: contract and security review. */
	vendorLeadWeeks: number | null;
	/** Once, minor units. */
	vendorOnboarding: number | null;
	/** Minor units a year, all included. */
	hireYearCost: number | null;
	hireLeadWeeks: number | null;
	/** Weeks until a new person works at full speed; half speed until then. */
	hireRampWeeks: number | null;
	/** Minor units lost for each week of a later launch. */
	delayWeekCost: number | null;
}
export type Assumption = keyof Assumptions;

export const noAssumptions: Assumptions = {
	internalRate: null,
	vendorRate: null,
	vendorLeadWeeks: null,
	vendorOnboarding: null,
	hireYearCost: null,
	hireLeadWeeks: null,
	hireRampWeeks: null,
	delayWeekCost: null
};

export interface Gap {
	minutes: number;
	today: Day;
	/** Days in which the work is needed, both included. */
	from: Day;
	by: Day;
	/** Weeks later it would fit (S-4); null when moving does not help. */
	weeksLater: number | null;
}

export interface Option {
	kind: 'move' | 'vendor' | 'hire';
	/** Minor units; null while something it depends on is unknown. */
	cost: number | null;
	/** When the work is done, or begins to be done; null while that is unknown. */
	ready: Day | null;
	/** Minutes it covers by the day they are needed; null while unknown. */
	covered: number | null;
	verdict: 'in-time' | 'part' | 'late' | 'impossible' | 'unknown';
	/** What would have to be known. */
	unknown: Assumption[];
}

/** Vendors are led and their work reviewed: a share of the hours bought, paid at our own rate. (design: 10 to 15 %) */
const COORDINATION_BP = 1250;
const WEEK_MINUTES = 2250;
const WEEKS_A_YEAR = 52;

type Known<K extends Assumption> = { [P in K]: number };

/** The named assumptions when all are known, else null; notes the missing ones. */
function findKnown<K extends Assumption>(
	given: Assumptions,
	names: readonly K[],
	unknown: Assumption[]
): Known<K> | null {
	const missing = names.filter((name) => given[name] === null);
	unknown.push(...missing.filter((name) => !unknown.includes(name)));
	return missing.length === 0 ? (given as Known<K>) : null;
}

/** S-5: move, vendor and hire for one gap, cheapest of those that are in time first, then the rest, then unknowns. */
export function compareOptions(gap: Gap, given: Assumptions): Option[] {
	const order: Record<Option['verdict'], number> = {
		'in-time': 0,
		part: 1,
		late: 2,
		unknown: 3,
		impossible: 4
	};
	return [move(gap, given), vendor(gap, given), hire(gap, given)].sort(
		(a, b) =>
			order[a.verdict] - order[b.verdict] || (a.cost ?? Infinity) - (b.cost ?? Infinity) || 0
	);
}

function move({ minutes, by, weeksLater }: Gap, given: Assumptions): Option {
	const unknown: Assumption[] = [];
	if (weeksLater === null)
		return { kind: 'move', cost: null, ready: null, covered: 0, verdict: 'impossible', unknown };
	const known = findKnown(given, ['delayWeekCost'], unknown);
	return {
		kind: 'move',
		cost: known && known.delayWeekCost * weeksLater,
		ready: addDays(by, weeksLater * 7),
		covered: minutes,
		verdict: 'late',
		unknown
	};
}

function vendor(gap: Gap, given: Assumptions): Option {
	const unknown: Assumption[] = [];
	const prices = findKnown(given, ['vendorRate', 'vendorOnboarding', 'internalRate'], unknown);
	const lead = findKnown(given, ['vendorLeadWeeks'], unknown);
	const hours = gap.minutes / 60;
	const ready = lead && addDays(gap.today, lead.vendorLeadWeeks * 7);
	const led = (hours * COORDINATION_BP) / 10_000;
	return {
		kind: 'vendor',
		cost:
			prices &&
			Math.round(hours * prices.vendorRate + prices.vendorOnboarding + led * prices.internalRate),
		ready,
		covered: ready === null ? null : ready <= gap.by ? gap.minutes : 0,
		// A vendor brings as many people as it takes, once it can begin.
		verdict: ready === null ? 'unknown' : ready <= gap.by ? 'in-time' : 'late',
		unknown
	};
}

function hire(gap: Gap, given: Assumptions): Option {
	const unknown: Assumption[] = [];
	const price = findKnown(given, ['hireYearCost'], unknown);
	const times = findKnown(given, ['hireLeadWeeks', 'hireRampWeeks'], unknown);
	const ready = times && addDays(gap.today, times.hireLeadWeeks * 7);
	const covered =
		ready === null ? null : Math.min(gap.minutes, coverOf(gap, ready, times!.hireRampWeeks));
	return {
		kind: 'hire',
		// Somebody who is hired stays: the first year is what it costs.
		cost: price && price.hireYearCost,
		ready,
		covered,
		verdict:
			covered === null
				? 'unknown'
				: covered >= gap.minutes
					? 'in-time'
					: covered > 0
						? 'part'
						: 'late',
		unknown
	};
}

/** Minutes one new person works from `ready` until the work is needed: half speed while new. */
function coverOf({ from, by }: Gap, ready: Day, rampWeeks: number): number {
	const start = ready > from ? ready : from;
	if (start > by) return 0;
	const weeks = (daysBetween(start, by) + 1) / 7;
	const newFor = Math.max(0, rampWeeks - Math.max(0, daysBetween(ready, start)) / 7);
	return Math.floor((weeks - Math.min(weeks, newFor) / 2) * WEEK_MINUTES);
}

/**
 * S-5: hours a year from which a hire is cheaper than a vendor; null while that cannot be known, or where the vendor is
 * cheaper whatever the volume.
 */
export function breakEvenHours(given: Assumptions): number | null {
	const { vendorRate, internalRate, hireYearCost, vendorOnboarding } = given;
	if (vendorRate === null || internalRate === null) return null;
	if (hireYearCost === null || vendorOnboarding === null) return null;
	const hourCost = vendorRate + (internalRate * COORDINATION_BP) / 10_000;
	if (hourCost <= 0) return null;
	const hours = Math.ceil(Math.max(0, hireYearCost - vendorOnboarding) / hourCost);
	return hours <= (WEEK_MINUTES / 60) * WEEKS_A_YEAR ? hours : null;
}
