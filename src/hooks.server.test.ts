import type { Cookies, Handle, RequestEvent } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerServices, type Services } from '#server/services.ts';
import { asHeader, aVisit, foundTeam, type Team } from '../tests/team.ts';
import { handle, handleError } from './hooks.server.ts';
import { driverError } from '../tests/faulty-db.ts';

const site = 'http://127.0.0.1:3000';

/** As server/db/failures.ts, for errors of the driver. */
const explain = (error: unknown): string | undefined =>
	error instanceof Error && 'code' in error ? `Storage is away (${error.code}).` : undefined;

interface Asked {
	method?: string;
	origin?: string;
	path?: string;
	cookie?: string;
	theme?: string;
	accept?: string;
	/** Thrown by what the request asks for. */
	breaks?: Error;
}

describe('every request', () => {
	let team: Team;
	beforeAll(async () => {
		team = await foundTeam();
		provide();
	});
	afterAll(() => team.storage.remove());

	function provide(parts: Partial<Services> = {}): void {
		const { deps, commands } = team;
		registerServices({ ...deps, commands, explain, ...parts } as Services);
	}

	async function ask({ method = 'GET', path = '/', theme, ...asked }: Asked) {
		const { origin, cookie, accept, breaks } = asked;
		const headers = new Headers();
		if (origin !== undefined) headers.set('origin', origin);
		if (cookie !== undefined) headers.set('cookie', cookie);
		if (accept !== undefined) headers.set('accept', accept);
		const set: string[] = [];
		const event = {
			request: new Request(`${site}${path}`, { method, headers }),
			url: new URL(`${site}${path}`),
			locals: {},
			route: { id: path },
			isSubRequest: false,
			getClientAddress: () => '127.0.0.1',
			cookies: {
				get: () => theme,
				set: (name: string, value: string) => set.push(`${name}=${value}`)
			} as unknown as Cookies
		} as unknown as RequestEvent;
		const resolve: Parameters<Handle>[0]['resolve'] = async (_event, options) => {
			if (breaks) {
				const told = await handleError({ error: breaks, event, status: 500, message: 'Internal' });
				return Response.json(told, { status: 500 });
			}
			const html = '<html data-theme="%plimsoll.theme%">';
			const painted = await options?.transformPageChunk?.({ html, done: true });
			return new Response(painted, { headers: { 'content-type': 'text/html' } });
		};
		const response = await handle({ event, resolve });
		return { response, event, set };
	}

	it('that changes something must come from this very origin', async () => {
		for (const origin of [undefined, 'null', 'http://evil.example', 'http://localhost:3000'])
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
				expect((await ask({ method, ...(origin && { origin }) })).response.status).toBe(403);
		expect((await ask({ method: 'POST', origin: site })).response.status).toBe(200);
		expect((await ask({ origin: 'http://evil.example' })).response.status).toBe(200);
	});

	it('is answered with headers that keep it out of frames and other sites', async () => {
		for (const asked of [{}, { method: 'POST' }]) {
			const { headers } = (await ask(asked)).response;
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('x-frame-options')).toBe('DENY');
			expect(headers.get('content-security-policy')).toContain("script-src 'none'");
			expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
			expect(headers.get('cache-control')).toMatch(/^private/);
		}
		const invited = await ask({ path: '/invite/abc' });
		expect(invited.response.headers.get('referrer-policy')).toBe('no-referrer');
	});

	it('is painted in the theme its cookie names, and in no other', async () => {
		const themeOf = async (theme?: string) =>
			(await ask(theme === undefined ? {} : { theme })).response.text();
		expect(await themeOf('dark')).toContain('data-theme="dark"');
		expect(await themeOf('"><script>')).toContain('data-theme="system"');
		expect(await themeOf()).toContain('data-theme="system"');
	});

	it('says that storage is away, with every header, where the session cannot be read', async () => {
		const validate = () => Promise.reject(driverError('ECONNREFUSED'));
		provide({ auth: { ...team.auth, validate } });
		try {
			const cookie = 'plimsoll=x';
			const { response } = await ask({ cookie });
			expect(response.status).toBe(503);
			expect(response.headers.get('content-security-policy')).toContain("script-src 'none'");
			expect(response.headers.get('x-frame-options')).toBe('DENY');
			expect(await response.json()).toMatchObject({
				message: expect.stringMatching(/^Storage is away/) as string
			});
			const page = await ask({ cookie, accept: 'text/html,*/*' });
			expect(page.response.status).toBe(503);
			expect(await page.response.text()).toMatch(/^Storage is away/);
			expect((await ask({})).response.status).toBe(200);
		} finally {
			provide();
		}
	});

	it('says what is wrong with storage where a page or a command meets it, and nothing of our own faults', async () => {
		const answerTo = async (breaks: Error) => {
			const { response } = await ask({ breaks });
			return [response.status, ((await response.json()) as App.Error).message];
		};
		expect(await answerTo(driverError('57P01'))).toEqual([503, 'Storage is away (57P01).']);
		const own = new TypeError('secret is not a function');
		expect(await answerTo(own)).toEqual([500, expect.not.stringMatching(/secret/)]);
	});

	it('carries who asks, and gets a new session id once after a change of rights', async () => {
		expect((await ask({})).event.locals.user).toBeNull();
		const { viewer, owner } = team.users;
		const cookie = asHeader(await team.auth.openSession(viewer, aVisit()));
		const before = await ask({ cookie });
		expect(before.event.locals.user?.id).toBe(viewer);
		expect(before.set).toEqual([]);
		await team.commands.setRole(owner, { board: team.board, user: viewer, role: 'leader' });
		const after = await ask({ cookie });
		expect(after.set).toHaveLength(1);
		expect((await ask({ cookie })).set).toEqual([]);
		expect((await ask({ cookie: after.set[0]! })).event.locals.user?.id).toBe(viewer);
	});
});
