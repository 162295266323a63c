// Writing what waits for what. A circle is refused before it is written; one that two people close together is named
// by the rules instead.

import { closesCircle, type Dependency } from '#lib/domain/dependencies.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { can } from '#lib/policy/can.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { sayOutcome } from './bar-moves.ts';
import { listWorks, titleOfWork, TYPE_WORDS, type WorkKind } from './ties.ts';

function readAfter(board: BoardReader, kind: WorkKind, id: string): readonly Dependency[] {
	return board.get(kind, id)?.after ?? [];
}

export class TieMoves {
	readonly #live: LiveBoard;

	constructor(live: LiveBoard) {
		this.#live = live;
	}

	/** Why what a piece of work waits for may not be changed; empty when it may. */
	whyNot(kind: WorkKind, id: string): string {
		const { doc, actor } = this.#live;
		const before = readAfter(doc, kind, id);
		const change = {
			kind: 'write',
			collection: kind,
			id,
			field: 'after',
			before,
			after: before
		} as const;
		const verdict = can(actor, change, doc);
		return verdict.ok ? '' : verdict.remedy;
	}

	/** Why a piece of work cannot wait for that other one; empty when it can. */
	whyNotOn(kind: WorkKind, id: string, on: string): string {
		const { doc } = this.#live;
		const [title, onTitle] = [titleOfWork(doc, kind, id), titleOfWork(doc, kind, on)];
		if (id === on) return `${title} cannot wait for itself.`;
		return closesCircle(listWorks(doc, kind), id, on)
			? `${onTitle} already waits for ${title}, directly or through others.`
			: '';
	}

	/** Lets a piece of work wait for another; the same ends tied before get the new lag. */
	add(kind: WorkKind, id: string, tie: Dependency): boolean {
		const refusal = this.whyNotOn(kind, id, tie.on);
		if (refusal !== '') {
			announce(`Not changed. ${refusal}`);
			return false;
		}
		const kept = readAfter(this.#live.doc, kind, id).filter(
			(one) => one.on !== tie.on || one.type !== tie.type
		);
		return this.#write(kind, id, [...kept, tie], `Waits now: ${TYPE_WORDS[tie.type]}`);
	}

	remove(kind: WorkKind, id: string, tie: Pick<Dependency, 'on' | 'type'>): boolean {
		const kept = readAfter(this.#live.doc, kind, id).filter(
			(one) => one.on !== tie.on || one.type !== tie.type
		);
		return this.#write(kind, id, kept, 'Waits for it no longer');
	}

	#write(kind: WorkKind, id: string, after: readonly Dependency[], text: string): boolean {
		const isDone = sayOutcome(this.#live.edits.setField(kind, id, 'after', after));
		if (isDone) announce(text);
		return isDone;
	}
}
