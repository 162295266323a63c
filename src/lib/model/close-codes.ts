// Why a board's socket was closed, spelt once for the server and for the page. The page decides by `retry` whether
// it comes back by itself.

export interface CloseReason {
	readonly code: number;
	/** Sent with the code; short, never about anybody else. */
	readonly reason: string;
	/** True when coming back by itself may help. */
	readonly retry: boolean;
}

export const closeReasons = {
	/** The server is being restarted. */
	restart: { code: 1012, reason: 'restarting', retry: true },
	/** The reader did not take what was sent to it. */
	stalled: { code: 1013, reason: 'reading too slowly', retry: true },
	/** A frame no honest client sends. Nothing of it was applied. */
	badFrame: { code: 4400, reason: 'frame refused', retry: true },
	/** No session any more. */
	signedOut: { code: 4401, reason: 'signed out', retry: false },
	/** No member of this board any more, or never was. */
	accessLost: { code: 4403, reason: 'no access', retry: false },
	/** No board was joined in time. */
	idle: { code: 4408, reason: 'nothing was joined', retry: true },
	/** Plain y-websocket clients: drop the copy and join with a new document. Others are told by a message. */
	rebase: { code: 4409, reason: 'join with a new document', retry: false },
	/** The board was deleted or archived away. */
	boardGone: { code: 4410, reason: 'board is gone', retry: false },
	/** The board was rebuilt under a new document name. */
	newEpoch: { code: 4411, reason: 'board was rebuilt', retry: false },
	/** The board holds as much as it may. */
	boardFull: { code: 4413, reason: 'board is full', retry: false },
	/** Too many sockets, too many boards on one socket, or too many refused frames: come back later. */
	tooMany: { code: 4429, reason: 'too many', retry: true },
	/** Storage is away. Nothing that was not acknowledged is kept on the server. */
	storage: { code: 4503, reason: 'storage is away', retry: true }
} as const satisfies Record<string, CloseReason>;

export type CloseName = keyof typeof closeReasons;

/** The reason behind a close code, or undefined for the codes of others (1000, 1006, ...). */
export function findCloseReason(code: number): (CloseReason & { name: CloseName }) | undefined {
	for (const [name, reason] of Object.entries(closeReasons))
		if (reason.code === code) return { ...reason, name: name as CloseName };
	return undefined;
}
