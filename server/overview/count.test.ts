import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/domain/days.ts';
import { aFacts, MONDAY } from '../../tests/overview-facts.ts';
import { runAtOnce } from '../commands/import/pace.ts';
import { sayOverWeek } from './causes.ts';
import { count as countInSteps } from './count.ts';
import type { Facts } from './facts.ts';
import { saySentence } from './sentence.ts';

const count = (facts: Facts, small: 'alone' | 'together' = 'alone') =>
	runAtOnce(countInSteps(facts, small));
const texts = (cells: { text: string }[]): string[] => cells.slice(0, 2).map(({ text }) => text);

describe('the overview counted', () => {
	it('C-19 says booked, with unstaffed and unsized in one sentence, over everybody’s hours once', () => {
		const { facts, person, project, book } = aFacts();
		const ida = person('ida');
		const a = project('brd_a', 'prj_a', { lead: ida });
		project('brd_b', 'prj_b', { effortMinutes: null });
		for (let week = 0; week < 6; week++) {
			const from = addDays(MONDAY, week * 7);
			const span = { from, to: addDays(from, 4) };
			book(a, 36, { person: ida, span });
			book(a, 20, { role: 'Storyline', span });
		}
		const { whole } = count(facts);
		expect(saySentence(whole.total)).toBe(
			'The team is booked at 90 %, 140 % with unstaffed work; 1 of 2 projects are unsized.'
		);
		expect(whole.words).toBe('Booked 90 %, with unstaffed work 140 %, 1 of 2 projects unsized');
		expect(texts(whole.booked)).toEqual(['90', '90']);
		expect(texts(whole.withUnstaffed)).toEqual(['140', '140']);
		expect(whole.booked).toHaveLength(13);
	});

	it('shows each home team with the work its people lead, and the rest in one', () => {
		const { facts, person, project, book } = aFacts();
		const ida = person('ida');
		const ben = person('ben', { unit: 'Video' });
		const led = project('brd_a', 'prj_a', { lead: ida });
		const orphan = project('brd_b', 'prj_b', { effortMinutes: null });
		book(led, 20, { person: ben });
		book(led, 10, { role: 'Voice' });
		book(orphan, 40, { role: 'Editor' });
		const { teams, whole } = count(facts);
		expect(teams.map(({ name }) => name)).toEqual(['Studio', 'Video', 'No home team']);
		const [studio, video, none] = teams;
		expect(texts(studio!.strip.booked)).toEqual(['0', '0']);
		expect(texts(studio!.strip.withUnstaffed)).toEqual(['25', '0']);
		expect(texts(video!.strip.booked)).toEqual(['50', '0']);
		expect(none!.strip.words).toMatch(/Nobody has working hours/);
		expect([studio, video, none].map((team) => team!.strip.total.unsized)).toEqual([0, 0, 1]);
		expect(texts(whole.withUnstaffed)).toEqual(['88', '0']);
	});

	const sizes = (facts: Facts) =>
		count(facts, 'together').teams.map(({ name, people }) => [name, people.length]);

	it('P-31 shows home teams of one or two together, with those at home nowhere', () => {
		const { facts, person, project, book } = aFacts();
		for (const id of ['a', 'b', 'c']) person(id);
		person('d', { unit: 'Video' });
		person('e', { unit: 'Legal' });
		person('f', { unit: '' });
		const led = project('brd_a', 'prj_a', { lead: 'e' });
		book(led, 30, { person: 'd' });
		book(led, 30, { role: 'Voice' });
		expect(sizes(facts)).toEqual([
			['Studio', 3],
			['Smaller teams', 3]
		]);
		const [, smaller] = count(facts, 'together').teams;
		expect(texts(smaller!.strip.booked)).toEqual(['25', '0']);
		expect(texts(smaller!.strip.withUnstaffed)).toEqual(['50', '0']);
	});

	it('P-31 takes the smallest other team along, or the total would give one or two away', () => {
		const { facts, person } = aFacts();
		for (const id of ['a', 'b', 'c', 'd']) person(id);
		for (const id of ['e', 'f', 'g']) person(id, { unit: 'Legal' });
		person('h', { unit: 'Video' });
		expect(sizes(facts)).toEqual([
			['Studio', 4],
			['Smaller teams', 4]
		]);
	});

	it('P-31 shows small boards together where nobody has a home team', () => {
		const { facts, person } = aFacts({
			places: {
				boards: ['brd_a', 'brd_b', 'brd_c'].map((id) => ({ id, name: id })),
				shows: (board, id) => board === (id < 'd' ? 'brd_a' : id < 'e' ? 'brd_b' : 'brd_c'),
				boardOf: () => ''
			}
		});
		for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) person(id, { unit: '' });
		expect(sizes(facts)).toEqual([
			['brd_a', 3],
			['Smaller teams', 3]
		]);
	});

	it('shows boards where nobody has a home team', () => {
		const { facts, person, project, book } = aFacts();
		person('ida', { unit: '' });
		const b = project('brd_b', 'prj_b');
		book(b, 10, { role: 'Voice' });
		const { teams } = count(facts);
		expect(teams.map(({ name }) => name)).toEqual(['Compliance', 'Sales academy']);
		expect(teams.map(({ strip }) => strip.withUnstaffed[0]!.text)).toEqual(['0', '25']);
	});

	it('C-13 says unknown and no hours as such, never zero', () => {
		const nobody = aFacts();
		expect(saySentence(count(nobody.facts).whole.total)).toBe(
			'Nobody on the team has working hours in these weeks.'
		);
		const { facts, person, project, book } = aFacts();
		book(project('brd_a', 'prj_a'), 0, { person: person('ida'), load: null });
		expect(saySentence(count(facts).whole.total)).toBe(
			'The team has work nobody has estimated: its load is unknown, not zero; its project is sized.'
		);
	});
});

