// The permission matrix over bare sockets: every access x collection x field x write, reset, make, delete.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { defaultBounds } from '#lib/domain/bands.ts';
import { collections, collectionNames, type CollectionName } from '#lib/model/board.ts';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import { sameValue } from '#lib/model/value.ts';
import type { Preset, Role } from '#lib/policy/roles.ts';
import { syncSteps } from '#server/collab/frame.ts';
import { BOARD, DOCUMENT, House } from './house.ts';
import { letters, makings, oracle, people, type Letter } from './permission-oracle.ts';
import { awarenessFrame, RawClient, syncFrame } from './raw-client.ts';

const roleOf: Record<Letter, Role> = {
	O: 'owner',
	P: 'planner',
	L: 'leader',
	V: 'viewer',
	D: 'designer',
	A: 'designer',
	N: 'designer'
};
type AnyBoard = {
	create(collection: CollectionName, id: string, given: object): void;
	write(collection: CollectionName, id: string, field: string, value: unknown): void;
};
const loose = (board: BoardDoc): AnyBoard => board as unknown as AnyBoard;
const prefixOf = (collection: CollectionName): string => collections[collection].prefix;
const cells = collectionNames.flatMap((collection) =>
	Object.entries(oracle[collection].fields).map(([field, [who, value]]) => ({
		collection,
		field,
		who,
		value
	}))
);

let house: House;
beforeEach(async () => {
	house = await new House().open();
	await house.collab.edit(BOARD, 'server', 'demo', (board) => {
		board.create('stages', 'stg_first', { name: 'First', rank: 'Zz' });
		board.create('projects', 'prj_led', { title: 'Led too', lead: people.D });
		board.create('projects', 'prj_other', { title: 'Somebody else’s' });
		for (const collection of collectionNames) {
			const prefix = prefixOf(collection);
			loose(board).create(collection, `${prefix}_write`, oracle[collection].record);
			loose(board).create(collection, `${prefix}_spare`, oracle[collection].record);
			loose(board).create(collection, `${prefix}_reset`, oracle[collection].reset.record);
		}
	});
	await house.collab.edit(BOARD, 'server', 'demo', (board) => {
		for (const collection of collectionNames)
			for (const [field, value] of Object.entries(oracle[collection].reset.patches))
				loose(board).write(collection, `${prefixOf(collection)}_reset`, field, value);
	});
});
afterEach(async () => {
	await house.close();
});

async function come(letter: Letter, preset: Preset = 'standard'): Promise<RawClient> {
	const user = `user-${letter}`;
	const actor = { user, person: people[letter], role: roleOf[letter], preset };
	house.standings.set(user, { actor, epoch: 1, bounds: defaultBounds });
	const client = new RawClient(house.dial(user), DOCUMENT);
	expect(await client.join()).toBe(true);
	return client;
}

/** `SELF` in the oracle stands for whoever acts. */
function fill<T>(value: T, letter: Letter): T {
	const text = JSON.stringify(value).replaceAll('"SELF"', JSON.stringify(people[letter]));
	return JSON.parse(text) as T;
}

function fieldOf(board: BoardDoc, collection: CollectionName, id: string, field: string): unknown {
	return (board.get(collection, id) as unknown as Record<string, unknown> | undefined)?.[field];
}

const namesOf = (client: RawClient): Set<string> =>
	new Set(
		client.messages
			.flatMap(
				({ denied }) => (denied ?? []) as { collection: string; id: string; field: string }[]
			)
			.map(({ collection, id, field }) => `${collection}/${id}/${field}`)
	);

