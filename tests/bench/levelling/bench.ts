// Levelling on published instances with proved optima: feasible, never better than possible, near the best. Counts
// schedules, not milliseconds. `--data <folder>` takes other .sm files with their best-known.csv.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runToEnd, schedulePass, searchSchedule } from '#lib/domain/levelling/search.ts';
import { defineBench, type BenchContext, type Check, type Goal, type Row } from '../harness.ts';
import { mean, measure, prepare, rowOf, type Method, type Result } from './measure.ts';
import { readInstances, type Instance } from './psplib.ts';

const HOME = '../shared/data/psplib-j30';
const SCHEDULES = 1000;
/** In the small run one instance in so many. */
const SMALL = 12;

const pass =
	(scheme: 'serial' | 'parallel'): Method =>
	(compiled) => ({ schedule: schedulePass(compiled, scheme), schedules: 1 });
const search =
	(schedules: number): Method =>
	(compiled) => {
		const found = runToEnd(searchSchedule(compiled, { schedules }));
		return { schedule: found.best, schedules: found.schedules };
	};
const ONE_PASS = 'one pass, step by step';
const THOUSAND = `at most ${SCHEDULES} schedules`;
const methods: Record<string, Method> = {
	'one pass, activity by activity': pass('serial'),
	[ONE_PASS]: pass('parallel'),
	'both, each improved': search(12),
	[THOUSAND]: search(SCHEDULES)
};

/** Mean gaps in per cent, by how many real activities the instances have. */
const limits: Record<number, { onePass?: number; thousand: number }> = {
	30: { onePass: 5, thousand: 0.5 },
	60: { thousand: 1.6 },
	120: { thousand: 5.5 }
};

export default defineBench({
	name: 'levelling',
	title: 'schedules of limited resources against the best known',
	needs: {},
	async run(context) {
		const folder = findFolder(context);
		if (!folder) {
			const text = `nothing was measured: ${HOME} is not on this machine; --data <folder> takes other instances`;
			context.log(text);
			return { rows: [], goals: [], checks: [{ text, ok: context.smoke }] };
		}
		const all = readInstances(folder);
		const used = context.smoke ? all.filter((_, i) => i % SMALL === 0) : all;
		const rows: Row[] = [];
		const goals: Goal[] = [];
		const checks: Check[] = [];
		const each: Record<string, unknown>[] = [];
		for (const [size, instances] of groupBySize(used)) {
			const found = runMethods(context, size, instances, checks);
			for (const [name, results] of found) rows.push({ activities: size, ...rowOf(name, results) });
			goals.push(...goalsOf(size, found));
			each.push(...listEach(found));
		}
		if (context.args.includes('--data')) print(each);
		return { rows, goals, checks, raw: each };
	}
});

function findFolder({ args }: BenchContext): string | null {
	const at = args.indexOf('--data');
	if (at < 0) return existsSync(HOME) ? HOME : null;
	const given = args[at + 1];
	if (!given)
		throw new Error('Say which folder: --data <folder of .sm files with best-known.csv>.');
	const typedIn = process.env['INIT_CWD'] ?? process.cwd();
	const places = [path.resolve(typedIn, given), path.resolve(given)];
	return places.find((place) => existsSync(place)) ?? places[0]!;
}

function groupBySize(instances: readonly Instance[]): [size: number, instances: Instance[]][] {
	const groups = new Map<number, Instance[]>();
	for (const instance of instances) {
		const size = instance.problem.activities.filter((one) => one.duration > 0).length;
		groups.set(size, [...(groups.get(size) ?? []), instance]);
	}
	return [...groups].sort(([a], [b]) => a - b);
}

function runMethods(
	context: BenchContext,
	size: number,
	instances: readonly Instance[],
	checks: Check[]
): Map<string, Result[]> {
	const prepared = prepare(instances);
	const found = new Map<string, Result[]>();
	const of = `${instances.length} instances of ${size} activities`;
	for (const [name, method] of Object.entries(methods)) {
		context.log(`${of}: ${name}`);
		const results = measure(prepared, method);
		found.set(name, results);
		checks.push(
			{ text: `${of}, ${name}: every schedule is feasible`, ok: sum(results, 'faults') === 0 },
			{
				text: `${of}, ${name}: none is shorter than a proved optimum or bound`,
				ok: !results.some((one) => one.isImpossible)
			}
		);
	}
	const again = measure(prepared.slice(0, 20), methods[THOUSAND]!);
	checks.push({
		text: `${of}: the same instance gives the same schedule again`,
		ok: again.every((one, i) => String(one.starts) === String(found.get(THOUSAND)![i]!.starts))
	});
	return found;
}

const sum = (results: readonly Result[], field: 'faults'): number =>
	results.reduce((total, one) => total + one[field], 0);

function goalsOf(size: number, found: ReadonlyMap<string, Result[]>): Goal[] {
	const limit = limits[size];
	const goal = (id: string, name: string, most: number | undefined): Goal[] => {
		const gaps = (found.get(name) ?? []).flatMap((one) => (one.gap === null ? [] : [one.gap]));
		if (most === undefined || gaps.length === 0) return [];
		const value = mean(gaps) * 100;
		const text = `${name}, ${size} activities: mean gap to the best known, %`;
		return [{ id, text, value, limit: most, met: value <= most }];
	};
	return [
		...goal('levelling one pass', ONE_PASS, limit?.onePass),
		...goal('levelling', THOUSAND, limit?.thousand)
	];
}

/** One line an instance: what each method made of it. */
function listEach(found: ReadonlyMap<string, Result[]>): Record<string, unknown>[] {
	const best = found.get(THOUSAND) ?? [];
	return best.map(({ instance, makespan, faults, schedules, starts }, i) => ({
		instance: instance.name,
		'best known': instance.best?.makespan ?? 'unknown',
		proved: instance.best?.isProved ? 'yes' : 'no',
		[ONE_PASS]: found.get(ONE_PASS)?.[i]?.makespan ?? 'none',
		[THOUSAND]: makespan ?? 'none',
		schedules,
		feasible: faults === 0 ? 'yes' : 'NO',
		starts
	}));
}

function print(each: readonly Record<string, unknown>[]): void {
	const [first] = each;
	if (!first) return;
	const titles = Object.keys(first).filter((title) => title !== 'starts');
	const line = (cells: readonly unknown[]): string => `| ${cells.join(' | ')} |`;
	const lines = each.map((row) => line(titles.map((title) => row[title])));
	process.stdout.write(`${[line(titles), line(titles.map(() => '---')), ...lines].join('\n')}\n\n`);
}
