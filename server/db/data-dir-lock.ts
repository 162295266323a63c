// One process a data folder. The lock is a listening socket in the folder: it ends with its process however that ends,
// which a number in a file does not. Refuses a second process, naming the first; waits for one that is stopping.
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface DataDirLock {
	/** Tells whoever asks that we are about to go, so that they wait for it. */
	announceStop(): void;
	release(): Promise<void>;
}

interface Owner {
	pid: number;
	stopping: boolean;
}

const WAIT_MS = 15_000;
const POLL_MS = 50;
// Longer than a take-over can take, so that one that was killed in the middle does not bar the folder.
const TAKEOVER_STALE_MS = 5_000;

/**
 * Takes the folder, which must exist. Waits up to `waitMs` for an owner that is stopping; throws at once when the
 * owner goes on living.
 */
export async function lockDataDir(dataDir: string, waitMs = WAIT_MS): Promise<DataDirLock> {
	const socketPath = findSocketPath(dataDir, 'lock');
	const deadline = Date.now() + waitMs;
	for (;;) {
		const lock = await tryListen(socketPath);
		if (lock) return lock;
		const owner = await findOwner(socketPath);
		if (owner === 'none') {
			await clearStale(socketPath);
			continue;
		}
		if (!owner.stopping || Date.now() > deadline) throw describeOwner(dataDir, owner);
		await pause(POLL_MS);
	}
}

/** Returns where a socket of this folder lies. A path too long for a socket moves to a private temporary folder. */
export function findSocketPath(dataDir: string, name: string): string {
	const real = realpathSync(dataDir);
	const hash = createHash('sha256').update(real).digest('hex').slice(0, 16);
	if (process.platform === 'win32') return `\\\\.\\pipe\\plimsoll-${hash}-${name}`;
	const inside = path.join(real, `${name}.sock`);
	if (Buffer.byteLength(inside) < 100) return inside;
	const room = path.join(tmpdir(), `plimsoll-${process.getuid?.() ?? 0}`);
	mkdirSync(room, { recursive: true, mode: 0o700 });
	if (statSync(room).uid !== process.getuid?.())
		throw new Error(`${room} belongs to somebody else: delete it, or use a shorter DATA_DIR.`);
	return path.join(room, `${hash}-${name}.sock`);
}

async function tryListen(socketPath: string): Promise<DataDirLock | undefined> {
	const state: Owner = { pid: process.pid, stopping: false };
	const server = createServer((socket) => {
		socket.on('error', () => undefined);
		socket.end(JSON.stringify(state));
	});
	const failure = await listen(server, socketPath);
	if (failure?.code === 'EADDRINUSE') return undefined;
	if (failure) throw new Error(`Cannot lock ${socketPath}: ${failure.message}`, { cause: failure });
	server.unref();
	return {
		announceStop: () => {
			state.stopping = true;
		},
		release: () => new Promise((resolve) => server.close(() => resolve()))
	};
}

function listen(server: Server, socketPath: string): Promise<NodeJS.ErrnoException | undefined> {
	return new Promise((resolve) => {
		server.once('error', resolve);
		server.listen(socketPath, () => resolve(undefined));
	});
}

/** Asks the socket who holds it; `none` when nobody listens any more. */
function findOwner(socketPath: string): Promise<Owner | 'none'> {
	return new Promise((resolve) => {
		let answer = '';
		const socket = connect(socketPath);
		// A process that is stopped or busy still owns the folder.
		socket.setTimeout(2_000, () => {
			socket.destroy();
			resolve({ pid: 0, stopping: false });
		});
		socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
		socket.once('error', (error: NodeJS.ErrnoException) =>
			resolve(
				error.code === 'ECONNREFUSED' || error.code === 'ENOENT'
					? 'none'
					: { pid: 0, stopping: true }
			)
		);
		socket.once('end', () => {
			try {
				resolve(JSON.parse(answer) as Owner);
			} catch {
				resolve({ pid: 0, stopping: true });
			}
		});
	});
}

/** Removes a socket nobody listens on. Two starts at once must not remove each other's: only one may do this. */
async function clearStale(socketPath: string): Promise<void> {
	const turn = `${socketPath}.takeover`;
	try {
		closeSync(openSync(turn, 'wx'));
	} catch {
		const age = Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
		if (age > TAKEOVER_STALE_MS) rmSync(turn, { force: true });
		await pause(POLL_MS);
		return;
	}
	try {
		if ((await findOwner(socketPath)) === 'none') rmSync(socketPath, { force: true });
	} finally {
		rmSync(turn, { force: true });
	}
}

function describeOwner(dataDir: string, owner: Owner): Error {
	const who = owner.pid > 0 ? `process ${owner.pid}` : 'another process';
	return new Error(
		owner.stopping
			? `The data folder ${dataDir} is still being closed by ${who} after ${WAIT_MS / 1000} s. Try again, or end that process.`
			: `The data folder ${dataDir} is in use by ${who}. Embedded storage takes one server: stop that one, or give this one its own DATA_DIR or a DATABASE_URL.`
	);
}
