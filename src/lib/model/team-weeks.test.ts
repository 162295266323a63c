import { describe, expect, it } from 'vitest';
import { emptyRows, makeRow, readRows } from './board.ts';
import { percentIn } from './load-cell.ts';
import { TeamLoad } from './team-load.ts';
import { mondaysFrom, sayTeam } from './team-weeks.ts';

const MONDAY = '2027-01-04';
const FRIDAY = '2027-01-08';

function board(certainty: 'confirmed' | 'tentative', known = true) {
	const rows = emptyRows();
	rows.people.set(
		'per_a',
		makeRow('people', 'per_a', {
			name: 'Ann',
			active: true,
			nonProjectBp: 0,
			patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }]
		})
	);
	rows.projects.set('prj_1', makeRow('projects', 'prj_1', { effortMinutes: 60 }));
	rows.projects.set('prj_2', makeRow('projects', 'prj_2', {}));
	const booking = { project: 'prj_1', span: { from: MONDAY, to: FRIDAY } };
	rows.allocations.set(
		'alc_1',
		makeRow('allocations', 'alc_1', {
			...booking,
			person: 'per_a',
			certainty,
			load: known ? { mode: 'total', amount: 1200 } : null
		})
	);
	rows.allocations.set(
		'alc_2',
		makeRow('allocations', 'alc_2', {
			...booking,
			role: 'Storyline',
			load: known ? { mode: 'total', amount: 1440 } : null
		})
	);
	return readRows(rows);
}

describe('team weeks', () => {
	it('C-19 shows booked work beside the same with open roles, over the people’s own hours', () => {
		const reader = board('confirmed');
		const load = new TeamLoad(reader, MONDAY, '2027-01-17');
		const team = load.total(MONDAY, FRIDAY, 'booked');
		expect(percentIn(team.booked, 'tentative')).toBe(50);
		expect(percentIn(team.withUnstaffed, 'tentative')).toBe(110);
		expect(sayTeam(team)).toBe('Booked 50 %, with unstaffed work 110 %, 1 of 2 projects unsized');
	});

	it('leaves pencilled bookings of people out unless they are asked for', () => {
		const load = new TeamLoad(board('tentative'), MONDAY, '2027-01-17');
		const percents = (['booked', 'tentative'] as const).map((basis) => {
			const team = load.total(MONDAY, FRIDAY, basis);
			return [percentIn(team.booked, 'tentative'), percentIn(team.withUnstaffed, 'tentative')];
		});
		expect(percents).toEqual([
			[0, 60],
			[50, 110]
		]);
	});

	it('says unknown, not zero, where nothing has an estimate', () => {
		const load = new TeamLoad(board('confirmed', false), MONDAY, '2027-01-17');
		expect(sayTeam(load.total(MONDAY, FRIDAY, 'booked'))).toBe(
			'No estimates yet: load unknown, not zero'
		);
	});

	it('lists Mondays over a change of clocks', () => {
		expect(mondaysFrom('2027-03-22', 3)).toEqual(['2027-03-22', '2027-03-29', '2027-04-05']);
	});
});
