// The door of the built server: who does not get in, why somebody is put out, and that it stands whatever is sent.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeReasons } from '#lib/model/close-codes.ts';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { setField } from '#lib/doc/edits.ts';
import { exportBoard } from '#lib/doc/export-board.ts';
import { unpackUpdate } from '#lib/doc/packed-update.ts';
import { kinds, writeFrame } from '#server/collab/frame.ts';
import { Host } from './host.ts';
import { knock } from './knock.ts';
import { join, print, type Member } from './member.ts';
import { ask, command, readExport, signIn, type BoardEntry, type Login } from './sign-in.ts';
import { waitUntil } from './wait-until.ts';

let host: Host;
let owner: Login;
let board: BoardEntry;
beforeAll(async () => {
	host = await Host.open('embedded');
	owner = await host.signIn('owner');
	board = await host.findBoard(owner);
});
afterAll(async () => {
	expect(await host.metric('unhandled_errors_total')).toBe(0);
	await host.remove();
});

const headersOf = (login: Login, origin = login.url): Record<string, string> => ({
	cookie: login.cookie,
	origin
});
const closed = (member: Member, code: number): Promise<unknown> =>
	waitUntil(`closed with ${code}`, () => member.closings.some((one) => one.code === code));

describe('at the door', () => {
	it.each([
		['of another site', { origin: 'https://plimsoll.example' }],
		['of this host on another port', { origin: 'http://127.0.0.1:1' }],
		['with a path', (url: string) => ({ origin: `${url}/` })],
		['that is null', { origin: 'null' }]
	])('an Origin %s is answered 403', async (_name, headers) => {
		const given = typeof headers === 'function' ? headers(host.url) : headers;
		expect(await knock(host.url, { cookie: owner.cookie, ...given }).end).toEqual({ status: 403 });
	});

	it('a missing Origin is answered 403, an unknown path 404', async () => {
		expect(await knock(host.url, { cookie: owner.cookie }).end).toEqual({ status: 403 });
		expect(await knock(host.url, headersOf(owner), '/collab/z').end).toEqual({ status: 404 });
	});

	it('nobody, a made-up session and one that has ended are told that they are signed out', async () => {
		const left = await host.signIn('viewer');
		await fetch(`${host.url}/logout`, {
			method: 'POST',
			headers: { ...headersOf(left), 'content-type': 'application/x-www-form-urlencoded' },
			redirect: 'manual'
		});
		for (const cookie of ['', `${left.cookie.split('=')[0]}=${'a'.repeat(40)}`, left.cookie])
			expect(await knock(host.url, { cookie, origin: host.url }).end).toMatchObject({
				code: closeReasons.signedOut.code,
				reason: closeReasons.signedOut.reason
			});
		expect((await ask(left, '/api/boards')).status).toBe(401);
	});

	it('a document that is not, or is not theirs, is refused as if it did not exist', async () => {
		const names = ['board:brd_nobody:1', `board:${board.id}`, 'nonsense', board.id];
		for (const name of names) {
			const { socket, frames, opened } = knock(host.url, headersOf(owner));
			expect(await opened).toBe(true);
			const askToJoin = writeFrame(name, kinds.auth, (to) => {
				encoding.writeVarUint(to, 0);
				encoding.writeVarString(to, '');
			});
			socket.send(askToJoin);
			const [answer] = await waitUntil('an answer', () => frames.length > 0 && frames);
			expect(answer!.toString('latin1'), name).toContain('no-access');
			socket.terminate();
		}
	});
});

describe('frames nobody honest sends', () => {
	it('close the socket by name, change nothing, and shut the door after the third', async () => {
		const login = await host.signIn('leader');
		const before = await host.export(owner, board.id);
		const hostile = [
			Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]),
			writeFrame(board.document, 99, () => undefined),
			'{"text": "is not binary"}'
		];
		for (const frame of hostile) {
			const { socket, opened, end } = knock(host.url, headersOf(login));
			expect(await opened).toBe(true);
			socket.send(frame);
			expect(await end).toMatchObject({ code: closeReasons.badFrame.code });
		}
		expect(await knock(host.url, headersOf(login)).end).toMatchObject({
			code: closeReasons.tooMany.code
		});
		expect(await host.export(owner, board.id)).toBe(before);
		expect((await fetch(`${host.url}/healthz`)).status).toBe(200);
	});
});

