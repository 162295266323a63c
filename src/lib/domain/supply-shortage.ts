// What is short, told as people would: which skills, in which weeks, by how much (S-2). Works on the part of the network
// the source still reaches after as much as possible was served (supply.ts).

/** Work that needs a skill within some weeks; weeks are places in a list, both ends included. */
export interface Need {
	id: string;
	/** Key of the skill; equal keys are the same skill. */
	skill: string;
	/** Least level, 0 for any. */
	level: number;
	minutes: number;
	from: number;
	to: number;
	/** Quarter or the like; shortages of two periods are never told as one. */
	period?: number;
}

/** Needs that together ask for more than everybody who could serve them has. */
export interface Shortage {
	/** Missing minutes. */
	minutes: number;
	/** Most asked for first. */
	skills: string[];
	/** First and last week in which it is short. */
	from: number;
	to: number;
	needs: string[];
}

export interface Kind {
	skill: string;
	level: number;
}

export interface Group {
	kind: number;
	from: number;
	to: number;
	minutes: number;
	needs: Need[];
}

export interface SupplierClass {
	/** Kinds of work these people fit. */
	kinds: ReadonlySet<number>;
	free: Float64Array;
	nodes: (number | undefined)[];
}

/** S-2: the short needs, taken together where the same people in the same week would serve them. */
export function explain(
	short: readonly Group[],
	kinds: ReadonlyMap<string, Kind>,
	classes: readonly SupplierClass[]
): Shortage[] {
	const list = [...kinds.values()];
	const parents = short.map((_, i) => i);
	const rootOf = (i: number): number => (parents[i] === i ? i : (parents[i] = rootOf(parents[i]!)));
	/** Which short group met this class in this week first. */
	const owners = new Map<string, number>();
	for (const [i, { kind, from, to }] of short.entries())
		for (const [c, one] of classes.entries()) {
			if (!one.kinds.has(kind)) continue;
			for (let week = from; week <= to; week++) {
				const owner = owners.get(`${c} ${week}`);
				if (owner === undefined) owners.set(`${c} ${week}`, i);
				else parents[rootOf(i)] = rootOf(owner);
			}
		}
	const parts = Map.groupBy(short.keys(), rootOf);
	const room = new Map<number, number>();
	for (const [key, i] of owners) {
		const [c, week] = key.split(' ').map(Number) as [number, number];
		room.set(rootOf(i), (room.get(rootOf(i)) ?? 0) + classes[c]!.free[week]!);
	}
	return mergeNeighbours(
		[...parts].map(([root, members]) =>
			toShortage(
				members.map((i) => short[i]!),
				list,
				room.get(root) ?? 0
			)
		)
	).sort((a, b) => b.minutes - a.minutes || (a.needs[0]! < b.needs[0]! ? -1 : 1));
}

/** S-2: the same skills short in weeks that touch, within a period, are one shortage to people. */
function mergeNeighbours(parts: readonly Part[]): Shortage[] {
	const merged: Part[] = [];
	for (const part of parts.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
		const before = merged.findLast(
			(one) =>
				one.period === part.period &&
				one.to >= part.from - 1 &&
				one.skills.toSorted().join() === part.skills.toSorted().join()
		);
		if (!before) {
			merged.push({ ...part });
			continue;
		}
		before.minutes += part.minutes;
		before.to = Math.max(before.to, part.to);
		before.needs = [...before.needs, ...part.needs].sort();
	}
	return merged.map(({ period: _period, ...shortage }) => shortage);
}

interface Part extends Shortage {
	period: number;
}

function toShortage(groups: readonly Group[], kinds: readonly Kind[], room: number): Part {
	const bySkill = new Map<string, number>();
	for (const { kind, minutes } of groups) {
		const { skill } = kinds[kind]!;
		bySkill.set(skill, (bySkill.get(skill) ?? 0) + minutes);
	}
	return {
		minutes: groups.reduce((sum, group) => sum + group.minutes, 0) - room,
		skills: [...bySkill]
			.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
			.map(([skill]) => skill),
		from: Math.min(...groups.map((group) => group.from)),
		to: Math.max(...groups.map((group) => group.to)),
		needs: groups.flatMap((group) => group.needs.map((need) => need.id)).sort(),
		period: groups[0]!.needs[0]!.period ?? 0
	};
}
