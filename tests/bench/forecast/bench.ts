// Must show 3: a public record of 225 issues, measured and forecast again. `--data <csv of the same columns>` does the
// same for another record; `--expected <json>` names what it should give. Every figure is computed from the rows.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineBench, type Check, type Goal, type Row } from '../harness.ts';
import { parseChangelog, UnreadableFile } from './changelog.ts';
import { compareFigures, type Expected } from './expected.ts';
import { ITEMS, measureFlow, type Figures, type Spread } from './figures.ts';

const RECORD = path.resolve(import.meta.dirname, '../../../../shared/data/jira');

export default defineBench({
	name: 'forecast',
	title: 'flow measured and launches forecast from a record of finished work',
	needs: {},
	run({ args, log, smoke }) {
		const given = findOption(args, '--data');
		const data = given ?? path.join(RECORD, 'status-changelog.csv');
		const wanted =
			findOption(args, '--expected') ??
			(given === undefined ? path.join(RECORD, 'expected-flow.json') : undefined);
		if (given === undefined && !existsSync(data)) {
			const text = `nothing was measured: the record is not at ${path.relative(process.cwd(), data)}; give one as --data`;
			log(text);
			const checks = [{ text, ok: smoke }];
			return Promise.resolve({ rows: [], goals: [], checks });
		}
		const figures = measureFlow(parseChangelog(readText(data)));
		const expected = wanted === undefined ? undefined : (JSON.parse(readText(wanted)) as Expected);
		const goals: Goal[] = expected ? compareFigures(figures, expected) : [];
		return Promise.resolve({
			rows: listRows(figures),
			goals,
			checks: checkFigures(figures),
			raw: figures
		});
	}
});

/** The value after `name`, or after `name=`. */
function findOption(args: readonly string[], name: string): string | undefined {
	const at = args.indexOf(name);
	const joined = args.find((arg) => arg.startsWith(`${name}=`));
	const value = at >= 0 ? args[at + 1] : joined?.slice(name.length + 1);
	if ((at >= 0 || joined !== undefined) && !value)
		throw new UnreadableFile(`${name} needs the name of a file after it.`);
	return value && resolveFile(value);
}

/** Where npm was called from counts, when it is not where it runs. */
function resolveFile(file: string): string {
	const here = path.resolve(file);
	return existsSync(here) ? here : path.resolve(process.env['INIT_CWD'] ?? '.', file);
}

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new UnreadableFile(`${file} cannot be read: ${(error as Error).message}`);
	}
}

const days = (values: readonly number[] | null): string =>
	values ? values.map((value) => value.toFixed(2)).join(' / ') : 'nothing finished';

function listRows(figures: Figures): Row[] {
	const { window, backtest } = figures;
	const row = (what: string, figure: string, n: number | string): Row => ({ what, figure, n });
	const spread = (what: string, { n, days: values }: Spread): Row =>
		row(`${what}, days P50 / P85 / P95`, days(values), n);
	const rows = [
		row('issues', String(figures.issues), ''),
		row('completed', String(figures.completed), ''),
		row('completed without having been in progress', String(figures.withoutWork), ''),
		row('re-opened', String(figures.reopened), ''),
		spread('cycle time', figures.cycle),
		spread('lead time', figures.lead),
		row(
			'whole days of the record',
			window ? `${window.from} to ${window.to}` : 'none',
			Object.values(figures.daily).reduce((sum, count) => sum + count, 0)
		),
		row(
			`${ITEMS} items, calendar days P50 / P85 / P95`,
			figures.howLong?.join(' / ') ?? 'cannot be forecast: nothing was finished',
			''
		)
	];
	if (!backtest)
		return [...rows, row('backtest', 'needs a record that began in an earlier month', '')];
	const { train, test, forecast } = backtest;
	return [
		...rows,
		row('backtest learns from', `${train.from} to ${train.to}`, train.finished),
		row('backtest forecasts', `${test.from} to ${test.to}`, test.finished),
		row(
			'finished at least, P85 / P50 / P15',
			`${forecast.p85} / ${forecast.p50} / ${forecast.p15}`,
			''
		)
	];
}

/** What must hold for any record. */
function checkFigures(figures: Figures): Check[] {
	const { cycle, lead, howLong } = figures;
	const rises = (values: readonly number[] | null): boolean =>
		!values || values.every((value, i) => i === 0 || value >= values[i - 1]!);
	return [
		{
			text: 'every finished issue has a lead time, and a cycle time unless it never was in progress',
			ok: lead.n === figures.completed && cycle.n + figures.withoutWork === lead.n
		},
		{
			text: 'no day counts more than was completed',
			ok: Object.values(figures.daily).reduce((sum, n) => sum + n, 0) <= figures.completed
		},
		{
			text: 'percentiles rise',
			ok: rises(cycle.days) && rises(lead.days) && rises(howLong)
		},
		{
			text: 'no duration is negative',
			ok: (cycle.days?.[0] ?? 0) >= 0 && (lead.days?.[0] ?? 0) >= 0
		}
	];
}
