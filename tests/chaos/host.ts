// The built server on one of the two storages, with the demo in it, which can be killed and brought up again in its place.
import { rmSync } from 'node:fs';
import { findFreePort } from '../free-port.ts';
import { createDatabase } from '../postgres.ts';
import { startServer, type RunningServer } from '../server.ts';
import { makeDataDir } from '../storages.ts';
import {
	demoPassword,
	listBoards,
	readExport,
	signIn,
	type BoardEntry,
	type Login
} from './sign-in.ts';

export type StorageKind = 'embedded' | 'postgres';

export interface HostOptions {
	/** A database server; on embedded storage it is not looked at. */
	postgres?: string;
	/** A database that stands already; the caller drops it. */
	database?: string;
	env?: Record<string, string>;
}

export class Host {
	readonly kind: StorageKind;
	readonly port: number;
	readonly url: string;
	readonly databaseUrl: string | undefined;
	server: RunningServer;
	readonly #start: () => Promise<RunningServer>;
	readonly #drop: () => Promise<void>;

	private constructor(parts: {
		kind: StorageKind;
		server: RunningServer;
		databaseUrl: string | undefined;
		start: () => Promise<RunningServer>;
		drop: () => Promise<void>;
	}) {
		this.kind = parts.kind;
		this.server = parts.server;
		this.port = parts.server.port;
		this.url = parts.server.url;
		this.databaseUrl = parts.databaseUrl;
		this.#start = parts.start;
		this.#drop = parts.drop;
	}

	/** Starts it with the demo seeded. */
	static async open(kind: StorageKind, options: HostOptions = {}): Promise<Host> {
		const dataDir = await makeDataDir();
		const made =
			kind === 'postgres' && !options.database
				? await createDatabase(options.postgres!)
				: undefined;
		const databaseUrl = kind === 'postgres' ? (options.database ?? made!.url) : undefined;
		const port = await findFreePort();
		const env = {
			...{ PLIMSOLL_DEMO: '1', PLIMSOLL_DEMO_PASSWORD: demoPassword, LOG_LEVEL: 'warn' },
			...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
			...options.env
		};
		const start = (): Promise<RunningServer> => startServer({ env, port, dataDir });
		const drop = async (): Promise<void> => {
			await made?.drop();
			rmSync(dataDir, { recursive: true, force: true });
		};
		try {
			return new Host({ kind, server: await start(), databaseUrl, start, drop });
		} catch (error) {
			await drop();
			throw error;
		}
	}

	/** Ends it; SIGKILL unless told. Resolves to the exit code. */
	stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
		return this.server.stop(signal);
	}

	/** Brings it up again in its place; resolves to how long that took, in milliseconds. */
	async start(): Promise<number> {
		const began = performance.now();
		this.server = await this.#start();
		return performance.now() - began;
	}

	signIn(role: string): Promise<Login> {
		return signIn(this.url, role);
	}

	/** The demo's main board. */
	async findBoard(login: Login): Promise<BoardEntry> {
		const [board] = await listBoards(login);
		if (!board) throw new Error('this login has no board');
		return board;
	}

	export(login: Login, board: string): Promise<string> {
		return readExport(login, board);
	}

	/** A figure of /metrics; 0 where it is not counted yet. */
	async metric(name: string): Promise<number> {
		const text = await (await fetch(`${this.url}/metrics`)).text();
		const line = text.split('\n').find((one) => one.startsWith(`plimsoll_${name} `));
		return line ? Number(line.split(' ')[1]) : 0;
	}

	async remove(): Promise<void> {
		await this.server.stop('SIGKILL');
		await this.#drop();
	}
}
