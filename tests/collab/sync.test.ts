// The page's end of the wire against the real server: judged, logged in memory, over real sockets.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { defaultBounds } from '#lib/domain/bands.ts';
import type { BoardWhereabouts } from '#lib/sync/find-board.ts';
import { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { denialOf, valueOf } from '../build.ts';
import { BOARD, House } from './house.ts';
import { actorOf, person, stage, userOf } from './plan.ts';

type Who = keyof typeof person;

let house: House;
const pages: Page[] = [];
let run = 0;

beforeEach(async () => {
	house = await new House().open();
	run++;
});
afterEach(async () => {
	await Promise.all(pages.splice(0).map((page) => page.live.destroy()));
	await house.close();
});

interface Page {
	live: LiveBoard;
	cut(): void;
	mend(): void;
}

/** A board page of somebody, whose network can be cut. `believes` is who the page thinks they are. */
function open(who: Who, believes: Who = who, device = who as string): Page {
	const sockets = new Set<WebSocket>();
	let isCut = false;
	const headers = { origin: house.origin, cookie: userOf(who) };
	class Line extends WebSocket {
		constructor(url: string) {
			super(isCut ? 'ws://127.0.0.1:9/' : url, [], { headers });
			sockets.add(this);
		}
	}
	const whereabouts = (): BoardWhereabouts => {
		if (isCut) return { state: 'unknown' };
		if (house.revoked.has(`session-${userOf(who)}`)) return { state: 'signed-out' };
		if (!house.standings.has(userOf(who))) return { state: 'gone' };
		return { state: 'there', epoch: house.epoch, document: `board:${BOARD}:${house.epoch}` };
	};
	const live = new LiveBoard({
		id: BOARD,
		name: 'Plan',
		epoch: house.epoch,
		// A device of its own for each test, so that no test finds another's copy.
		actor: { ...actorOf(believes), user: `${run}-${device}` },
		today: '2026-03-02',
		bounds: defaultBounds,
		storage: 'postgres',
		url: house.url,
		WebSocketPolyfill: Line,
		findBoard: () => Promise.resolve(whereabouts()),
		fetchUpdate: async (id, epoch) =>
			isCut ? null : ((await house.collab.readUpdate(id, epoch)) ?? null)
	});
	const page: Page = {
		live,
		cut() {
			isCut = true;
			for (const socket of sockets) socket.terminate();
		},
		mend() {
			isCut = false;
		}
	};
	pages.push(page);
	return page;
}
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });
const saved = ({ live }: Page): Promise<void> =>
	until(() =>
		expect([live.save.text.slice(0, 5), live.save.kept, live.isWritable]).toEqual([
			'Saved',
			0,
			true
		])
	);

describe('saving', () => {
	it('says Saved when the edit is committed, and not before', async () => {
		const pia = open('planner');
		await saved(pia);
		house.storage.mode = 'held';
		const id = valueOf(pia.live.edits.createProject({ title: 'New' }));
		await until(() => expect(house.collab.metrics().collab_uncommitted).toBe(1));
		expect(pia.live.save).toMatchObject({ text: 'Saving…', kept: 1 });
		expect(house.committed().get('projects', id)).toBeUndefined();
		house.storage.mode = 'auto';
		house.storage.commit();
		await saved(pia);
		expect(house.committed().get('projects', id)?.position?.stage).toBe(stage.requests);
	});

	it('moves land elsewhere, with who made them', async () => {
		const pia = open('planner');
		const dan = open('dan');
		await Promise.all([saved(pia), saved(dan)]);
		pia.live.setPresence({ view: 'board' });
		await until(() => expect(dan.live.peers).toMatchObject([{ name: 'planner', view: 'board' }]));
		const authors: (string | undefined)[] = [];
		dan.live.onChange((_touched, _isLocal, by) => authors.push(by));
		valueOf(pia.live.edits.setField('projects', 'prj_one', 'brief', 'A brief'));
		const to = { stage: stage.build };
		valueOf(pia.live.edits.moveCards('projects', ['prj_one'], to));
		await until(() =>
			expect(dan.live.doc.get('projects', 'prj_one')?.position?.stage).toBe(stage.build)
		);
		expect(dan.live.doc.get('modules', 'mod_one')?.position?.stage).toBe(stage.build);
		await until(() => expect(authors).toContain(person.planner));
		await saved(pia);
	});
});

