// What a board is written with: its verbs, undo, the writing again of kept edits, and the words for edits that did not
// stand. The first picture needs none of it, so it is fetched while the copy is read.

import { attempt } from '#lib/doc/changes.ts';
import type { EditContext, Outcome } from '#lib/doc/edit-context.ts';
import { UndoStack, type WhoWrote } from '#lib/doc/undo.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { bindEdits, type BoundEdits } from './bound-edits.ts';
import type { Notice } from './live-types.ts';
import type { SupersededChange } from './messages.ts';
import {
	conflictNotice,
	denialNotice,
	endingNotice,
	supersededNotice,
	type WriteMine
} from './notices.ts';
import type { Intent } from './outbox.ts';
import { planReplay } from './rebase.ts';
import { replayOn } from './replay.ts';

export interface DeskOptions {
	/** The board as it stands now, and who writes. */
	context: () => EditContext;
	/** Hears of each outcome before whoever asked for it. */
	note: (outcome: Outcome<unknown>, source?: 'edit' | 'replay') => void;
	whoWrote: WhoWrote;
}

export interface Desk {
	edits: BoundEdits;
	undo: UndoStack;
	/** Writes kept edits again on the current board; returns what is to be told of those that did not stand. */
	replay(stranded: readonly Intent[], at: number): Notice[];
	denialNotice: typeof denialNotice;
	/** With a way to write the own value after all. */
	supersededNotice(board: BoardReader, change: SupersededChange, at: number): Notice;
	endingNotice: typeof endingNotice;
}

export function openDesk({ context, note, whoWrote }: DeskOptions): Desk {
	const writeMine: WriteMine = ({ collection, id, field }, value) => {
		const outcome = attempt(context(), (plan) =>
			plan.write(collection, id, field as never, value as never)
		);
		note(outcome);
		return outcome;
	};
	return {
		edits: bindEdits(context, note),
		undo: new UndoStack(whoWrote),
		replay(stranded, at) {
			const { board } = context();
			const replay = planReplay(stranded, board);
			const notices: Notice[] = [];
			for (const outcome of replayOn(context(), replay)) {
				note(outcome, 'replay');
				if (!outcome.ok) notices.push(denialNotice(board, outcome.denied, at));
			}
			for (const conflict of replay.conflicts)
				notices.push(conflictNotice(board, conflict, at, writeMine));
			return notices;
		},
		denialNotice,
		supersededNotice: (board, change, at) => supersededNotice(board, change, at, writeMine),
		endingNotice
	};
}
