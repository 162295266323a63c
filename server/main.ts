// The server as `npm start` runs it: takes its port, starts storage while Kit loads, then opens the door. Stops in order
// on SIGTERM and SIGINT. Nothing a request or a socket does ends the process.
import { createServer, type Server } from 'node:http';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startEngine } from './db/embedded.ts';
import { createFrontDoor, PROTOCOL_HEADER } from './front-door.ts';
import type { Services } from './services.ts';
import { readSettings, type Settings } from './settings.ts';

const STOP_WITHIN_MS = 9_000;
const REQUESTS_WITHIN_MS = 3_000;
const DELAY_RESOLUTION_MS = 20;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

// Compiled once, kept for the next start.
enableCompileCache(fileURLToPath(new URL('../.cache/compiled', import.meta.url)));
let state: 'starting' | 'ready' | 'stopping' = 'starting';
let running: Services | undefined;
let unhandledErrors = 0;
const underWay = new Set<unknown>();
let lastAnswered: (() => void) | undefined;
const eventLoop = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
eventLoop.enable();

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
	process.on(event, (error: unknown) => {
		unhandledErrors += 1;
		if (running) running.log.error({ err: error }, event);
		else process.stderr.write(`${event}: ${String(error)}\n`);
	});
}

await start().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
});

async function start(): Promise<void> {
	const settings = readSettings();
	type Handler = Parameters<typeof createFrontDoor>[2] extends () => infer H | undefined
		? H
		: never;
	const kit: { handler?: Handler } = {};
	const door = createFrontDoor(settings, { state: () => state, ping, metrics }, () => kit.handler);
	const http = createServer(door);
	http.on('request', (_request, response) => {
		underWay.add(response);
		response.once('close', () => {
			underWay.delete(response);
			if (underWay.size === 0) lastAnswered?.();
		});
	});
	// The port first: when it is taken, nothing else was touched.
	await listen(http, settings);
	let stopping: Promise<void> | undefined;
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		process.on(signal, () => (stopping ??= stop(http)));
	}

	// Reading our own modules takes as long as starting storage does: both at once, and Kit beside them.
	const engine = settings.databaseUrl ? undefined : startEngine(settings.dataDir);
	const booting = import('./boot.ts').then(({ boot }) => boot(process.env, engine));
	const loading = loadKit(settings);
	// Whichever fails second must not count as unhandled while the first is reported.
	for (const begun of [engine, booting, loading]) begun?.catch(() => undefined);
	running = await booting;
	kit.handler = (await loading) as Handler;
	const { attach } = await import('./attach.ts');
	attach(http, running);
	if (state !== 'starting') return;
	state = 'ready';
	flushCompileCache();
	say(`Plimsoll is ready on ${describeAddress(settings)}`);
	const token = await running.auth.findFirstOwnerToken();
	if (token)
		say(
			`No owner yet. To become the first, open ${describeAddress(settings)}/start with the token ${token}`
		);
}

function ping(): Promise<void> {
	return running ? running.db.ping() : Promise.reject(new Error('starting'));
}

function metrics(): Record<string, number> {
	return {
		up_seconds: Math.round(process.uptime()),
		resident_memory_bytes: process.memoryUsage.rss(),
		event_loop_delay_p99_ms: Number((eventLoop.percentile(99) / 1e6).toFixed(1)),
		unhandled_errors_total: unhandledErrors,
		...running?.collab.metrics()
	};
}

/** adapter-node reads its settings from the environment, once, while it is loaded. */
async function loadKit(settings: Settings): Promise<unknown> {
	const { env } = process;
	if (settings.originFixed) {
		env['ORIGIN'] = settings.origins[0];
	} else {
		delete env['ORIGIN'];
		delete env['HOST_HEADER'];
		delete env['PORT_HEADER'];
		env['PROTOCOL_HEADER'] = PROTOCOL_HEADER;
	}
	env['BODY_SIZE_LIMIT'] ??= '16M';
	const built = new URL('../build/handler.js', import.meta.url).href;
	return ((await import(built)) as { handler: unknown }).handler;
}

function listen(http: Server, settings: Settings): Promise<void> {
	return new Promise((resolve, reject) => {
		http.once('error', (error: NodeJS.ErrnoException) => {
			const taken = error.code === 'EADDRINUSE';
			reject(
				new Error(
					taken
						? `Port ${settings.port} on ${settings.host} is in use. Stop what runs there, or choose another PORT.`
						: `Cannot listen on ${settings.host}:${settings.port}: ${error.message}`
				)
			);
		});
		http.listen(settings.port, settings.host, () => resolve());
	});
}

/** Resolves when no request is being answered. */
function idle(): Promise<void> {
	return new Promise((resolve) => {
		lastAnswered = resolve;
		if (underWay.size === 0) resolve();
	});
}

async function stop(http: Server): Promise<void> {
	state = 'stopping';
	say('Plimsoll is stopping');
	setTimeout(() => {
		process.stderr.write('Stopping took too long; what was acknowledged is safe.\n');
		process.exit(1);
	}, STOP_WITHIN_MS).unref();
	http.close();
	http.closeIdleConnections();
	try {
		await Promise.race([idle(), pause(REQUESTS_WITHIN_MS)]);
		await running?.stop();
		process.exit(0);
	} catch (error) {
		process.stderr.write(`Stopping failed: ${String(error)}\n`);
		process.exit(1);
	}
}

function describeAddress(settings: Settings): string {
	if (settings.originFixed) return settings.origins[0]!;
	const everywhere = settings.host === '0.0.0.0' || settings.host === '::';
	const host = everywhere ? '127.0.0.1' : settings.host;
	return `http://${host.includes(':') ? `[${host}]` : host}:${settings.port}`;
}
