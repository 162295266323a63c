// What compaction promises, run on both storages by compact.test.ts and compact.pg.test.ts.
import * as Y from 'yjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { exportBoard } from '#lib/doc/export-board.ts';
import { openStorage, type Storage } from '../../tests/storages.ts';
import { openBoardLog, type DerivedRows } from '../collab/log.ts';
import { readWholeLog } from '../collab/whole-log.ts';
import { compactBoard } from './compact.ts';

const nothing: DerivedRows = { audit: [], transitions: [], bindings: [] };

export function describeCompaction(kind: 'embedded' | 'postgres'): void {
	let storage: Storage;

	beforeAll(async () => {
		storage = await openStorage(kind);
		await storage.db.sql`insert into organisations (id, name) values ('org', 'Organisation')`;
		await storage.db
			.sql`insert into boards (id, organisation, name) values ('brd', 'org', 'Board')`;
	});
	afterAll(() => storage?.remove());

	const read = async (epoch: number) => {
		const doc = new Y.Doc();
		const { updates } = await readWholeLog(storage.db, 'brd', epoch);
		for (const bytes of updates) Y.applyUpdate(doc, bytes);
		return exportBoard(new BoardDoc(doc));
	};

	it('keeps every row equal under a new epoch, smaller, and fences who had it open', async () => {
		const { db } = storage;
		const { log } = await openBoardLog(db, 'brd', 1);
		const doc = new Y.Doc();
		const board = new BoardDoc(doc);
		const appends: Promise<void>[] = [];
		doc.on('update', (bytes: Uint8Array) => appends.push(log.append(bytes, 'usr', nothing)));
		for (let n = 0; n < 20; n += 1) board.create('projects', `prj_${n}`, { title: `Course ${n}` });
		for (let n = 0; n < 400; n += 1)
			board.write('projects', `prj_${n % 20}`, 'title', `Title ${n}`);
		await Promise.all(appends);
		const before = await read(1);

		const done = await compactBoard(db, 'brd', 1);

		expect(done.epoch).toBe(2);
		expect(done.bytesAfter).toBeLessThan(done.bytesBefore);
		expect(await read(2)).toEqual(before);
		expect(before.projects).toHaveLength(20);
		await expect(log.append(new Uint8Array([0, 0]), 'usr', nothing)).rejects.toMatchObject({
			trouble: 'fence-lost'
		});
		await expect(openBoardLog(db, 'brd', 1)).rejects.toMatchObject({ trouble: 'stale-epoch' });
		expect(await read(1)).toEqual(before);
		const next = await openBoardLog(db, 'brd', 2);
		expect(next.bindings.size).toBe(0);
		await next.log.close();
	});

	it('leaves a board alone that a newer version has written to', async () => {
		const { db } = storage;
		const { log } = await openBoardLog(db, 'brd', 2);
		const doc = new Y.Doc();
		doc.getMap('projects+').set('prj_1/aFieldOfTomorrow', 1);
		await log.append(Y.encodeStateAsUpdate(doc), 'usr', nothing);
		await log.close();
		await expect(compactBoard(db, 'brd', 2)).rejects.toThrow(/newer version/);
		expect((await openBoardLog(db, 'brd', 2)).updates).toHaveLength(2);
	});
}
