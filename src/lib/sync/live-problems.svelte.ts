// The problems of a live board as runes, as far as its reader is shown individuals: asked again when something changed, and
// only as far as it did.

import type { Problem } from '#lib/domain/problems.ts';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import { BoardProblems } from '#lib/model/board-problems.ts';
import { sayable } from '#lib/policy/individuals.ts';
import type { Individuals } from './individuals.svelte.ts';
import type { LiveBoard } from './live-board.svelte.ts';

/** What is read of the live board. */
type Followed = Pick<LiveBoard, 'doc' | 'today' | 'onChange'>;

export class LiveProblems {
	readonly #live: Followed;
	readonly #individuals: Pick<Individuals, 'areShown'>;
	#board: BoardDoc;
	#problems: BoardProblems;
	#changes = $state(0);

	constructor(live: Followed, individuals: Pick<Individuals, 'areShown'>) {
		this.#live = live;
		this.#individuals = individuals;
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

	/** Every problem of the board that may be said here (P-31), by rule, then by day. */
	get all(): Problem[] {
		void this.#changes;
		return sayable(this.#problems.all(), this.#individuals.areShown);
	}

	/** Of the problems a booking has a part in those that may be said here (P-31). */
	problemsOf(allocation: string): Problem[] {
		void this.#changes;
		return sayable(this.#problems.problemsOf(allocation), this.#individuals.areShown);
	}
}
