// A real module production plan, taken as it is. It may not be copied here, so the test reads it where it lies beside the
// repository and is skipped, saying so, where it does not.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Remark } from '#lib/model/import.ts';
import { readFile } from './read-file.ts';
import { aBoard, anActor, planOf } from './test-board.ts';
import type { DryRun } from './dry-run.ts';

const root = path.dirname(path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url)))));
const folder = path.join(root, '../shared/data/module-plan');
const isHere = existsSync(folder);
if (!isHere) process.stdout.write('Skipped: ../shared/data/module-plan is not here.\n');

interface Expected {
	header_row: number;
	rows_without_a_name_below_the_header: number[];
	named_rows: number;
	group_rows: number;
	leaf_rows: number;
	finish_on_a_saturday_rows: number[];
	duration_differs_from_weekdays: { row: number; says: number; weekdays: number }[];
	spans_holidays_in_England: { row: number; weekdays: number; working_days_in_England: number }[];
	rows_without_finish: number[];
	day_first_date_row: { row: number; cell: string };
	assignments_by_role_on_leaf_rows: Record<string, number>;
	first_start: string;
	last_finish: string;
}

describe.skipIf(!isHere)('the module plan of an agency', () => {
	const expected = isHere
		? (JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected)
		: ({} as Expected);

	let run: DryRun;
	beforeAll(async () => {
		const file = await readFile(readFileSync(path.join(folder, 'module-plan.csv')));
		if (!file.ok) throw new Error(file.problem.message);
		run = planOf(file.value, aBoard(), anActor(), 'module-plan.csv');
	});
	const rowsOf = (remarks: readonly Remark[], kind: string): number[] =>
		remarks.filter((remark) => remark.kind === kind).map((remark) => remark.row);

	it('is recognised: its headings, its columns, its order of dates', () => {
		const { choices } = run;
		expect(choices.shape).toBe('plan');
		expect(choices.headerRow).toBe(expected.header_row);
		expect(choices.columns.slice(0, 8)).toEqual([
			...['name', 'duration', 'start', 'finish', 'resource', 'resource', 'complete', '']
		]);
		expect(choices.dateOrder).toBe('mdy');
		expect(choices.region).toBe('GB-ENG');
		expect(choices.launch).toBe('2026-01-05');
	});

	it('gives the groups, leaves and bookings that were counted by hand', () => {
		const { draft } = run;
		const { groups, leaves } = draft.counts;
		expect({ groups, leaves }).toEqual({ groups: expected.group_rows, leaves: expected.leaf_rows });
		expect(groups! + leaves!).toBe(expected.named_rows);
		const booked = draft.records.filter(({ collection }) => collection === 'allocations');
		const byRole: Record<string, number> = {};
		for (const { first } of booked)
			byRole[String(first.role)] = (byRole[String(first.role)] ?? 0) + 1;
		expect(byRole).toEqual(expected.assignments_by_role_on_leaf_rows);
		expect(booked.every(({ first, says }) => first.certainty === 'tentative' && !says.load)).toBe(
			true
		);
	});

	it('keeps every date as it is given', () => {
		const { draft } = run;
		const spans = draft.records
			.filter(({ collection }) => collection === 'tasks')
			.map(({ says }) => says.span as { from: string; to: string });
		expect(spans.every(Boolean)).toBe(true);
		expect(spans.map((span) => span.from).sort()[0]).toBe(expected.first_start);
		const sheet = spans.map((span) => span.to).filter((to) => to <= expected.last_finish);
		expect(sheet.sort().at(-1)).toBe(expected.last_finish);
	});

	it('warns of exactly the rows that are odd, and of nothing else', () => {
		const { draft } = run;
		const warnings = draft.remarks.filter((remark) => remark.level === 'warning');
		expect(draft.remarks.filter((remark) => remark.level === 'error')).toEqual([]);
		const kinds = Object.fromEntries(
			[...new Set(warnings.map((one) => one.kind))].map((kind) => [kind, rowsOf(warnings, kind)])
		);
		expect(kinds).toEqual({
			'no-name': expected.rows_without_a_name_below_the_header,
			'finish-on-weekend': expected.finish_on_a_saturday_rows,
			'duration-differs': expected.duration_differs_from_weekdays.map((one) => one.row),
			'spans-holidays': expected.spans_holidays_in_England.map((one) => one.row),
			'no-finish': expected.rows_without_finish,
			'day-first-date': [expected.day_first_date_row.row]
		});
		expect(warnings.every((one) => one.done !== '')).toBe(true);
	});

	it('says the numbers behind a warning', () => {
		const { draft } = run;
		const textAt = (kind: string, row: number): string =>
			draft.remarks.find((one) => one.kind === kind && one.row === row)?.text ?? '';
		for (const { row, says, weekdays } of expected.duration_differs_from_weekdays)
			expect(textAt('duration-differs', row)).toMatch(
				new RegExp(`${says} days.* ${weekdays} weekdays`)
			);
		for (const {
			row,
			weekdays,
			working_days_in_England: working
		} of expected.spans_holidays_in_England)
			expect(textAt('spans-holidays', row)).toMatch(
				`${weekdays} weekdays, ${working} working days`
			);
		const { row, cell } = expected.day_first_date_row;
		const said = textAt('day-first-date', row);
		expect(said).toContain(cell);
		expect(said).toContain('Ready for launch');
		expect(said).toContain('2026-01-05');
	});

	it('names work outside the dates of its group as a note, not as a warning', () => {
		const { draft } = run;
		expect(rowsOf(draft.remarks, 'outside-group')).toContain(14);
	});
});
