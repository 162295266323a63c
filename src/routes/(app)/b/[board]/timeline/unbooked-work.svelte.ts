// The list of work that nobody is booked on, as the screen shows it: a moment behind the board, since what was changed is
// painted first.

import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { whenIdle } from '#lib/ui/idle.ts';
import { stockOf } from './timeline-stock.svelte.ts';
import type { Work } from './unbooked.ts';

/** It is behind for so long at most. */
const SOON_MS = 200;

export class UnbookedWork {
	readonly #live: LiveBoard;
	list = $state.raw<readonly Work[]>([]);

	constructor(live: LiveBoard) {
		this.#live = live;
		this.list = stockOf(live).unbooked;
	}

	/** Follows the board; returns the stop. */
	follow(): () => void {
		let callOff = (): void => undefined;
		const stop = this.#live.onChange(() => {
			callOff();
			callOff = whenIdle(() => (this.list = stockOf(this.#live).unbooked), SOON_MS);
		});
		return () => {
			stop();
			callOff();
		};
	}
}
