// Looks at a file as an import would, and writes nothing: guesses, drafts, judges, counts. The import itself runs the
// same steps again on the stored bytes.
import type { ImportCheck, ImportChoices, Remark } from '#lib/model/import.ts';
import type { Actor } from '#lib/policy/roles.ts';
import { listChoosable, type BoardFacts } from './board-facts.ts';
import { collectionNames } from '#lib/model/board.ts';
import { bytesOf, planChanges, type PlannedChanges } from './changes.ts';
import { findExample, findObstacle, fitOf } from './choices.ts';
import { Draft } from './draft.ts';
import { draftOwn } from './own-shape.ts';
import { clip } from './plan-rows.ts';
import { draftPlan } from './plan-shape.ts';
import { draftProjects } from './projects-shape.ts';
import { cellAt, type ReadFile } from './sheet.ts';
import { findValues } from './values.ts';

/** A board document holds 16 MB; an import leaves room for work on it. */
const BOARD_BYTES = 14 * 1024 * 1024;
const HEAD_ROWS = 15;
const SHOWN_REMARKS = 300;

export interface DryRun {
	choices: ImportChoices;
	shown: ImportCheck['values'];
	draft: Draft;
	planned: PlannedChanges;
	obstacle: string;
	regions: ImportCheck['regions'];
}

/** Drafts and judges. Yields now and then. */
export function* dryRun(
	file: ReadFile,
	facts: BoardFacts,
	given: ImportChoices,
	fileName: string,
	actor: Actor
): Generator<void, DryRun> {
	const rows = file.sheets[given.sheet]?.rows ?? [];
	const { meanings, shown } = yield* findValues(rows, facts, given);
	const choices = { ...given, values: meanings };
	const blocked = findObstacle(choices, facts);
	const draft =
		blocked === '' ? yield* draftShape(file, rows, facts, choices, fileName) : new Draft();
	const isRestore = choices.shape === 'own';
	const planned = yield* planChanges(draft, { actor, facts, isRestore });
	const obstacle = blocked || (yield* findOverflow(facts, planned));
	draft.remarks.sort((a, b) => a.row - b.row);
	const regions = choices.shape === 'plan' ? listChoosable(facts.rows, choices.region) : [];
	return { choices, shown, draft, planned, obstacle, regions };
}

function draftShape(
	file: ReadFile,
	rows: string[][],
	facts: BoardFacts,
	choices: ImportChoices,
	fileName: string
): Generator<void, Draft> {
	if (choices.shape === 'plan') return draftPlan(rows, facts, choices, fileName);
	if (choices.shape === 'projects') return draftProjects(rows, facts, choices, fileName);
	return draftOwn(file, facts);
}

/** Why the board could not hold it; '' when it can. */
function* findOverflow({ rows }: BoardFacts, planned: PlannedChanges): Generator<void, string> {
	if (planned.changes.length < 2_000) return '';
	let bytes = planned.bytes;
	let i = 0;
	for (const collection of collectionNames)
		for (const row of (rows[collection] as ReadonlyMap<string, { id: string }>).values()) {
			if (++i % 200 === 0) yield;
			bytes += bytesOf(collection, row);
		}
	if (bytes <= BOARD_BYTES) return '';
	const size = (bytes / 1024 / 1024).toFixed(0);
	return `With this file the board would hold about ${size} MB; a board holds ${BOARD_BYTES / 1024 / 1024} MB. Import it in parts into several boards, or leave out long columns.`;
}

/** What the page shows of a dry run. */
export function describeRun(
	batch: string,
	file: ReadFile,
	name: string,
	bytes: number,
	run: DryRun
): ImportCheck {
	const { choices, draft, planned } = run;
	const rows = file.sheets[choices.sheet]?.rows ?? [];
	const headings = rows[choices.headerRow - 1] ?? [];
	const { created, updated, unchanged } = planned;
	return {
		batch,
		file: { name, bytes, kind: file.kind, encoding: file.encoding, delimiter: file.delimiter },
		sheets: file.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows.length })),
		head: rows
			.slice(0, Math.max(HEAD_ROWS, choices.headerRow + 1))
			.slice(0, 60)
			.map((row) => row.slice(0, 12).map(clip)),
		columns: choices.columns.map((_, column) => ({
			heading: clip(cellAt(headings, column)),
			samples: findSamples(rows, choices.headerRow, column)
		})),
		choices,
		regions: run.regions,
		values: run.shown,
		dateExample: findExample(rows, choices),
		dateFit: fitOf(rows, choices),
		counts: { ...draft.counts, created, updated, unchanged },
		firstDay: findFirstDay(draft),
		remarks: pickRemarks(draft.remarks),
		remarkCounts: countRemarks(draft.remarks),
		obstacle: run.obstacle
	};
}

function findFirstDay({ records }: Draft): string {
	let first = '';
	for (const { says } of records) {
		const from = (says.span as { from: string } | null | undefined)?.from;
		if (from !== undefined && (first === '' || from < first)) first = from;
	}
	return first;
}

function findSamples(rows: readonly string[][], headerRow: number, column: number): string[] {
	const samples = new Set<string>();
	for (const row of rows.slice(headerRow, headerRow + 200)) {
		const cell = clip(cellAt(row, column));
		if (cell !== '') samples.add(cell);
		if (samples.size === 3) break;
	}
	return [...samples];
}

/** Errors first when not all fit. */
function pickRemarks(remarks: readonly Remark[]): Remark[] {
	if (remarks.length <= SHOWN_REMARKS) return [...remarks];
	const levels = ['error', 'warning', 'note'];
	return [...remarks]
		.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.row - b.row)
		.slice(0, SHOWN_REMARKS);
}

export function countRemarks(remarks: readonly Remark[]): ImportCheck['remarkCounts'] {
	const counts = new Map<string, ImportCheck['remarkCounts'][number]>();
	for (const { level, kind } of remarks) {
		const key = `${level} ${kind}`;
		const known = counts.get(key);
		if (known) known.count++;
		else counts.set(key, { level, kind, count: 1 });
	}
	return [...counts.values()];
}
