// What a line drawn from an end of one bar to an end of another would mean: which two pieces of work it ties, the
// sentence about it, or why it cannot be. Pure; who may is asked of whoever would write it.

import type { DependencyType } from '#lib/domain/dependencies.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { titleOf } from './bar-view.ts';
import type { TieMoves } from './tie-moves.ts';
import { titleOfWork, worksOf, type WorkKind } from './ties.ts';

type Works = readonly { kind: WorkKind; id: string }[];

/** Of one kind: `of` waits for `on`. */
export interface Pair {
	kind: WorkKind;
	of: string;
	on: string;
}

export interface Meaning {
	/** What would be tied; null where nothing can be. */
	pair: Pair | null;
	text: string;
	/** Why it may not; empty when it may. */
	refusal: string;
}

const KIND_WORDS: Record<WorkKind, string> = {
	projects: 'a project',
	modules: 'a module',
	tasks: 'a task'
};

/** The most particular two of one kind that differ, of works listed so; null where there are none. */
export function pairWorks(own: Works, other: Works): Pair | null {
	for (const { kind, id } of own) {
		const on = other.find((one) => one.kind === kind && one.id !== id);
		if (on) return { kind, of: id, on: on.id };
	}
	return null;
}

/** "Film starts after Brief ends". */
export function sayTie(type: DependencyType, title: string, onTitle: string): string {
	const binds = type[1] === 'S' ? 'starts' : 'ends';
	return `${title} ${binds} after ${onTitle} ${type[0] === 'S' ? 'starts' : 'ends'}`;
}

/** Why two bookings have nothing that could wait for each other. */
function whyNoPair(board: BoardReader, [of, on]: readonly [string, string]): string {
	for (const id of [of, on]) {
		const row = board.get('allocations', id);
		if (!row || worksOf(board, id).length > 0) continue;
		return `${titleOf(board, row)} belongs to no project, so nothing can wait for it or it for anything.`;
	}
	const [own, other] = [worksOf(board, of)[0], worksOf(board, on)[0]];
	if (!own || !other) return 'It is not on this board any more.';
	if (own.kind === other.kind && own.id === other.id) {
		const title = titleOfWork(board, own.kind, own.id);
		return of === on
			? `${title} cannot wait for itself.`
			: `Both are ${title}, which cannot wait for itself.`;
	}
	return `One is ${KIND_WORDS[own.kind]}, the other ${KIND_WORDS[other.kind]}: only work of one kind can wait for each other.`;
}

/** What it means when the booking `of` is to wait for the booking `on`. */
export function readLink(
	board: BoardReader,
	{ of, on, type }: { of: string; on: string; type: DependencyType },
	moves: Pick<TieMoves, 'whyNot' | 'whyNotOn'>
): Meaning {
	const pair = pairWorks(worksOf(board, of), worksOf(board, on));
	if (!pair) return { pair, text: '', refusal: whyNoPair(board, [of, on]) };
	const { kind } = pair;
	const text = sayTie(type, titleOfWork(board, kind, pair.of), titleOfWork(board, kind, pair.on));
	const after = board.get(kind, pair.of)?.after ?? [];
	const isThere = after.some((one) => one.on === pair.on && one.type === type);
	const refusal =
		moves.whyNot(kind, pair.of) ||
		(isThere ? `${text} already.` : moves.whyNotOn(kind, pair.of, pair.on));
	return { pair, text, refusal };
}
