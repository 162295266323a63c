// The document that a page without a copy is given before it joins.
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { BOARD, House, until } from './house.ts';

let house: House;
beforeEach(async () => {
	house = await new House().open();
});
afterEach(async () => {
	await house.close();
});

async function titleNow(): Promise<string | undefined> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, (await house.collab.readUpdate(BOARD, 1))!);
	return new BoardDoc(doc).get('projects', 'prj_one')?.title;
}

it('is that of the board now, at its epoch only, and keeps the board for whoever joins next', async () => {
	expect(await titleNow()).toBe('One');
	expect(house.storage.isOpen(BOARD)).toBe(true);
	expect(await house.collab.readUpdate(BOARD, 2)).toBeUndefined();
	expect(await house.collab.readUpdate('brd_none', 1)).toBeUndefined();
	const loaded = house.collab.metrics()['boards_loaded'];
	await house.enter('planner');
	expect(house.collab.metrics()['boards_loaded']).toBe(loaded);
});

it('holds nothing that is not committed, and nothing that was overwritten', async () => {
	const pia = await house.enter('planner');
	house.storage.mode = 'held';
	pia.board.write('projects', 'prj_one', 'title', 'For few eyes');
	await until(() => house.collab.metrics()['collab_uncommitted'] === 1);
	let isRead = false;
	const title = titleNow().finally(() => (isRead = true));
	let turns = 0;
	await until(() => ++turns > 50);
	expect(isRead).toBe(false);
	house.storage.commit();
	expect(await title).toBe('For few eyes');

	house.storage.mode = 'auto';
	pia.board.write('projects', 'prj_one', 'title', 'For all');
	await until(() => pia.provider.unsyncedChanges === 0);
	expect(await titleNow()).toBe('For all');
	const has = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('For few eyes');
	expect(house.storage.stored(BOARD).updates.some(has)).toBe(true);
	expect(has((await house.collab.readUpdate(BOARD, 1))!)).toBe(false);
});
