// Counters of the collaboration server, as /metrics shows them.

const names = [
	'frames_in',
	'frames_out',
	'updates_judged',
	'updates_accepted',
	'changes_denied',
	'changes_superseded',
	'rebases',
	'frames_refused',
	'sockets_opened',
	'joins_refused',
	'access_changed',
	'stalled',
	'slowed',
	'boards_loaded',
	'boards_failed',
	'hooks_failed'
] as const;
export type CountName = (typeof names)[number];

export class Counts {
	readonly #totals = new Map<CountName, number>(names.map((name) => [name, 0]));
	/** Longest judgement so far, in milliseconds. */
	#longestMs = 0;

	add(name: CountName, by = 1): void {
		this.#totals.set(name, this.#totals.get(name)! + by);
	}

	judged(ms: number): void {
		this.add('updates_judged');
		this.#longestMs = Math.max(this.#longestMs, ms);
	}

	/** `collab_<name>_total`, and the longest judgement. */
	read(): Record<string, number> {
		const read: Record<string, number> = { collab_longest_judgement_ms: this.#longestMs };
		for (const [name, total] of this.#totals) read[`collab_${name}_total`] = total;
		return read;
	}
}
