// The server's own messages beside the sync protocol, read with suspicion: what is not of their form is no message.

import { isBounds } from '#lib/domain/bands.ts';
import { isCollection, type CollectionName } from '#lib/model/board.ts';

export interface DeniedChange {
	collection: CollectionName;
	id: string;
	/** Empty for a record as a whole. */
	field: string;
	rule: string;
	remedy: string;
}

export interface SupersededChange {
	collection: CollectionName;
	id: string;
	field: string;
	yours: unknown;
	theirs: unknown;
	/** Person id of whoever was first; empty where unknown. */
	by: string;
	at: number;
}

export type ServerMessage =
	| { t: 'denied'; denied: DeniedChange[] }
	| { t: 'superseded'; superseded: SupersededChange[] }
	| { t: 'rebase'; reason: string }
	| { t: 'access'; role: string; preset: string; person: string }
	| { t: 'bands'; bounds: number[] }
	/** Saved views of the board changed; what they are is asked over HTTP. */
	| { t: 'views' };

type Loose = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Null for what is no message of ours; unknown kinds are a newer server's business. */
export function readMessage(payload: string): ServerMessage | null {
	let given: unknown;
	try {
		given = JSON.parse(payload);
	} catch {
		return null;
	}
	if (typeof given !== 'object' || given === null) return null;
	const message = given as Loose;
	if (message.t === 'rebase') return { t: 'rebase', reason: text(message.reason) };
	if (message.t === 'views') return { t: 'views' };
	if (message.t === 'access')
		return {
			t: 'access',
			role: text(message.role),
			preset: text(message.preset),
			person: text(message.person)
		};
	if (message.t === 'bands') {
		const bounds: unknown = message.bounds;
		return Array.isArray(bounds) && isBounds(bounds) ? { t: 'bands', bounds } : null;
	}
	if (message.t === 'denied') {
		const denied = readList(message.denied).map((one) => ({
			...readTarget(one),
			rule: text(one.rule),
			remedy: text(one.remedy)
		}));
		return { t: 'denied', denied };
	}
	if (message.t === 'superseded') {
		// One change stands in the message itself, several in a list.
		const list = message.superseded === undefined ? [message] : message.superseded;
		const superseded = readList(list).map((one) => ({
			...readTarget(one),
			yours: one.yours,
			theirs: one.theirs,
			by: text(one.by),
			at: typeof one.at === 'number' ? one.at : 0
		}));
		return { t: 'superseded', superseded };
	}
	return null;
}

function readList(list: unknown): (Loose & { collection: CollectionName })[] {
	if (!Array.isArray(list)) return [];
	return list.filter(
		(one): one is Loose & { collection: CollectionName } =>
			typeof one === 'object' && one !== null && isCollection(text((one as Loose).collection))
	);
}

function readTarget(one: Loose & { collection: CollectionName }): {
	collection: CollectionName;
	id: string;
	field: string;
} {
	return { collection: one.collection, id: text(one.id), field: text(one.field) };
}
