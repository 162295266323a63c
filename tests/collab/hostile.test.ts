import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeReasons } from '#lib/model/close-codes.ts';
import { kinds, syncSteps, writeFrame } from '#server/collab/frame.ts';
import { FakeSocket } from './fake-socket.ts';
import { BOARD, DOCUMENT, House, until } from './house.ts';
import { contentOf, stage, userOf, type person } from './plan.ts';
import { authFrame, awarenessFrame, RawClient, syncFrame } from './raw-client.ts';

let house: House;
let unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeEach(async () => {
	unhandled = [];
	process.on('unhandledRejection', note);
	house = await new House().open();
});
afterEach(async () => {
	await house.close();
	process.off('unhandledRejection', note);
	expect(unhandled).toEqual([]);
});

async function come(who: keyof typeof person): Promise<RawClient> {
	const client = new RawClient(house.dial(userOf(who)), DOCUMENT);
	expect(await client.join()).toBe(true);
	return client;
}

/** A stale update of the plan with items the provider would never make. */
function craft(client: RawClient, change: (doc: Y.Doc) => void): Uint8Array {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc));
	const before = Y.encodeStateVector(doc);
	change(doc);
	return Y.encodeStateAsUpdate(doc, before);
}

describe('as a designer over a bare socket, nothing is changed by', () => {
	const attempts: [string, (doc: Y.Doc) => void, 'denied' | 'closed'][] = [
		['another’s task', (d) => d.getMap('tasks+').set('tsk_eva/status', 'done'), 'denied'],
		[
			'the stage of a project they do not lead',
			(d) => d.getMap('projects+').set('prj_two/position', { stage: stage.build, rank: 'a0' }),
			'denied'
		],
		['an unknown root', (d) => d.getMap('evil').set('a', 1), 'closed'],
		['a nested type', (d) => d.getMap('tasks+').set('tsk_dan/notes', new Y.Map()), 'closed'],
		['a list', (d) => d.getArray('rows').push([1]), 'closed'],
		['text', (d) => d.getText('words').insert(0, 'x'), 'closed'],
		['an unknown field', (d) => d.getMap('tasks+').set('tsk_dan/rights', 'all'), 'closed'],
		['a mirror of the server', (d) => d.getMap('people+').set('per_dan/role', 'owner'), 'denied']
	];

	it.each(attempts)('%s', async (_name, change, outcome) => {
		const dan = await come('dan');
		const before = contentOf(house.committed().doc);
		await dan.sendUpdate(craft(dan, change));
		await until(() => dan.closed !== undefined || dan.messages.length > 0);
		expect(contentOf(house.committed().doc)).toBe(before);
		expect(house.collab.hocuspocus.documents.get(DOCUMENT)?.share.has('evil') ?? false).toBe(false);
		if (outcome === 'closed') expect(dan.closed?.code).toBe(closeReasons.badFrame.code);
		else expect(dan.messages).toMatchObject([{ t: 'denied' }]);
		dan.close();
	});

	it('a foreign client id; its owner still writes', async () => {
		const eva = await come('eva');
		await eva.write(() => eva.board.write('tasks', 'tsk_eva', 'status', 'doing'));
		const dan = await come('dan');
		const before = contentOf(house.committed().doc);
		const update = craft(dan, (doc) => {
			doc.clientID = eva.doc.clientID;
			doc.getMap('tasks+').set('tsk_dan/status', 'done');
		});
		await dan.sendUpdate(update);
		expect(dan.messages).toEqual([{ t: 'rebase', reason: 'client-id' }]);
		expect(contentOf(house.committed().doc)).toBe(before);
		await eva.write(() => eva.board.write('tasks', 'tsk_eva', 'status', 'done'));
		expect(house.committed().get('tasks', 'tsk_eva')?.status).toBe('done');
		dan.close();
		eva.close();
	});
});