describe('the top three causes', () => {
	it('C-17 names unstaffed work first, then what ranks last, by the hours that are over', () => {
		const { facts, person, project, book } = aFacts();
		const ida = person('ida');
		const first = project('brd_a', 'prj_1', { lead: ida });
		const second = project('brd_a', 'prj_2', { lead: ida });
		book(first, 30, { person: ida });
		book(second, 15, { person: ida });
		book(first, 20, { role: 'Storyline' });
		const { causes } = count(facts);
		expect(causes.map(({ title, text }) => `${title}: ${text}`)).toEqual([
			'prj_1: 20 h of Storyline that nobody holds, in one week',
			'prj_2: 5 h booked over the hours there are, in one week'
		]);
		expect(causes[0]).toMatchObject({ isUnstaffed: true, teams: ['Studio'], weeks: 1 });
	});

	it('C-17 says why each week of a team is over, the same work once', () => {
		const { facts, person, project, book } = aFacts();
		const ida = person('ida');
		const ben = person('ben', { unit: 'Video' });
		const a = project('brd_a', 'prj_a', { lead: ida, title: 'Pricing' });
		book(a, 25, { person: ida });
		book(a, 25, { person: ida });
		book(a, 20, { role: 'Storyline' });
		book(a, 30, { person: ben, certainty: 'tentative' });
		const { teams } = count(facts);
		const [studio, video] = teams;
		expect(studio!.over.map((week) => [week.monday, sayOverWeek(facts.reader, week)])).toEqual([
			[
				MONDAY,
				[
					'Pricing: 20 h of Storyline that nobody holds',
					'Pricing: 10 h booked over the hours there are'
				]
			]
		]);
		expect(video!.over).toEqual([]);
		expect(texts(video!.strip.booked)).toEqual(['0', '0']);
		expect(texts(video!.strip.withTentative)).toEqual(['75', '0']);
	});

	it('has none where no team is over in any week, and never names a person', () => {
		const { facts, person, project, book } = aFacts();
		const ida = person('ida', { name: 'Ida Lund' });
		const a = project('brd_a', 'prj_a', { lead: ida });
		book(a, 40, { person: ida });
		expect(count(facts).causes).toEqual([]);
		book(a, 10, { person: ida });
		const { causes } = count(facts);
		expect(causes).toHaveLength(1);
		expect(JSON.stringify(causes)).not.toContain('Ida');
	});
});