describe('the permission matrix', () => {
	it('names every field there is', () => {
		for (const collection of collectionNames)
			expect(Object.keys(oracle[collection].fields).sort()).toEqual(
				Object.keys(collections[collection].fields).sort()
			);
	});

	it.each(letters)('is kept for writes by %s', async (letter) => {
		const client = await come(letter);
		await client.write(() => {
			for (const { collection, field, value } of cells)
				loose(client.board).write(
					collection,
					`${prefixOf(collection)}_write`,
					field,
					fill(value, letter)
				);
		});
		const board = house.committed();
		const told = namesOf(client);
		for (const { collection, field, who, value } of cells) {
			const id = `${prefixOf(collection)}_write`;
			const name = `${collection}/${id}/${field}`;
			const stands = sameValue(fieldOf(board, collection, id, field), fill(value, letter));
			expect(`${name} ${stands}`).toBe(`${name} ${who.includes(letter)}`);
			expect(`${name} told ${told.has(name)}`).toBe(`${name} told ${!who.includes(letter)}`);
		}
		expect(namesOf(client).size).toBe(cells.filter((cell) => !cell.who.includes(letter)).length);
		client.close();
	});

	it.each(letters)('is kept for taking patches away by %s', async (letter) => {
		const client = await come(letter);
		const patched = collectionNames.flatMap((collection) =>
			Object.keys(oracle[collection].reset.patches).map((field) => ({ collection, field }))
		);
		await client.write(() => {
			for (const { collection, field } of patched)
				client.doc.getMap(`${collection}+`).delete(`${prefixOf(collection)}_reset/${field}`);
		});
		const board = house.committed();
		for (const { collection, field } of patched) {
			const id = `${prefixOf(collection)}_reset`;
			const { fields, reset } = oracle[collection];
			const isBack = !sameValue(fieldOf(board, collection, id, field), reset.patches[field]);
			const name = `${collection}/${id}/${field}`;
			expect(`${name} ${isBack}`).toBe(`${name} ${fields[field]![0].includes(letter)}`);
		}
		client.close();
	});

	it.each(letters)(
		'is kept for making records, and taking them away, by %s (P-8)',
		async (letter) => {
			const client = await come(letter);
			const idOf = (i: number): string => `${prefixOf(makings[i]![1])}_new${i}`;
			await client.write(() => {
				for (const [i, [, collection, , record]] of makings.entries())
					loose(client.board).create(collection, idOf(i), fill(record, letter));
			});
			const made = house.committed();
			for (const [i, [name, collection, who]] of makings.entries()) {
				const stands = made.get(collection, idOf(i)) !== undefined;
				expect(`${name} ${stands}`).toBe(`${name} ${who.includes(letter)}`);
			}
			await client.write(() => {
				for (const [i, [, collection]] of makings.entries())
					if (client.board.get(collection, idOf(i))) client.board.remove(collection, idOf(i));
			});
			const gone = house.committed();
			for (const [i, [, collection]] of makings.entries())
				expect(gone.get(collection, idOf(i))).toBeUndefined();
			client.close();
		}
	);

	it.each(letters)('lets %s delete nothing that somebody else has made', async (letter) => {
		const client = await come(letter);
		await client.write(() => {
			for (const collection of collectionNames)
				client.board.remove(collection, `${prefixOf(collection)}_spare`);
		});
		const board = house.committed();
		for (const collection of collectionNames)
			expect(board.get(collection, `${prefixOf(collection)}_spare`)).toBeDefined();
		client.close();
	});

	it.each(letters)('of a small team lets %s plan unless they only read (P-14)', async (letter) => {
		const client = await come(letter, 'small-team');
		const plain = cells.filter(({ collection, who }) => collection !== 'comments' && who !== '');
		await client.write(() => {
			for (const { collection, field, value } of plain)
				loose(client.board).write(
					collection,
					`${prefixOf(collection)}_write`,
					field,
					fill(value, letter)
				);
		});
		const board = house.committed();
		for (const { collection, field, value } of plain) {
			const id = `${prefixOf(collection)}_write`;
			const stands = sameValue(fieldOf(board, collection, id, field), fill(value, letter));
			expect(`${collection}/${field} ${stands}`).toBe(`${collection}/${field} ${letter !== 'V'}`);
		}
		client.close();
	});
});

describe('who is not let in', () => {
	const strangers: [string, () => RawClient][] = [
		['anonymous', () => new RawClient(house.dial(null), DOCUMENT)],
		['another organisation', () => new RawClient(house.dial('user-elsewhere'), DOCUMENT)],
		[
			'a revoked session',
			() => {
				house.revoked.add('session-user-planner');
				return new RawClient(house.dial('user-planner'), DOCUMENT);
			}
		],
		[
			'a member, on a board that is not',
			() => new RawClient(house.dial('user-planner'), 'board:x:1')
		]
	];

	it.each(strangers)('%s: reads nothing and changes nothing', async (_name, dial) => {
		const before = house.storage.stored(BOARD).updates.length;
		const client = dial();
		expect(await client.join()).toBe(false);
		const copy = new Y.Doc();
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(house.committed().doc));
		const vector = Y.encodeStateVector(copy);
		copy.getMap('projects+').set('prj_one/title', 'smuggled');
		const update = Y.encodeStateAsUpdate(copy, vector);
		for (const step of [syncSteps.update, syncSteps.missing])
			client.send(syncFrame(DOCUMENT, step, update));
		const witness = await come('V');
		expect(witness.board.get('projects', 'prj_one')?.title).toBe('One');
		expect(client.doc.share.size === 0 || client.board.get('projects', 'prj_one')).toBeFalsy();
		expect(house.storage.stored(BOARD).updates).toHaveLength(before);
		client.close();
		witness.close();
	});

	it('presence says who the server knows, whatever the client says', async () => {
		const watcher = await house.enter('owner');
		for (const letter of letters) {
			const client = await come(letter);
			const state = { user: { person: people.O, name: 'Olga', role: 'owner' }, cursor: letter };
			client.send(awarenessFrame(DOCUMENT, [{ client: client.doc.clientID, clock: 1, state }]));
			const seen = (): Record<string, unknown> | undefined =>
				watcher.provider.awareness?.getStates().get(client.doc.clientID);
			await expect.poll(seen).toMatchObject({
				cursor: letter,
				user: { person: people[letter], role: roleOf[letter] }
			});
			client.close();
			await expect.poll(seen).toBeUndefined();
		}
	});
});
