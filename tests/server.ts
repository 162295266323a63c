// Starts the real server, as built, on its own port and its own data folder: for kill tests, page tests and benches.
// It needs a build: `npm test` and the bench runner see to that.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findFreePort } from './free-port.ts';

/** What a server is started with; what is absent is chosen: a free port, a new data folder that `remove` deletes. */
export interface ServerOptions {
	env?: Record<string, string>;
	port?: number;
	dataDir?: string;
	/** Gives up after this long; a first start on embedded storage makes a database. */
	readyWithinMs?: number;
}

/** A server that answered `/readyz`. */
export interface RunningServer {
	url: string;
	port: number;
	dataDir: string;
	child: ChildProcess;
	/** Everything it printed so far. */
	log(): string;
	/** Sends a signal, SIGTERM unless told, and waits for the end. Resolves to the exit code, null after a kill. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
	/** Stops it and deletes a data folder that was made for it. */
	remove(): Promise<void>;
}

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Starts the server and waits until it is ready. Throws, with its log, when it ends or stays silent. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
	const port = options.port ?? (await findFreePort());
	const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'plimsoll-data-'));
	const child = spawn(process.execPath, [path.join(root, 'server', 'main.ts')], {
		cwd: root,
		env: {
			...withoutOurSettings(process.env),
			NODE_ENV: 'production',
			HOST: '127.0.0.1',
			PORT: String(port),
			DATA_DIR: dataDir,
			...options.env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let log = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (piece: string) => (log += piece));
	}
	const url = `http://127.0.0.1:${port}`;
	const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
		if (child.exitCode === null && child.signalCode === null) {
			const ended = once(child, 'exit');
			child.kill(signal);
			await ended;
		}
		return child.exitCode;
	};
	const remove = async () => {
		await stop('SIGKILL');
		if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
	};

	try {
		await waitUntilReady(url, child, options.readyWithinMs ?? 60_000);
	} catch (error) {
		await remove();
		throw new Error(`The server printed:\n${log}`, { cause: error });
	}
	return { url, port, dataDir, child, log: () => log, stop, remove };
}

/** A developer's own settings must not leak into a test. */
function withoutOurSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const ours = /^(DATABASE_URL|DATA_DIR|ORIGIN|HOST|PORT|LOG_LEVEL|PLIMSOLL_(DEMO.*|TODAY))$/;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}

async function waitUntilReady(url: string, child: ChildProcess, withinMs: number): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (Date.now() < deadline) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error(
				`The server ended with ${child.exitCode ?? child.signalCode} before it was ready`
			);
		}
		const answer = await fetch(`${url}/readyz`).catch(() => undefined);
		if (answer?.ok) return;
		await pause(25);
	}
	throw new Error(`The server was not ready within ${withinMs} ms`);
}
