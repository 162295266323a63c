import { describe, expect, it } from 'vitest';
import { cutBoard, findFurther } from './shell-chunk.ts';

const routes = '/repo/src/routes/';
const board = `${routes}(app)/b/[board]/`;
const svelte = '/repo/node_modules/svelte/src/index-client.js';
const map = '/repo/node_modules/svelte/src/reactivity/map.js';
const yjs = '/repo/node_modules/yjs/dist/yjs.mjs';
const random = '/repo/node_modules/lib0/random.js';
const desk = '/repo/src/lib/sync/desk.ts';
const outbox = '/repo/src/lib/sync/outbox.ts';
/** What the bundler puts in where something is fetched later; every page has it. */
const helper = '\0vite/preload-helper.js';

const button = '/repo/src/lib/ui/Button.svelte';

/** The Board, another screen, the login page, and what they import; `later` is fetched by the shell. */
const statics = new Map([
	[`${routes}+layout.svelte`, [svelte, helper]],
	[`${routes}(app)/account/+page.svelte`, [outbox, yjs]],
	[`${board}+layout.svelte`, ['shell', button, svelte, map, yjs, outbox]],
	[`${board}board/+page.svelte`, ['shell', 'cards', 'days', 'columns', svelte]],
	[`${board}timeline/+page.svelte`, ['bars', 'columns']],
	[`${routes}(public)/login/+page.svelte`, [button, 'days', svelte]],
	[button, [svelte]],
	[yjs, [random]],
	[outbox, []],
	[random, []],
	[map, [svelte]],
	['shell', ['sync', helper]],
	['later', ['columns']],
	[desk, ['verbs', 'days', 'columns', 'sync', svelte]],
	['verbs', ['columns']],
	...['cards', 'days', 'columns', 'bars', 'sync', svelte, helper].map((id): [string, string[]] => [
		id,
		[]
	])
]);
const all = new Map([...statics, ['shell', ['sync', helper, 'later', desk]]]);

describe('what the Board starts with', () => {
	const cut = cutBoard(statics, all);

	it('is one file for what other screens of a board need too, and one for the Board alone', () => {
		expect([...cut.shell].sort()).toEqual([`${board}+layout.svelte`, 'columns', 'shell', 'sync']);
		expect([...cut.board].sort()).toEqual([`${board}board/+page.svelte`, 'cards']);
	});

	it('is apart from the verbs, which are one file but for what the Board starts with or other pages use', () => {
		expect([...cut.desk].sort()).toEqual([desk, 'verbs'].sort());
	});

	it('is apart from what other pages use: the controls as one file, the rest as it is', () => {
		expect([...cut.controls]).toEqual([button]);
		for (const id of ['days', svelte, helper]) expect(cut.elsewhere).toContain(id);
		expect(cut.shell).not.toContain('bars');
	});

	it('has what every page starts with as one file, and Yjs and what keeps a board on the device as two more', () => {
		const root = `${routes}+layout.svelte`;
		expect([...cut.everywhere].sort()).toEqual([helper, root, svelte].sort());
		expect([...cut.document].sort()).toEqual([random, yjs].sort());
		expect([...cut.kept]).toEqual([outbox]);
		expect(cut.elsewhere).toContain(map);
	});

	it('holds, with what is cut before, all that its modules import', () => {
		const before = new Set<string>();
		for (const set of Object.values(cut)) {
			for (const id of set) before.add(id);
			for (const id of set)
				for (const needed of statics.get(id) ?? []) expect(before).toContain(needed);
		}
	});
});

describe('what is fetched later', () => {
	const imports = new Map([
		['dialog', ['field', 'svelte']],
		['field', ['list']],
		['list', ['icons', 'svelte']],
		['icons', []],
		['svelte', []]
	]);

	it('names all that it needs, so that nothing waits for a file that tells of the next', () => {
		expect(findFurther('dialog', imports, new Set(['svelte']))).toEqual(['list', 'icons']);
	});

	it('names nothing that every page has or that it names itself', () => {
		expect(findFurther('list', imports, new Set(['svelte']))).toEqual([]);
		expect(findFurther('field', imports, new Set(['svelte', 'icons']))).toEqual([]);
	});
});
