// Why an update is refused as a whole. `hostile`: no honest client sends it. `rebase`: an honest client can run into
// it, and mends it by joining with a new document.

export type RebaseReason =
	/** The copy belongs to an earlier epoch of the board. */
	| 'epoch'
	/** The client id is somebody else's. */
	| 'client-id'
	/** It builds on structs the server does not have. */
	| 'unknown-structs';

export type Refusal =
	{ kind: 'hostile'; reason: string } | { kind: 'rebase'; reason: RebaseReason };

/** Thrown inside one inspection and caught at its edge; never leaves server/collab. */
export class Refused extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.reason);
		this.refusal = refusal;
	}
}

export function hostile(reason: string): Refused {
	return new Refused({ kind: 'hostile', reason });
}

export function rebase(reason: RebaseReason): Refused {
	return new Refused({ kind: 'rebase', reason });
}
