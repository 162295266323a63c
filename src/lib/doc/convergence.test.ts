// Three people edit with the verbs while their updates are delivered late, doubled and in any order. In the end all three
// read the same board, and what each reads at any time is a board that keeps its own rules.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { collectionNames } from '#lib/model/board.ts';
import { aBoard, aContext, anEmptyBoard, seeded } from '../../../tests/build.ts';
import { allocate, setSpan } from './allocation-edits.ts';
import type { BoardDoc } from './board-doc.ts';
import { createModule, createProject, moveCards } from './card-edits.ts';
import { Columns, columnsOf } from './columns.ts';
import type { EditContext } from './edit-context.ts';
import { archive, setField } from './edits.ts';
import { UndoStack } from './undo.ts';

const STAGES = ['stg_idea', 'stg_build', 'stg_done'];

interface Replica {
	ctx: EditContext;
	undo: UndoStack;
	/** Updates of others that have not arrived. */
	waiting: Uint8Array[];
}

function replicas(seed: number): Replica[] {
	const start = Y.encodeStateAsUpdate(aBoard(9).doc);
	const all = [1, 2, 3].map((client) => {
		const board = anEmptyBoard(client);
		Y.applyUpdate(board.doc, start);
		const ctx = aContext(board, undefined, seed * 10 + client);
		const undo = new UndoStack(() => 'somebody');
		return { ctx, undo, waiting: [] as Uint8Array[] };
	});
	for (const one of all)
		one.ctx.board.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === 'wire') return;
			for (const other of all) if (other !== one) other.waiting.push(update);
		});
	return all;
}

function edit({ ctx, undo }: Replica, random: () => number): void {
	const { board } = ctx;
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	const projects = [...board.all('projects')].map((row) => row.id);
	const project = pick(projects);
	const stage = pick(STAGES)!;
	const dice = random();
	let outcome;
	if (!project || dice < 0.15)
		outcome = createProject(ctx, { title: 'P', effortMinutes: random() < 0.7 ? 60 : null });
	else if (dice < 0.25) outcome = createModule(ctx, { project, title: 'M', effortMinutes: 30 });
	else if (dice < 0.6) {
		const before = pick(columnsOf(board, 'projects').cards(stage)) ?? null;
		outcome = moveCards(ctx, 'projects', [project], { stage, before });
	} else if (dice < 0.7) outcome = setField(ctx, 'projects', project, 'title', `T${random()}`);
	else if (dice < 0.75) outcome = archive(ctx, 'projects', [project]);
	else if (dice < 0.85)
		outcome = allocate(ctx, { project, span: { from: '2026-01-05', to: '2026-01-09' } });
	else if (dice < 0.93) {
		const booking = pick([...board.all('allocations')]);
		if (booking) outcome = setSpan(ctx, [booking.id], { deltaDays: 1 });
	} else if (random() < 0.7) undo.undo(ctx);
	else undo.redo(ctx);
	if (outcome?.ok) undo.push(outcome.changes);
}

/** Delivers one waiting update, any of them, some twice. */
function deliver({ ctx, waiting }: Replica, random: () => number): void {
	const at = Math.floor(random() * waiting.length);
	const update = waiting[at];
	if (!update) return;
	Y.applyUpdate(ctx.board.doc, update, 'wire');
	if (random() > 0.1) waiting.splice(at, 1);
}

function contentOf(board: BoardDoc): unknown {
	return collectionNames.map((name) => [...board.all(name)].sort((a, b) => (a.id < b.id ? -1 : 1)));
}

function expectSound(board: BoardDoc): void {
	for (const kind of ['projects', 'modules'] as const) {
		const kept = columnsOf(board, kind);
		const anew = new Columns(board, kind);
		let count = 0;
		for (const stage of STAGES) {
			expect(kept.cards(stage)).toEqual(anew.cards(stage));
			count += kept.cards(stage).length;
		}
		const standing = [...board.all(kind)].filter(
			(row) => !row.archived && !('project' in row && board.get('projects', row.project)?.archived)
		);
		expect(count).toBe(standing.length);
	}
}

describe('three replicas', () => {
	it.each(Array.from({ length: 25 }, (_, seed) => seed))(
		'agree in the end, schedule %i',
		(seed) => {
			const random = seeded(seed + 1);
			const all = replicas(seed);
			for (let step = 0; step < 220; step++) {
				const one = all[Math.floor(random() * all.length)]!;
				if (random() < 0.45) edit(one, random);
				else deliver(one, random);
				if (step % 40 === 0) expectSound(one.ctx.board);
			}
			for (const one of all) while (one.waiting.length > 0) deliver(one, random);
			const [first, ...others] = all.map((one) => contentOf(one.ctx.board));
			for (const other of others) expect(other).toEqual(first);
			for (const one of all) expectSound(one.ctx.board);
			const reloaded = anEmptyBoard();
			Y.applyUpdate(reloaded.doc, Y.encodeStateAsUpdate(all[0]!.ctx.board.doc));
			expect(contentOf(reloaded)).toEqual(first);
		}
	);
});
