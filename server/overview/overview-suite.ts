// What the overview promises over real boards, run on both storages: the figures of the board's own heatmap, for whoever
// may read them and nobody else, and no door to a board.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { foundTeam, type Team } from '../../tests/team.ts';
import { addDays, mondayOf } from '#lib/domain/days.ts';
import type { Result } from '#lib/domain/result.ts';
import { exportBoard } from '#lib/doc/export-board.ts';
import { readRows, type BoardRows, type EntityIn } from '#lib/model/board.ts';
import { loadCell } from '#lib/model/load-cell.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import { createCollab, type Collab } from '../collab/collab.ts';
import { liveDeps } from '../collab/live-deps.ts';
import { createCommands, type Commands } from '../commands/commands.ts';
import { mirrorBoard } from '../commands/mirror-board.ts';
import { findReader } from '../db/organisation.ts';
import { changePerson, putOnBoard } from '../db/people.ts';
import { addUser } from '../db/users.ts';
import { createOverview, type Overview, type OverviewView } from './overview.ts';

export function describeOverview(kind: 'embedded' | 'postgres'): void {
	let team: Team;
	let collab: Collab;
	let commands: Commands;
	let overview: Overview;
	let today = '';
	const nadia = 'usr_nadia';

	beforeAll(async () => {
		team = await foundTeam(kind);
		const { db, clock, log } = team.deps;
		collab = createCollab({ db, clock, log, auth: team.auth });
		const deps = { ...team.deps, collab };
		commands = createCommands(deps);
		overview = createOverview({ db, clock, collab });
		today = clock.today();
		const { organisation } = (await findReader(db.orm, team.users.owner))!;
		const login = { email: 'nadia@harbour.example', name: 'Nadia', passwordHash: null };
		await addUser(db.orm, { id: nadia, organisation, ...login });
		await mirrorBoard(deps, team.board);
		await fill(team.board);
	});
	afterAll(async () => {
		await collab?.stop();
		await team?.storage.remove();
	});

	/** Work on four weeks: held, pencilled in, of unknown effort, and held by nobody. */
	async function fill(board: string): Promise<void> {
		const { planner, designer } = team.persons;
		const span = (week: number, weeks = 1) => ({
			from: addDays(mondayOf(today), week * 7),
			to: addDays(mondayOf(today), (week + weeks) * 7 - 3)
		});
		await collab.edit(board, team.users.owner, 'command', (doc) => {
			const sized = { effortMinutes: 6000, launch: addDays(today, 60) };
			doc.create('projects', 'prj_1', { title: 'Code of conduct', lead: planner, ...sized });
			doc.create('projects', 'prj_2', { title: 'Pricing', effortMinutes: null });
			doc.create('projects', 'prj_3', { title: 'Old', archived: true });
			const book = (id: string, given: Partial<Omit<EntityIn<'allocations'>, 'id'>>) =>
				doc.create('allocations', id, { certainty: 'confirmed', project: 'prj_1', ...given });
			const percent = (amount: number) => ({ load: { mode: 'percent' as const, amount } });
			book('alc_1', { person: planner, span: span(0, 6), ...percent(9000) });
			book('alc_2', { person: designer, span: span(1, 2), ...percent(13_000) });
			book('alc_3', { person: designer, span: span(2), ...percent(5000), certainty: 'tentative' });
			book('alc_4', {
				role: 'Storyline',
				span: span(1, 3),
				load: { mode: 'total', amount: 30_000 }
			});
			book('alc_5', { person: designer, span: span(5), load: null });
			book('alc_6', { person: planner, span: span(0), ...percent(9000), project: 'prj_3' });
			book('alc_7', { person: planner, span: span(3), ...percent(5000), archived: true });
		});
	}

	function valueOf<T>(result: Result<T>): T {
		if (!result.ok) throw new Error(result.problem.message);
		return result.value;
	}
	const read = async (user: string): Promise<OverviewView> => valueOf(await overview.read(user));
	const codeOf = async (result: Promise<Result<unknown>>): Promise<string> => {
		const done = await result;
		return done.ok ? 'ok' : done.problem.code;
	};
	const lead = (leads: boolean) =>
		commands.find('grant-overview')!(team.users.owner, {
			...{ board: team.board, email: 'nadia@harbour.example', leads }
		});

	/** The load as the board's own heatmap counts it, from what the board exports. */
	async function exportedLoad(): Promise<TeamLoad> {
		const told = await collab.read(team.board, exportBoard);
		const rows = Object.fromEntries(
			Object.entries(told as unknown as Record<string, { id: string }[]>)
				.filter(([, list]) => Array.isArray(list))
				.map(([name, list]) => [name, new Map(list.map((row) => [row.id, row]))])
		) as unknown as BoardRows;
		return new TeamLoad(readRows(rows), mondayOf(today), addDays(mondayOf(today), 13 * 7 - 1));
	}

	it('C-19 shows week by week what TeamLoad says of the exported board', async () => {
		const view = await read(team.users.owner);
		const load = await exportedLoad();
		expect(view.weeks).toHaveLength(13);
		for (const [i, { monday }] of view.weeks.entries()) {
			const week = load.total(monday, addDays(monday, 6), 'booked');
			expect(view.whole.booked[i], monday).toEqual(loadCell(week.booked, 'tentative'));
			expect(view.whole.withUnstaffed[i], monday).toEqual(
				loadCell(week.withUnstaffed, 'tentative')
			);
		}
		expect(view.whole.booked.some(({ percent }) => (percent ?? 0) > 0)).toBe(true);
		expect(view.sentence).toMatch(
			/^The team is booked at \d+ %, at least \d+ % with unstaffed work; 1 of 2 projects are unsized\.$/
		);
	});

	it('P-30 answers leaders, planners and owners, and nobody else', async () => {
		for (const [role, user] of Object.entries(team.users)) {
			const may = ['owner', 'planner', 'leader'].includes(role);
			for (const ask of [overview.read, overview.stamp, overview.text])
				expect(await codeOf(ask(user)), role).toBe(may ? 'ok' : 'denied');
			expect(await codeOf(overview.heatmap(user, true)), role).toBe(may ? 'ok' : 'denied');
		}
		expect(await codeOf(overview.read('usr_nobody'))).toBe('not-found');
		expect(await codeOf(overview.read(nadia))).toBe('denied');
	});

	it('P-30 gives a leader without a board the overview, and no door to any board', async () => {
		valueOf(await lead(true));
		const view = await read(nadia);
		expect(view.sentence).toBe((await read(team.users.owner)).sentence);
		expect(view.causes[0]).toMatchObject({ title: 'Code of conduct' });
		expect(await team.auth.boardsOf(nadia)).toEqual([]);
		expect(await team.auth.membershipOf(nadia, team.board)).toBeUndefined();
		// A socket asks for the standing on the board, an export for membership, a command for both.
		const doors = liveDeps({ ...team.deps, auth: team.auth });
		expect(await doors.findStanding(nadia, team.board)).toBeUndefined();
		const table = commands.exports.csv(nadia, team.board, 'projects', { bom: false });
		expect(await codeOf(table)).toBe('not-found');
		expect(await codeOf(commands.renameBoard(nadia, { board: team.board, name: 'X' }))).toBe(
			'not-found'
		);
		valueOf(await lead(false));
		for (const ask of [overview.read, overview.stamp, overview.text])
			expect(await codeOf(ask(nadia))).toBe('denied');
	});

	it('gives another stamp after a commit, and the same one until then', async () => {
		const { owner } = team.users;
		const before = valueOf(await overview.stamp(owner));
		expect((await read(owner)).stamp).toBe(before);
		expect(valueOf(await overview.stamp(owner))).toBe(before);
		await collab.edit(team.board, owner, 'command', (doc) =>
			doc.write('allocations', 'alc_1', 'load', { mode: 'percent', amount: 4000 })
		);
		team.wait(60_000);
		const view = await read(owner);
		expect(view.stamp).not.toBe(before);
		const load = await exportedLoad();
		const [first] = view.weeks;
		const week = load.total(first!.monday, addDays(first!.monday, 6), 'booked');
		expect(view.whole.booked[0]).toEqual(loadCell(week.booked, 'tentative'));
	});

	it('C-24 colours by the bands of the organisation, under another stamp', async () => {
		const { owner } = team.users;
		const before = await read(owner);
		expect(before.bands).toMatchObject({ areOwn: false });
		const set = (bounds: number[] | null) =>
			commands.find('set-bands')!(owner, { board: team.board, bounds });
		// Every load but nothing is in the last of these.
		valueOf(await set([1, 2, 3, 4, 101]));
		team.wait(60_000);
		const view = await read(owner);
		expect(view.stamp).not.toBe(before.stamp);
		expect(view.bands).toEqual({
			ranges: ['0', '1', '2', '3', '4', '5–101', '102+'],
			areOwn: true
		});
		const teams = valueOf(await overview.heatmap(owner, true));
		expect(teams.bands).toEqual(view.bands);
		const cells = [
			...[...view.whole.booked, ...view.whole.withUnstaffed],
			...teams.teams.flatMap((one) => [
				...[...one.booked, ...one.withTentative, ...one.withUnstaffed],
				...one.rows.flatMap(({ booked }) => booked)
			])
		].filter(({ percent }) => percent !== null && percent > 4);
		expect(cells.length).toBeGreaterThan(5);
		for (const { percent, bin } of cells) expect(bin).toBe(percent! > 101 ? 6 : 5);
		expect(valueOf(await overview.settings(owner)).bounds).toEqual([1, 2, 3, 4, 101]);
		valueOf(await set(null));
		team.wait(60_000);
		expect((await read(owner)).whole).toEqual(before.whole);
	});

	it('is live two seconds after a commit, however long it takes to count', async () => {
		const { owner } = team.users;
		const { db, clock } = team.deps;
		const slow = (zone?: string): string => {
			team.wait(10_000);
			return clock.today(zone);
		};
		const slowly = createOverview({ db, clock: { ...clock, today: slow }, collab });
		const before = valueOf(await slowly.read(owner));
		await collab.edit(team.board, owner, 'command', (doc) =>
			doc.write('projects', 'prj_3', 'title', 'Older')
		);
		team.wait(2_000);
		await vi.waitFor(async () => expect(valueOf(await slowly.stamp(owner))).not.toBe(before.stamp));
	});

	it('says which launches have moved, from the record of changes', async () => {
		const { owner } = team.users;
		const later = addDays(today, 74);
		await collab.edit(team.board, owner, 'command', (doc) =>
			doc.write('projects', 'prj_1', 'launch', later)
		);
		team.wait(60_000);
		expect((await read(owner)).moves).toMatchObject([
			{ title: 'Code of conduct', before: addDays(today, 60), after: later, isLater: true }
		]);
	});

	it('P-31 shows individuals only where allowed and asked for, and notes each look', async () => {
		const { leader, owner } = team.users;
		const looks = async () => {
			const all = await team.deps.db.orm.query.overviewLooks.findMany();
			return all.filter((look) => look.user === leader);
		};
		const people = async (user: string, ask: boolean) =>
			valueOf(await overview.heatmap(user, ask)).teams.flatMap(({ rows }) => rows);
		expect(await people(leader, true)).toEqual([]);
		expect(await looks()).toEqual([]);
		const allow = { board: team.board, leadersSeePeople: true };
		valueOf(await commands.find('set-organisation')!(owner, allow));
		expect(await people(leader, false)).toEqual([]);
		expect(await looks()).toEqual([]);
		const shown = await people(leader, true);
		expect(shown.map(({ name }) => name)).toEqual([...shown.map(({ name }) => name)].sort());
		expect(shown.map(({ name }) => name)).toContain('designer');
		await people(leader, true);
		expect(await looks()).toMatchObject([{ user: leader, looks: 2, day: today }]);
		const load = await exportedLoad();
		const designer = shown.find(({ name }) => name === 'designer')!;
		const monday = addDays(mondayOf(today), 7);
		expect(designer.booked[1]).toEqual(
			loadCell(load.week(team.persons.designer, monday), 'booked')
		);
		valueOf(await commands.find('set-organisation')!(owner, { ...allow, leadersSeePeople: false }));
		expect(await people(leader, true)).toEqual([]);
	});

	it('counts people once over boards, and shows other boards’ work as hours without its name', async () => {
		const { owner, planner } = team.users;
		const second = valueOf(
			await commands.createBoard(owner, { board: team.board, name: 'Second' })
		).board;
		await putOnBoard(team.deps.db.orm, second, team.persons.planner);
		await mirrorBoard({ ...team.deps, collab }, second);
		await collab.edit(second, owner, 'command', (doc) => {
			doc.create('projects', 'prj_1', { title: 'Secret merger', effortMinutes: 60 });
			doc.create('allocations', 'alc_2', {
				...{ person: team.persons.viewer, project: 'prj_1', certainty: 'confirmed' },
				span: { from: mondayOf(today), to: addDays(mondayOf(today), 4) },
				load: { mode: 'perDay', amount: 60 }
			});
			doc.create('allocations', 'alc_1', {
				...{ person: team.persons.planner, project: 'prj_1', certainty: 'confirmed' },
				span: { from: mondayOf(today), to: addDays(mondayOf(today), 4) },
				load: { mode: 'percent', amount: 10_000 }
			});
		});
		team.wait(60_000);
		const own = await read(planner);
		const all = await read(owner);
		expect(own.whole.booked).toEqual(all.whole.booked);
		// Boards are shown work elsewhere a moment after its commit.
		await vi.waitFor(async () => {
			const load = await exportedLoad();
			const week = load.total(mondayOf(today), addDays(mondayOf(today), 6), 'booked');
			expect(own.whole.booked[0]).toEqual(loadCell(week.booked, 'tentative'));
		}, 20_000);
		expect(own.scope).toBe('Harbour plan');
		expect(all.scope).toBe('2 boards');
		expect(JSON.stringify(own)).not.toContain('Secret');
		expect(all.sentence).toContain('of 3 projects');
		expect(own.sentence).toContain('of 2 projects');
		expect(all.teams.map(({ name }) => name)).toEqual(['Harbour plan', 'Second']);
		await changePerson(team.deps.db.orm, team.persons.planner, { unit: 'Studio' });
		await mirrorBoard({ ...team.deps, collab }, team.board);
		team.wait(60_000);
		expect((await read(owner)).teams.map(({ name }) => name)).toEqual(['Studio', 'No home team']);
	});

	it('P-31 keeps a team of one within others until individuals are switched on, where they may be', async () => {
		const { leader, owner } = team.users;
		const heatmap = async (ask: boolean) =>
			valueOf(await overview.heatmap(leader, ask)).teams.map(({ name }) => name);
		for (const leadersSeePeople of [false, true]) {
			const allow = { board: team.board, leadersSeePeople };
			valueOf(await commands.find('set-organisation')!(owner, allow));
			expect((await read(leader)).teams).toEqual([]);
			expect(valueOf(await overview.text(leader))).not.toContain('Studio');
			expect(await heatmap(false)).toEqual(['Smaller teams']);
			expect(await heatmap(true)).toEqual(
				leadersSeePeople ? ['Studio', 'No home team'] : ['Smaller teams']
			);
		}
	});

	it('writes the Monday text with the sentence of the page', async () => {
		const text = valueOf(await overview.text(team.users.owner));
		const { sentence } = await read(team.users.owner);
		expect(text.replaceAll(/\s+/g, ' ')).toContain(sentence);
		expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(72);
	});

	it('keeps money to owners, and off the board', async () => {
		const { owner, planner } = team.users;
		const rate = { board: team.board, blendedRateMinor: 6000, currency: 'EUR' };
		valueOf(await commands.find('set-organisation')!(owner, rate));
		expect(await codeOf(overview.settings(planner))).toBe('denied');
		expect(valueOf(await overview.settings(owner))).toMatchObject({ rate: '60', currency: 'EUR' });
		expect((await read(planner)).cost).toMatchObject({
			...{ total: '€6,000', missing: ['1 of 2 projects have no size'] }
		});
		expect(valueOf(await overview.hourRate(planner))).toBe(60);
		expect(await codeOf(overview.hourRate(team.users.designer))).toBe('denied');
		const told = JSON.stringify(await collab.read(team.board, exportBoard));
		expect(told).not.toContain('blended');
	});
}
