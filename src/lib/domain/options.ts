// What can be done about a shortage, side by side: move the work, overtime, a vendor, a hire, or do without. What nobody has
// said is unknown and stays so in every sum; an unknown is never counted as zero. Money in minor units, effort in minutes.
import { addDays, daysBetween, type Day } from './days.ts';

/** What only the organisation can say; null is unknown. */
export interface Assumptions {
	/** Minor units an hour. */
	internalRate: number | null;
	/** What an hour of overtime costs over that, whole per cent. */
	overtimePercent: number | null;
	vendorRate: number | null;
	/** What a vendor takes for beginning soon, whole per cent of its rate. */
	vendorRushPercent: number | null;
	/** How many people it brings. */
	vendorPeople: number | null;
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
	/** Minor units lost where the work is left out. */
	descopeLoss: number | null;
}
export type Assumption = keyof Assumptions;

/** What each is a number of. */
export const assumptionKinds: Readonly<
	Record<Assumption, 'money' | 'weeks' | 'people' | 'percent'>
> = {
	internalRate: 'money',
	overtimePercent: 'percent',
	vendorRate: 'money',
	vendorRushPercent: 'percent',
	vendorPeople: 'people',
	vendorLeadWeeks: 'weeks',
	vendorOnboarding: 'money',
	hireYearCost: 'money',
	hireLeadWeeks: 'weeks',
	hireRampWeeks: 'weeks',
	delayWeekCost: 'money',
	descopeLoss: 'money'
};

export const noAssumptions = Object.fromEntries(
	Object.keys(assumptionKinds).map((name) => [name, null])
) as unknown as Assumptions;

export interface Gap {
	minutes: number;
	today: Day;
	/** Days in which the work is needed, both included. */
	from: Day;
	by: Day;
	/** Weeks later it would fit (S-4); null when moving does not help. */
	weeksLater: number | null;
	/** What those who have the skill could do over their hours within the first band over them (C-15). */
	overtimeMinutes: number;
}

