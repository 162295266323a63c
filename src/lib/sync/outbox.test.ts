import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { FieldWrite } from '#lib/model/change.ts';
import { countUnsent, forgetDevice } from './forget-device.ts';
import { listDatabases } from './databases.ts';
import { copyName, openCopy } from './offline-copy.ts';
import { openOutboxStore, Outbox, readIntents } from './outbox.ts';
import { exportIntents } from './unsent.ts';
import { anEmptyBoard } from '../../../tests/build.ts';

const write = (id: string, field = 'title'): FieldWrite => ({
	kind: 'write',
	collection: 'projects',
	id,
	field,
	before: '',
	after: 'x'
});
const stamp = (clock: number): { epoch: number; client: number; clock: number; at: number } => ({
	epoch: 1,
	client: 7,
	clock,
	at: 1000 + clock
});
async function stored(user: string): Promise<string[]> {
	const db = await openOutboxStore(user);
	const intents = await readIntents(db!);
	db!.close();
	return intents.map((intent) => `${intent.change.id}/${(intent.change as FieldWrite).field}`);
}

describe('Outbox', () => {
	it('counts edits, not fields, and keeps them over a reload, in order', async () => {
		const outbox = await Outbox.open('u1', 'brd_a', 'tab1');
		outbox.note([write('prj_1'), write('prj_1', 'brief')], stamp(1));
		outbox.note([write('prj_2')], stamp(2));
		outbox.note([], stamp(3));
		expect(outbox.kept).toBe(2);
		await vi.waitFor(async () => expect(await stored('u1')).toHaveLength(3));
		outbox.close();
		const again = await Outbox.open('u1', 'brd_a', 'tab2');
		expect(again.intents.map((one) => [one.change.id, one.clock, one.tab])).toEqual([
			['prj_1', 1, 'tab1'],
			['prj_1', 1, 'tab1'],
			['prj_2', 2, 'tab1']
		]);
		const other = await Outbox.open('u1', 'brd_b', 'tab3');
		expect(other.kept).toBe(0);
		again.close();
		other.close();
	});

	it('forgets what is settled or taken back, here and in the store', async () => {
		const outbox = await Outbox.open('u2', 'brd_a', 'tab1');
		let changes = 0;
		outbox.onChange = () => changes++;
		outbox.note([write('prj_1'), write('prj_1', 'brief')], stamp(1));
		outbox.note([write('prj_2')], stamp(2));
		outbox.drop('projects', 'prj_1', 'brief');
		outbox.settle((intent) => intent.clock > 1);
		await vi.waitFor(async () => expect(await stored('u2')).toEqual(['prj_1/title']));
		outbox.drop('projects', 'prj_1');
		expect(outbox.kept).toBe(0);
		expect(changes).toBe(5);
		outbox.close();
	});

	it('holds in the page alone where the browser keeps nothing', () => {
		const outbox = new Outbox(null, 'brd_a', 'tab1', []);
		outbox.note([write('prj_1')], stamp(1));
		expect(outbox.kept).toBe(1);
	});

	it('is read as a file', async () => {
		const outbox = await Outbox.open('u3', 'brd_a', 'tab1');
		outbox.note([write('prj_1')], stamp(0));
		const file = JSON.parse(exportIntents({ id: 'brd_a', name: 'A' }, outbox.intents)) as object;
		expect(file).toMatchObject({
			board: { id: 'brd_a' },
			edits: [{ at: '1970-01-01T00:00:01.000Z', id: 'prj_1', field: 'title', after: 'x' }]
		});
		outbox.close();
	});
});

describe('leaving a device', () => {
	it('warns of what is unsent, then leaves nothing of this user and all of the other', async () => {
		for (const user of ['u4', 'u5']) {
			const outbox = await Outbox.open(user, 'brd_a', 'tab1');
			outbox.note([write('prj_1'), write('prj_2')], stamp(1));
			const copy = await openCopy(copyName(user, 'brd_a', 1), anEmptyBoard().doc);
			await vi.waitFor(async () => expect(await stored(user)).toHaveLength(2));
			outbox.close();
			await copy.close();
		}
		expect(await countUnsent('u4')).toBe(1);
		await forgetDevice('u4');
		expect(await listDatabases('u4')).toEqual([]);
		expect(await countUnsent('u4')).toBe(0);
		expect(await countUnsent('u5')).toBe(1);
		expect(await listDatabases('u5')).toContain('u5:brd_a:1');
	});
});

describe('the copy', () => {
	it('is there again for the same name, empty for another, empty after it was discarded', async () => {
		const first = anEmptyBoard();
		const copy = await openCopy('u6:brd:1', first.doc);
		first.create('stages', 'stg_1', { name: 'A' });
		await copy.close();
		const again = anEmptyBoard();
		const reopened = await openCopy('u6:brd:1', again.doc);
		expect(again.get('stages', 'stg_1')?.name).toBe('A');
		await openCopy('u6:brd:2', anEmptyBoard().doc).then((other) => other.close());
		await reopened.discard();
		await reopened.discard();
		const fresh = anEmptyBoard();
		const empty = await openCopy('u6:brd:1', fresh.doc);
		expect(fresh.rows('stages').size).toBe(0);
		await empty.close();
	});

	it('is discarded while another tab holds it', async () => {
		const [a, b] = [anEmptyBoard(), anEmptyBoard()];
		const one = await openCopy('u7:brd:1', a.doc);
		const two = await openCopy('u7:brd:1', b.doc);
		a.create('stages', 'stg_1', { name: 'A' });
		await one.discard();
		const fresh = anEmptyBoard();
		const empty = await openCopy('u7:brd:1', fresh.doc);
		expect(fresh.rows('stages').size).toBe(0);
		await Promise.all([two.close(), empty.close()]);
	});
});
