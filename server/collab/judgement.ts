// Between the wire and the document: every sync message is judged here, before Hocuspocus would apply it. Nothing is
// awaited and nothing thrown; what was dealt with is blanked, so that Hocuspocus applies an empty update.
import type { Document, Extension } from '@hocuspocus/server';
import { closeReasons } from '#lib/model/close-codes.ts';
import type { Counts } from './counts.ts';
import type { Ruling } from './court.ts';
import { decodeUpdate } from './decode-update.ts';
import { syncSteps, writeStateless } from './frame.ts';
import { limits } from './limits.ts';
import type { Refusal } from './refusal.ts';
import type { Room } from './room.ts';
import type { Seat } from './seat.ts';

export interface JudgementDeps {
	now(): number;
	/** The day it is for the board. */
	today(room: Room): string;
	roomOf(document: Document): Room | undefined;
	counts: Counts;
}

const NEVER: Promise<boolean> = Promise.resolve(false);

export function judgement(deps: JudgementDeps): Extension {
	return {
		extensionName: 'judgement',
		async beforeSync({ type, payload, document, context }) {
			const seat = (context as { seat?: Seat }).seat;
			try {
				if (!seat) throw new Error('a message came from somebody without a seat');
				const room = deps.roomOf(document);
				if (!room?.isOpen) seat.wire.shut(closeReasons.storage);
				if (type === syncSteps.stateVector) return;
				const mayJudge = room?.isOpen && !seat.wire.isClosed;
				const committed = mayJudge ? judge(deps, room, seat, type, payload) : NEVER;
				seat.wire.expectAcknowledgement(seat.address, committed);
			} catch (error) {
				// Whoever sent it comes back with it; until then it counts for nothing.
				seat?.wire.shut(closeReasons.storage);
				throw error;
			} finally {
				// Whatever happened: what was not judged must not be applied.
				if (type !== syncSteps.stateVector) payload.fill(0);
			}
		}
	};
}

/** Resolves to true when the update may be acknowledged. */
function judge(
	deps: JudgementDeps,
	room: Room,
	seat: Seat,
	step: number,
	payload: Uint8Array
): Promise<boolean> {
	const isAnswer = step === syncSteps.missing;
	if (room.isFull() && addsStructs(payload)) {
		seat.wire.shut(closeReasons.boardFull);
		return NEVER;
	}
	const startedAt = performance.now();
	let judged: ReturnType<Room['judge']>;
	try {
		judged = room.judge(payload, seat.actor, {
			limits: {
				maxBytes: isAnswer ? limits.syncUpdateBytes : limits.liveUpdateBytes,
				maxStructs: isAnswer ? limits.syncStructs : limits.liveStructs
			},
			today: deps.today(room),
			now: deps.now()
		});
	} catch (error) {
		room.fail(error instanceof Error ? error : new Error(String(error)));
		return NEVER;
	}
	deps.counts.judged(performance.now() - startedAt);
	const { judgement: ruling, committed } = judged;
	if (!ruling.ok) return refuse(deps, seat, ruling.refusal, isAnswer);
	const acknowledged = committed.then((isCommitted) => {
		if (isCommitted) tell(deps, seat, ruling);
		return isCommitted;
	});
	if (isAnswer) {
		seat.hasSynced = true;
		seat.firstSync.resolve(acknowledged);
	}
	return acknowledged;
}

/** A reader answers with what it has deleted, which adds nothing; what is malformed is refused further on. */
function addsStructs(payload: Uint8Array): boolean {
	try {
		return decodeUpdate(payload, limits.syncStructs).structCount > 0;
	} catch {
		return false;
	}
}

function refuse(
	deps: JudgementDeps,
	seat: Seat,
	refusal: Refusal,
	isAnswer: boolean
): Promise<boolean> {
	if (isAnswer) seat.firstSync.resolve(false);
	if (refusal.kind === 'hostile') {
		seat.wire.refuse(refusal.reason);
		return NEVER;
	}
	// Typed before the client answered the server's state vector: that answer, already asked for, holds it too.
	if (refusal.reason === 'unknown-structs' && !isAnswer && !seat.hasSynced)
		return seat.firstSync.promise;
	deps.counts.add('rebases');
	if (seat.wire.dialect.knowsMessages)
		seat.wire.send(writeStateless(seat.address, { t: 'rebase', reason: refusal.reason }));
	else seat.wire.shut(closeReasons.rebase);
	return NEVER;
}

/** After the commit, before the acknowledgement: what was refused or came too late. */
function tell({ counts }: JudgementDeps, seat: Seat, { denied, superseded }: Ruling): void {
	counts.add('updates_accepted');
	counts.add('changes_denied', denied.length);
	counts.add('changes_superseded', superseded.length);
	if (denied.length > 0) seat.wire.send(writeStateless(seat.address, { t: 'denied', denied }));
	if (superseded.length > 0)
		seat.wire.send(writeStateless(seat.address, { t: 'superseded', superseded }));
}
