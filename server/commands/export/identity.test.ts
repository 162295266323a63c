// What is exported and imported into an empty board is the same board, to the last character, in all three formats.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	emptyRows,
	entityOf,
	makeRow,
	memberCollections,
	readRows,
	type BoardRows,
	type CollectionName
} from '#lib/model/board.ts';
import { exportBoard } from '#lib/doc/export-board.ts';
import { anyFieldsOf } from '../../../tests/values.ts';
import { gatherFacts } from '../import/board-facts.ts';
import { readBoardJson } from '../import/board-json.ts';
import { planChanges } from '../import/changes.ts';
import { decodeText } from '../import/decode.ts';
import { parseDelimited } from '../import/delimited.ts';
import { draftOwn } from '../import/own-shape.ts';
import { runAtOnce } from '../import/pace.ts';
import { readFile } from '../import/read-file.ts';
import type { ReadFile } from '../import/sheet.ts';
import { anActor } from '../import/test-board.ts';
import { escapeFormula, unescapeFormula } from './cells.ts';
import { writeCsv } from './tables.ts';
import { layWorkbook, packWorkbook } from './workbook.ts';

type AnyRow = Record<string, unknown> & { id: string };
type Store = Record<CollectionName, Map<string, AnyRow>>;

/** A board of any values in what members write. */
const anyBoard = (perCollection: number): fc.Arbitrary<BoardRows> =>
	fc
		.tuple(
			...memberCollections.map((name) =>
				fc.array(anyFieldsOf(name), { minLength: 1, maxLength: perCollection })
			)
		)
		.map((lists) => {
			const rows = emptyRows();
			const store = rows as unknown as Store;
			for (const [i, name] of memberCollections.entries())
				for (const [n, given] of lists[i]!.entries()) {
					const id = `${entityOf(name).prefix}_any${n}`;
					store[name].set(id, makeRow(name, id, given as never) as unknown as AnyRow);
				}
			return rows as BoardRows;
		});

/** Imports a file into an empty board; errors fail the test. */
function importInto(file: ReadFile): BoardRows {
	const empty = emptyRows();
	const facts = gatherFacts('brd_empty', empty as BoardRows);
	const draft = runAtOnce(draftOwn(file, facts));
	const { changes } = runAtOnce(planChanges(draft, { actor: anActor(), facts, isRestore: true }));
	expect(draft.remarks.filter((remark) => remark.level === 'error')).toEqual([]);
	for (const change of changes)
		if (change.kind === 'create')
			(empty as unknown as Store)[change.collection].set(change.id, change.record as AnyRow);
	return empty as BoardRows;
}

const plainOf = (rows: BoardRows): unknown => exportBoard(readRows(rows));

describe('export, then import', () => {
	it('is the identity by CSV, one collection after the other', () => {
		fc.assert(
			fc.property(anyBoard(3), fc.boolean(), (rows, bom) => {
				for (const name of memberCollections) {
					const bytes = new TextEncoder().encode(runAtOnce(writeCsv(rows, name, { bom })));
					const { text, encoding } = decodeText(bytes);
					const { rows: cells, delimiter } = parseDelimited(text);
					const file: ReadFile = {
						kind: 'text',
						encoding,
						delimiter,
						sheets: [{ name, rows: cells }]
					};
					expect(importInto(file)[name]).toEqual(rows[name]);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('is the identity by JSON', () => {
		fc.assert(
			fc.property(anyBoard(3), (rows) => {
				const sheets = readBoardJson(JSON.stringify(plainOf(rows)))!;
				const file: ReadFile = { kind: 'json', encoding: 'UTF-8', delimiter: '', sheets };
				expect(plainOf(importInto(file))).toEqual(plainOf(rows));
			}),
			{ numRuns: 60 }
		);
	});

	it('is the identity by XLSX', async () => {
		for (const [seed, rows] of fc.sample(anyBoard(30), { numRuns: 3, seed: 7 }).entries()) {
			const packed = await packWorkbook(runAtOnce(layWorkbook(rows)));
			const read = await readFile(packed);
			if (!read.ok) throw new Error(`board ${seed}: ${read.problem.message}`);
			expect(plainOf(importInto(read.value))).toEqual(plainOf(rows));
		}
	}, 60_000);
});

describe('cells', () => {
	it.each([
		['=1+1', "'=1+1"],
		['@x', "'@x"],
		['-5', "'-5"],
		['\tx', "'\tx"],
		["'=1", "''=1"],
		["'tis", "'tis"],
		['plain', 'plain']
	])('%j is written as %j and read back', (cell, written) => {
		expect(escapeFormula(cell)).toBe(written);
		expect(unescapeFormula(written)).toBe(cell);
	});

	it('come back whatever they hold', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', 'a', '\t') }), (cell) => {
				expect(unescapeFormula(escapeFormula(cell))).toBe(cell);
			})
		);
	});
});
