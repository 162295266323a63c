// Factories for tests: a small board with three stages and a few people, actors, and a context to edit with.
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { EditContext } from '#lib/doc/edit-context.ts';
import type { Actor, Preset, Role } from '#lib/policy/roles.ts';

/** Numbers 0 <= x < 1, the same for a seed every time. */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

export function anActor(role: Role, person = 'per_ana', preset: Preset = 'standard'): Actor {
	return { user: `usr_${person}`, person, role, preset };
}

/** An empty board. */
export function anEmptyBoard(clientId?: number): BoardDoc {
	const doc = new Y.Doc();
	if (clientId !== undefined) doc.clientID = clientId;
	return new BoardDoc(doc);
}

/**
 * Stages `stg_idea` (no gate), `stg_build` (asks for an effort estimate) and `stg_done` (asks for nothing); people
 * `per_ana` (owner), `per_ben` (designer), `per_cyd` (designer).
 */
export function aBoard(clientId?: number): BoardDoc {
	const board = anEmptyBoard(clientId);
	board.doc.transact(() => {
		board.create('stages', 'stg_idea', { name: 'Idea', rank: 'a0' });
		board.create('stages', 'stg_build', { name: 'Build', rank: 'a1', gate: { sized: 'require' } });
		board.create('stages', 'stg_done', { name: 'Done', rank: 'a2' });
		const active = { active: true, patterns: [] };
		board.create('people', 'per_ana', { ...active, name: 'Ana Abel', role: 'owner' });
		board.create('people', 'per_ben', { ...active, name: 'Ben Bode', role: 'designer' });
		board.create('people', 'per_cyd', { ...active, name: 'Cyd Cole', role: 'designer' });
	});
	return board;
}

/** A context on a fixed day, with seeded chance and a clock that ticks a millisecond a call. */
export function aContext(board: BoardDoc, actor: Actor = anActor('owner'), seed = 1): EditContext {
	let now = Date.UTC(2026, 0, 5, 9);
	return { board, actor, today: () => '2026-01-05', now: () => now++, random: seeded(seed) };
}

/** The value of an outcome that must have worked. */
export function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; denied: unknown }): T {
	if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.denied)}`);
	return outcome.value;
}

/** The denial of an outcome that must have been refused. */
export function denialOf<D>(outcome: { ok: true } | { ok: false; denied: D }): D {
	if (outcome.ok) throw new Error('it was not refused');
	return outcome.denied;
}
