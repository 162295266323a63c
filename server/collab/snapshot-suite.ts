// What snapshots promise, run on both storages by snapshot.test.ts and snapshot.pg.test.ts.
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openStorage, type Storage } from '../../tests/storages.ts';
import type { Db } from '../db/db.ts';
import { storeSnapshot } from '../db/snapshots.ts';
import { LogDamaged, openBoardLog, type DerivedRows } from './log.ts';
import { writeSnapshot } from './snapshot.ts';

const nothing: DerivedRows = { audit: [], transitions: [], bindings: [] };

export function describeSnapshots(kind: 'embedded' | 'postgres'): void {
	let storage: Storage;
	let db: Db;
	let board = '';
	let made = 0;

	beforeAll(async () => {
		storage = await openStorage(kind);
		db = storage.db;
		await db.sql`insert into organisations (id, name) values ('org', 'Organisation')`;
	});
	afterAll(() => storage?.remove());
	beforeEach(async () => {
		board = `brd_${++made}`;
		await db.sql`insert into boards (id, organisation, name) values (${board}, 'org', 'Board')`;
	});

	/** Commits `count` edits of one document, each as the update it was. */
	const edit = async (doc: Y.Doc, count: number, options = {}) => {
		const { log, updates } = await openBoardLog(db, board, 1, options);
		for (const bytes of updates) Y.applyUpdate(doc, bytes);
		const appends: Promise<void>[] = [];
		const keep = (bytes: Uint8Array) => appends.push(log.append(bytes, 'usr', nothing));
		doc.on('update', keep);
		for (let n = 0; n < count; n += 1) doc.getMap('m').set(`k${n % 7}`, `${made} ${n}`);
		doc.off('update', keep);
		await Promise.all(appends);
		return log;
	};
	const boot = async () => {
		const { log, updates } = await openBoardLog(db, board, 1);
		await log.close();
		const doc = new Y.Doc();
		for (const bytes of updates) Y.applyUpdate(doc, bytes);
		return { updates, content: doc.getMap('m').toJSON() };
	};
	const readSnapshotSeq = async () => {
		const [row] = await db.sql`select seq from board_snapshot where board = ${board}`;
		return row === undefined ? undefined : Number(row['seq']);
	};

	it('starts the same from snapshot and log as from the log alone, and keeps every row', async () => {
		const doc = new Y.Doc();
		await (await edit(doc, 30)).close();
		const plain = await boot();
		await writeSnapshot(db, board, 1);
		await (await edit(doc, 5)).close();
		const mixed = await boot();
		expect(plain.updates).toHaveLength(30);
		expect(mixed.updates).toHaveLength(6);
		expect(mixed.content).toEqual(doc.getMap('m').toJSON());
		const [rows] = await db.sql`select count(*) from board_update where board = ${board}`;
		expect(Number(rows!['count'])).toBe(35);
	});

	it('comes by itself after enough rows, and when a long log is closed', async () => {
		const log = await edit(new Y.Doc(), 12, { snapshotEvery: 10 });
		await log.close();
		expect(await readSnapshotSeq()).toBe(12);
		await (await edit(new Y.Doc(), 120)).close();
		expect(await readSnapshotSeq()).toBe(132);
	});

	it('never goes back, and never says more than was committed', async () => {
		await (await edit(new Y.Doc(), 4)).close();
		await writeSnapshot(db, board, 1);
		await storeSnapshot(db, board, 1, 2, new Uint8Array([1]));
		expect(await readSnapshotSeq()).toBe(4);
		const back = db.sql`update board_snapshot set seq = 3 where board = ${board}`;
		await expect(back).rejects.toThrow(/would go back from 4 to 3/);
		await expect(storeSnapshot(db, board, 1, 5, new Uint8Array([1]))).rejects.toThrow(
			/never committed/
		);
	});

	it('is not written from a log with a gap, or from updates that do not fit together', async () => {
		const doc = new Y.Doc();
		await (await edit(doc, 3)).close();
		const alien = new Y.Doc();
		alien.getMap('m').set('a', 1);
		const before = Y.encodeStateVector(alien);
		alien.getMap('m').set('b', 2);
		const { log } = await openBoardLog(db, board, 1);
		await log.append(Y.encodeStateAsUpdate(alien, before), 'usr', nothing);
		await log.close();
		await expect(writeSnapshot(db, board, 1)).rejects.toBeInstanceOf(LogDamaged);
		await db.sql`delete from board_update where board = ${board} and seq = 2`;
		await expect(writeSnapshot(db, board, 1)).rejects.toThrow(/row 2 is missing/);
		expect(await readSnapshotSeq()).toBeUndefined();
	});
}
