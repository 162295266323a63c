// Boards without sockets or a log, for tests of commands: documents in memory, and a note of what was asked.
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { Collab } from '#server/collab/collab.ts';

export interface FakeCollab {
	collab: Collab;
	/** The board's document as it stands; an empty one when nobody has written yet. */
	open(board: string): BoardDoc;
	/** Calls of `refreshAccess`, `setTimeZone`, `tellViews` and `closeBoard`, in order. */
	told: {
		user?: string;
		session?: string;
		board?: string;
		closed?: number;
		timeZone?: string;
		/** Of `tellViews`: everybody of the board, or one login. */
		views?: string;
	}[];
	/** While set, every edit is refused with it, from the first or after some that go through. */
	failWith(error: Error | undefined, after?: number): void;
}

export function createFakeCollab(): FakeCollab {
	const boards = new Map<string, BoardDoc>();
	const told: FakeCollab['told'] = [];
	let failure: Error | undefined;
	let left = 0;
	const open = (id: string): BoardDoc => {
		const board = boards.get(id) ?? new BoardDoc(new Y.Doc());
		boards.set(id, board);
		return board;
	};
	const collab = {
		async edit<T>(id: string, _actor: string, _kind: string, change: (board: BoardDoc) => T) {
			if (failure && left-- <= 0) throw failure;
			const board = open(id);
			return board.doc.transact(() => change(board));
		},
		hold: <T>(_id: string, work: () => Promise<T>) => work(),
		read: async <T>(id: string, look: (board: BoardDoc) => T) => look(open(id)),
		async refreshAccess(filter: { user?: string; session?: string; board?: string }) {
			told.push(filter);
		},
		refreshElsewhere: async () => undefined,
		setTimeZone(board: string, timeZone: string) {
			told.push({ board, timeZone });
		},
		tellViews(board: string, user = 'everybody') {
			told.push({ board, views: user });
		},
		async closeBoard(board: string, closed: number) {
			told.push({ board, closed });
		}
	};
	return {
		collab: collab as unknown as Collab,
		open,
		told,
		failWith(error, after = 0) {
			failure = error;
			left = after;
		}
	};
}
