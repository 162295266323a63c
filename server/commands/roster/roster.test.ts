import { describe, expect, it } from 'vitest';
import { findTables } from './roster-headings.ts';
import {
	readFte,
	readHours,
	readKind,
	readPercent,
	readRegion,
	readSkills,
	readStatus,
	spreadWeek
} from './roster-cells.ts';
import { describeRosters } from './roster-suite.ts';

describe('C-36 rosters on embedded storage', () => describeRosters('embedded'));

describe('the cells of a roster', () => {
	it('are hours, shares and levels, or nothing that can be read', () => {
		for (const cell of ['37.5', '37,5', '37:30', '37.5 h'])
			expect(readHours(cell, 10_080)).toBe(2250);
		expect(readHours('ten', 600)).toBeUndefined();
		expect(readHours('11', 600)).toBeUndefined();
		expect(readPercent('12,5 %', 10_000)).toBe(1250);
		expect([readFte('0,8'), readFte('80 %'), readFte('8')]).toEqual([8000, 8000, undefined]);
		expect(readSkills('Storyline:4, storyline (5); Video', [{ skill: 'Video', level: 2 }])).toEqual(
			[
				{ skill: 'storyline', level: 5 },
				{ skill: 'Video', level: 2 }
			]
		);
		expect(readSkills('Video:9', [])).toBeUndefined();
		expect(readKind('Maternity')).toBe('parental');
		expect([readStatus('Cancelled'), readStatus('perhaps')]).toEqual(['removed', undefined]);
	});

	it('name regions by code, name or the end of it', () => {
		const regions = [
			{ code: 'GB', name: 'United Kingdom' },
			{ code: 'GB-SCT', name: 'United Kingdom: Scotland' },
			{ code: 'DE-BY', name: 'Germany: Bavaria' }
		];
		for (const cell of ['gb-sct', 'Scotland', 'United Kingdom: Scotland'])
			expect(readRegion(cell, regions)).toBe('GB-SCT');
		expect([readRegion('UK', regions), readRegion('Atlantis', regions)]).toEqual(['GB', undefined]);
	});

	it('C-36 spread a week to the minute, over the days worked now', () => {
		expect(spreadWeek(2250, [])).toEqual([450, 450, 450, 450, 450, 0, 0]);
		expect(spreadWeek(1000, [480, 480, 0, 480, 0, 0, 0])).toEqual([333, 334, 0, 333, 0, 0, 0]);
	});
});

describe('the headings of a roster', () => {
	const table = (...headings: string[]) =>
		findTables([{ name: '', rows: [['Junk'], headings] }])[0];

	it('tell people from leave', () => {
		expect(table('Employee No.', 'Name', 'FTE')?.kind).toBe('people');
		expect(table('Personnel number', 'Surname', 'Start date')?.targets).toEqual([
			...['number', 'lastName', 'from']
		]);
		expect(table('Emp ID', 'Leave type', 'Start Date', 'End Date')).toMatchObject({
			...{ kind: 'leave', headerRow: 2, targets: ['number', 'kind', 'from', 'to'] }
		});
		expect(table('Name', 'Start')).toBeUndefined();
	});
});
