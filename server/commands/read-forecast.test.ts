import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemoHistory } from '#server/demo/history.ts';
import { buildDemoPlan, demoProjectId } from '#server/demo/plan.ts';
import { putPastMoves } from '#server/db/flow.ts';
import { readRows } from '#lib/model/board.ts';
import { roleNames } from '#lib/policy/roles.ts';
import { dayNumber } from '#lib/domain/days.ts';
import { foundTeam, type Team } from '../../tests/team.ts';
import { forecastOf } from './read-forecast.ts';

const TODAY = '2026-11-23';

describe('reading a launch forecast', () => {
	let team: Team;
	beforeAll(async () => {
		team = await foundTeam('embedded');
	});
	afterAll(() => team?.storage.remove());

	it('F-14 is for every member of the board, and for nobody else', async () => {
		const { fake, commands, users, board } = team;
		const [stage] = [...fake.open(board).all('stages')];
		fake.open(board).create('projects', 'prj_asked', {
			title: 'Asked',
			...(stage ? { position: { stage: stage.id, rank: 'a5' } } : {})
		});
		for (const role of roleNames) {
			const told = await commands.readForecast(users[role], board, 'prj_asked');
			expect(told.ok && told.value.kind, role).toBe('none');
		}
		const stranger = await commands.readForecast('usr_stranger', board, 'prj_asked');
		expect(stranger.ok || stranger.problem.code).toBe('not-found');
		const nowhere = await commands.readForecast(users.owner, board, 'prj_nowhere');
		expect(nowhere.ok || nowhere.problem.code).toBe('not-found');
	});

	it('F-9 reads the moves in the storage, as days of the board', async () => {
		const { deps, fake, commands, users, board } = team;
		const stages = [...fake.open(board).all('stages')].sort((a, b) => (a.rank < b.rank ? -1 : 1));
		const cards = Array.from({ length: 12 }, (_, i) => `prj_done_${i}`);
		const day = 86_400_000;
		const moves = cards.flatMap((card, i) =>
			stages.map((stage, place) => ({
				...{ cardKind: 'projects' as const, card, from: stages[place - 1]?.id ?? '' },
				to: stage.id,
				at: new Date(Date.now() - (150 - i * 5 - place * (3 + (i % 3))) * day)
			}))
		);
		await putPastMoves(deps.db.orm, board, moves);
		await putPastMoves(deps.db.orm, board, moves);
		for (const id of cards.slice(0, 10)) fake.open(board).create('projects', id, { title: id });
		const few = await commands.readForecast(users.viewer, board, 'prj_asked');
		expect(few).toMatchObject({ ok: true, value: { kind: 'range', used: 10 } });
		for (const id of cards.slice(10)) fake.open(board).create('projects', id, { title: id });
		const enough = await commands.readForecast(users.viewer, board, 'prj_asked');
		expect(enough).toMatchObject({ ok: true, value: { kind: 'dates', stages: { used: 12 } } });
	});
});

describe('the history of the demo', () => {
	const rows = buildDemoPlan(TODAY);
	const { projects, moves } = buildDemoHistory(rows, TODAY);
	for (const project of projects) rows.projects.set(project.id, project);
	const board = readRows(rows);
	const listed = moves.map(({ card, to, at }) => ({
		...{ card, stage: to, isImported: false },
		day: dayNumber(at.toISOString().slice(0, 10))
	}));

	it('lies in the past, and every card ends where the plan has it', () => {
		const last = new Map<string, string>();
		for (const move of moves.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
			last.set(move.card, move.to);
		for (const { at } of moves) expect(at.toISOString() < TODAY).toBe(true);
		for (const project of board.all('projects'))
			expect(last.get(project.id)).toBe(project.position?.stage);
	});

	it('F-12 gives every project on its way dates that have been tried on past launches', () => {
		const told = forecastOf(board, listed, TODAY, demoProjectId('conduct'));
		if (!told.ok || told.value.kind !== 'dates') throw new Error(JSON.stringify(told));
		expect(told.value.calibration.of).toBeGreaterThan(5);
		expect(told.value.throughput).not.toBeNull();
		expect(told.value.stages!.likely! > TODAY).toBe(true);
	});
});