describe('rights that change under an open socket', () => {
	/** Writes without pause until told to stop; returns the numbers that were written, with their time. */
	function keepWriting(member: Member, project: string): { stop(): number; last(): number } {
		let number = 0;
		const timer = setInterval(() => {
			number++;
			member.write((doc) => doc.write('projects', project, 'notes', `#${number}`));
		}, 20);
		return {
			stop: () => (clearInterval(timer), number),
			last: () => number
		};
	}

	it('take effect within two seconds while they write, and nothing after that lands', async () => {
		const login = await host.signIn('planner');
		const planner = await join(login, board.document);
		const reader = await join(owner, board.document);
		const [project] = [...reader.board.all('projects')].map(({ id }) => id);
		const work = keepWriting(planner, project!);
		await waitUntil('edits arriving', () => reader.project(project!).notes.startsWith('#'));

		const asked = performance.now();
		const role = { user: 'usr_demo_planner', role: 'viewer' };
		expect(await command(owner, board.id, 'set-role', role)).toMatchObject({ status: 200 });
		await waitUntil('a denial', () => planner.messages.some(({ t }) => t === 'denied'), 2_000);
		expect(performance.now() - asked).toBeLessThan(2_000);
		const after = reader.project(project!).notes;
		const from = work.last();
		await waitUntil('more attempts', () => work.last() > from + 10);
		expect(reader.project(project!).notes).toBe(after);

		const before = performance.now();
		expect(
			await command(owner, board.id, 'remove-member', { user: 'usr_demo_planner' })
		).toMatchObject({ status: 200 });
		await closed(planner, closeReasons.accessLost.code);
		expect(performance.now() - before).toBeLessThan(2_000);
		work.stop();
		expect(reader.project(project!).notes).toBe(after);
		for (const member of [planner, reader]) member.destroy();
	});

	it('end with the session', async () => {
		const login = await host.signIn('designer');
		const designer = await join(login, board.document);
		await fetch(`${host.url}/logout`, {
			method: 'POST',
			headers: { ...headersOf(login), 'content-type': 'application/x-www-form-urlencoded' },
			redirect: 'manual'
		});
		await closed(designer, closeReasons.signedOut.code);
		designer.destroy();
	});
});

describe('the document of a board over HTTP', () => {
	const pathOf = ({ id, epoch }: Pick<BoardEntry, 'id' | 'epoch'>): string =>
		`/api/boards/${id}/update?epoch=${epoch}`;

	it('is what is committed, small on the way, for whoever belongs to it', async () => {
		const answer = await ask(await host.signIn('viewer'), pathOf(board));
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-encoding')).toBe('gzip');
		expect(answer.headers.get('cache-control')).toBe('no-store');
		const doc = new Y.Doc();
		Y.applyUpdate(doc, unpackUpdate(await answer.arrayBuffer()));
		expect(JSON.stringify(exportBoard(new BoardDoc(doc)))).toBe(await readExport(owner, board.id));
	});

	it('is refused to everybody else, and for an epoch that the board is not at', async () => {
		expect((await fetch(`${host.url}${pathOf(board)}`)).status).toBe(401);
		const made = await command(owner, board.id, 'create-board', { name: 'A plan of few' });
		const { value } = made.body as { value: { board: string } };
		const few = { id: value.board, epoch: 1 };
		expect((await ask(owner, pathOf(few))).status).toBe(200);
		expect((await ask(await host.signIn('designer'), pathOf(few))).status).toBe(404);
		expect((await ask(owner, pathOf({ id: 'brd_none', epoch: 1 }))).status).toBe(404);
		expect((await ask(owner, pathOf({ ...board, epoch: board.epoch + 1 }))).status).toBe(409);
		expect((await ask(owner, `/api/boards/${board.id}/update`)).status).toBe(409);
	});
});

describe('a board that goes away while it is open', () => {
	it('closes by name when it is archived, and when the demo is deleted', async () => {
		const made = await command(owner, board.id, 'create-board', { name: 'A second plan' });
		const { value } = made.body as { value: { board: string } };
		const member = await join(owner, `board:${value.board}:1`);
		expect(await command(owner, value.board, 'archive-board')).toMatchObject({ status: 200 });
		await closed(member, closeReasons.boardGone.code);
		member.destroy();

		const other = await join(owner, board.document);
		const copy = print(other.board);
		expect(await command(owner, board.id, 'delete-demo')).toMatchObject({ status: 200 });
		await closed(other, closeReasons.boardGone.code);
		expect(print(other.board)).toBe(copy);
		expect(setField(other.as('owner'), 'projects', 'prj_nobody', 'notes', '').ok).toBe(false);
		other.destroy();
		expect((await ask(owner, `/api/boards/${board.id}/export.json`)).status).toBe(404);
		const [fresh] = (await (await ask(owner, '/api/boards')).json()) as BoardEntry[];
		expect(fresh?.id).not.toBe(board.id);
		expect((await signIn(host.url, 'owner')).cookie).toBeTruthy();
	});
});
