import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Bench, type Hand } from './bench.ts';

describe('what an update may not be', () => {
	const attempts: [string, (hand: Hand) => void][] = [
		['a nested type', (h) => h.doc.getMap('tasks+').set('tsk_dan/notes', new Y.Map())],
		['an unknown root', (h) => h.doc.getMap('evil').set('a', 1)],
		['a list under a known root', (h) => h.doc.share.get('tasks') && pushInto(h, 'tasks')],
		['an unknown field', (h) => h.doc.getMap('tasks+').set('tsk_dan/secret', 1)],
		['a field named __proto__', (h) => h.doc.getMap('tasks+').set('tsk_dan/__proto__', 1)],
		['a value of the wrong kind', (h) => h.doc.getMap('tasks+').set('tsk_dan/status', 7)],
		['bytes', (h) => h.doc.getMap('tasks+').set('tsk_dan/notes', new Uint8Array(3))],
		['an id of another kind', (h) => h.doc.getMap('tasks').set('prj_x', ['x'])],
		[
			'a record with too many values',
			(h) => h.doc.getMap('stages').set('stg_x', Array(40).fill('a'))
		]
	];

	it.each(attempts)('refuses %s as a whole and changes nothing', (_name, attempt) => {
		const bench = new Bench();
		const pia = bench.joinAs('planner');
		pia.board.write('projects', 'prj_one', 'title', 'Smuggled along');
		attempt(pia);
		const before = Buffer.from(Y.encodeStateAsUpdate(bench.doc)).toString('hex');
		const judgement = bench.judge(Y.mergeUpdates(pia.outbox), pia.actor);
		expect(judgement).toMatchObject({ ok: false, refusal: { kind: 'hostile' } });
		expect(Buffer.from(Y.encodeStateAsUpdate(bench.doc)).toString('hex')).toBe(before);
		expect(bench.log).toHaveLength(1);
	});

	it('answers a foreign client id and unknown structs with a new start, not with force', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		dan.board.write('tasks', 'tsk_dan', 'status', 'doing');
		bench.send(dan);
		const eva = bench.joinAs('eva');
		eva.doc.clientID = dan.doc.clientID;
		eva.board.write('tasks', 'tsk_eva', 'status', 'doing');
		expect(bench.judge(Y.mergeUpdates(eva.outbox), eva.actor)).toMatchObject({
			refusal: { kind: 'rebase', reason: 'client-id' }
		});
		const pia = bench.joinAs('planner');
		pia.board.write('projects', 'prj_one', 'title', 'lost');
		pia.outbox.length = 0;
		pia.board.write('projects', 'prj_one', 'title', 'kept');
		expect(bench.judge(Y.mergeUpdates(pia.outbox), pia.actor)).toMatchObject({
			refusal: { kind: 'rebase', reason: 'unknown-structs' }
		});
		const server = bench.joinAs('planner');
		server.doc.clientID = bench.doc.clientID;
		server.board.write('projects', 'prj_one', 'title', 'as the server');
		expect(bench.judge(Y.mergeUpdates(server.outbox), server.actor)).toMatchObject({
			refusal: { kind: 'rebase', reason: 'client-id' }
		});
	});

	it('refuses more than five hundred forbidden keys at once and applies none of the batch', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		dan.doc.transact(() => {
			dan.board.write('tasks', 'tsk_dan', 'status', 'doing');
			for (let i = 0; i < 501; i++) dan.board.create('projects', `prj_x${i}`, {});
		});
		expect(bench.judge(Y.mergeUpdates(dan.outbox), dan.actor)).toMatchObject({
			refusal: { kind: 'hostile' }
		});
		expect(bench.board.get('tasks', 'tsk_dan')?.status).toBe('todo');
	});
});

function pushInto(hand: Hand, root: string): void {
	const foreign = new Y.Doc();
	foreign.getArray(root).push(['x']);
	hand.outbox.push(Y.encodeStateAsUpdate(foreign));
}
