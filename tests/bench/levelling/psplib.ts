// Reads instances of the project scheduling library (.sm, single mode) and the table of their best known makespans.
// Refuses, with file and line, what is not such a file: several modes, non-renewable resources, counts that do not add up.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Activity, LevellingProblem, Link } from '#lib/domain/levelling/model.ts';

export interface BestKnown {
	lowerBound: number | null;
	makespan: number;
	/** True where the best known is proved to be the optimum. */
	isProved: boolean;
}

export interface Instance {
	/** File name. */
	name: string;
	problem: LevellingProblem;
	best: BestKnown | null;
}

/** Every .sm file in a folder and the folders below it, with what best-known.csv says of each; throws for what is wrong. */
export function readInstances(folder: string): Instance[] {
	if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(byNumber);
	const found = files.filter((file) => /\.sm$/i.test(file));
	if (found.length === 0) throw new Error(`There are no .sm files in ${folder}.`);
	const table = files.find((file) => path.basename(file).toLowerCase() === 'best-known.csv');
	const best = table
		? parseBestKnown(readFileSync(path.join(folder, table), 'utf8'), table)
		: new Map<string, BestKnown>();
	return found.map((file) => {
		const problem = parseSm(readFileSync(path.join(folder, file), 'utf8'), file);
		return { name: path.basename(file), problem, best: best.get(keyOf(file)) ?? null };
	});
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
const keyOf = (name: string): string =>
	path.basename(name.trim()).replace(/\.sm$/i, '').toLowerCase();

/** Rows `instance, lower_bound, best_known_makespan, closed`, in any order of columns; the last may be missing. */
export function parseBestKnown(text: string, name: string): Map<string, BestKnown> {
	const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	const titles = head.split(/[,;]/).map((title) => title.trim().toLowerCase());
	const at = (title: RegExp): number => titles.findIndex((one) => title.test(one));
	const [instance, lower, makespan, closed] = [
		at(/^(instance|file|name)$/),
		at(/lower/),
		at(/^(best_known_makespan|best_known|best|makespan|upper_bound|optimum)$/),
		at(/^(closed|proved|optimal)$/)
	];
	if (instance! < 0 || makespan! < 0)
		throw new Error(
			`${name}:1: the columns "instance" and "best_known_makespan" are needed; there are: ${titles.join(', ')}.`
		);
	const found = new Map<string, BestKnown>();
	lines.forEach((line, i) => {
		if (line.trim() === '') return;
		const cells = line.split(/[,;]/).map((cell) => cell.trim());
		const best = Number(cells[makespan!] || NaN);
		if (!Number.isInteger(best) || best < 0)
			throw new Error(`${name}:${i + 2}: "${cells[makespan!]}" is no makespan.`);
		const bound = lower! >= 0 && cells[lower!] ? Number(cells[lower!]) : null;
		const isProved =
			closed! >= 0 ? /^(1|true|yes)$/i.test(cells[closed!] ?? '') : bound !== null && bound >= best;
		found.set(keyOf(cells[instance!] ?? ''), { lowerBound: bound, makespan: best, isProved });
	});
	return found;
}

interface Line {
	number: number;
	text: string;
}

/** One instance; jobs are named by their number. Throws with `name:line` for a file that is none. */
export function parseSm(text: string, name: string): LevellingProblem {
	const lines = text
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.map((line, i) => ({ number: i + 1, text: line.trim() }));
	const fail = (line: Line | undefined, why: string): never => {
		throw new Error(`${name}:${line?.number ?? lines.length}: ${why}`);
	};
	const section = (title: RegExp): Line[] => {
		const start = lines.findIndex((line) => title.test(line.text));
		if (start < 0) fail(undefined, `There is no section ${title.source.replace(/[\\^]/g, '')}.`);
		const length = lines.slice(start + 1).findIndex((line) => line.text.startsWith('***'));
		const body = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
		return body.filter((line) => /^-?\d/.test(line.text));
	};
	const numbersOf = (line: Line): number[] => {
		const numbers = line.text.split(/\s+/).map(Number);
		if (numbers.some((one) => !Number.isInteger(one) || one < 0))
			fail(line, `"${line.text}" is not made of whole numbers from 0 on.`);
		return numbers;
	};
	const count = (title: RegExp): number => {
		const line = lines.find((one) => title.test(one.text));
		const value = Number(/:\s*(\d+)/.exec(line?.text ?? '')?.[1] ?? NaN);
		return Number.isInteger(value) ? value : fail(line, `How many? ${title.source} is not said.`);
	};

	const jobs = count(/^jobs/i);
	const resources = count(/renewable\s*:/i);
	for (const kind of [/nonrenewable\s*:/i, /doubly constrained\s*:/i]) {
		const line = lines.find((one) => kind.test(one.text));
		if (line && Number(/:\s*(\d+)/.exec(line.text)?.[1] ?? 0) > 0)
			fail(line, 'Only renewable resources are scheduled here.');
	}
	const digits = String(jobs).length;
	const idOf = (number: number, line: Line): string =>
		number >= 1 && number <= jobs
			? String(number).padStart(digits, '0')
			: fail(line, `There is no job ${number}; they are 1 to ${jobs}.`);

	const links: Link[] = [];
	for (const line of section(/^PRECEDENCE RELATIONS/i)) {
		const [job = 0, modes = 1, successors = 0, ...to] = numbersOf(line);
		if (modes !== 1) fail(line, `Job ${job} has ${modes} modes; only one is scheduled here.`);
		if (to.length !== successors)
			fail(line, `Job ${job} says ${successors} successors and names ${to.length}.`);
		for (const next of to)
			links.push({ from: idOf(job, line), to: idOf(next, line), type: 'FS', lag: 0 });
	}
	const activities: Activity[] = [];
	for (const line of section(/^REQUESTS\/DURATIONS/i)) {
		const [job = 0, mode = 1, duration = 0, ...needs] = numbersOf(line);
		if (mode !== 1) fail(line, `Job ${job} has a mode ${mode}; only one is scheduled here.`);
		if (needs.length !== resources)
			fail(line, `Job ${job} has ${needs.length} requests for ${resources} resources.`);
		activities.push({
			id: idOf(job, line),
			duration,
			needs: needs.map((amount, i) => ({ resource: `R${i + 1}`, amount }))
		});
	}
	if (activities.length !== jobs)
		fail(undefined, `${jobs} jobs are announced, ${activities.length} have a duration.`);
	const [there] = section(/^RESOURCEAVAILABILITIES/i);
	const capacities = there ? numbersOf(there) : [];
	if (capacities.length !== resources)
		fail(there, `${resources} resources are announced, ${capacities.length} have a capacity.`);
	return {
		activities,
		links,
		resources: capacities.map((capacity, i) => ({ id: `R${i + 1}`, capacity }))
	};
}
