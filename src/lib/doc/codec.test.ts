import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { collectionNames, entityOf, makeRow, type CollectionName } from '#lib/model/board.ts';
import { anyFieldsOf } from '../../../tests/values.ts';
import {
	checkRecord,
	decodeRow,
	encodeRecord,
	patchKey,
	patchRoot,
	recordRoot,
	recordValue,
	roots,
	splitPatchKey
} from './codec.ts';

const none = (): undefined => undefined;

/** Sends values through a Yjs update, as the wire does. */
function throughYjs(root: string, key: string, value: unknown): unknown {
	const a = new Y.Doc();
	a.getMap(root).set(key, value);
	const b = new Y.Doc();
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	return b.getMap(root).get(key);
}

describe.each(collectionNames)('a record of %s', (name: CollectionName) => {
	it('comes back from the document as it was made', () => {
		fc.assert(
			fc.property(anyFieldsOf(name), (given) => {
				const tuple = throughYjs(recordRoot(name), 'x_1', encodeRecord(name, given));
				expect(checkRecord(name, tuple)).toBeNull();
				expect(decodeRow(name, 'x_1', tuple, none)).toEqual(makeRow(name, 'x_1', given));
			}),
			{ numRuns: 40 }
		);
	});

	it('shows patches over it, each field by itself', () => {
		fc.assert(
			fc.property(anyFieldsOf(name), anyFieldsOf(name), (given, patches) => {
				const tuple = encodeRecord(name, given);
				const row = decodeRow(name, 'x_1', tuple, (field) =>
					Object.hasOwn(patches, field)
						? { value: throughYjs(patchRoot(name), patchKey('x_1', field), patches[field]) }
						: undefined
				);
				expect(row).toEqual(makeRow(name, 'x_1', { ...given, ...patches }));
			}),
			{ numRuns: 40 }
		);
	});

	it('reads what is missing as empty, and what a newer writer added not at all', () => {
		const { order } = entityOf(name);
		expect(decodeRow(name, 'x_1', [], none)).toEqual(makeRow(name, 'x_1', {}));
		expect(decodeRow(name, 'x_1', undefined, none)).toEqual(makeRow(name, 'x_1', {}));
		const whole = order.map((field) => entityOf(name).fields[field]!.empty);
		const newer = [...whole, 'from a later version', { more: 1 }];
		expect(decodeRow(name, 'x_1', newer, none)).toEqual(makeRow(name, 'x_1', {}));
		expect(checkRecord(name, newer)).toMatch(/this version knows/);
	});

	it('reads a value of the wrong kind as empty', () => {
		const row = decodeRow(name, 'x_1', [], () => ({ value: { planted: true } }));
		expect(row).toEqual(makeRow(name, 'x_1', {}));
	});
});

describe('the record', () => {
	it('leaves out trailing empty values', () => {
		expect(encodeRecord('checkItems', { text: 'Proofread' })).toEqual(['', 'Proofread']);
	});

	it('tells what a field goes back to when its patch is deleted', () => {
		expect(recordValue('checkItems', ['tsk_1', 'Proofread'], 'text')).toBe('Proofread');
		expect(recordValue('checkItems', ['tsk_1', 'Proofread'], 'done')).toBe(false);
		expect(recordValue('checkItems', undefined, 'text')).toBe('');
	});
});

describe('keys and roots', () => {
	it('splits a patch key, and refuses what is none', () => {
		expect(splitPatchKey('prj_1/title')).toEqual({ id: 'prj_1', field: 'title' });
		for (const key of ['', '/', '/title', 'prj_1/', 'prj_1']) expect(splitPatchKey(key)).toBeNull();
	});

	it('are two for each collection', () => {
		expect(roots.size).toBe(collectionNames.length * 2);
		expect(roots.get('projects+')).toEqual({ collection: 'projects', part: 'patch' });
	});
});
