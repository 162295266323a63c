// Rights on open sockets: looked up again when somebody says that they changed, and every minute in any case. A role
// is changed in place, so that the very next message is judged by it; a lost membership closes the socket. What the
// organisation has set for all its screens goes the same way.
import { sameBounds } from '#lib/domain/bands.ts';
import { closeReasons } from '#lib/model/close-codes.ts';
import type { Counts } from './counts.ts';
import type { CollabDeps, Standing } from './deps.ts';
import { writeStateless } from './frame.ts';
import { limits } from './limits.ts';
import { tellBounds, type Seat } from './seat.ts';
import type { Wire } from './wire.ts';

export interface AccessFilter {
	user?: string;
	session?: string;
	board?: string;
}

export class Access {
	readonly #deps: CollabDeps;
	readonly #wires: ReadonlySet<Wire>;
	readonly #counts: Counts;
	readonly #timer: NodeJS.Timeout;
	#round = 0;

	constructor(deps: CollabDeps, wires: ReadonlySet<Wire>, counts: Counts) {
		this.#deps = deps;
		this.#wires = wires;
		this.#counts = counts;
		this.#timer = setInterval(() => void this.#recheck(), limits.recheckMs).unref();
	}

	/** Grows with every refresh: who was looked up under an older number must be looked up again. */
	get round(): number {
		return this.#round;
	}

	/** Resolves when every open socket the filter names acts on what storage says now. */
	async refresh(filter: AccessFilter): Promise<void> {
		this.#round++;
		const asked = new Map<string, Promise<Standing | undefined>>();
		const alive = new Map<string, Promise<boolean>>();
		const named = [...this.#wires].filter(
			({ visitor }) =>
				(filter.user === undefined || filter.user === visitor.user) &&
				(filter.session === undefined || filter.session === visitor.session)
		);
		await Promise.all(
			named.map(async (wire) => {
				const { user, session } = wire.visitor;
				const live = alive.get(session) ?? this.#deps.isLive(session);
				alive.set(session, live);
				try {
					if (!(await live)) return wire.shut(closeReasons.signedOut);
					for (const seat of [...wire.seats.values()]) {
						if (filter.board !== undefined && filter.board !== seat.boardId) continue;
						const key = `${user}\0${seat.boardId}`;
						const standing = asked.get(key) ?? this.#deps.findStanding(user, seat.boardId);
						asked.set(key, standing);
						this.#apply(wire, seat, await standing);
					}
				} catch (error) {
					// Not knowing is not a right: they come back and are asked anew.
					this.#deps.log.error({ err: error }, 'rights could not be looked up');
					wire.shut(closeReasons.storage);
				}
			})
		);
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	#apply(wire: Wire, seat: Seat, standing: Standing | undefined): void {
		if (!standing) return wire.shut(closeReasons.accessLost);
		if (!seat.address.endsWith(`:${standing.epoch}`)) return wire.shut(closeReasons.newEpoch);
		if (!sameBounds(seat.bounds, standing.bounds)) {
			seat.bounds = standing.bounds;
			tellBounds(seat);
		}
		const { role, person, preset } = standing.actor;
		if (seat.actor.role === role && seat.actor.person === person && seat.actor.preset === preset)
			return;
		Object.assign(seat.actor, { role, person, preset });
		seat.room?.meet(seat.actor);
		this.#counts.add('access_changed');
		if (wire.dialect.knowsMessages)
			wire.send(writeStateless(seat.address, { t: 'access', role, person, preset }));
	}

	async #recheck(): Promise<void> {
		// Storage being away ends nobody's work here: the log decides about that.
		if (await this.#canAsk()) await this.refresh({});
	}

	async #canAsk(): Promise<boolean> {
		const [wire] = this.#wires;
		if (!wire) return false;
		try {
			await this.#deps.isLive(wire.visitor.session);
			return true;
		} catch {
			return false;
		}
	}
}
