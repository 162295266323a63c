// What P-50 and P-51 promise of saved views, said once and run on both storages.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Result } from '#lib/domain/result.ts';
import { viewLimits, type SavedView } from '#lib/model/saved-view.ts';
import type { Role } from '#lib/policy/roles.ts';
import { foundTeam, type Team } from '../../../tests/team.ts';
import { addView } from '../../db/saved-views.ts';
import { savedViews } from '../../db/schema.ts';

function valueOf<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(result.problem.message);
	return result.value;
}
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);
const messageOf = (result: Result<unknown>): string => (result.ok ? '' : result.problem.message);

export function describeViews(kind: 'embedded' | 'postgres'): void {
	let team: Team;

	beforeAll(async () => {
		team = await foundTeam(kind);
	});
	afterAll(() => team?.storage.remove());
	beforeEach(async () => {
		await team.deps.db.orm.delete(savedViews);
		team.fake.told.length = 0;
	});

	const save = (role: Role, input: Record<string, unknown> = {}, key?: string) =>
		team.commands.saveView(
			team.users[role],
			{ board: team.board, screen: 'timeline', name: 'Studio', query: 'who=studio', ...input },
			key
		);
	const change = (role: Role, view: string, input: Record<string, unknown>) =>
		team.commands.changeView(team.users[role], { board: team.board, view, ...input });
	const remove = (role: Role, view: string) =>
		team.commands.removeView(team.users[role], { board: team.board, view });
	const pin = (role: Role, view: string, place: number | null) =>
		team.commands.pinView(team.users[role], { board: team.board, view, place });
	const read = async (role: Role): Promise<SavedView[]> =>
		valueOf(await team.commands.readViews(team.users[role], team.board));
	const namesOf = async (role: Role): Promise<string[]> =>
		(await read(role)).map(({ name }) => name);

	it('P-50 keeps a personal view to whoever saved it, viewers among them', async () => {
		const { view } = valueOf(await save('viewer', { query: 'who=studio&from=2027-01-04&card=x' }));
		expect(await read('viewer')).toEqual([
			...[{ id: view, screen: 'timeline', name: 'Studio', query: 'who=studio' }].map((one) => ({
				...one,
				shared: false,
				place: null
			}))
		]);
		expect(team.fake.told).toEqual([{ board: team.board, views: team.users.viewer }]);
		for (const role of ['owner', 'planner', 'designer'] as const) {
			expect(await read(role)).toEqual([]);
			expect(codeOf(await change(role, view, { name: 'Mine now' }))).toBe('not-found');
			expect(codeOf(await remove(role, view))).toBe('not-found');
			expect(codeOf(await pin(role, view, 0))).toBe(role === 'designer' ? 'denied' : 'not-found');
		}
		valueOf(await change('viewer', view, { name: 'The studio', query: 'zoom=month' }));
		expect(await read('viewer')).toMatchObject([{ name: 'The studio', query: 'zoom=month' }]);
		valueOf(await remove('viewer', view));
		expect(await read('viewer')).toEqual([]);
		expect(codeOf(await remove('viewer', view))).toBe('not-found');
	});

	it('P-50 shows shared views to everybody, and lets those who plan change, pin and remove them', async () => {
		for (const role of ['leader', 'designer', 'viewer'] as const) {
			const refused = await save(role, { shared: true });
			expect(codeOf(refused)).toBe('denied');
			expect(messageOf(refused)).toMatch(/^Owners and planners share/);
			const own = valueOf(await save(role)).view;
			expect(codeOf(await change(role, own, { shared: true }))).toBe('denied');
			expect(codeOf(await pin(role, own, 0))).toBe('denied');
		}
		const { view } = valueOf(await save('planner', { shared: true, name: 'Launches', query: '' }));
		expect(team.fake.told.at(-1)).toEqual({ board: team.board, views: 'everybody' });
		expect(await namesOf('viewer')).toEqual(['Launches', 'Studio']);
		for (const role of ['leader', 'designer', 'viewer'] as const) {
			expect(codeOf(await change(role, view, { query: 'zoom=day' }))).toBe('denied');
			expect(codeOf(await change(role, view, { shared: false }))).toBe('denied');
			expect(codeOf(await remove(role, view))).toBe('denied');
			expect(codeOf(await pin(role, view, 0))).toBe('denied');
		}
		valueOf(await change('owner', view, { query: 'zoom=day' }));
		valueOf(await pin('owner', view, 0));
		expect((await read('designer')).find(({ id }) => id === view)).toMatchObject({
			...{ query: 'zoom=day', shared: true, place: 0 }
		});
		// Taken back, it is the owner's and stands nowhere.
		valueOf(await change('owner', view, { shared: false }));
		expect(await namesOf('planner')).toEqual([]);
		expect(await read('owner')).toMatchObject([{ id: view, shared: false, place: null }]);
		expect(codeOf(await pin('owner', view, 0))).toBe('own');
		valueOf(await change('owner', view, { shared: true }));
		valueOf(await remove('planner', view));
		expect(await read('owner')).toEqual([]);
	});

	it('P-50 asks who plans by the preset of the board', async () => {
		const { board } = team;
		await team.commands.setPreset(team.users.owner, { board, preset: 'small-team' });
		expect(codeOf(await save('designer', { shared: true }))).toBe('ok');
		expect(codeOf(await save('viewer', { shared: true, name: 'Other' }))).toBe('denied');
		await team.commands.setPreset(team.users.owner, { board, preset: 'standard' });
	});

	it('P-51 pins in an order, each screen for itself, and no more than there is room for', async () => {
		const ids: string[] = [];
		for (const name of ['A', 'B', 'C'])
			ids.push(valueOf(await save('planner', { shared: true, name })).view);
		const [a, b, c] = ids as [string, string, string];
		const order = async (screen = 'timeline'): Promise<string[]> =>
			(await read('viewer'))
				.filter((one) => one.place !== null && one.screen === screen)
				.sort((x, y) => x.place! - y.place!)
				.map(({ name }) => name);
		for (const id of ids) valueOf(await pin('planner', id, 99));
		expect(await order()).toEqual(['A', 'B', 'C']);
		valueOf(await pin('planner', c, 0));
		expect(await order()).toEqual(['C', 'A', 'B']);
		valueOf(await pin('planner', a, null));
		expect(await order()).toEqual(['C', 'B']);
		valueOf(await remove('planner', c));
		expect(await order()).toEqual(['B']);
		expect(codeOf(await pin('planner', b, -1))).toBe('invalid');
		const cards = { screen: 'board', query: 'mark=late', shared: true };
		valueOf(await pin('planner', valueOf(await save('planner', cards)).view, 0));
		expect([await order(), await order('board')]).toEqual([['B'], ['Studio']]);
		for (let i = 1; i < viewLimits.pinned; i++) {
			const { view } = valueOf(await save('planner', { shared: true, name: `Pin ${i}` }));
			valueOf(await pin('planner', view, 0));
		}
		const last = valueOf(await save('planner', { shared: true, name: 'Too many' })).view;
		expect(messageOf(await pin('planner', last, 0))).toMatch(/room for 8 pinned views/);
		// One of them may still change its place.
		expect(codeOf(await pin('planner', b, 0))).toBe('ok');
	});

	it('P-51 names a view in 1 to 60 characters, once on a screen, and says what is wrong', async () => {
		expect(messageOf(await save('viewer', { name: '  ' }))).toBe('The name is empty.');
		expect(messageOf(await save('viewer', { name: 'x'.repeat(61) }))).toMatch(/60 characters/);
		expect(codeOf(await save('viewer', { name: 'a\nb' }))).toBe('invalid');
		expect(codeOf(await save('viewer', { screen: 'stages' }))).toBe('invalid');
		expect(messageOf(await save('viewer', { query: `who=${'x'.repeat(2000)}` }))).toMatch(/2000/);
		const { view } = valueOf(await save('viewer', { name: `  ${'é'.repeat(60)} ` }));
		expect(await namesOf('viewer')).toEqual(['é'.repeat(60)]);
		valueOf(await change('viewer', view, { name: 'Studio' }));
		expect(messageOf(await save('viewer', { name: 'studio' }))).toMatch(
			/^You have a view called “Studio”/
		);
		expect(codeOf(await save('viewer', { screen: 'heatmap' }))).toBe('ok');
		expect(codeOf(await save('planner', { shared: true }))).toBe('ok');
		expect(messageOf(await save('owner', { shared: true }))).toMatch(/^A shared view here/);
		const mine = valueOf(await save('owner')).view;
		expect(codeOf(await change('owner', mine, { shared: true }))).toBe('given');
		expect(codeOf(await change('owner', mine, { shared: true, name: 'Studio 2' }))).toBe('ok');
	});

	it('P-51 lets a person save so many on a board and the board share so many', async () => {
		const { orm } = team.deps.db;
		const fill = async (user: string | null, count: number): Promise<void> => {
			for (let i = 0; i < count; i++)
				await addView(orm, {
					...{ id: `viw_${user ?? 'all'}_${i}`, board: team.board, user, place: null },
					...{ screen: 'board' as const, name: `View ${i}`, query: '' }
				});
		};
		await fill(team.users.viewer, viewLimits.own);
		await fill(null, viewLimits.shared);
		expect(messageOf(await save('viewer'))).toMatch(/at most 100 views/);
		expect(messageOf(await save('planner', { shared: true }))).toMatch(/shares at most 100/);
		expect(codeOf(await save('planner'))).toBe('ok');
	});

	it('answers a repeated request the same and saves once', async () => {
		const first = valueOf(await save('planner', {}, 'key-views-1'));
		expect(valueOf(await save('planner', {}, 'key-views-1'))).toEqual(first);
		expect(await namesOf('planner')).toEqual(['Studio']);
	});

	it('takes views of a device over once, and loses none where there is no room', async () => {
		const { designer } = team.users;
		const adopt = async (views: { name: string; query: string }[]): Promise<number> => {
			const given = views.map((one) => ({ ...one, screen: 'timeline' }));
			const input = { board: team.board, views: given };
			return valueOf(await team.commands.adoptViews(designer, input)).taken;
		};
		valueOf(await save('designer', { name: 'Months', query: 'zoom=day' }));
		const kept = [
			{ name: 'Months', query: 'zoom=month' },
			{ name: 'Studio', query: 'who=studio' }
		];
		expect(await adopt(kept)).toBe(2);
		expect(await namesOf('designer')).toEqual(['Months', 'Months (2)', 'Studio']);
		expect(await adopt(kept.slice(1))).toBe(1);
		expect(await namesOf('designer')).toHaveLength(3);
		const many = Array.from({ length: 100 }, (_, i) => ({ name: `N ${i}`, query: '' }));
		expect(await adopt(many)).toBe(viewLimits.own - 3);
		expect(await namesOf('designer')).toHaveLength(viewLimits.own);
	});

	it('P-51 takes them away with the membership and with the board', async () => {
		const { owner, leader } = team.users;
		const made = { board: team.board, name: 'Second' };
		const second = valueOf(await team.commands.createBoard(owner, made)).board;
		valueOf(await save('leader'));
		valueOf(await save('planner', { shared: true }));
		valueOf(await save('owner', { board: second }));
		const count = async (): Promise<number> =>
			(await team.deps.db.orm.select().from(savedViews)).length;
		expect(await count()).toBe(3);
		valueOf(await team.commands.removeMember(owner, { board: team.board, user: leader }));
		expect(await namesOf('viewer')).toEqual(['Studio']);
		expect(codeOf(await team.commands.readViews(leader, team.board))).toBe('not-found');
		expect(await count()).toBe(2);
		await team.deps.db.sql`delete from boards where id = ${second}`;
		expect(await count()).toBe(1);
	});
}
