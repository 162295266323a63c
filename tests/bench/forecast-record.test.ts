import { describe, expect, it } from 'vitest';
import { parseChangelog } from './forecast/changelog.ts';
import { measureFlow } from './forecast/figures.ts';

const HEAD =
	'issue_id,issue_created_date,changelog_id,status_from_category_name,status_to_category_name,status_change_date';
const file = (...rows: string[]): string => [HEAD, ...rows].join('\n');
const at = (day: string, time = '09:00:00'): string => `${day}T${time}+00:00`;

const record = [
	`1,${at('2026-01-05')},11,To Do,In Progress,${at('2026-01-06')}`,
	`1,${at('2026-01-05')},12,In Progress,Done,${at('2026-01-08', '21:00:00')}`,
	`2,${at('2026-01-05')},13,To Do,Done,${at('2026-02-03')}`,
	`2,${at('2026-01-05')},14,Done,In Progress,${at('2026-02-04')}`,
	`2,${at('2026-01-05')},15,In Progress,Done,${at('2026-02-05')}`,
	`3,${at('2026-02-06')},,,,`
];

describe('a record of issues for the forecast bench', () => {
	it('F-2, F-3 measures completion, work, and what came back', () => {
		const figures = measureFlow(parseChangelog(file(...record)));
		expect(figures).toMatchObject({ issues: 3, completed: 2, withoutWork: 0, reopened: 1 });
		expect(figures.cycle).toEqual({ n: 2, days: [1, 2.5, 2.5] });
		expect(figures.lead).toEqual({ n: 2, days: [3.5, 31, 31] });
		expect(figures.daily).toEqual({ '2026-01-08': 1, '2026-02-05': 1 });
	});

	it('F-4 leaves out the day the record ends on, and forecasts its last month from the rest', () => {
		const { window, backtest } = measureFlow(parseChangelog(file(...record)));
		expect(window).toEqual({ from: '2026-01-05', to: '2026-02-05' });
		expect(backtest?.train).toEqual({ from: '2026-01-05', to: '2026-01-31', finished: 1 });
		expect(backtest?.test).toEqual({ from: '2026-02-01', to: '2026-02-05', finished: 1 });
	});

	it('gives the same whatever the order of rows, with a BOM, CRLF, blank lines and repeated rows', () => {
		const plain = measureFlow(parseChangelog(file(...record)));
		const odd = `\uFEFF${[HEAD, ...record.toReversed(), record[0], ''].join('\r\n')}\r\n`;
		expect(measureFlow(parseChangelog(odd))).toEqual(plain);
	});

	it('F-6 has no forecast where nothing was finished, and no backtest within one month', () => {
		const figures = measureFlow(
			parseChangelog(file(`1,${at('2026-01-05')},1,To Do,In Progress,${at('2026-01-20')}`))
		);
		expect(figures).toMatchObject({ completed: 0, howLong: null, backtest: null });
		expect(figures.cycle).toEqual({ n: 0, days: null });
		const alone = measureFlow(parseChangelog(file(`1,${at('2026-01-05')},,,,`)));
		expect(alone.window).toBeNull();
	});

	it.each([
		['', /Missing columns: issue_id/],
		['issue_id,nothing\n1,2', /Missing columns: issue_created_date/],
		[HEAD, /no rows/],
		[file('1,2026-01-05T09:00:00Z,1,To Do,Done'), /Row 2 has 5 cells, the heading has 6/],
		[file(`1,05/Jan/26,,,,`), /Row 2, issue_created_date: "05\/Jan\/26" is not a date/],
		[file(`1,2026-02-30T09:00:00Z,,,,`), /"2026-02-30T09:00:00Z" is not a date/],
		[file(`1,${at('2026-01-05')},1,To Do,Shipped,${at('2026-01-06')}`), /"Shipped" is none of/],
		[file(`1,${at('2026-01-05')},1,To Do,Done,`), /Row 2, status_change_date: ""/],
		[file(`,${at('2026-01-05')},,,,`), /issue_id: is empty/],
		[file(`"1,${at('2026-01-05')},,,,`), /[Qq]uote/]
	])('refuses what it cannot read, with the place: %j', (text, message) => {
		expect(() => parseChangelog(text)).toThrow(message);
	});
});
