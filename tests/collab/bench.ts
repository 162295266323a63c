// The referee without sockets: one judging document, authors with documents of their own, deliveries by hand.
import * as Y from 'yjs';
import { Authors } from '#server/collab/authors.ts';
import type { Court, Judgement, Ruling } from '#server/collab/court.ts';
import { judgeUpdate } from '#server/collab/referee.ts';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { Actor } from '#lib/policy/roles.ts';
import { actorOf, person, planUpdate } from './plan.ts';

export const NOW = Date.UTC(2026, 2, 2, 9);

/** Somebody with a copy of the board. */
export interface Hand {
	actor: Actor;
	board: BoardDoc;
	doc: Y.Doc;
	/** Updates made here and not yet sent. */
	outbox: Uint8Array[];
}

export class Bench implements Court {
	readonly board: BoardDoc;
	readonly authors = new Authors();
	readonly bindings = new Map<number, string>([[1, 'server']]);
	/** Every update that was accepted, in order: what a log would hold. */
	readonly log: Uint8Array[] = [];

	constructor() {
		const doc = new Y.Doc();
		this.board = new BoardDoc(doc);
		Y.applyUpdate(doc, planUpdate());
		this.log.push(Y.encodeStateAsUpdate(doc));
	}

	get doc(): Y.Doc {
		return this.board.doc;
	}

	ownerOf(client: number): string | undefined {
		return this.bindings.get(client);
	}

	mayBind(): boolean {
		return true;
	}

	personOf(user: string): string {
		return person[user.replace('user-', '') as keyof typeof person] ?? '';
	}

	/** A new copy of the board in the hands of `actor`. */
	join(actor: Actor): Hand {
		const doc = new Y.Doc();
		const board = new BoardDoc(doc);
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc), 'server');
		const hand: Hand = { actor, board, doc, outbox: [] };
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== 'server') hand.outbox.push(update);
		});
		return hand;
	}

	joinAs(who: keyof typeof person): Hand {
		return this.join(actorOf(who));
	}

	judge(payload: Uint8Array, actor: Actor): Judgement {
		const judgement = judgeUpdate(this, payload, actor, {
			limits: { maxBytes: 4 << 20, maxStructs: 20_000 },
			today: '2026-03-02',
			now: NOW
		});
		if (!judgement.ok) return judgement;
		for (const { client, user } of judgement.rows.bindings) this.bindings.set(client, user);
		if (judgement.update) this.log.push(judgement.update);
		return judgement;
	}

	/** Sends all a hand has made, as one update, and brings its copy up to date. */
	send(hand: Hand): Ruling {
		const judgement = this.judge(Y.mergeUpdates(hand.outbox.splice(0)), hand.actor);
		if (!judgement.ok) throw new Error(`refused as a whole: ${judgement.refusal.reason}`);
		this.bring(hand);
		return judgement;
	}

	/** Delivers what the hand does not have yet. */
	bring(hand: Hand): void {
		Y.applyUpdate(
			hand.doc,
			Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(hand.doc)),
			'server'
		);
	}
}

/** The rules that refused something, in the order told. */
export const rulesOf = (ruling: Ruling): string[] => ruling.denied.map(({ rule }) => rule);

/** What a log of this bench gives. */
export function replay(bench: Bench): Y.Doc {
	const doc = new Y.Doc();
	for (const update of bench.log) Y.applyUpdate(doc, update);
	return doc;
}
