import { createServer, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFrontDoor, PROTOCOL_HEADER } from './front-door.ts';

describe('the front door', () => {
	let http: Server;
	let port = 0;
	let state: 'starting' | 'ready' | 'stopping' = 'ready';
	let storage = true;

	beforeAll(async () => {
		http = createServer();
		await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
		port = (http.address() as AddressInfo).port;
		const origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
		const door = createFrontDoor(
			{ origins, originFixed: false },
			{
				state: () => state,
				ping: () => (storage ? Promise.resolve() : Promise.reject(new Error('away'))),
				metrics: () => ({ boards: 3 })
			},
			() => (request, response) => response.end(`kit ${String(request.headers[PROTOCOL_HEADER])}`)
		);
		http.on('request', door);
	});
	afterAll(() => http.close());

	const get = (path: string, headers: Record<string, string> = {}) =>
		new Promise<{ status: number; text: string }>((resolve, reject) => {
			const request = send({ port, path, headers, host: '127.0.0.1' }, (response) => {
				let text = '';
				response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
				response.on('end', () => resolve({ status: response.statusCode!, text: text.trim() }));
			});
			request.on('error', reject).end();
		});

	it('lets both loopback names in and no other host, and says how to open another', async () => {
		expect((await get('/', { host: `localhost:${port}` })).text).toBe('kit http');
		expect((await get('/', { host: `127.0.0.1:${port}` })).status).toBe(200);
		for (const host of ['evil.example', `evil.example:${port}`, 'localhost']) {
			const { status, text } = await get('/', { host });
			expect(status).toBe(421);
			expect(text).toMatch(/ORIGIN/);
		}
	});

	it('does not believe a protocol the caller names', async () => {
		const headers = { host: `localhost:${port}`, [PROTOCOL_HEADER]: 'https' };
		expect((await get('/', headers)).text).toBe('kit http');
	});

	it('answers health, readiness and metrics itself, whatever the host', async () => {
		expect(await get('/healthz')).toEqual({ status: 200, text: 'alive' });
		expect(await get('/readyz?x=1')).toEqual({ status: 200, text: 'ready' });
		expect((await get('/metrics')).text).toBe('plimsoll_boards 3');
		storage = false;
		expect((await get('/readyz')).status).toBe(503);
		expect((await get('/healthz')).status).toBe(200);
		storage = true;
	});

	it('answers 503 until it is ready and while it stops', async () => {
		for (const now of ['starting', 'stopping'] as const) {
			state = now;
			expect((await get('/', { host: `localhost:${port}` })).status).toBe(503);
			expect(await get('/readyz')).toEqual({ status: 503, text: now });
			expect((await get('/healthz')).status).toBe(200);
		}
		state = 'ready';
	});
});