describe('frames no honest client sends', () => {
	const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
	const frames: [string, (client: RawClient) => Uint8Array][] = [
		['nothing', () => bytes()],
		['noise', () => bytes(255, 255, 255, 255, 255, 255, 255, 255)],
		[
			'a kind of the server’s own',
			() => writeFrame(DOCUMENT, 6, (to) => encoding.writeVarString(to, 'x'))
		],
		['an unknown step', () => syncFrame(DOCUMENT, 9, bytes(0, 0))],
		['an empty update', () => syncFrame(DOCUMENT, syncSteps.update, bytes())],
		[
			'an update that claims thirty million structs',
			() =>
				syncFrame(
					DOCUMENT,
					syncSteps.update,
					bytes(1, 0x80, 0x8e, 0xce, 0x1c, 5, 0, 0, 1, 0, 0, 0, 0)
				)
		],
		[
			'a state vector that claims millions',
			() => syncFrame(DOCUMENT, syncSteps.stateVector, bytes(0x80, 0x8e, 0xce, 0x1c, 1, 1))
		],
		[
			'the second version of the format',
			(client) => {
				const doc = new Y.Doc();
				Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc));
				doc.getMap('tasks+').set('tsk_dan/status', 'done');
				return syncFrame(DOCUMENT, syncSteps.update, Y.encodeStateAsUpdateV2(doc));
			}
		],
		[
			'a live update beyond the cap',
			() => syncFrame(DOCUMENT, syncSteps.update, new Uint8Array(300 * 1024))
		],
		[
			'awareness for twenty thousand',
			() =>
				awarenessFrame(
					DOCUMENT,
					Array.from({ length: 20_000 }, (_, client) => ({ client, clock: 1, state: {} }))
				)
		],
		[
			'an awareness state of five kilobytes',
			(client) =>
				awarenessFrame(DOCUMENT, [
					{ client: client.doc.clientID, clock: 1, state: { x: 'x'.repeat(5000) } }
				])
		],
		['a session within the name', () => authFrame(`${DOCUMENT}\0two`)]
	];

	it.each(frames)('%s: closes the socket and changes nothing', async (_name, make) => {
		const dan = await come('dan');
		const witness = await come('viewer');
		const stored = house.storage.stored(BOARD).updates.length;
		dan.send(make(dan));
		await until(() => dan.closed !== undefined);
		expect(dan.closed?.code).toBe(closeReasons.badFrame.code);
		expect(house.storage.stored(BOARD).updates).toHaveLength(stored);
		expect(witness.closed).toBeUndefined();
		dan.close();
		witness.close();
	});

	it('in text, too', async () => {
		const socket = house.dial(userOf('dan'));
		const client = new RawClient(socket, DOCUMENT);
		expect(await client.join()).toBe(true);
		socket.send('hello');
		await until(() => client.closed?.code === closeReasons.badFrame.code);
	});

	it('three in a minute shut the door for a while, for this user only', async () => {
		for (let i = 0; i < 3; i++) {
			const dan = await come('dan');
			dan.send(bytes(255));
			await until(() => dan.closed !== undefined);
		}
		const again = new RawClient(house.dial(userOf('dan')), DOCUMENT);
		expect(await again.join()).toBe(false);
		expect(again.closed?.code).toBe(closeReasons.tooMany.code);
		(await come('eva')).close();
		house.aheadMs = 61_000;
		(await come('dan')).close();
	});
});

describe('limits', () => {
	it('closes a socket that joins too many documents, or none in time', async () => {
		const greedy = new RawClient(house.dial(userOf('dan')), DOCUMENT);
		await greedy.join();
		for (let i = 0; i < 9; i++) greedy.send(syncFrame(`board:x${i}:1`, 0, Uint8Array.of(0)));
		await until(() => greedy.closed !== undefined);
		expect(greedy.closed?.code).toBe(closeReasons.tooMany.code);
	});

	it('slows a flood down and loses nothing of it', async () => {
		const dan = await come('dan');
		const updates: Uint8Array[] = [];
		dan.doc.on('update', (update: Uint8Array) => updates.push(update));
		for (let i = 0; i < 230; i++) dan.board.write('tasks', 'tsk_dan', 'notes', `n${i}`);
		await Promise.all(updates.splice(0).map((update) => dan.sendUpdate(update)));
		await until(() => dan.acknowledged === 230);
		expect(house.committed().get('tasks', 'tsk_dan')?.notes).toBe('n229');
		expect(house.collab.metrics()['collab_slowed_total']).toBeGreaterThan(0);
		dan.close();
	});

	it('reads no more from a socket with many updates that wait for their commit', async () => {
		house.storage.mode = 'held';
		const socket = new FakeSocket();
		await house.collab.accept(socket.asSocket(), {
			user: userOf('planner'),
			name: 'Pia',
			session: 's'
		});
		socket.arrive(authFrame(DOCUMENT));
		await until(() => house.collab.metrics()['collab_boards'] === 1);
		const doc = new Y.Doc();
		doc.on('update', (update: Uint8Array) => socket.arrive(syncFrame(DOCUMENT, 2, update)));
		await until(() => socket.sent.length > 0);
		for (let i = 0; i < 64; i++) doc.getMap('projects').set(`prj_f${i}`, ['x']);
		await until(() => socket.paused);
		house.storage.commit();
		await until(() => !socket.paused);
		socket.terminate();
		house.storage.mode = 'auto';
	});

	it('lets nobody add to a board that holds sixteen megabytes, and everybody read it', async () => {
		for (let part = 0; part < 3; part++)
			await house.collab.edit(BOARD, 'server', 'demo', (board) => {
				for (let i = 0; i < 750; i++)
					board.create('projects', `prj_${part}n${i}`, { notes: 'x'.repeat(8000) });
			});
		const dan = await house.enter('dan');
		expect(dan.board.get('projects', 'prj_2n749')).toBeDefined();
		dan.board.write('tasks', 'tsk_dan', 'status', 'done');
		await until(() => dan.closes.includes(closeReasons.boardFull.code));
		dan.socket.disconnect();
		expect(house.committed().get('tasks', 'tsk_dan')?.status).toBe('todo');
	});

	it('ends a reader that takes nothing', async () => {
		const socket = new FakeSocket();
		await house.collab.accept(socket.asSocket(), {
			user: userOf('eva'),
			name: 'Eva',
			session: 's'
		});
		socket.arrive(authFrame(DOCUMENT));
		await until(() => socket.sent.length > 0);
		socket.bufferedAmount = 9 * 1024 * 1024;
		socket.arrive(syncFrame(DOCUMENT, syncSteps.stateVector, Uint8Array.of(0)));
		await until(() => socket.closedWith !== undefined);
		expect(socket.closedWith).toBe(closeReasons.stalled.code);
	});

	it('takes no more than twenty presence states a second', async () => {
		const dan = await come('dan');
		const eva = await house.enter('eva');
		for (let clock = 1; clock <= 120; clock++)
			dan.send(
				awarenessFrame(DOCUMENT, [{ client: dan.doc.clientID, clock, state: { at: clock } }])
			);
		let seen = 0;
		eva.provider.awareness?.on('update', () => seen++);
		await dan.write(() => dan.board.write('tasks', 'tsk_dan', 'notes', 'after the flood'));
		await until(() => eva.board.get('tasks', 'tsk_dan')?.notes === 'after the flood');
		expect(seen).toBeLessThan(60);
		dan.close();
	});
});

