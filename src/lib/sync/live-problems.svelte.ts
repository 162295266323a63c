// The problems of a live board as runes: asked again when something changed, and only as far as it did.

import type { Problem } from '#lib/domain/problems.ts';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import { BoardProblems } from '#lib/model/board-problems.ts';
import type { LiveBoard } from './live-board.svelte.ts';

export class LiveProblems {
	readonly #live: LiveBoard;
	#board: BoardDoc;
	#problems: BoardProblems;
	#changes = $state(0);

	constructor(live: LiveBoard) {
		this.#live = live;
		this.#board = live.doc;
		this.#problems = new BoardProblems(live.doc, live.today);
	}

	/** Follows the board until the returned stop is called. */
	follow(): () => void {
		return this.#live.onChange((touched) => {
			if (this.#live.doc !== this.#board) {
				this.#board = this.#live.doc;
				this.#problems = new BoardProblems(this.#board, this.#live.today);
			} else this.#problems.refresh(touched);
			this.#changes++;
		});
	}

	/** Every problem of the board, by rule, then by day. */
	get all(): Problem[] {
		void this.#changes;
		return this.#problems.all();
	}

	/** The problems a booking has a part in: for the mark on its bar. */
	problemsOf(allocation: string): Problem[] {
		void this.#changes;
		return this.#problems.problemsOf(allocation);
	}
}