describe('C-24 the bands of the organisation', () => {
	it('are what the server says, also to a page that was away when they changed', async () => {
		const own = [50, 80, 90, 110, 130];
		const set = (bounds: readonly number[]): void => {
			house.standings.set(userOf('dan'), { ...house.standings.get(userOf('dan'))!, bounds });
		};
		const dan = open('dan');
		await saved(dan);
		set(own);
		await house.collab.refreshAccess({});
		await until(() => expect(dan.live.bounds).toEqual(own));
		dan.cut();
		await until(() => expect(house.collab.metrics().collab_sockets).toBe(0));
		set(defaultBounds);
		await house.collab.refreshAccess({});
		expect(dan.live.bounds).toEqual(own);
		dan.mend();
		await until(() => expect(dan.live.bounds).toEqual(defaultBounds));
	});
});

describe('what the server does not let stand', () => {
	it('springs back, is told with its remedy, and is kept nowhere', async () => {
		const dan = open('dan', 'planner');
		await saved(dan);
		const before = dan.live.doc.get('projects', 'prj_two')?.title;
		valueOf(dan.live.edits.setField('projects', 'prj_two', 'title', 'Not mine'));
		expect(dan.live.doc.get('projects', 'prj_two')?.title).toBe('Not mine');
		await until(() => expect(dan.live.notices).toHaveLength(1));
		expect(dan.live.notices[0]).toMatchObject({ kind: 'denied', rule: 'P-7', field: 'title' });
		await until(() => expect(dan.live.doc.get('projects', 'prj_two')?.title).toBe(before));
		expect(dan.live.save.text).toMatch(/^Not allowed: /);
		expect(dan.live.save.kept).toBe(0);
		expect(dan.live.canUndo).toBe(false);
		expect(house.committed().get('projects', 'prj_two')?.title).toBe(before);
		valueOf(dan.live.edits.setField('projects', 'prj_one', 'title', 'Mine'));
		await saved(dan);
	});

	it('an offline edit that came second is told, and can be made after all', async () => {
		const pia = open('planner');
		const olga = open('owner');
		await Promise.all([saved(pia), saved(olga)]);
		pia.cut();
		await until(() => expect(pia.live.save.text).toMatch(/^Offline/));
		valueOf(pia.live.edits.setField('projects', 'prj_one', 'title', 'Second'));
		valueOf(pia.live.edits.setField('projects', 'prj_one', 'brief', 'Untouched by others'));
		expect(pia.live.save.text).toMatch(/^Offline, 2 kept here/);
		valueOf(olga.live.edits.setField('projects', 'prj_one', 'title', 'First'));
		await saved(olga);
		pia.mend();
		await until(() => expect(pia.live.notices).toHaveLength(1));
		await saved(pia);
		expect(pia.live.doc.get('projects', 'prj_one')).toMatchObject({
			title: 'First',
			brief: 'Untouched by others'
		});
		const [notice] = pia.live.notices;
		expect(notice).toMatchObject({ kind: 'superseded', by: 'owner', yours: 'Second' });
		valueOf(notice!.useMine!());
		await until(() => expect(olga.live.doc.get('projects', 'prj_one')?.title).toBe('Second'));
		await saved(pia);
	});
});

