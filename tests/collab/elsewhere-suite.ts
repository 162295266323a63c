// What is promised of work elsewhere, run on both storages by elsewhere.test.ts and elsewhere.pg.test.ts: it comes while
// one looks, it goes when it should, and it brings nothing of the other board along.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntityIn } from '#lib/model/board.ts';
import { putMembership, deleteMembership } from '#server/db/memberships.ts';
import { putOnBoard } from '#server/db/people.ts';
import { until } from './house.ts';
import { makeRandom } from './random.ts';
import type { RawClient } from './raw-client.ts';
import { HERE, THERE, TwoBoards } from './two-boards.ts';

const SPAN = { from: '2030-03-04', to: '2030-03-15' };
const LOAD = { mode: 'perDay', amount: 120 } as const;
/** What must not be found on the other board. */
const SECRETS = ['Zanzibar', 'brd_there', 'prj_hush', 'alc_hush', 'Merger', 'Codename', 'stg_hush'];

export function describeElsewhere(kind: 'embedded' | 'postgres'): void {
	let boards: TwoBoards;
	let pia: RawClient;

	beforeAll(async () => {
		boards = await TwoBoards.open(kind);
		await boards.collab.edit(THERE, 'quinn', 'command', (board) => {
			board.create('stages', 'stg_hush', { name: 'Codename stage', rank: 'a0' });
			board.create('projects', 'prj_hush', { title: 'Merger of the century' });
		});
	});
	afterAll(() => boards?.close());
	beforeEach(async () => {
		pia = await boards.join('pia', HERE);
	});
	afterEach(async () => {
		for (const board of [HERE, THERE])
			await boards.collab.edit(board, 'quinn', 'command', (doc) => {
				for (const { id } of [...doc.all('allocations')]) doc.remove('allocations', id);
			});
		boards.leave();
		await until(() => boards.collab.metrics()['collab_boards'] === 0);
	});

	const book = (
		id: string,
		given: Partial<EntityIn<'allocations'>> = {},
		board = THERE
	): Promise<void> =>
		boards.collab.edit(board, 'quinn', 'command', (doc) =>
			doc.create('allocations', id, {
				...{ person: 'per_ann', project: 'prj_hush', span: SPAN, load: LOAD },
				...{ certainty: 'confirmed', note: 'Codename', role: 'Merger clerk' },
				...given
			})
		);
	const shown = (client: RawClient): Omit<EntityIn<'elsewhere'>, 'id'>[] =>
		[...client.board.all('elsewhere')].map(({ id: _id, ...row }) => row);
	const seqOf = async (board: string): Promise<number> =>
		Number(
			(await boards.db.sql`select seq from board_counter where board = ${board}`)[0]?.['seq'] ?? 0
		);
	const onePerson = (person: string) => ({
		...{ person, span: SPAN, load: LOAD, certainty: 'confirmed', probabilityBp: null },
		...{ label: '', contour: 'flat' }
	});

	it('comes to whoever looks, follows changes and goes with its work', async () => {
		const began = performance.now();
		await book('alc_hush');
		await until(() => shown(pia).length === 1);
		// A second on a quiet machine; tests share theirs.
		expect(performance.now() - began).toBeLessThan(5000);
		expect(shown(pia)).toEqual([onePerson('per_ann')]);
		const quinn = await boards.join('quinn', THERE);
		await quinn.write(() => quinn.board.write('allocations', 'alc_hush', 'person', 'per_bob'));
		await until(() => shown(pia)[0]?.person === 'per_bob');
		await quinn.write(() => quinn.board.write('allocations', 'alc_hush', 'load', null));
		await until(() => shown(pia)[0]?.load === null);
		expect(shown(pia)).toHaveLength(1);
		await quinn.write(() => quinn.board.write('projects', 'prj_hush', 'archived', true));
		await until(() => shown(pia).length === 0);
		await quinn.write(() => quinn.board.write('projects', 'prj_hush', 'archived', false));
		await until(() => shown(pia).length === 1);
		await quinn.write(() => quinn.board.write('allocations', 'alc_hush', 'archived', true));
		await until(() => shown(pia).length === 0);
	});

	it('is there when a board is opened later, before anybody sees it', async () => {
		pia.close();
		await until(() => boards.collab.metrics()['collab_boards'] === 0);
		await book('alc_hush');
		const later = await boards.join('vic', HERE);
		expect(shown(later)).toEqual([onePerson('per_ann')]);
	});

	it('brings nothing of the other board along, neither to people nor into the log', async () => {
		await book('alc_hush');
		await book('alc_hush2', { person: 'per_bob' });
		await until(() => shown(pia).length === 2);
		const { bytes } = await boards.committed(HERE);
		const log = await boards.db.sql<{ bytes: Buffer }[]>`
			select bytes from board_update where board = ${HERE} union all
			select bytes from board_snapshot where board = ${HERE}`;
		for (const one of [bytes, ...log.map((row) => row.bytes)]) {
			const text = Buffer.from(one).toString('latin1');
			expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
		}
		const ids = [...pia.board.all('elsewhere')].map((row) => row.id);
		for (const id of ids) expect(id).toMatch(/^els_[0-9a-f]{32}$/);
	});

	it('names the other board only while everybody here belongs to it', async () => {
		const { orm } = boards.db;
		await book('alc_hush');
		await until(() => shown(pia).length === 1);
		await putMembership(orm, THERE, 'pia', 'viewer');
		await boards.mirror(THERE);
		await putMembership(orm, THERE, 'vic', 'viewer');
		await boards.mirror(THERE);
		await until(() => shown(pia)[0]?.label === 'Zanzibar secret');
		await deleteMembership(orm, THERE, 'vic');
		await boards.mirror(THERE);
		await until(() => shown(pia)[0]?.label === '');
		const { bytes } = await boards.committed(HERE);
		expect(Buffer.from(bytes).toString('latin1')).not.toContain('Zanzibar');
		await deleteMembership(orm, THERE, 'pia');
	});

	it('is as it is now in the document that is given before joining, also of a board that nobody had open', async () => {
		const { orm } = boards.db;
		for (const login of ['pia', 'vic']) await putMembership(orm, THERE, login, 'viewer');
		await book('alc_hush');
		await boards.mirror(THERE);
		await until(() => shown(pia)[0]?.label === 'Zanzibar secret');
		pia.close();
		await until(() => boards.collab.metrics()['collab_boards'] === 0);
		for (const login of ['pia', 'vic']) await deleteMembership(orm, THERE, login);
		await boards.mirror(THERE);
		await until(() => boards.collab.metrics()['collab_boards'] === 0);
		expect(Buffer.from((await boards.committed(HERE)).bytes).includes('Zanzibar')).toBe(true);
		const { board, bytes } = await boards.given(HERE);
		expect([...board.all('elsewhere')]).toMatchObject([onePerson('per_ann')]);
		expect(Buffer.from(bytes).includes('Zanzibar')).toBe(false);
	});

	it('is only of people whom both boards show, in one organisation', async () => {
		await book('alc_cy', { person: 'per_cy' });
		await boards.db.sql`insert into organisations (id, name) values ('far', 'Far')`;
		await boards.db
			.sql`insert into boards (id, organisation, name) values ('brd_far', 'far', 'Far')`;
		await boards.collab.edit('brd_far', 'server', 'command', (doc) =>
			doc.create('projects', 'prj_hush', { title: 'Far' })
		);
		await book('alc_far', {}, 'brd_far');
		await putOnBoard(boards.db.orm, 'brd_far', 'per_ann');
		await book('alc_far2', {}, 'brd_far');
		await book('alc_hush');
		await until(() => shown(pia).length > 0);
		await boards.collab.refreshElsewhere(HERE);
		expect(shown(pia)).toEqual([onePerson('per_ann')]);
	});

	it('goes with a person who leaves the board, and with a board that is put away', async () => {
		await book('alc_hush');
		await book('alc_hush2', { person: 'per_bob' });
		await until(() => shown(pia).length === 2);
		await boards.db.sql`delete from board_people where board = ${HERE} and person = 'per_ann'`;
		await boards.mirror(HERE);
		await until(() => shown(pia).length === 1);
		await boards.db.sql`update boards set archived_at = now() where id = ${THERE}`;
		await boards.collab.refreshElsewhere(THERE);
		await until(() => shown(pia).length === 0);
		await boards.db.sql`update boards set archived_at = null where id = ${THERE}`;
		await putOnBoard(boards.db.orm, HERE, 'per_ann');
		await boards.mirror(HERE);
		await until(() => shown(pia).length === 2);
	});

	it('costs the other board an update only when something it shows has changed', async () => {
		const quinn = await boards.join('quinn', THERE);
		await book('alc_hush');
		await book('alc_own', { project: 'prj_own' }, HERE);
		await boards.collab.edit(HERE, 'pia', 'command', (doc) => {
			doc.create('projects', 'prj_own', { title: 'Own' });
		});
		await until(() => shown(pia).length === 1 && shown(quinn).length === 1);
		const [here, there] = [await seqOf(HERE), await seqOf(THERE)];
		const edits = 40;
		for (let i = 0; i < edits; i++)
			await quinn.write(() => quinn.board.write('allocations', 'alc_hush', 'note', `n${i}`));
		for (let i = 1; i <= edits; i++)
			await quinn.write(() =>
				quinn.board.write('allocations', 'alc_hush', 'load', { mode: 'perDay', amount: i })
			);
		await until(() => shown(pia)[0]?.load?.amount === edits);
		await boards.collab.refreshElsewhere(HERE);
		await boards.collab.refreshElsewhere(THERE);
		expect(await seqOf(THERE)).toBe(there + 2 * edits);
		expect(await seqOf(HERE)).toBeLessThanOrEqual(here + edits / 2);
	});

	it('is nobody’s to write, whoever they are', async () => {
		await book('alc_hush');
		await until(() => shown(pia).length === 1);
		const [row] = [...pia.board.all('elsewhere')];
		const before = await boards.committed(HERE);
		const vic = await boards.join('vic', HERE);
		const random = makeRandom(7);
		for (let i = 0; i < 60; i++) {
			const client = random.pick([pia, vic]);
			const { board, doc } = client;
			await client.write(() => {
				const what = random.below(5);
				if (what === 0) board.create('elsewhere', `els_forged${i}`, { person: 'per_ann' });
				else if (what === 1) doc.getMap('elsewhere').delete(row!.id);
				else if (what === 2) doc.getMap('elsewhere').set(row!.id, ['per_bob']);
				else if (what === 3) doc.getMap('elsewhere+').set(`${row!.id}/load`, null);
				else board.write('elsewhere', row!.id, 'person', 'per_cy');
			});
			// Set back at once: the next try starts from what stands.
			await until(() => shown(client).length === 1 && shown(client)[0]?.person === 'per_ann');
		}
		const after = await boards.committed(HERE);
		expect([...after.board.all('elsewhere')]).toEqual([...before.board.all('elsewhere')]);
	});

	describe('when storage does not answer', () => {
		it('is read again, and nothing is lost', async () => {
			await boards.db.sql`alter table projected_allocation rename to away`;
			const asked = boards.collab.refreshElsewhere(HERE);
			await expect(asked).rejects.toThrow();
			await boards.db.sql`alter table away rename to projected_allocation`;
			await book('alc_hush');
			await until(() => shown(pia).length === 1);
		});
	});
}
