import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import * as Y from 'yjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anActor, anEmptyBoard, denialOf, valueOf } from '../../../tests/build.ts';
import { aPage, aRelay, type Relay } from '../../../tests/relay.ts';
import type { LiveBoard } from './live-board.svelte.ts';
import { copyName, openCopy } from './offline-copy.ts';

const open: { destroy(): unknown }[] = [];
afterEach(async () => {
	for (const one of open.splice(0).reverse()) await one.destroy();
});
async function relayOf(): Promise<Relay> {
	const relay = await aRelay();
	open.push(relay);
	return relay;
}
function page(relay: Relay, user = 'ana', role: 'owner' | 'viewer' = 'owner'): LiveBoard {
	const live = aPage(relay, anActor(role, `per_${user}`));
	open.push(live);
	return live;
}
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 8000 });
const saved = (live: LiveBoard): Promise<void> =>
	until(() => {
		expect(live.save.text).toMatch(/^Saved/);
		expect(live.isWritable).toBe(true);
	});

describe('LiveBoard', () => {
	it('says Saved only when the server has confirmed, and counts what is kept', async () => {
		const relay = await relayOf();
		const live = page(relay);
		expect(live.save.text).toMatch(/^Offline, connecting/);
		await saved(live);
		relay.holdAcks(true);
		valueOf(live.edits.createStage({ name: 'Idea' }));
		expect(live.save).toMatchObject({ kind: 'saving', text: 'Saving…', kept: 1 });
		relay.holdAcks(false);
		await saved(live);
		expect(live.save.kept).toBe(0);
	});

	it('shows its rows before it can be written, and says so to whoever writes too early', async () => {
		const relay = await relayOf();
		relay.edit((board) => board.create('stages', 'stg_a', { name: 'Idea' }));
		const live = page(relay);
		expect(live.isWritable).toBe(false);
		expect(() => live.edits).toThrow(/Ask isWritable first/);
		expect(() => live.undo()).toThrow(/Ask isWritable first/);
		await until(() => expect(live.rows('stages').size).toBe(1));
		await saved(live);
		valueOf(live.edits.setField('stages', 'stg_a', 'name', 'Ideas'));
		expect(live.canUndo).toBe(true);
	});

	it('begins with what HTTP brings, keeps it on the device, and goes on from there over the wire', async () => {
		const relay = await relayOf();
		relay.edit((board) => board.create('stages', 'stg_a', { name: 'Idea' }));
		const update = Y.encodeStateAsUpdate(relay.board().doc);
		await relay.cut();
		const first = aPage(relay, anActor('owner', 'per_ana'), update);
		open.push(first);
		await until(() => expect(first.isWritable).toBe(true));
		expect(first.rows('stages').get('stg_a')?.name).toBe('Idea');
		valueOf(first.edits.setField('stages', 'stg_a', 'name', 'Ideas'));
		expect(first.save.text).toMatch(/^Offline, 1 kept here/);
		await first.destroy();
		const second = page(relay);
		await until(() => expect(second.rows('stages').get('stg_a')?.name).toBe('Ideas'));
		relay.edit((board) => board.create('stages', 'stg_b', { name: 'Done' }));
		await relay.mend();
		await saved(second);
		expect(relay.board().get('stages', 'stg_a')?.name).toBe('Ideas');
		expect(second.rows('stages').size).toBe(2);
	});

	it('shows own edits at once, those of others once a frame, each row by itself', async () => {
		const relay = await relayOf();
		const ana = page(relay);
		const ben = page(relay, 'ben');
		await Promise.all([saved(ana), saved(ben)]);
		const idea = valueOf(ana.edits.createStage({ name: 'Idea' }));
		const done = valueOf(ana.edits.createStage({ name: 'Done' }));
		await until(() => expect(ben.doc.rows('stages').size).toBe(2));
		const runs = { list: 0, idea: 0, done: 0 };
		const stop = $effect.root(() => {
			$effect(() => {
				runs.list++;
				expect(ben.rows('stages').size).toBe(2);
			});
			$effect(() => {
				runs.idea++;
				void ben.row('stages', idea)?.name;
			});
			$effect(() => {
				runs.done++;
				void ben.row('stages', done)?.name;
			});
		});
		flushSync();
		const heard: [boolean, string[]][] = [];
		ben.onChange((touched, isLocal) => heard.push([isLocal, [...(touched.get('stages') ?? [])]]));
		valueOf(ben.edits.setField('stages', idea, 'name', 'Ideas'));
		flushSync();
		expect(runs).toEqual({ list: 2, idea: 2, done: 1 });
		expect(heard).toEqual([[true, [idea]]]);
		valueOf(ana.edits.setField('stages', done, 'name', 'Live'));
		await until(() => expect(runs.done).toBe(2));
		expect(runs).toEqual({ list: 3, idea: 2, done: 2 });
		expect(heard.at(-1)).toEqual([false, [done]]);
		stop();
	});

	it('keeps edits made offline and sends them when the network is back', async () => {
		const relay = await relayOf();
		const ana = page(relay);
		const ben = page(relay, 'ben');
		await Promise.all([saved(ana), saved(ben)]);
		await relay.cut();
		await until(() => expect(ana.save.text).toMatch(/^Offline/));
		valueOf(ana.edits.createStage({ name: 'Idea' }));
		expect(ana.save).toMatchObject({ kept: 1 });
		expect(ana.save.text).toMatch(/^Offline, 1 kept here/);
		await relay.mend();
		await saved(ana);
		await until(() => expect(ben.doc.rows('stages').size).toBe(1));
	});

	it('survives a reload without a network: the copy and what was kept are there', async () => {
		const relay = await relayOf();
		const first = page(relay);
		await saved(first);
		valueOf(first.edits.createStage({ name: 'Idea' }));
		await saved(first);
		await relay.cut();
		valueOf(first.edits.createStage({ name: 'Done' }));
		await first.destroy();
		const second = page(relay);
		await until(() => expect(second.rows('stages').size).toBe(2));
		expect(second.isReady).toBe(true);
		await until(() => expect(second.save.kept).toBe(1));
		await relay.mend();
		await saved(second);
		expect(relay.board().rows('stages').size).toBe(2);
	});

	it('a verb the policy refuses writes nothing and says so', async () => {
		const relay = await relayOf();
		const live = page(relay, 'vic', 'viewer');
		await saved(live);
		expect(denialOf(live.edits.createStage({ name: 'No' })).rule).toBe('P-1');
		expect(live.save.text).toMatch(/^Not allowed: Viewers read/);
		expect(live.save.kept).toBe(0);
	});

	it('a denial of the server takes back outbox and undo, and is told with its remedy', async () => {
		const relay = await relayOf();
		const live = page(relay);
		await saved(live);
		relay.holdAcks(true);
		const id = valueOf(live.edits.createStage({ name: 'Idea' }));
		relay.say({
			t: 'denied',
			denied: [{ collection: 'stages', id, field: '', rule: 'P-4', remedy: 'Ask a planner.' }]
		});
		await until(() => expect(live.save.text).toBe('Not allowed: Ask a planner.'));
		expect(live.save.kept).toBe(0);
		expect(live.canUndo).toBe(false);
		expect(live.notices).toMatchObject([{ kind: 'denied', rule: 'P-4', id }]);
		relay.holdAcks(false);
	});

	it('a superseded edit is told with a way to write it after all', async () => {
		const relay = await relayOf();
		const live = page(relay);
		await saved(live);
		const id = valueOf(live.edits.createStage({ name: 'Mine' }));
		await saved(live);
		relay.edit((board) => board.write('stages', id, 'name', 'Theirs'));
		await until(() => expect(live.doc.get('stages', id)?.name).toBe('Theirs'));
		const change = { collection: 'stages', id, field: 'name', yours: 'Mine', theirs: 'Theirs' };
		relay.say({ t: 'superseded', ...change, by: 'per_ben', at: 1 });
		await until(() => expect(live.notices).toHaveLength(1));
		valueOf(live.notices[0]!.useMine!());
		expect(live.doc.get('stages', id)?.name).toBe('Mine');
		await until(() => expect(relay.board().get('stages', id)?.name).toBe('Mine'));
	});

	it('undo refuses what somebody has changed since', async () => {
		const relay = await relayOf();
		const live = page(relay);
		await saved(live);
		const id = valueOf(live.edits.createStage({ name: 'Idea' }));
		valueOf(live.edits.setField('stages', id, 'name', 'Ideas'));
		await saved(live);
		relay.edit((board) => board.write('stages', id, 'name', 'Theirs'));
		await until(() => expect(live.doc.get('stages', id)?.name).toBe('Theirs'));
		expect(denialOf(live.undo())).toMatchObject({ rule: 'undo', field: 'name' });
		expect(live.doc.get('stages', id)?.name).toBe('Theirs');
		valueOf(live.undo());
		expect(live.doc.get('stages', id)?.archived).toBe(true);
		valueOf(live.redo());
		expect(live.doc.get('stages', id)?.archived).toBe(false);
	});
});

