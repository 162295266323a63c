// Keeps work on other boards in sight: a commit on one board reaches every open board that shows the same people. Each
// board gathers what came for a moment, reads only the people concerned and writes only what differs. Boards that nobody
// has open are brought up to date when they load. What is written here is no booking, so nothing goes round.
import type { EntityIn } from '#lib/model/board.ts';
import { mirrorRows } from './mirror.ts';
import { SERVER_USER, type Room } from './room.ts';

export interface ElsewhereDeps {
	/** Of these people only, or of everybody on the board for null. */
	findElsewhere(
		boardId: string,
		people: ReadonlySet<string> | null
	): Promise<EntityIn<'elsewhere'>[]>;
	now(): number;
	/** Boards in memory, those that are being loaded included. */
	rooms(): Room[];
	onTrouble(room: Room, error: unknown): void;
}

/** Null is everybody. */
type People = ReadonlySet<string> | null;

const GATHER_MS = 200;
const AGAIN_MS = 1_000;

export class Elsewhere {
	readonly #deps: ElsewhereDeps;
	/** What came since the last reading. */
	readonly #waiting = new Map<Room, { people: People; timer: NodeJS.Timeout }>();
	/** Readings of one board take turns, so that an older one never overwrites a newer one. */
	readonly #lines = new WeakMap<Room, Promise<void>>();
	#isStopped = false;

	constructor(deps: ElsewhereDeps) {
		this.#deps = deps;
	}

	/** Brings one board up to date; resolves after the commit, rejects when storage does not answer. */
	bring(room: Room): Promise<void> {
		return this.#inLine(room, null);
	}

	/** Bookings of these people were committed on a board. */
	spread(from: Room, people: ReadonlySet<string>): void {
		for (const room of this.#deps.rooms()) {
			if (room === from) continue;
			const shown = new Set([...people].filter((id) => room.board.get('people', id)));
			if (shown.size > 0) this.#gather(room, shown, GATHER_MS);
		}
	}

	/** People, members or the name of a board changed: boards that share people with it read everything again. */
	spreadAll(boardId: string): void {
		const rooms = this.#deps.rooms();
		const from = rooms.find((room) => room.boardId === boardId);
		for (const room of rooms) {
			if (room === from) continue;
			const shares =
				!from || [...from.board.rows('people').keys()].some((id) => room.board.get('people', id));
			if (shares) this.#gather(room, null, GATHER_MS);
		}
	}

	stop(): void {
		this.#isStopped = true;
		for (const { timer } of this.#waiting.values()) clearTimeout(timer);
		this.#waiting.clear();
	}

	#gather(room: Room, people: People, afterMs: number): void {
		if (this.#isStopped) return;
		const waiting = this.#waiting.get(room);
		if (waiting) {
			waiting.people = joinPeople(waiting.people, people);
			return;
		}
		const timer = setTimeout(() => this.#read(room), afterMs);
		this.#waiting.set(room, { people, timer });
	}

	#read(room: Room): void {
		const waiting = this.#waiting.get(room);
		this.#waiting.delete(room);
		if (!waiting || !room.isOpen) return;
		this.#inLine(room, waiting.people).catch((error: unknown) => {
			if (!room.isOpen) return;
			this.#deps.onTrouble(room, error);
			this.#gather(room, waiting.people, AGAIN_MS);
		});
	}

	#inLine(room: Room, people: People): Promise<void> {
		const before = this.#lines.get(room) ?? Promise.resolve();
		const mine = before.catch(() => undefined).then(() => this.#write(room, people));
		this.#lines.set(room, mine);
		return mine;
	}

	async #write(room: Room, people: People): Promise<void> {
		const rows = await this.#deps.findElsewhere(room.boardId, people);
		if (!room.isOpen) return;
		const { committed } = room.edit(SERVER_USER, 'mirror', this.#deps.now(), (board) =>
			mirrorRows(board, 'elsewhere', rows, ({ person }) => people?.has(person) ?? true, 'label')
		);
		await committed;
	}
}

function joinPeople(a: People, b: People): People {
	return a === null || b === null ? null : new Set([...a, ...b]);
}
