// What is wrong with the bookings in view, worked out while the browser has nothing better to do: a row at a time, never
// while something is dragged, and only what is drawn.

import { createSubscriber } from 'svelte/reactivity';
import { BoardProblems } from '#lib/model/board-problems.ts';
import type { Problem } from '#lib/domain/problems.ts';
import { sayable } from '#lib/policy/individuals.ts';
import { whenIdle, type LeftMs } from '#lib/ui/idle.ts';
import type { Row } from './row-index.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

/** Longest wait before it is done anyway. */
const PATIENCE_MS = 1000;
/** The view has come to rest, and what can be pressed is on its way. */
const REST_MS = 400;
/** Less time left than this is left to the browser. */
const ENOUGH_MS = 4;

/** Wakes who listens. No state: one made in the breath that first reads it would not be heard there. */
export class Bell {
	#ring = (): void => undefined;
	readonly listen = createSubscriber((update) => {
		this.#ring = update;
	});

	ring(): void {
		this.#ring();
	}
}

export class ProblemMarks {
	readonly #screen: TimelineScreen;
	#problems: BoardProblems;
	#board: unknown;
	#found: Record<string, readonly Problem[]> = {};
	/** One for each row: what is said of one wakes nobody else. */
	readonly #bells: Record<string, Bell | undefined> = {};
	#done: Record<string, true> = {};
	#callOff: (() => void) | undefined;
	#resting: ReturnType<typeof setTimeout> | undefined;
	/** Rows that are shown another way than drawn; null while they are drawn. */
	#rows: readonly Row[] | null = null;

	constructor(screen: TimelineScreen) {
		this.#screen = screen;
		this.#board = screen.live.doc;
		this.#problems = new BoardProblems(screen.live.doc, screen.live.today);
	}

	/** Runs the reader again when something else is said of a row's bookings. */
	listenTo(rowKey: string): void {
		(this.#bells[rowKey] ??= new Bell()).listen();
	}

	/** One sentence a problem that may be said here (P-31); empty for a booking without any, or not looked at yet. */
	of(id: string): string {
		const found = this.#found[id];
		return found ? sayAll(sayable(found, this.#screen.individuals.areShown)) : '';
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
			clearTimeout(this.#resting);
			this.#callOff?.();
		};
	}

	/** Looks at these rows, as a table shows them, instead of those in view of the drawing; null goes back to those. */
	watch(rows: readonly Row[] | null): void {
		this.#rows = rows;
		this.look();
	}

	/** Other rows may have come into view. They are looked at once nothing has come for a moment: the picture goes first. */
	look(): void {
		clearTimeout(this.#resting);
		this.#resting = setTimeout(() => this.#ask(), REST_MS);
	}

	#ask(): void {
		this.#callOff ??= whenIdle((leftMs) => this.#work(leftMs), PATIENCE_MS);
	}

	#work(leftMs: LeftMs): void {
		this.#callOff = undefined;
		// Rows that scroll by may be gone before it is known; where they rest, they are looked at.
		if (this.#screen.isMoving) return;
		const drawn = (): (Row | null)[] => this.#screen.lines.map(({ row }) => row);
		for (const row of this.#rows ?? drawn()) {
			if (!row || this.#done[row.key]) continue;
			if (leftMs() <= ENOUGH_MS) return this.#ask();
			this.#done[row.key] = true;
			let isNew = false;
			for (const { id } of row.bars) {
				const found = this.#problems.problemsOf(id);
				if (sayAll(found) === sayAll(this.#found[id] ?? [])) continue;
				this.#found[id] = found;
				isNew = true;
			}
			if (isNew) this.#bells[row.key]?.ring();
		}
	}
}

const sayAll = (problems: readonly Problem[]): string => problems.map(({ text }) => text).join(' ');
