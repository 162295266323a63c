// When rows get what can be pressed: the picture goes first. A row under the pointer or with the focus has it at once, the
// others once everything rests, a few at a time, so that no frame is late for them.

import { flushSync } from 'svelte';
import { whenIdle } from '#lib/ui/idle.ts';

/** Nothing has come into view for so long: the picture has been painted, however slowly. */
const REST_MS = 300;
/** Then it is done after so long at the latest. */
const WITHIN_MS = 300;
/** For so long at a time: a part of a frame. */
const SLICE_MS = 6;

export class Handles {
	readonly #isMoving: () => boolean;
	readonly #onAllGiven: () => void;
	#waiting: (() => void)[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#callOff: (() => void) | undefined;
	/** Counts pictures: a new one begins without handles. */
	edition = $state(0);
	/** Whether rows still wait for theirs: what is read aloud is not whole yet. */
	areLate = $state(false);

	/** `onAllGiven` is called each time nobody waits any more because all have theirs. */
	constructor(isMoving: () => boolean, onAllGiven: () => void = () => undefined) {
		this.#isMoving = isMoving;
		this.#onAllGiven = onAllGiven;
	}

	/** The picture is another one: what lay over the old one goes. */
	renew(): void {
		this.edition++;
	}

	/** Calls back when it is a row's turn, once. Returns the way out of the queue. */
	wait(give: () => void): () => void {
		this.#waiting.push(give);
		this.areLate = true;
		this.#rest();
		return () => {
			if (!this.#waiting.includes(give)) return;
			this.#waiting = this.#waiting.filter((one) => one !== give);
			this.areLate = this.#waiting.length > 0;
		};
	}

	/** Call before it is thrown away. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#callOff?.();
		this.#waiting = [];
	}

	#rest(): void {
		clearTimeout(this.#timer);
		this.#callOff?.();
		this.#timer = setTimeout(() => this.#ask(() => this.#giveSome()), REST_MS);
	}

	#ask(work: () => void): void {
		this.#callOff = whenIdle(work, WITHIN_MS);
	}

	#giveSome(): void {
		if (this.#isMoving()) return this.#rest();
		const until = performance.now() + SLICE_MS;
		do {
			this.#waiting.shift()?.();
			// Or they would all be made at the end, in one go.
			flushSync();
		} while (this.#waiting.length > 0 && performance.now() < until);
		this.#ask(() => (this.#waiting.length > 0 ? this.#giveSome() : this.#finish()));
	}

	#finish(): void {
		this.#onAllGiven();
		// Whoever comes by that waits from here on: nobody is told that all is there, and then that it is not.
		flushSync();
		this.areLate = this.#waiting.length > 0;
	}
}
