import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeReasons } from '#lib/model/close-codes.ts';
import { BOARD, House, until } from './house.ts';
import { contentOf, person, stage, userOf } from './plan.ts';

let house: House;
beforeEach(async () => {
	house = await new House().open();
});
afterEach(async () => {
	await house.close();
});

const title = (id: string): string | undefined => house.committed().get('projects', id)?.title;

describe('the life of an edit', () => {
	it('is committed, shown to others, then acknowledged', async () => {
		const [pia, dan] = await Promise.all([house.enter('planner'), house.enter('dan')]);
		pia.board.write('projects', 'prj_one', 'title', 'Renamed');
		await until(() => pia.provider.unsyncedChanges === 0);
		expect(title('prj_one')).toBe('Renamed');
		await until(() => dan.board.get('projects', 'prj_one')?.title === 'Renamed');
		expect(house.storage.stored(BOARD).rows.at(-1)).toMatchObject({
			audit: [{ field: 'title', before: 'One', after: 'Renamed' }],
			bindings: expect.arrayContaining([{ client: pia.doc.clientID, user: userOf('planner') }])
		});
	});

	it('shows and acknowledges nothing before the commit, and takes many messages in one', async () => {
		const [pia, dan] = await Promise.all([house.enter('planner'), house.enter('dan')]);
		house.storage.mode = 'held';
		const before = house.storage.commits;
		for (let i = 0; i < 20; i++) pia.board.write('projects', 'prj_one', 'title', `T${i}`);
		await until(() => house.collab.metrics()['collab_uncommitted'] === 20);
		expect(pia.provider.unsyncedChanges).toBe(20);
		expect(dan.board.get('projects', 'prj_one')?.title).toBe('One');

		const late = house.visit('eva');
		await until(() => house.collab.metrics()['collab_seats'] === 3);
		expect(late.provider.synced).toBe(false);
		expect(late.board.get('projects', 'prj_one')).toBeUndefined();

		house.storage.commit();
		await until(() => pia.provider.unsyncedChanges === 0 && late.provider.synced);
		expect(house.storage.commits - before).toBe(1);
		await until(() => dan.board.get('projects', 'prj_one')?.title === 'T19');
		await until(() => late.board.get('projects', 'prj_one')?.title === 'T19');
	});

	it('explains a refusal after the commit and before the acknowledgement, and sets it back', async () => {
		const [dan, pia] = await Promise.all([house.enter('dan'), house.enter('planner')]);
		dan.board.write('projects', 'prj_two', 'title', 'FORBIDDEN');
		await until(() => dan.provider.unsyncedChanges === 0);
		expect(dan.messages).toMatchObject([
			{ t: 'denied', denied: [{ id: 'prj_two', field: 'title', rule: 'P-7' }] }
		]);
		await until(() => dan.board.get('projects', 'prj_two')?.title === 'Two');
		expect(pia.board.get('projects', 'prj_two')?.title).toBe('Two');
		expect(
			house.storage
				.stored(BOARD)
				.updates.some((update) => Buffer.from(update).includes('FORBIDDEN'))
		).toBe(false);
	});

	it('keeps nine of ten offline edits and tells of the one overtaken', async () => {
		const dan = await house.enter('dan');
		const pia = await house.enter('planner');
		dan.socket.disconnect();
		await until(() => house.collab.metrics()['collab_sockets'] === 1);
		for (let i = 0; i < 8; i++)
			dan.board.create('comments', `cmt_${i}`, { author: person.dan, body: `${i}` });
		dan.board.write('projects', 'prj_two', 'title', 'not his');
		dan.board.write('tasks', 'tsk_dan', 'status', 'done');
		pia.board.write('tasks', 'tsk_dan', 'status', 'waiting');
		await until(() => pia.provider.unsyncedChanges === 0);
		await dan.socket.connect();
		await until(() => dan.provider.synced && dan.provider.unsyncedChanges === 0);
		expect(dan.messages).toMatchObject([
			{ t: 'denied', denied: [{ id: 'prj_two' }] },
			{
				t: 'superseded',
				superseded: [{ id: 'tsk_dan', yours: 'done', theirs: 'waiting', by: person.planner }]
			}
		]);
		expect([...house.committed().all('comments')]).toHaveLength(9);
		await until(() => contentOf(dan.doc) === contentOf(house.committed().doc));
	});

	it('takes what is typed between joining and the first answer, without a new start', async () => {
		const doc = new Y.Doc();
		const first = await house.enter('planner', doc);
		first.socket.disconnect();
		await until(() => house.collab.metrics()['collab_sockets'] === 0);
		first.board.write('projects', 'prj_one', 'title', 'offline');
		first.provider.on('authenticated', () =>
			first.board.write('projects', 'prj_two', 'title', 'too early')
		);
		await first.socket.connect();
		await until(() => first.provider.synced && first.provider.unsyncedChanges === 0);
		expect(first.messages).toEqual([]);
		expect([title('prj_one'), title('prj_two')]).toEqual(['offline', 'too early']);
	});
});

