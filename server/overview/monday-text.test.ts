import { describe, expect, it } from 'vitest';
import { wrap, writeMondayText } from './monday-text.ts';
import type { OverviewView, StripView } from './overview.ts';

const cell = (percent: number) => ({
	...{ kind: 'load' as const, percent, bin: 3, flagged: percent > 130 },
	...{ text: `${percent}${percent > 130 ? '+' : ''}`, words: `${percent} %`, beside: '' as const }
});
const strip = (name: string, ...percents: number[]): StripView => ({
	...{ key: name, name, people: 4 },
	words: 'Booked 92 %, with unstaffed work 131 %, 3 of 7 projects unsized',
	booked: Array.from({ length: 13 }, (_, i) => cell(percents[i] ?? 80)),
	withUnstaffed: Array.from({ length: 13 }, (_, i) => cell((percents[i] ?? 80) + 39))
});
const view: OverviewView = {
	...{ stamp: '', today: '2026-11-23', since: '2026-11-16', scope: '3 boards' },
	horizon: { from: '2026-11-23', to: '2027-01-03' },
	said: { horizon: '23 Nov to 3 Jan 2027', since: '16 Nov' },
	sentence: 'The team is booked at 92 %, 131 % with unstaffed work; 11 of 40 projects are unsized.',
	weeks: Array.from({ length: 13 }, (_, i) => ({
		...{ monday: '2026-11-23', label: `W${((47 + i) % 53) + 1}` }
	})),
	whole: strip('All teams', 92, 100),
	teams: [
		strip('Studio with a name that is rather longer than any line of a mail should be, by far')
	],
	bands: { ranges: [], areOwn: false },
	causes: [
		{
			...{ project: 'p', title: 'Code of conduct', minutes: 1, isUnstaffed: true, weeks: 5 },
			...{ teams: ['Studio'], text: '112 h of Storyline that nobody holds, in 5 weeks' }
		}
	],
	decisions: [],
	moves: [
		{
			...{ title: 'Pricing basics', board: 'Sales', before: null, after: null, isLater: true },
			...{ text: '4 Jan 2027 to 18 Jan 2027, 14 days later', href: null }
		}
	],
	cost: {
		total: '€48,200',
		made: '640 h at €65 an hour',
		missing: ['11 of 40 projects have no size']
	}
};

describe('the Monday text', () => {
	const text = writeMondayText(view);
	const lines = text.split('\n');

	it('is plain, ends with a line feed and stays within 72 columns', () => {
		expect(text.endsWith('\n')).toBe(true);
		expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(72);
		expect(text).not.toMatch(/\p{Cc}(?<!\n)/u);
		expect(lines.filter((line) => / $/.test(line))).toEqual([]);
	});

	it('carries the same sentence and figures as the page', () => {
		expect(text.replaceAll('\n', ' ')).toContain(view.sentence);
		expect(lines.find((line) => line.startsWith('booked'))).toMatch(/^booked {4}92 {2}100 {3}80/);
		expect(lines.find((line) => line.startsWith('+ open'))).toMatch(
			/^\+ open {2}131\+ 139\+ {2}119/
		);
		expect(text).toContain('- Code of conduct\n  112 h of Storyline that nobody holds, in 5 weeks');
		expect(text).toContain('Nobody is waiting for you.');
		expect(text).toContain('LAUNCHES MOVED SINCE 16 NOV');
		expect(text.replaceAll('\n', ' ')).toContain('Incomplete: 11 of 40 projects have no size.');
	});

	it('C-19 says booked, with unstaffed and unsized of each team', () => {
		const said = 'Next six weeks: Booked 92 %, with unstaffed work 131 %, 3 of 7 projects unsized.';
		expect(text.replaceAll(/\s+/g, ' ').split(said)).toHaveLength(3);
		expect(lines.every((line) => !/^ {2}Next/.test(line) || line.length <= 72)).toBe(true);
	});

	it('says so where there is nothing to say', () => {
		const quiet = writeMondayText({ ...view, causes: [], moves: [], teams: [] });
		expect(quiet).toContain('No week is over 100 %.');
		expect(quiet).toContain('No launch has moved.');
		expect(quiet).not.toContain('Studio');
	});

	it('breaks at spaces, keeps the indent, and cuts a word longer than a line', () => {
		expect(wrap('a b')).toEqual(['a b']);
		const long = wrap(`- ${'x'.repeat(100)} end`, '  ');
		expect(long.every((line) => line.length <= 72)).toBe(true);
		expect(long.join('').replaceAll(/[\s-]/g, '')).toBe(`${'x'.repeat(100)}end`);
	});
});
