// A worker thread that runs Postgres embedded and serves it on a local socket. Ends itself when the engine has failed
// beyond repair, so that it can be started again on the same files.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const { dataDir, socketPath } = workerData as { dataDir: string; socketPath: string };
const port = parentPort!;
const files = path.join(dataDir, 'postgres');
const beginnings = 'postgres-new-';

// A first start that was interrupted leaves files that do not open: they are made aside and moved when complete.
for (const name of readdirSync(dataDir)) {
	if (name.startsWith(beginnings)) rmSync(path.join(dataDir, name), { recursive: true });
}
if (!existsSync(files)) {
	const fresh = mkdtempSync(path.join(dataDir, beginnings));
	await (await PGlite.create(fresh)).close();
	renameSync(fresh, files);
}

const engine = await PGlite.create(files);
const execute = engine.execProtocolRawStream.bind(engine);
// A statement that fails answers in the protocol; only a broken engine throws here.
engine.execProtocolRawStream = async (...message) => {
	try {
		return await execute(...message);
	} catch (error) {
		port.postMessage({ failed: error instanceof Error ? error.message : String(error) });
		setImmediate(() => process.exit(1));
		throw error;
	}
};

rmSync(socketPath, { force: true });
// One connection only: the engine has one session, and two connections could take each other's unnamed statement.
const server = new PGLiteSocketServer({ db: engine, path: socketPath, maxConnections: 1 });
await server.start();

port.once('message', () => void stop());
port.postMessage({ ready: true });

async function stop(): Promise<void> {
	await server.stop();
	await engine.close();
	process.exit(0);
}
