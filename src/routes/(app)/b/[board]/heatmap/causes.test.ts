import { describe, expect, it } from 'vitest';
import { emptyRows, makeRow, readRows } from '#lib/model/board.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import { findCauses } from './causes.ts';

const MONDAY = '2027-01-04';

function board() {
	const rows = emptyRows();
	rows.stages.set('stg_1', makeRow('stages', 'stg_1', { rank: 'a0' }));
	rows.people.set(
		'per_a',
		makeRow('people', 'per_a', {
			active: true,
			nonProjectBp: 0,
			patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }]
		})
	);
	for (const [id, rank] of [
		['prj_1', 'a1'],
		['prj_2', 'a2'],
		['prj_3', 'a3']
	] as const)
		rows.projects.set(
			id,
			makeRow('projects', id, { title: id, position: { stage: 'stg_1', rank } })
		);
	const book = (id: string, project: string, hours: number | null, certainty: string) =>
		rows.allocations.set(
			id,
			makeRow('allocations', id, {
				person: 'per_a',
				project,
				span: { from: MONDAY, to: '2027-01-08' },
				load: hours === null ? null : { mode: 'total', amount: hours * 60 },
				certainty: certainty as 'confirmed' | 'tentative'
			})
		);
	book('alc_1', 'prj_1', 30, 'confirmed');
	book('alc_2', 'prj_2', 8, 'tentative');
	book('alc_3', 'prj_3', 12, 'confirmed');
	book('alc_4', 'prj_1', null, 'tentative');
	const reader = readRows(rows);
	return { reader, load: new TeamLoad(reader, MONDAY, '2027-01-31') };
}

describe('causes of a week', () => {
	it('C-17 lists what one would give up first, and where that would be enough; unknown work last', () => {
		const { reader, load } = board();
		const causes = findCauses(reader, load, 'per_a', MONDAY, 'booked');
		expect(
			causes.lines.map(({ id, minutes, endsOverload }) => [id, minutes, endsOverload])
		).toEqual([
			['alc_2', 480, false],
			['alc_3', 720, true],
			['alc_1', 1800, false],
			['alc_4', null, false]
		]);
		expect(causes).toMatchObject({ netMinutes: 2400, bookedMinutes: 2520, overMinutes: 120 });
		expect(findCauses(reader, load, 'per_a', MONDAY, 'tentative').overMinutes).toBe(600);
	});

	it('lists nothing for a week without bookings', () => {
		const { reader, load } = board();
		expect(findCauses(reader, load, 'per_a', '2027-01-11', 'booked')).toMatchObject({
			netMinutes: 2400,
			overMinutes: 0,
			lines: []
		});
	});
});