describe('a board that was let go and loaded again', () => {
	it('still says whose edit stands where another came too late', async () => {
		const pia = await house.enter('planner');
		pia.socket.disconnect();
		const dan = await house.enter('dan');
		dan.board.write('tasks', 'tsk_dan', 'status', 'doing');
		await until(() => house.committed().get('tasks', 'tsk_dan')?.status === 'doing');
		dan.leave();
		await until(() => !house.storage.isOpen(BOARD));
		pia.board.write('tasks', 'tsk_dan', 'status', 'done');
		await pia.socket.connect();
		await until(() => pia.messages.length > 0);
		expect(pia.messages).toMatchObject([
			{ t: 'superseded', superseded: [{ yours: 'done', theirs: 'doing', by: person.dan }] }
		]);
	});
});

describe('the server’s own edits', () => {
	it('go through the same log and reach everybody, and let an empty board go', async () => {
		await house.collab.edit(BOARD, 'server', 'mirror', (board) =>
			board.write('people', person.dan, 'name', 'Dan')
		);
		expect(house.committed().get('people', person.dan)?.name).toBe('Dan');
		await until(() => !house.storage.isOpen(BOARD));
		const dan = await house.enter('dan');
		await house.collab.edit(BOARD, userOf('planner'), 'import', (board) =>
			board.create('projects', 'prj_new', { position: { stage: stage.build, rank: 'a0' } })
		);
		await until(() => dan.board.get('projects', 'prj_new') !== undefined);
		expect(house.storage.stored(BOARD).rows.at(-1)).toMatchObject({
			audit: [{ kind: 'import', record: 'prj_new', before: null }],
			transitions: [{ kind: 'import', from: '', to: stage.build }]
		});
		expect(await house.collab.read(BOARD, (board) => board.get('projects', 'prj_new')?.id)).toBe(
			'prj_new'
		);
	});

	it('leave nothing behind when they throw', async () => {
		const before = contentOf(house.committed().doc);
		await expect(
			house.collab.edit(BOARD, 'server', 'command', (board) => {
				board.write('projects', 'prj_one', 'title', 'half');
				board.write('projects', 'prj_one', 'title', 'half again');
				board.create('projects', 'prj_half', {});
				board.remove('tasks', 'tsk_dan');
				throw new Error('changed my mind');
			})
		).rejects.toThrow('changed my mind');
		expect(contentOf(house.committed().doc)).toBe(before);
	});

	it('read only what is committed', async () => {
		const pia = await house.enter('planner');
		house.storage.mode = 'held';
		pia.board.write('projects', 'prj_one', 'title', 'first');
		await until(() => house.collab.metrics()['collab_uncommitted'] === 1);
		const reading = house.collab.read(BOARD, (board) => board.get('projects', 'prj_one')?.title);
		await until(() => house.collab.metrics()['collab_uncommitted'] === 1);
		house.storage.commit();
		expect(await reading).toBe('first');
	});

	it('say that a board is not there', async () => {
		await expect(house.collab.read('brd_none', () => 1)).rejects.toThrow(/no board brd_none/);
	});
});

describe('when the log fails', () => {
	it('acknowledges nothing, closes with a reason, and everybody comes back to what is durable', async () => {
		const [pia, dan] = await Promise.all([house.enter('planner'), house.enter('dan')]);
		house.storage.mode = 'held';
		pia.board.write('projects', 'prj_one', 'title', 'not durable yet');
		await until(() => house.collab.metrics()['collab_uncommitted'] === 1);
		house.storage.isAway = true;
		house.storage.fail();
		await until(() => dan.closes.includes(closeReasons.storage.code));
		expect(dan.board.get('projects', 'prj_one')?.title).toBe('One');
		expect(pia.provider.unsyncedChanges).toBeGreaterThan(0);

		house.storage.mode = 'auto';
		house.storage.isAway = false;
		await until(() => pia.provider.synced && pia.provider.unsyncedChanges === 0);
		expect(title('prj_one')).toBe('not durable yet');
		await until(() => dan.board.get('projects', 'prj_one')?.title === 'not durable yet');
		expect(house.collab.metrics()['collab_boards']).toBe(1);
	});

	it('refuses a server edit that was not kept', async () => {
		house.storage.mode = 'broken';
		await expect(
			house.collab.edit(BOARD, 'server', 'command', (board) =>
				board.write('projects', 'prj_one', 'title', 'lost')
			)
		).rejects.toThrow(/not kept/);
		house.storage.mode = 'auto';
		expect(title('prj_one')).toBe('One');
		expect(await house.collab.read(BOARD, (board) => board.get('projects', 'prj_one')?.title)).toBe(
			'One'
		);
	});
});