describe('presence', () => {
	it('belongs to its own client id: another’s is neither taken, changed nor ended', async () => {
		const eva = await house.enter('eva');
		const watcher = await house.enter('owner');
		eva.provider.setAwarenessField('cursor', 'mine');
		const states = () => watcher.provider.awareness!.getStates();
		await until(() => states().get(eva.doc.clientID)?.['cursor'] === 'mine');
		const dan = await come('dan');
		const own = { client: dan.doc.clientID, clock: 1, state: { cursor: 'dan' } };
		const forged = { client: eva.doc.clientID, clock: 900, state: { cursor: 'forged' } };
		const ended = { client: eva.doc.clientID, clock: 901, state: null };
		dan.send(awarenessFrame(DOCUMENT, [forged, own]));
		dan.send(awarenessFrame(DOCUMENT, [ended]));
		await until(() => states().get(dan.doc.clientID)?.['cursor'] === 'dan');
		expect(states().get(eva.doc.clientID)?.['cursor']).toBe('mine');
		eva.provider.setAwarenessField('cursor', 'still mine');
		await until(() => states().get(eva.doc.clientID)?.['cursor'] === 'still mine');
		dan.send(awarenessFrame(DOCUMENT, [{ ...own, clock: 2, state: null }]));
		await until(() => !states().has(dan.doc.clientID));
		dan.send(awarenessFrame(DOCUMENT, [{ ...own, clock: 3 }]));
		await until(() => states().has(dan.doc.clientID));
		dan.close();
	});

	it('binds its client id: nobody else writes under it later', async () => {
		const eva = await come('eva');
		eva.send(awarenessFrame(DOCUMENT, [{ client: 4711, clock: 1, state: {} }]));
		const dan = await come('dan');
		await until(() => house.collab.metrics()['collab_seats'] === 2);
		const update = craft(dan, (doc) => {
			doc.clientID = 4711;
			doc.getMap('tasks+').set('tsk_dan/status', 'done');
		});
		await dan.sendUpdate(update);
		expect(dan.messages).toEqual([{ t: 'rebase', reason: 'client-id' }]);
		// For good only with what was written: a page load takes none of a user's client ids.
		const { bindings } = house.storage.stored(BOARD);
		expect(bindings.has(4711)).toBe(false);
		await eva.sendUpdate(
			craft(eva, (doc) => {
				doc.clientID = 4711;
				doc.getMap('tasks+').set('tsk_eva/status', 'done');
			})
		);
		await until(() => bindings.get(4711) === userOf('eva'));
		dan.close();
		eva.close();
	});
});

it('a message kind for messages is not echoed to anybody', async () => {
	const dan = await come('dan');
	const eva = await come('eva');
	dan.send(writeFrame(DOCUMENT, kinds.stateless, (to) => encoding.writeVarString(to, '{"t":"x"}')));
	await dan.write(() => dan.board.write('tasks', 'tsk_dan', 'notes', 'after'));
	await until(() => eva.board.get('tasks', 'tsk_dan')?.notes === 'after');
	expect(eva.messages).toEqual([]);
	dan.close();
	eva.close();
});
