// How much one socket, one user and one frame may ask for. Rates slow a socket down; caps close it.
export const limits = {
	liveUpdateBytes: 256 * 1024,
	syncUpdateBytes: 4 * 1024 * 1024,
	stateVectorBytes: 1024 * 1024,
	liveStructs: 8_000,
	syncStructs: 20_000,
	documentBytes: 16 * 1024 * 1024,
	/** Largest frame of all: a sync update and its head. */
	frameBytes: 4 * 1024 * 1024 + 1024,
	messagesPerSecond: 60,
	messageBurst: 200,
	bytesPerSecond: 1024 * 1024,
	byteBurst: 8 * 1024 * 1024,
	socketsPerUser: 20,
	documentsPerSocket: 8,
	beforeJoining: { bytes: 64 * 1024, messages: 32, documents: 4, deadlineMs: 10_000 },
	/** Bytes a reader may leave untaken, beside the first copy it was sent. */
	bufferedBytes: 8 * 1024 * 1024,
	/** Updates of one socket that wait for their commit before no more are read. */
	unacknowledged: 64,
	awarenessBytes: 4 * 1024,
	awarenessPerSecond: 20,
	clientIdsPerUser: 5_000,
	/** So many refused frames within the window shut the door for its length. */
	strikes: 3,
	strikeWindowMs: 60_000,
	recheckMs: 60_000,
	/**
	 * How long a board stays loaded for somebody who was given its document and has not joined yet. Less than another server,
	 * at which they may join, waits for the lease.
	 */
	lingerMs: 2_500
} as const;

/** A rate with a burst. Time is an argument, so that it can be tested. */
export class Bucket {
	readonly #perSecond: number;
	readonly #burst: number;
	#level: number;
	#at: number;

	constructor(perSecond: number, burst: number, now: number) {
		this.#perSecond = perSecond;
		this.#burst = burst;
		this.#level = burst;
		this.#at = now;
	}

	/** Takes what was used already; returns for how many milliseconds there is nothing left. */
	spend(amount: number, now: number): number {
		const refilled = this.#level + (Math.max(0, now - this.#at) / 1000) * this.#perSecond;
		this.#level = Math.min(this.#burst, refilled) - amount;
		this.#at = now;
		return this.#level >= 0 ? 0 : Math.ceil((-this.#level / this.#perSecond) * 1000);
	}

	/** Takes one if there is one. */
	tryTake(now: number): boolean {
		if (this.spend(1, now) === 0) return true;
		this.spend(-1, now);
		return false;
	}
}

/** Remembers refused frames by user. */
export class Door {
	#strikes = new Map<string, number[]>();

	strike(user: string, now: number): void {
		this.#strikes.set(user, [...this.#recent(user, now), now]);
	}

	isShut(user: string, now: number): boolean {
		return this.#recent(user, now).length >= limits.strikes;
	}

	#recent(user: string, now: number): number[] {
		const recent = (this.#strikes.get(user) ?? []).filter((at) => at > now - limits.strikeWindowMs);
		if (recent.length === 0) this.#strikes.delete(user);
		else this.#strikes.set(user, recent);
		return recent;
	}
}
