import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { holidaysOf } from '../holidays.ts';
import { readOccurrences, type IcsReading } from './occurrences.ts';
import { readIcs } from './read-ics.ts';

const samples = fileURLToPath(new URL('../../../shared/data/ics/', import.meta.url));
const have = existsSync(samples);
if (!have) console.warn('skipped: the sample calendars are not on this machine');

const window = { first: '2026-01-01', last: '2027-12-31', timeZone: 'Europe/London' };

function calendar(...lines: string[]): string {
	return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const read = (...lines: string[]): IcsReading => readOccurrences(calendar(...lines), window);
const firstDays = (reading: IcsReading): string[] => reading.days.map((day) => day.from);

describe('C-34 closing days of a calendar file', () => {
	it('reads days, the last one not included, and events without a UID', () => {
		const reading = read(
			'X-WR-CALNAME:Harbour',
			...event(
				'DTSTART;VALUE=DATE:20261224',
				'DTEND;VALUE=DATE:20261227',
				'SUMMARY:Winter\\, break'
			),
			...event('DTSTART;VALUE=DATE:20260501', 'SUMMARY:May day'),
			...event('DTSTART;VALUE=DATE:20260501', 'SUMMARY:May day'),
			...event('DTSTART;VALUE=DATE:20260502', 'DURATION:P2D')
		);
		expect(reading).toEqual({
			...{ name: 'Harbour', events: 4, remarks: [] },
			days: [
				{ from: '2026-05-01', to: '2026-05-01', minutesPerDay: null, name: 'May day' },
				{ from: '2026-05-02', to: '2026-05-03', minutesPerDay: null, name: 'Closed' },
				{ from: '2026-12-24', to: '2026-12-26', minutesPerDay: null, name: 'Winter, break' }
			]
		});
	});

	it('follows rules within the window only, without what is excepted, cancelled or moved', () => {
		const reading = read(
			...event(
				...['UID:a', 'DTSTART;VALUE=DATE:19500102', 'SUMMARY:New year', 'RRULE:FREQ=YEARLY'],
				...['EXDATE;VALUE=DATE:20260102']
			),
			...event('UID:b', 'DTSTART;VALUE=DATE:20260706', 'RRULE:FREQ=MONTHLY;COUNT=4', 'SUMMARY:B'),
			...event('UID:b', 'RECURRENCE-ID;VALUE=DATE:20260806', 'DTSTART;VALUE=DATE:20260807'),
			...event(
				...['UID:b', 'RECURRENCE-ID;VALUE=DATE:20260906', 'DTSTART;VALUE=DATE:20260906'],
				'STATUS:CANCELLED'
			),
			...event('UID:c', 'DTSTART;VALUE=DATE:20260301', 'STATUS:CANCELLED')
		);
		expect(firstDays(reading)).toEqual(['2026-07-06', '2026-08-07', '2026-10-06', '2027-01-02']);
	});

	it('reads times as part days where the clock stands that people look at', () => {
		const reading = read(
			...event('DTSTART:20260701T230000Z', 'DTEND:20260702T010000Z', 'SUMMARY:Summer night'),
			...event('DTSTART:20261224T130000', 'DTEND:20261224T180000', 'SUMMARY:Early end'),
			...event('DTSTART:20260328T120000', 'DTEND:20260330T120000', 'SUMMARY:Move'),
			...event('DTSTART:20260401T120000', 'SUMMARY:A moment')
		);
		const parts = reading.days.map((day) => [day.from, day.minutesPerDay]);
		expect(parts).toEqual([
			['2026-03-28', 720],
			['2026-03-29', null],
			['2026-03-30', 720],
			['2026-07-02', 120],
			['2026-12-24', 300]
		]);
		expect(reading.remarks).toContain('"A moment" has a start and no length and was left out');
	});

	it('leaves out what repeats within a day, and refuses a calendar that closes every day and more', () => {
		const often = read(
			...event(
				'DTSTART:20260101T000000',
				'DTEND:20260101T010000',
				'RRULE:FREQ=SECONDLY',
				'SUMMARY:X'
			)
		);
		expect(often).toMatchObject({
			days: [],
			remarks: ['"X" repeats within a day and was left out']
		});
		const daily = (name: string): string[] =>
			event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY', `SUMMARY:${name}`);
		expect(read(...daily('Shut')).days).toHaveLength(730);
		expect(() => read(...daily('a'), ...daily('b'), ...daily('c'))).toThrow(/more than 2000 days/);
		const long = read(...event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20960101'));
		expect(long.days).toEqual([]);
		expect(long.remarks[0]).toMatch(/lasts more than 400 days/);
	});

	it('says what is wrong with a file that is none, is broken or never ends', async () => {
		const problemOf = async (text: string, timeoutMs?: number): Promise<string> => {
			const result = await readIcs(new TextEncoder().encode(text), window, timeoutMs);
			return result.ok ? 'ok' : result.problem.message;
		};
		expect(await problemOf('')).toBe('The file is empty.');
		expect(await problemOf('date,name\n2026-01-01,New year')).toMatch(/no calendar file/);
		const cut = calendar(...event('DTSTART;VALUE=DATE:20260101')).slice(0, -20);
		expect(await problemOf(cut)).toMatch(/The calendar file is broken/);
		expect(await problemOf('x'.repeat(6 * 1024 * 1024))).toMatch(/more than 5 MB/);
		expect(await problemOf(calendar(...event('SUMMARY:No start')))).toBe('ok');
		const never = event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31');
		expect(await problemOf(calendar(...never), 2000)).toMatch(
			/^(ok|Reading the calendar took too long)/
		);
	});

	it.skipIf(!have)(
		'every sample reads, or says in a sentence why not',
		() => {
			const wide = { ...window, first: '2010-01-01' };
			const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((file) =>
				file.endsWith('.ics')
			);
			expect(files.length).toBeGreaterThan(20);
			let days = 0;
			for (const file of files) {
				const read = (): number =>
					readOccurrences(readFileSync(samples + file, 'utf8'), wide).days.length;
				try {
					days += read();
				} catch {
					expect(read, file).toThrow(/^[A-Z].{20,}[.?]$/);
				}
			}
			expect(days).toBeGreaterThan(200);
		},
		60_000
	);

	it.skipIf(!have)(
		'the federal holidays of the United States agree with ours for the region',
		() => {
			const file = readFileSync(`${samples}us-opm-federal-2021-2030.ics`, 'utf8');
			const years = { ...window, first: '2022-01-01', last: '2027-12-31' };
			const official = new Set(firstDays(readOccurrences(file, years)));
			const ours = holidaysOf('US', 2022, 2027).map((day) => day.from);
			const missing = [...official].filter((day) => !ours.includes(day));
			// A bank holiday in place of a Saturday: ours are the public ones; importing the file closes it.
			expect(missing).toEqual(['2023-11-10']);
		}
	);
});
