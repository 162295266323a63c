// Keeps what was counted until a board commits something else: many readers then cost one count, and a busy board does
// not make the server count all the time.
import type { Clock } from '../clock.ts';
import { runInSlices } from '../commands/import/pace.ts';
import type { Collab } from '../collab/collab.ts';
import type { Db } from '../db/db.ts';
import { listLiveBoards } from '../db/organisation.ts';
import { listUnprojected, readStamp } from '../db/overview-rows.ts';
import { count, type Counted } from './count.ts';
import { readFacts } from './facts.ts';

export interface DeskDeps {
	db: Db;
	clock: Clock;
	collab: Pick<Collab, 'read'>;
}

/** Which boards of an organisation, and how teams are shown that are so small that their load is somebody's. */
export interface View {
	organisation: string;
	boards: 'all' | string[];
	small: 'alone' | 'together';
}

interface Kept {
	stamp: string;
	counted: Promise<Counted>;
	/** Until then it is good enough, whatever has happened since. */
	restsUntil: number;
}

const VIEWS = 30;
/** The day goes on where no board changes. */
const HOUR_MS = 3_600_000;
/** Counting takes one part in so many of the time, but readers never wait longer than the longest rest for news. */
const REST_FACTOR = 20;
const LONGEST_REST_MS = 2_000;

export class Desk {
	readonly #deps: DeskDeps;
	readonly #kept = new Map<string, Kept>();

	constructor(deps: DeskDeps) {
		this.#deps = deps;
	}

	/** What `count` would be made of now: the stamp the reader gets with it. */
	async stamp(view: View): Promise<string> {
		return (await this.#find(view)).stamp;
	}

	async count(view: View): Promise<Counted> {
		return (await this.#find(view)).counted;
	}

	async #find(view: View): Promise<Kept> {
		const key = JSON.stringify(view);
		const { db, clock } = this.#deps;
		const before = this.#kept.get(key);
		if (before && clock.now() < before.restsUntil) return before;
		const hour = Math.floor(clock.now() / HOUR_MS);
		const stamp = `${await readStamp(db.orm, view.organisation)}-${hour}`;
		const same = this.#kept.get(key);
		if (same?.stamp === stamp) return same;
		const started = clock.now();
		const kept: Kept = { stamp, counted: this.#count(view), restsUntil: Infinity };
		this.#kept.delete(key);
		this.#kept.set(key, kept);
		for (const oldest of this.#kept.keys()) if (this.#kept.size > VIEWS) this.#kept.delete(oldest);
		kept.counted.then(
			() => {
				const restMs = (clock.now() - started) * REST_FACTOR;
				kept.restsUntil = clock.now() + Math.min(restMs, LONGEST_REST_MS);
			},
			() => this.#kept.get(key) === kept && this.#kept.delete(key)
		);
		return kept;
	}

	async #count(view: View): Promise<Counted> {
		const { db, clock, collab } = this.#deps;
		const boards = await listLiveBoards(db.orm, view.organisation, view.boards);
		// Loading a board writes its rows; after that its log keeps them.
		for (const board of await listUnprojected(
			db.orm,
			boards.map(({ id }) => id)
		))
			await collab.read(board, () => undefined);
		const facts = await db.orm.transaction(
			(tx) => readFacts(tx, view.organisation, view.boards, (zone) => clock.today(zone)),
			{ isolationLevel: 'repeatable read', accessMode: 'read only' }
		);
		return runInSlices(count(facts, view.small));
	}
}
