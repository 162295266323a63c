// Who may join which document. Asked once when a document is joined, again every minute, and whenever rights change.
// A name of an earlier epoch is answered with a new start, a board one is no member of as if it did not exist.
import type { Extension } from '@hocuspocus/server';
import { SETTINGS_TOKEN } from '#lib/model/settings-token.ts';
import { documentName, parseDocumentName, type CollabDeps, type Standing } from './deps.ts';
import { writeStateless } from './frame.ts';
import { makeSeat, type Seat } from './seat.ts';
import type { Wire } from './wire.ts';

/** Hocuspocus prints errors that have a message; a refusal is no error. */
export class JoinRefused extends Error {
	readonly reason: 'no-access' | 'signed-out' | 'epoch' | 'storage';
	constructor(reason: JoinRefused['reason'], cause?: unknown) {
		super('', { cause });
		this.reason = reason;
	}
}

export function authenticate(
	deps: CollabDeps,
	access: { readonly round: number },
	onRefused: (reason: string) => void
): Extension {
	const seatFor = async (wire: Wire, address: string, token: string): Promise<Seat> => {
		const parsed = parseDocumentName(address);
		if (!parsed) throw new JoinRefused('no-access');
		const { user, name, session } = wire.visitor;
		let standing: Standing | undefined;
		for (let round = -1; round !== access.round;) {
			round = access.round;
			if (!(await deps.isLive(session))) throw new JoinRefused('signed-out');
			standing = await deps.findStanding(user, parsed.boardId);
		}
		if (!standing) throw new JoinRefused('no-access');
		if (standing.epoch !== parsed.epoch) {
			const document = documentName(parsed.boardId, standing.epoch);
			wire.send(writeStateless(address, { t: 'rebase', reason: 'epoch', document }));
			throw new JoinRefused('epoch');
		}
		const { actor, bounds } = standing;
		const who = { actor, name, bounds, hearsSettings: token === SETTINGS_TOKEN };
		return makeSeat(wire, address, parsed.boardId, who, deps.now());
	};
	return {
		extensionName: 'authenticate',
		async onAuthenticate({ context, documentName: address, token }) {
			const { wire } = context as { wire: Wire };
			try {
				const seat = await seatFor(wire, address, token);
				wire.seats.set(address, seat);
				return { seat };
			} catch (error) {
				const refused = error instanceof JoinRefused ? error : new JoinRefused('storage');
				if (refused !== error) deps.log.error({ err: error }, 'a login could not be looked up');
				onRefused(refused.reason);
				throw refused;
			}
		}
	};
}
