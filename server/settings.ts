// The environment, read once and checked. Refuses what it cannot use, naming the variable and what it takes.
import path from 'node:path';
import { isDay, type Day } from '#lib/domain/days.ts';

export interface Settings {
	host: string;
	port: number;
	/** Postgres; undefined means embedded storage under `dataDir`. */
	databaseUrl: string | undefined;
	/** Absolute. */
	dataDir: string;
	/** The one origin when ORIGIN is set, otherwise 127.0.0.1 and localhost on our port. */
	origins: readonly string[];
	/** Whether ORIGIN said so. */
	originFixed: boolean;
	demo: boolean;
	/** Undefined: the seed makes one up and prints it. */
	demoPassword: string | undefined;
	/** Fixes today; only with `demo`. */
	today: Day | undefined;
	logLevel: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Returns the settings. Throws one error that lists every variable that cannot be used. */
export function readSettings(env: Env = process.env): Settings {
	const wrong: string[] = [];
	const get = (name: string): string | undefined => env[name]?.trim() || undefined;

	const port = readPort(get('PORT'), wrong);
	const databaseUrl = get('DATABASE_URL');
	if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
		wrong.push('DATABASE_URL must begin with postgres:// (leave it out for embedded storage)');
	const origin = readOrigin(get('ORIGIN'), wrong);
	const demo = readSwitch('PLIMSOLL_DEMO', get('PLIMSOLL_DEMO'), wrong);
	const today = get('PLIMSOLL_TODAY');
	if (today !== undefined && !isDay(today))
		wrong.push(`PLIMSOLL_TODAY=${today} is not a day; write it like 2026-01-31`);
	if (today !== undefined && !demo)
		wrong.push('PLIMSOLL_TODAY only works in the demo; set PLIMSOLL_DEMO=1 or leave it out');
	const logLevel = get('LOG_LEVEL') ?? 'info';
	if (!logLevels.includes(logLevel))
		wrong.push(`LOG_LEVEL=${logLevel} is none of ${logLevels.join(', ')}`);

	if (wrong.length > 0) throw new Error(`The settings cannot be used:\n  ${wrong.join('\n  ')}`);
	return {
		host: get('HOST') ?? '127.0.0.1',
		port,
		databaseUrl,
		dataDir: path.resolve(get('DATA_DIR') ?? 'data'),
		origins: origin ? [origin] : [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
		originFixed: origin !== undefined,
		demo,
		demoPassword: get('PLIMSOLL_DEMO_PASSWORD'),
		today: today as Day | undefined,
		logLevel
	};
}

function readPort(text: string | undefined, wrong: string[]): number {
	if (text === undefined) return 3000;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
	wrong.push(`PORT=${text} is not a port; use a whole number from 1 to 65535`);
	return 3000;
}

function readOrigin(text: string | undefined, wrong: string[]): string | undefined {
	if (text === undefined) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search;
	if (plain && !url.hash && !url.username) return url.origin;
	wrong.push(`ORIGIN=${text} is not an origin; write it like https://plan.example.org`);
	return undefined;
}

function readSwitch(name: string, text: string | undefined, wrong: string[]): boolean {
	if (text === undefined || text === '0') return false;
	if (text === '1') return true;
	wrong.push(`${name}=${text} must be 1 or 0`);
	return false;
}
