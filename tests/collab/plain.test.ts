// The plain protocol: the stock y-websocket client joins the current document and every guard applies.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { closeReasons } from '#lib/model/close-codes.ts';
import { BOARD, House, until } from './house.ts';
import { contentOf, userOf } from './plan.ts';

let house: House;
const providers: WebsocketProvider[] = [];
beforeEach(async () => {
	house = await new House().open();
});
afterEach(async () => {
	for (const provider of providers.splice(0)) provider.destroy();
	await house.close();
});

function visit(user: string, board = BOARD) {
	const headers = { origin: house.origin, cookie: user };
	class Signed extends WebSocket {
		constructor(url: string) {
			super(url, { headers });
		}
	}
	const doc = new Y.Doc();
	const provider = new WebsocketProvider(`${house.url}/y`, board, doc, {
		WebSocketPolyfill: Signed as never,
		disableBc: true
	});
	providers.push(provider);
	const closes: number[] = [];
	provider.on('connection-close', (event) => {
		if (event) closes.push(event.code);
		provider.shouldConnect = false;
	});
	return { doc, provider, closes, board: new BoardDoc(doc) };
}

describe('a stock y-websocket client', () => {
	it('reads, writes, and sees presence with the server’s identity', async () => {
		const page = await house.enter('dan');
		const script = visit(userOf('planner'));
		await until(() => script.provider.synced);
		expect(script.board.get('projects', 'prj_one')?.title).toBe('One');
		script.board.write('projects', 'prj_one', 'title', 'By a script');
		await until(() => page.board.get('projects', 'prj_one')?.title === 'By a script');
		page.board.write('tasks', 'tsk_dan', 'status', 'done');
		await until(() => script.board.get('tasks', 'tsk_dan')?.status === 'done');
		script.provider.awareness.setLocalStateField('user', { name: 'Olga', role: 'owner' });
		const seen = () => page.provider.awareness?.getStates().get(script.doc.clientID)?.['user'];
		await until(() => (seen() as { role?: string } | undefined)?.role === 'planner');
		page.provider.setAwarenessField('cursor', 'here');
		await until(
			() => script.provider.awareness.getStates().get(page.doc.clientID)?.['cursor'] === 'here'
		);
	});

	it('has what it may not write set back', async () => {
		const script = visit(userOf('viewer'));
		await until(() => script.provider.synced);
		const before = contentOf(script.doc);
		script.board.write('projects', 'prj_one', 'title', 'no');
		expect(contentOf(script.doc)).not.toBe(before);
		await until(() => contentOf(script.doc) === before);
		expect(house.committed().get('projects', 'prj_one')?.title).toBe('One');
	});

	it('is closed with a reason where the page would be told to start anew, or has no access', async () => {
		const eva = await house.enter('eva');
		eva.board.write('tasks', 'tsk_eva', 'status', 'doing');
		await until(() => eva.provider.unsyncedChanges === 0);
		const script = visit(userOf('planner'));
		await until(() => script.provider.synced);
		const own = script.doc.clientID;
		script.doc.clientID = eva.doc.clientID;
		script.board.write('projects', 'prj_one', 'title', 'as Eva');
		script.doc.clientID = own;
		await until(() => script.closes.includes(closeReasons.rebase.code));
		expect(house.committed().get('projects', 'prj_one')?.title).toBe('One');

		const stranger = visit('user-elsewhere');
		await until(() => stranger.closes.includes(closeReasons.accessLost.code));
		const nowhere = visit(userOf('planner'), 'brd_none');
		await until(() => nowhere.closes.includes(closeReasons.accessLost.code));
		const hostile = visit(userOf('owner'));
		await until(() => hostile.provider.synced);
		hostile.doc.getMap('evil').set('a', 1);
		await until(() => hostile.closes.includes(closeReasons.badFrame.code));
	});
});