describe('rejoining with a new document', () => {
	it('writes again what still fits and shows the rest as conflicts', async () => {
		const relay = await relayOf();
		const live = page(relay);
		await saved(live);
		const a = valueOf(live.edits.createStage({ name: 'A' }));
		const b = valueOf(live.edits.createStage({ name: 'B' }));
		await saved(live);
		await relay.cut();
		valueOf(live.edits.setField('stages', a, 'name', 'A mine'));
		valueOf(live.edits.setField('stages', b, 'name', 'B mine'));
		const c = valueOf(live.edits.createStage({ name: 'C' }));
		valueOf(live.edits.setField('stages', c, 'phase', 'Later'));
		const rejected = live.doc;
		relay.edit((board) => board.write('stages', b, 'name', 'B theirs'));
		relay.rebaseOnce();
		await relay.mend();
		await until(() => expect(live.doc).not.toBe(rejected));
		await saved(live);
		expect(live.save.kept).toBe(0);
		const names = (): string[] => [...relay.board().all('stages')].map((s) => s.name).sort();
		expect(names()).toEqual(['A mine', 'B theirs', 'C']);
		expect(relay.board().get('stages', c)?.phase).toBe('Later');
		expect(live.notices).toMatchObject([
			{ kind: 'conflict', id: b, yours: 'B mine', theirs: 'B theirs' }
		]);
		valueOf(live.notices[0]!.useMine!());
		await until(() => expect(names()).toEqual(['A mine', 'B mine', 'C']));
	});

	it('undoes an edit once that was written again', async () => {
		const relay = await relayOf();
		const live = page(relay);
		await saved(live);
		const id = valueOf(live.edits.createStage({ name: 'A' }));
		await saved(live);
		await relay.cut();
		valueOf(live.edits.setField('stages', id, 'name', 'B'));
		const rejected = live.doc;
		relay.rebaseOnce();
		await relay.mend();
		await until(() => expect(live.doc).not.toBe(rejected));
		await until(() => expect(relay.board().get('stages', id)?.name).toBe('B'));
		valueOf(live.undo());
		expect(live.doc.get('stages', id)?.name).toBe('A');
		valueOf(live.undo());
		expect(live.doc.get('stages', id)?.archived).toBe(true);
		expect(live.canUndo).toBe(false);
	});

	it('waits longer for each new start that follows closely', async () => {
		const relay = await relayOf();
		const live = page(relay);
		await saved(live);
		const took: number[] = [];
		for (const name of ['A', 'B', 'C']) {
			const rejected = live.doc;
			relay.rebaseOnce();
			const startedAt = performance.now();
			valueOf(live.edits.createStage({ name }));
			await until(() => expect(live.doc).not.toBe(rejected));
			took.push(performance.now() - startedAt);
			await saved(live);
		}
		expect(took[1]).toBeGreaterThan(500);
		expect(took[2]).toBeGreaterThan(1000);
		expect([...relay.board().all('stages')].map((s) => s.name).sort()).toEqual(['A', 'B', 'C']);
	});

	it('follows the board to a new epoch', async () => {
		const relay = await relayOf();
		const live = page(relay);
		await saved(live);
		valueOf(live.edits.createStage({ name: 'Idea' }));
		await saved(live);
		await relay.cut();
		valueOf(live.edits.createStage({ name: 'Kept' }));
		relay.nextEpoch();
		await relay.mend();
		await until(() =>
			expect([...relay.board().all('stages')].map((s) => s.name).sort()).toEqual(['Idea', 'Kept'])
		);
		await saved(live);
	});

	it('ends when the membership is gone, and offers what was not sent', async () => {
		const relay = await relayOf();
		const live = page(relay);
		await saved(live);
		await relay.cut();
		valueOf(live.edits.createStage({ name: 'Unsent' }));
		relay.expel();
		await relay.mend();
		await until(() => expect(live.ended).toBe('no-access'));
		expect(live.notices.at(-1)).toMatchObject({ kind: 'closed', rule: 'no-access' });
		expect(live.save.text).toBe('Offline, 1 kept here');
		expect(await live.exportUnsent().text()).toContain('Unsent');
		const left = anEmptyBoard();
		await openCopy(copyName('usr_per_ana', relay.id, 1), left.doc);
		expect(left.rows('stages').size).toBe(0);
	});
});