describe('joining and leaving', () => {
	it('tells a copy of an earlier epoch where the board is now', async () => {
		house.epoch = 2;
		const dan = house.visit('dan');
		await until(() => dan.messages.length > 0);
		expect(dan.messages).toEqual([{ t: 'rebase', reason: 'epoch', document: `board:${BOARD}:2` }]);
		expect(dan.provider.synced).toBe(false);
	});

	it('lets a board go when the last one leaves, and loads it again', async () => {
		for (let i = 0; i < 5; i++) {
			const dan = await house.enter('dan');
			dan.board.write('tasks', 'tsk_dan', 'notes', `visit ${i}`);
			await until(() => dan.provider.unsyncedChanges === 0);
			dan.leave();
			if (i % 2) await until(() => !house.storage.isOpen(BOARD));
		}
		await until(() => house.collab.metrics()['collab_boards'] === 0);
		expect(house.collab.hocuspocus.documents.size).toBe(0);
		expect(house.committed().get('tasks', 'tsk_dan')?.notes).toBe('visit 4');
	});

	it('closes the sockets of a board with the reason given', async () => {
		const dan = await house.enter('dan');
		const { code, reason } = closeReasons.boardGone;
		await house.collab.closeBoard(BOARD, code, reason);
		await until(() => dan.closes.includes(code));
	});

	it('stops with everything committed and every socket closed', async () => {
		const pia = await house.enter('planner');
		pia.board.write('projects', 'prj_one', 'title', 'last words');
		await until(
			() => house.collab.metrics()['collab_uncommitted'] === 1 || title('prj_one') === 'last words'
		);
		await house.collab.stop();
		await until(() => pia.closes.includes(closeReasons.restart.code));
		expect(title('prj_one')).toBe('last words');
	});
});

describe('rights on open sockets', () => {
	it('change in place, for the very next message', async () => {
		const dan = await house.enter('planner');
		house.setRole('planner', 'viewer');
		await house.collab.refreshAccess({ user: userOf('planner') });
		dan.board.write('projects', 'prj_one', 'title', 'as a viewer');
		await until(() => dan.provider.unsyncedChanges === 0);
		expect(dan.messages).toMatchObject([
			{ t: 'access', role: 'viewer' },
			{ t: 'denied', denied: [{ rule: 'P-1' }] }
		]);
		expect(title('prj_one')).toBe('One');
	});

	it('end while somebody writes: within two seconds, and no later frame is applied', async () => {
		const pia = await house.enter('planner');
		let i = 0;
		const writing = setInterval(
			() => pia.board.write('projects', 'prj_one', 'title', `w${i++}`),
			1
		);
		await until(() => title('prj_one') !== 'One');
		house.standings.delete(userOf('planner'));
		const startedAt = performance.now();
		await house.collab.refreshAccess({ user: userOf('planner') });
		const tookMs = performance.now() - startedAt;
		await until(() => house.collab.metrics()['collab_uncommitted'] === 0);
		const stands = title('prj_one');
		await until(() => pia.closes.includes(closeReasons.accessLost.code));
		const later = i + 50;
		await until(() => i > later);
		clearInterval(writing);
		expect(tookMs).toBeLessThan(2000);
		expect(title('prj_one')).toBe(stands);
	});

	it('end with the session', async () => {
		const dan = await house.enter('dan');
		house.revoked.add(`session-${userOf('dan')}`);
		await house.collab.refreshAccess({ session: `session-${userOf('dan')}` });
		await until(() => dan.closes.includes(closeReasons.signedOut.code));
	});
});

describe('the door', () => {
	it('refuses another origin, a missing one, and unknown paths', async () => {
		for (const headers of [{ origin: 'http://evil.example' }, { origin: '' }]) {
			const socket = house.dial(userOf('dan'), '', headers);
			const [, response] = (await once(socket, 'unexpected-response')) as [
				unknown,
				{ statusCode: number }
			];
			expect(response.statusCode).toBe(403);
		}
		const elsewhere = house.dial(userOf('dan'), 'orate');
		const [, response] = (await once(elsewhere, 'unexpected-response')) as [
			unknown,
			{ statusCode: number }
		];
		expect(response.statusCode).toBe(404);
	});

	it('closes with the reason for who is not signed in', async () => {
		const socket = house.dial(null);
		const [code] = (await once(socket, 'close')) as [number];
		expect(code).toBe(closeReasons.signedOut.code);
	});

	it('takes twenty sockets of one user', async () => {
		const sockets = Array.from({ length: 21 }, () => house.dial(userOf('dan')));
		const codes: number[] = [];
		for (const socket of sockets) socket.on('close', (code) => codes.push(code));
		await until(() => codes.length === 1);
		expect(codes).toEqual([closeReasons.tooMany.code]);
	});
});
