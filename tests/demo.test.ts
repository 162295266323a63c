// The demo keeps its promises on any day it is seeded: the stories, the full week, the refused card, valid rows.

import { describe, expect, it } from 'vitest';
import { addDays, mondayOf } from '#lib/domain/days.ts';
import { BoardProblems } from '#lib/model/board-problems.ts';
import { collectionNames, entityOf, makeRow, readRows } from '#lib/model/board.ts';
import { summariseLoad } from '#lib/model/load-summary.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import { buildDemoPlan, demoPersonId, demoProjectId } from '#server/demo/plan.ts';
import { demoPeople } from '#server/demo/people.ts';
import { demoProjects } from '#server/demo/projects.ts';
import { findRefusal, findRelief } from '../src/routes/(app)/b/[board]/board/suggestions.ts';

function demoBoard(today: string) {
	const rows = buildDemoPlan(today);
	const monday = mondayOf(today);
	for (const person of demoPeople) {
		const id = demoPersonId(person.key);
		rows.people.set(
			id,
			makeRow('people', id, {
				name: person.name,
				active: true,
				region: person.region,
				nonProjectBp: person.nonProjectBp ?? null,
				skills: person.skills,
				patterns: [{ from: null, minutes: person.week.map((hours) => hours * 60) }],
				role: person.login ?? 'none'
			})
		);
		for (const [i, leave] of (person.leave ?? []).entries())
			if (!leave.requested) {
				const absence = `abs_demo_${person.key}_${i}`;
				rows.absences.set(
					absence,
					makeRow('absences', absence, {
						person: id,
						span: { from: addDays(monday, leave.from), to: addDays(monday, leave.to) },
						minutesPerDay: leave.minutesPerDay ?? null
					})
				);
			}
	}
	return { rows, reader: readRows(rows) };
}

describe.each(['2026-11-23', '2026-11-28', '2026-11-29', '2026-12-31', '2027-02-28', '2028-02-29'])(
	'the demo on %s',
	(today) => {
		const { rows, reader } = demoBoard(today);
		const load = new TeamLoad(reader, addDays(mondayOf(today), -28), addDays(mondayOf(today), 150));

		it('holds valid rows in every collection that members write', () => {
			for (const name of collectionNames) {
				const { fields, order } = entityOf(name);
				if (!['people', 'absences', 'elsewhere'].includes(name))
					expect(rows[name].size, name).toBeGreaterThan(3);
				for (const row of rows[name].values())
					for (const field of order)
						expect(fields[field]!.check((row as unknown as Record<string, unknown>)[field])).toBe(
							null
						);
			}
			expect(rows.projects.size).toBe(40);
		});

		it('points only at rows that exist', () => {
			for (const name of collectionNames)
				for (const row of rows[name].values())
					for (const [field, { refersTo }] of Object.entries(entityOf(name).fields)) {
						const id = (row as unknown as Record<string, unknown>)[field];
						if (refersTo && id !== '' && id !== 'team')
							expect(
								rows[refersTo as 'projects'].has(id as string),
								`${name}.${field} ${String(id)}`
							).toBe(true);
					}
		});

		it('says the load in a sentence, with weeks at sixty and at a hundred and forty per cent', () => {
			const { sentence } = summariseLoad(reader, load, today);
			expect(sentence).toMatch(
				/^Next 6 weeks: 1\d\d %\. Short 112 h of Storyline\. \w+ launches at risk\.$/
			);
			const percents = load.grid.people.flatMap((person) =>
				Array.from({ length: 6 }, (_, i) => {
					const state = load.week(person, addDays(mondayOf(today), i * 7));
					return state.kind === 'load' ? Math.round(state.confirmedBp / 100) : 0;
				})
			);
			expect(percents.some((percent) => percent >= 55 && percent <= 65)).toBe(true);
			expect(percents.some((percent) => percent >= 136 && percent <= 144)).toBe(true);
		});

		it('offers a drag that takes a week from 140 % to under 100 %, and one a gate refuses', () => {
			expect(findRelief(reader, load, today)).toMatchObject({
				project: demoProjectId('service'),
				from: demoPersonId('priya'),
				to: demoPersonId('lena'),
				beforePercent: 138,
				afterPercent: 96
			});
			expect(findRefusal(reader, today)?.missing.text).toBe(
				'Review & sign-off needs a storyboard sign-off. Sam Rowe has had it 9 days.'
			);
		});

		it('has a booking that goes on after its launch, whatever day of the week it is', () => {
			const late = new BoardProblems(reader, today).all().filter(({ rule }) => rule === 'M-8');
			expect(late.map(({ text }) => text.split(' launches')[0])).toContain(
				'Phishing simulation Q1'
			);
		});

		it('gives the same rows for the same day', () => {
			expect(JSON.stringify([...buildDemoPlan(today).projects])).toBe(
				JSON.stringify([...buildDemoPlan(today).projects])
			);
		});
	}
);

describe('the stories of the demo', () => {
	const find = (key: string) => demoProjects.find((project) => project.key === key)!;
	it('tells them in the plan itself', () => {
		expect(find('conduct').modules).toHaveLength(7);
		expect(find('warehouse').seat).toBe(90);
		expect(new Set(find('playbook').modules?.map((module) => module.language)).size).toBe(12);
		expect(find('expenses').type).toBe('jobaid');
		expect(find('forklift').waiting).toEqual({ kind: 'storyboard', of: 'sam', days: 9 });
	});
});
