// Whether the people there are can do the work that is asked for, skill by skill and week by week. Exact: somebody with
// three skills is one person, not three (S-1). What does not fit is explained by the narrowest part (S-2).
import { FlowNetwork, UNLIMITED } from './supply-flow.ts';
import {
	explain,
	type Group,
	type Kind,
	type Need,
	type Shortage,
	type SupplierClass
} from './supply-shortage.ts';

/** Somebody who can take work: skill keys with levels, and free minutes in each week. */
export interface Supplier {
	id: string;
	/** Level 0 is one nobody has set: it fits every need of the skill (S-3). */
	skills: ReadonlyMap<string, number>;
	free: ArrayLike<number>;
}

export interface SupplyVerdict {
	asked: number;
	/** As much of it as can be served at all. */
	served: number;
	/** Largest first; their minutes add up to `asked` less `served`. */
	shortages: Shortage[];
}

/** S-1: may this person serve the need? */
function fits(need: Pick<Need, 'skill' | 'level'>, skills: ReadonlyMap<string, number>): boolean {
	const level = skills.get(need.skill);
	return level !== undefined && (level === 0 || level >= need.level);
}

/**
 * S-1, S-2: the most that can be served over `weeks` weeks, and what is short. People who fit the same needs are taken
 * together, which changes nothing but the time it takes.
 */
export function judgeSupply(
	needs: readonly Need[],
	suppliers: readonly Supplier[],
	weeks: number
): SupplyVerdict {
	const network = new FlowNetwork();
	const source = network.addNode();
	const sink = network.addNode();
	const kinds = groupKinds(needs);
	const classes = groupSuppliers(kinds, suppliers, weeks);
	/** Node of "this kind of work in this week", made when first asked for. */
	const places = new Map<number, number>();
	const placeOf = (kind: number, week: number): number => {
		const key = kind * weeks + week;
		const known = places.get(key);
		if (known !== undefined) return known;
		const place = network.addNode();
		places.set(key, place);
		for (const one of classes)
			if (one.kinds.has(kind) && one.free[week]! > 0) {
				one.nodes[week] ??= addClass(network, sink, one.free[week]!);
				network.addArc(place, one.nodes[week], UNLIMITED);
			}
		return place;
	};
	const asked = mergeNeeds(needs, kinds, weeks).map((group) => {
		const node = network.addNode();
		network.addArc(source, node, group.minutes);
		for (let week = group.from; week <= group.to; week++)
			network.addArc(node, placeOf(group.kind, week), UNLIMITED);
		return { ...group, node };
	});
	const total = asked.reduce((sum, group) => sum + group.minutes, 0);
	const served = network.send(source, sink);
	const reached = network.reachedFrom(source);
	const short = asked.filter((group) => reached[group.node]);
	return { asked: total, served, shortages: explain(short, kinds, classes) };
}

function addClass(network: FlowNetwork, sink: number, minutes: number): number {
	const node = network.addNode();
	network.addArc(node, sink, minutes);
	return node;
}

function groupKinds(needs: readonly Need[]): Map<string, Kind & { place: number }> {
	const kinds = new Map<string, Kind & { place: number }>();
	for (const { skill, level } of needs) {
		const key = `${level} ${skill}`;
		if (!kinds.has(key)) kinds.set(key, { skill, level, place: kinds.size });
	}
	return kinds;
}

function groupSuppliers(
	kinds: ReadonlyMap<string, Kind & { place: number }>,
	suppliers: readonly Supplier[],
	weeks: number
): SupplierClass[] {
	const classes = new Map<string, SupplierClass>();
	for (const { skills, free } of suppliers) {
		const own = [...kinds.values()].filter((kind) => fits(kind, skills)).map((kind) => kind.place);
		if (own.length === 0) continue;
		const key = own.join(' ');
		const one = classes.get(key) ?? {
			kinds: new Set(own),
			free: new Float64Array(weeks),
			nodes: new Array<number | undefined>(weeks)
		};
		classes.set(key, one);
		for (let week = 0; week < weeks; week++) one.free[week]! += Math.max(0, free[week] ?? 0);
	}
	return [...classes.values()];
}

/** Needs of one kind in the same weeks are one. Weeks outside the list are cut off; a need without a week is short. */
function mergeNeeds(
	needs: readonly Need[],
	kinds: ReadonlyMap<string, Kind & { place: number }>,
	weeks: number
): Group[] {
	const groups = new Map<string, Group>();
	for (const need of needs) {
		if (need.minutes <= 0) continue;
		const kind = kinds.get(`${need.level} ${need.skill}`)!.place;
		const from = Math.max(0, need.from);
		const to = Math.min(weeks - 1, need.to);
		const key = `${kind} ${from} ${to}`;
		const group = groups.get(key) ?? { kind, from, to, minutes: 0, needs: [] };
		groups.set(key, group);
		group.minutes += need.minutes;
		group.needs.push(need);
	}
	return [...groups.values()];
}

/**
 * S-4: by how many weeks the needs of a shortage would have to end later so that nothing new is short, up to `most`;
 * null when that does not help.
 */
export function weeksLater(
	needs: readonly Need[],
	suppliers: readonly Supplier[],
	weeks: number,
	shortage: Pick<Shortage, 'needs' | 'minutes'>,
	most: number
): number | null {
	const moved = new Set(shortage.needs);
	const before = judgeSupply(needs, suppliers, weeks);
	const goal = before.served + shortage.minutes;
	const servedWith = (later: number): number =>
		judgeSupply(
			needs.map((need) => (moved.has(need.id) ? { ...need, to: need.to + later } : need)),
			suppliers,
			weeks
		).served;
	if (servedWith(most) < goal) return null;
	let [low, high] = [0, most];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (servedWith(middle) >= goal) high = middle;
		else low = middle + 1;
	}
	return low;
}
