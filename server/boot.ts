// Builds the process-wide services in their order and makes them reachable. A boot that fails leaves nothing open.
import { pino } from 'pino';
import { createAuth } from './auth/auth.ts';
import { createClock } from './clock.ts';
import { createCollab } from './collab/collab.ts';
import { keepLeases } from './collab/lease.ts';
import { createCommands } from './commands/commands.ts';
import { openDb } from './db/db.ts';
import type { Engine } from './db/embedded.ts';
import { explainOutage } from './db/failures.ts';
import { createOverview } from './overview/overview.ts';
import { projectBoards } from './jobs/project-boards.ts';
import { registerServices, type Services } from './services.ts';
import { readSettings } from './settings.ts';

/**
 * Starts storage and everything on it; seeds the demo when it is asked for. `engine` is embedded storage that is
 * already on its way. Throws with what to do.
 */
export async function boot(
	env: Readonly<Record<string, string | undefined>> = process.env,
	engine?: Promise<Engine>
): Promise<Services> {
	const settings = readSettings(env);
	// People read standard output; programs read this.
	const log = pino({ level: settings.logLevel, base: undefined }, pino.destination(2));
	const clock = createClock(settings);
	const db = await openDb(settings, {
		engine,
		onBroken: (reason) => log.error({ reason }, 'embedded storage broke; it is started again')
	});
	const stopKeeping = keepLeases(db, log);
	let stopping: Promise<void> | undefined;
	try {
		const auth = createAuth(db, settings, clock);
		const collab = createCollab({ clock, log, db, auth });
		const commands = createCommands({ settings, clock, log, db, auth, collab });
		const overview = createOverview({ clock, db, collab });
		const quitting = new AbortController();
		const stop = async (): Promise<void> => {
			quitting.abort();
			try {
				await collab.stop();
			} finally {
				stopKeeping();
				await db.close();
			}
		};
		const running: Services = {
			...{ settings, clock, log, db, auth, collab, commands, overview },
			explain: explainOutage,
			stop: () => (stopping ??= stop())
		};
		registerServices(running);
		await auth.sweep();
		if (settings.demo) {
			const { seedDemo } = await import('./demo/seed.ts');
			await seedDemo(running);
		}
		void projectBoards(running, quitting.signal);
		return running;
	} catch (error) {
		stopKeeping();
		await db.close();
		throw error;
	}
}
