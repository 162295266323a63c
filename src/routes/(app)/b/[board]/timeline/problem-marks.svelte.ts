// What is wrong with the bookings in view, worked out while the browser has nothing better to do: a row at a time, never
// while something is dragged, and only what is drawn.

import { SvelteMap } from 'svelte/reactivity';
import { BoardProblems } from '#lib/model/board-problems.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

/** Longest wait before it is done anyway. */
const PATIENCE_MS = 1000;
/** Less time left than this is left to the browser. */
const ENOUGH_MS = 4;

export class ProblemMarks {
	readonly #screen: TimelineScreen;
	#problems: BoardProblems;
	#board: unknown;
	readonly #texts = new SvelteMap<string, string>();
	#done: Record<string, true> = {};
	#asked: number | undefined;

	constructor(screen: TimelineScreen) {
		this.#screen = screen;
		this.#board = screen.live.doc;
		this.#problems = new BoardProblems(screen.live.doc, screen.live.today);
	}

	/** One sentence a problem; empty for a booking without any, or not looked at yet. */
	of(id: string): string {
		return this.#texts.get(id) ?? '';
	}

	/** Follows the board; returns the stop. */
	follow(): () => void {
		const stop = this.#screen.live.onChange((touched) => {
			const { doc, today } = this.#screen.live;
			if (doc === this.#board) this.#problems.refresh(touched);
			else {
				this.#board = doc;
				this.#problems = new BoardProblems(doc, today);
			}
			this.#done = {};
			this.look();
		});
		return () => {
			stop();
			if (this.#asked !== undefined) cancelWork(this.#asked);
		};
	}

	/** Other rows may have come into view. */
	look(): void {
		this.#asked ??= askForWork((left) => this.#work(left));
	}

	#work(hasTime: () => boolean): void {
		this.#asked = undefined;
		for (const { row } of this.#screen.lines) {
			if (!row || this.#done[row.key]) continue;
			if (!hasTime()) return this.look();
			this.#done[row.key] = true;
			for (const { id } of row.bars) {
				const text = this.#problems
					.problemsOf(id)
					.map((one) => one.text)
					.join(' ');
				if (text === '') this.#texts.delete(id);
				else if (this.#texts.get(id) !== text) this.#texts.set(id, text);
			}
		}
	}
}

function askForWork(work: (hasTime: () => boolean) => void): number {
	if (typeof requestIdleCallback === 'function')
		return requestIdleCallback(
			(deadline) => work(() => deadline.didTimeout || deadline.timeRemaining() > ENOUGH_MS),
			{ timeout: PATIENCE_MS }
		);
	return window.setTimeout(() => work(() => true), PATIENCE_MS);
}

function cancelWork(asked: number): void {
	if (typeof cancelIdleCallback === 'function') cancelIdleCallback(asked);
	else clearTimeout(asked);
}
