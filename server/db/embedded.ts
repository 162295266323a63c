// Embedded storage: Postgres in a worker thread under the data folder, for trying things out. It survives a killed
// process, not a power cut. Refuses a folder another process holds.
import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { findSocketPath, lockDataDir } from './data-dir-lock.ts';

export interface Engine {
	socketPath: string;
	/** Told why the engine broke; it is started again by then. */
	onBroken: (reason: string) => void;
	/** Which start of the engine is running; undefined while none is. */
	findStart(): number | undefined;
	/** Ends that start as it stands and begins another: for an engine that no longer answers. */
	restart(start: number, why: string): void;
	stop(): Promise<void>;
}

type Report = { ready: true } | { failed: string };

const RESTART_AFTER_MS = 500;
// A name of its own keeps bundlers from taking the worker for a browser's.
const workerFile = new URL('./engine-worker.ts', import.meta.url);

/**
 * Locks the folder (making it when absent) and starts the engine; resolves when it takes connections. An engine that
 * breaks later is started again.
 */
export async function startEngine(dataDir: string): Promise<Engine> {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const lock = await lockDataDir(dataDir);
	const socketPath = findSocketPath(dataDir, 'db');
	let stopping = false;
	let worker: Worker | undefined;
	let reason = '';
	let starts = 0;
	let running: number | undefined;
	let ended = Promise.resolve();

	const run = async (): Promise<void> => {
		const own = new Worker(workerFile, { workerData: { dataDir, socketPath }, execArgv: [] });
		own.unref();
		worker = own;
		reason = 'the engine ended by itself';
		ended = new Promise((resolve) => own.once('exit', () => resolve()));
		await new Promise<void>((resolve, reject) => {
			own.on('message', (report: Report) => {
				if ('ready' in report) resolve();
				else reason = report.failed;
			});
			own.on('error', (error: Error) => {
				reason = error.message;
			});
			own.once('exit', () => reject(new Error(describeStart(dataDir, reason))));
		});
		running = ++starts;
		own.once('exit', () => {
			running = undefined;
			if (stopping) return;
			engine.onBroken(reason);
			startAgain();
		});
	};
	const startAgain = (): void => {
		setTimeout(() => {
			if (stopping) return;
			run().catch((error: Error) => {
				engine.onBroken(error.message);
				startAgain();
			});
		}, RESTART_AFTER_MS).unref();
	};

	const engine: Engine = {
		socketPath,
		onBroken: () => undefined,
		findStart: () => running,
		restart(start, why) {
			if (start !== running) return;
			running = undefined;
			reason = why;
			void worker?.terminate();
		},
		async stop() {
			stopping = true;
			lock.announceStop();
			// A worker that is not awaited would let the process end under it.
			worker?.ref();
			worker?.postMessage('stop');
			await ended;
			await lock.release();
		}
	};
	try {
		await run();
	} catch (error) {
		await lock.release();
		throw error;
	}
	return engine;
}

function describeStart(dataDir: string, reason: string): string {
	return `Embedded storage in ${dataDir} did not start: ${reason}. Check that the disk has room and the folder is ours to write, or name another DATA_DIR.`;
}
