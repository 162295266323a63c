// The few process-wide objects and the one way to reach them. Kit's bundle and the server proper are loaded apart,
// so a module's own variable would exist twice: the registry is on globalThis. Refuses to answer before the boot.
import type { Logger } from 'pino';
import type { Auth } from './auth/auth.ts';
import type { Clock } from './clock.ts';
import type { Collab } from './collab/collab.ts';
import type { Commands } from './commands/commands.ts';
import type { Db } from './db/db.ts';
import type { Overview } from './overview/overview.ts';
import type { Settings } from './settings.ts';

export interface Services {
	settings: Settings;
	clock: Clock;
	log: Logger;
	db: Db;
	auth: Auth;
	collab: Collab;
	commands: Commands;
	overview: Overview;
	/** What an outage of storage is to whoever asked for something; undefined for any other error. */
	explain(error: unknown): string | undefined;
	/** Closes the boards' logs, then the storage. May be called twice. */
	stop(): Promise<void>;
}

const registry: { [key: symbol]: Services | undefined } = globalThis as never;
const key = Symbol.for('plimsoll.services');

/** Returns the running services. Throws when nothing was booted: server/main.ts or the dev server does that. */
export function services(): Services {
	const running = registry[key];
	if (!running) {
		throw new Error(
			'The services are not running: boot them first (server/boot.ts), as server/main.ts and `npm run dev` do.'
		);
	}
	return running;
}

/** Makes `services()` answer with these, for the whole process. */
export function registerServices(running: Services): void {
	registry[key] = running;
}