export interface Option {
	kind: 'move' | 'overtime' | 'vendor' | 'hire' | 'descope';
	/** Minor units, what a later launch costs included; null while something it depends on is unknown. */
	cost: number | null;
	/** When the work is done where it moves, when people begin where they come; null while unknown, or where there is none. */
	ready: Day | null;
	/** Minutes it covers by the day they are needed; null while unknown. */
	covered: number | null;
	/** Weeks after that day in which all of it is done; 0 in time, null while unknown or where it never is. */
	weeksLate: number | null;
	/** `late`: all of it, after the day. `part`: some of it, and never the rest. */
	verdict: 'in-time' | 'late' | 'part' | 'impossible' | 'unknown';
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

/**
 * S-5, S-7: the options for one gap. Those that do all of the work first, by what they cost in all, then what is known to do
 * a part of it, then what cannot be told, then what is impossible.
 */
export function compareOptions(gap: Gap, given: Assumptions): Option[] {
	const order = ({ verdict, cost }: Option): number =>
		verdict === 'impossible'
			? 3
			: cost === null || verdict === 'unknown'
				? 2
				: verdict === 'part'
					? 1
					: 0;
	return [move, overtime, vendor, hire, descope]
		.map((option) => option(gap, given))
		.sort((a, b) => order(a) - order(b) || (a.cost ?? 0) - (b.cost ?? 0));
}

function move({ minutes, by, weeksLater }: Gap, given: Assumptions): Option {
	const unknown: Assumption[] = [];
	if (weeksLater === null)
		return {
			...{ kind: 'move', cost: null, ready: null, covered: 0 },
			...{ weeksLate: null, verdict: 'impossible', unknown }
		};
	return {
		...{ kind: 'move', ready: addDays(by, weeksLater * 7), covered: minutes },
		...{ weeksLate: weeksLater, verdict: 'late', unknown },
		cost: withDelay(0, weeksLater, given, unknown)
	};
}

/** Only as far as the first band over full hours: more wears people out and is no plan. */
function overtime({ minutes, overtimeMinutes }: Gap, given: Assumptions): Option {
	const unknown: Assumption[] = [];
	const known = findKnown(given, ['internalRate', 'overtimePercent'], unknown);
	const covered = Math.min(minutes, overtimeMinutes);
	const isAll = covered >= minutes;
	return {
		kind: 'overtime',
		cost:
			known && Math.round((covered / 60) * known.internalRate * (1 + known.overtimePercent / 100)),
		...{ ready: null, covered, weeksLate: isAll ? 0 : null, unknown },
		verdict: isAll ? 'in-time' : covered > 0 ? 'part' : 'impossible'
	};
}

function vendor(gap: Gap, given: Assumptions): Option {
	const unknown: Assumption[] = [];
	const prices = findKnown(
		given,
		['vendorRate', 'vendorRushPercent', 'vendorOnboarding', 'internalRate'],
		unknown
	);
	const team = findKnown(given, ['vendorLeadWeeks', 'vendorPeople'], unknown);
	const ready =
		given.vendorLeadWeeks === null ? null : addDays(gap.today, given.vendorLeadWeeks * 7);
	const hours = gap.minutes / 60;
	const led = (hours * COORDINATION_BP) / 10_000;
	const price =
		prices &&
		hours * prices.vendorRate * (1 + prices.vendorRushPercent / 100) +
			prices.vendorOnboarding +
			led * prices.internalRate;
	const works = ready !== null && team && { ready, people: team.vendorPeople, rampWeeks: 0 };
	return staffed('vendor', gap, ready, works || null, price, given, unknown);
}

function hire(gap: Gap, given: Assumptions): Option {
	const unknown: Assumption[] = [];
	const price = findKnown(given, ['hireYearCost'], unknown);
	const times = findKnown(given, ['hireLeadWeeks', 'hireRampWeeks'], unknown);
	const ready = times && addDays(gap.today, times.hireLeadWeeks * 7);
	const works = ready !== null && times && { ready, people: 1, rampWeeks: times.hireRampWeeks };
	// Somebody who is hired stays: the first year is what it costs.
	return staffed('hire', gap, ready, works || null, price && price.hireYearCost, given, unknown);
}

function descope({ minutes }: Gap, given: Assumptions): Option {
	const unknown: Assumption[] = [];
	const known = findKnown(given, ['descopeLoss'], unknown);
	return {
		...{ kind: 'descope', cost: known && known.descopeLoss, ready: null, covered: minutes },
		...{ weeksLate: 0, verdict: 'in-time', unknown }
	};
}

/** People who come and work from some day on. */
interface Newcomers {
	ready: Day;
	people: number;
	rampWeeks: number;
}

/** S-7: what newcomers cover by the day, when they are done, and what that costs with what a late launch loses. */
function staffed(
	kind: 'vendor' | 'hire',
	gap: Gap,
	ready: Day | null,
	works: Newcomers | null,
	price: number | null,
	given: Assumptions,
	unknown: Assumption[]
): Option {
	if (!works)
		return {
			...{ kind, cost: null, ready, weeksLate: null, verdict: 'unknown', unknown },
			covered: ready !== null && ready > gap.by ? 0 : null
		};
	const covered = Math.min(gap.minutes, coverOf(gap, gap.by, works));
	const weeksLate = covered >= gap.minutes ? 0 : findWeeksLate(gap, works);
	if (weeksLate === null)
		return { kind, cost: null, ready, covered, weeksLate, verdict: 'impossible', unknown };
	const cost = withDelay(price, weeksLate, given, unknown);
	return {
		...{ kind, ready, covered, weeksLate, unknown },
		cost: cost && Math.round(cost),
		verdict: weeksLate === 0 ? 'in-time' : 'late'
	};
}

/** A price with what so many weeks of delay lose; null while either is unknown. */
function withDelay(
	price: number | null,
	weeks: number,
	given: Assumptions,
	unknown: Assumption[]
): number | null {
	if (weeks === 0) return price;
	const known = findKnown(given, ['delayWeekCost'], unknown);
	return price === null || !known ? null : price + weeks * known.delayWeekCost;
}

/** Whole weeks after the day in which all of the work is done; null where nobody comes to do it. */
function findWeeksLate(gap: Gap, works: Newcomers): number | null {
	if (works.people <= 0) return null;
	const lead = Math.max(0, Math.ceil(daysBetween(gap.by, works.ready) / 7));
	const atMost =
		lead + works.rampWeeks + Math.ceil(gap.minutes / (WEEK_MINUTES * works.people)) + 1;
	let [low, high] = [1, Math.max(1, atMost)];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (coverOf(gap, addDays(gap.by, middle * 7), works) >= gap.minutes) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Minutes newcomers work on it until a day: each whole weeks' hours, half of them while new. */
function coverOf({ from }: Gap, until: Day, { ready, people, rampWeeks }: Newcomers): number {
	const start = ready > from ? ready : from;
	if (start > until) return 0;
	const weeks = (daysBetween(start, until) + 1) / 7;
	const newFor = Math.max(0, rampWeeks - Math.max(0, daysBetween(ready, start)) / 7);
	return Math.floor((weeks - Math.min(weeks, newFor) / 2) * WEEK_MINUTES * people);
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
