// What a failed statement means for whoever must decide whether to try again. Knows SQLSTATEs and the driver's codes.

/**
 * `connection`: storage cannot be reached or the connection broke; the outcome is unknown.
 * `disk-full`, `read-only`, `busy`: storage answered and did nothing; it may work later.
 * `refused`: the statement itself is wrong for the data; trying again will not help.
 */
export type Failure = 'connection' | 'disk-full' | 'read-only' | 'busy' | 'refused';

const driverCodes = new Set([
	'STORAGE_AWAY',
	'CONNECTION_CLOSED',
	'CONNECTION_ENDED',
	'CONNECTION_DESTROYED',
	'CONNECT_TIMEOUT',
	'ECONNREFUSED',
	'ECONNRESET',
	'ECONNABORTED',
	'EPIPE',
	'ENOENT',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ETIMEDOUT'
]);
// Shutdown, crash, starting up, and a database that was dropped under us.
const lostStates = new Set(['57P01', '57P02', '57P03', '57P05', '25P03', '25P04']);
// Serialisation, deadlock, lock or statement timeout, too many connections, out of memory.
const busyStates = new Set([
	'40001',
	'40P01',
	'55P03',
	'57014',
	'53000',
	'53200',
	'53300',
	'53400'
]);

/** A statement that did not answer in time; whether it took effect is unknown. */
export class DeadlineMissed extends Error {
	readonly code = 'ETIMEDOUT';
	constructor(what: string, ms: number) {
		super(`${what} did not answer within ${ms} ms`);
		this.name = 'DeadlineMissed';
	}
}

/** Work that was given up because storage did not come back in time. */
export class StorageAway extends Error {
	readonly code = 'STORAGE_AWAY';
	constructor(what: string) {
		super(`${what}: storage is away. Try again.`);
		this.name = 'StorageAway';
	}
}

/** Returns what a failed statement means. Anything it does not know is `refused`. */
export function classifyFailure(error: unknown): Failure {
	const { code = '', message = '' } = unwrap(error);
	if (driverCodes.has(code) || lostStates.has(code) || code.startsWith('08')) return 'connection';
	if (code === '53100' || code === 'ENOSPC' || /no space left on device/i.test(message))
		return 'disk-full';
	if (code === '25006') return 'read-only';
	if (busyStates.has(code)) return 'busy';
	return 'refused';
}

const outages: Record<Failure, string | undefined> = {
	connection: 'Storage is away. Try again in a moment.',
	'disk-full': 'The disk of the server is full, so nothing was kept. Make room, then try again.',
	'read-only': 'Storage takes no changes at the moment. Try again later.',
	busy: 'Storage is busy. Try again in a moment.',
	refused: undefined
};

/** What an outage of storage is to whoever asked for something; undefined for any other error. */
export function explainOutage(error: unknown): string | undefined {
	return outages[classifyFailure(error)];
}

/** Returns one line for people: the failure, the statement when the driver knows it, and the driver's own words. */
export function describeFailure(error: unknown): string {
	const { message = String(error), code, query } = unwrap(error);
	const words = query?.trim().split(/\s+/).slice(0, 3).join(' ');
	return `${message}${code && !message.includes(code) ? ` (${code})` : ''}${words ? `, in "${words}"` : ''}`;
}

/** Rejects with DeadlineMissed when `work` takes longer than `ms`; the work itself goes on. */
export async function withDeadline<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const missed = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new DeadlineMissed(what, ms)), ms);
	});
	try {
		return await Promise.race([work, missed]);
	} finally {
		clearTimeout(timer);
	}
}

// drizzle hands the driver's error on as `cause`.
function unwrap(error: unknown): { code?: string; message?: string; query?: string } {
	if (typeof error !== 'object' || error === null) return { message: String(error) };
	const outer = error as { code?: string; message?: string; query?: string; cause?: unknown };
	if (outer.code === undefined && typeof outer.cause === 'object' && outer.cause !== null)
		return unwrap(outer.cause);
	return outer;
}
