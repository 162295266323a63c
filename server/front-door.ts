// Stands before Kit: health, readiness and metrics, and the hosts this server answers to. Without ORIGIN only loopback
// names are answered, because Kit's check of a form's origin trusts the Host header.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Settings } from './settings.ts';

export interface Health {
	/** `starting` and `stopping` answer everything but /healthz and /metrics with 503. */
	state(): 'starting' | 'ready' | 'stopping';
	/** Rejects when storage does not answer. */
	ping(): Promise<void>;
	/** Name -> value, without the prefix. */
	metrics(): Record<string, number>;
}

/** The header adapter-node is told to read the protocol from; only this file ever sets it. */
export const PROTOCOL_HEADER = 'x-plimsoll-protocol';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

/** Returns the listener of the http server. `findHandler` is undefined until Kit is loaded. */
export function createFrontDoor(
	settings: Pick<Settings, 'origins' | 'originFixed'>,
	health: Health,
	findHandler: () => Handler | undefined
): RequestListener {
	const hosts = new Set(settings.origins.map((origin) => new URL(origin).host));
	return (request, response) => {
		response.setHeader('x-content-type-options', 'nosniff');
		const path = (request.url ?? '').split('?', 1)[0];
		if (path === '/healthz') return answer(response, 200, 'alive');
		if (path === '/metrics') return answer(response, 200, toText(health.metrics()));
		if (path === '/readyz') return void answerReady(response, health);
		const handler = findHandler();
		if (health.state() !== 'ready' || !handler) {
			response.setHeader('retry-after', '1');
			return answer(response, 503, `Plimsoll is ${health.state()}. Try again in a moment.`);
		}
		if (!settings.originFixed && !hosts.has(request.headers.host?.toLowerCase() ?? '')) {
			const names = settings.origins.join(' and ');
			return answer(
				response,
				421,
				`This server answers at ${names}. To use it under another address, start it with ORIGIN set to that address.`
			);
		}
		// Overwrites whatever the caller sent under this name.
		request.headers[PROTOCOL_HEADER] = new URL(settings.origins[0]!).protocol.slice(0, -1);
		handler(request, response, () => answer(response, 404, 'Not found'));
	};
}

async function answerReady(response: ServerResponse, health: Health): Promise<void> {
	const state = health.state();
	if (state !== 'ready') return answer(response, 503, state);
	try {
		await health.ping();
		answer(response, 200, 'ready');
	} catch {
		answer(response, 503, 'storage does not answer');
	}
}

function answer(response: ServerResponse, status: number, text: string): void {
	response.writeHead(status, {
		'content-type': 'text/plain; charset=utf-8',
		'cache-control': 'no-store'
	});
	response.end(`${text}\n`);
}

function toText(metrics: Record<string, number>): string {
	return Object.entries(metrics)
		.map(([name, value]) => `plimsoll_${name} ${value}`)
		.join('\n');
}