describe('joining anew', () => {
	it('after a client id changed hands: a new document, the kept edits written again', async () => {
		const pia = open('planner');
		await saved(pia);
		pia.cut();
		await until(() => expect(house.storage.isOpen(BOARD)).toBe(false));
		const old = pia.live.doc;
		house.storage.stored(BOARD).bindings.set(old.doc.clientID, 'somebody');
		valueOf(pia.live.edits.setField('projects', 'prj_one', 'title', 'Kept'));
		const made = valueOf(pia.live.edits.createProject({ title: 'Made offline' }));
		pia.mend();
		await until(() => expect(pia.live.doc).not.toBe(old));
		await saved(pia);
		expect(pia.live.notices).toEqual([]);
		expect(house.committed().get('projects', 'prj_one')?.title).toBe('Kept');
		expect(house.committed().get('projects', made)?.title).toBe('Made offline');
	});

	it('after the board was rebuilt: the new epoch, the kept edits written again', async () => {
		const pia = open('planner');
		await saved(pia);
		pia.cut();
		await until(() => expect(house.storage.isOpen(BOARD)).toBe(false));
		valueOf(pia.live.edits.setField('projects', 'prj_one', 'title', 'Kept'));
		house.epoch = 2;
		pia.mend();
		await until(() => expect(house.committed().get('projects', 'prj_one')?.title).toBe('Kept'));
		await saved(pia);
	});

	it('after a reload without a network: the copy opens, the kept edits are sent', async () => {
		const first = open('planner');
		await saved(first);
		first.cut();
		await until(() => expect(first.live.save.text).toMatch(/^Offline/));
		valueOf(first.live.edits.setField('projects', 'prj_one', 'title', 'Kept'));
		await first.live.destroy();
		const second = open('planner');
		second.cut();
		await until(() => expect(second.live.save.text).toMatch(/^Offline, 1 kept here/));
		expect(second.live.isReady).toBe(true);
		expect(second.live.doc.get('projects', 'prj_one')?.title).toBe('Kept');
		second.mend();
		await saved(second);
		expect(house.committed().get('projects', 'prj_one')?.title).toBe('Kept');
	});

	it('two tabs of one person send each edit once', async () => {
		const [a, b] = [open('planner'), open('planner')];
		await Promise.all([saved(a), saved(b)]);
		a.cut();
		b.cut();
		await until(() => expect([a, b].map((p) => p.live.save.kind)).not.toContain('saved'));
		const made = [a, b].map((page, i) =>
			valueOf(page.live.edits.createProject({ title: `Tab ${i}` }))
		);
		valueOf(a.live.edits.setField('projects', 'prj_one', 'brief', 'From tab 0'));
		a.mend();
		b.mend();
		await Promise.all([saved(a), saved(b)]);
		const third = open('planner');
		await saved(third);
		const board = house.committed();
		for (const id of made) expect(board.get('projects', id)).toBeDefined();
		expect(board.rows('projects').size).toBe(4);
		const written = house.storage
			.stored(BOARD)
			.rows.flatMap((rows) => rows.audit)
			.filter((row) => row.field === 'brief' || row.kind === 'create');
		expect(written).toHaveLength(3);
	});
});

describe('rights that change while the page is open', () => {
	it('a new role holds at once', async () => {
		const pia = open('planner');
		await saved(pia);
		house.setRole('planner', 'viewer');
		await house.collab.refreshAccess({ user: userOf('planner') });
		await until(() => expect(pia.live.actor.role).toBe('viewer'));
		expect(denialOf(pia.live.edits.createProject({ title: 'No' })).rule).toBe('P-1');
	});

	it('a lost membership ends the page and offers what was not sent', async () => {
		const pia = open('planner');
		await saved(pia);
		house.storage.mode = 'held';
		valueOf(pia.live.edits.createProject({ title: 'Unsent' }));
		house.standings.delete(userOf('planner'));
		await house.collab.refreshAccess({ user: userOf('planner') });
		await until(() => expect(pia.live.ended).toBe('no-access'));
		expect(await pia.live.exportUnsent().text()).toContain('Unsent');
		house.storage.mode = 'auto';
		house.storage.commit();
	});

	it('an ended session says so and keeps the copy', async () => {
		const pia = open('planner');
		await saved(pia);
		house.revoked.add(`session-${userOf('planner')}`);
		await house.collab.refreshAccess({ user: userOf('planner') });
		await until(() => expect(pia.live.ended).toBe('signed-out'));
		expect(pia.live.notices.at(-1)?.text).toMatch(/Sign in again/);
	});

	it('storage that goes away and comes back loses nothing', async () => {
		const pia = open('planner');
		await saved(pia);
		house.storage.mode = 'broken';
		const id = valueOf(pia.live.edits.createProject({ title: 'Held' }));
		await until(() => expect(pia.live.save.kept).toBe(1));
		await until(() => expect(pia.live.save.text).not.toMatch(/^Saved/));
		house.storage.mode = 'auto';
		await saved(pia);
		expect(house.committed().get('projects', id)?.title).toBe('Held');
	});
});
