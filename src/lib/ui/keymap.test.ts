import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseShortcut, createKeymap, readFocus, type FocusFacts } from './keymap.ts';
import { findPlatform, formatKeys, isSingleKey } from './keys.ts';
import { SHORTCUTS, getShortcut } from './shortcuts.ts';

const nowhere: FocusFacts = { places: [], takesText: false, inOverlay: false };
const usual: Parameters<typeof chooseShortcut>[3] = {
	singleKeys: true,
	repeating: false,
	isHandled: () => true
};
const choose = (keys: string, focus: Partial<FocusFacts> = {}, state: Partial<typeof usual> = {}) =>
	chooseShortcut(SHORTCUTS, keys, { ...nowhere, ...focus }, { ...usual, ...state })?.id;

describe('the list of shortcuts', () => {
	it('names every shortcut once', () => {
		const ids = SHORTCUTS.map((shortcut) => shortcut.id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('gives one key one meaning in one place', () => {
		const claims = SHORTCUTS.flatMap(({ when, keys }) => keys.map((key) => `${when} ${key}`));
		expect(new Set(claims).size).toBe(claims.length);
	});

	it('lets nothing that types a letter work inside fields', () => {
		const unsafe = SHORTCUTS.filter(
			(shortcut) => 'inFields' in shortcut && shortcut.keys.some(isSingleKey)
		);
		expect(unsafe).toEqual([]);
	});

	it('refuses an id it does not have', () => {
		expect(() => getShortcut('fly' as 'palette')).toThrow(/"fly"/);
	});
});

describe('choosing what a press means', () => {
	it('prefers the innermost place', () => {
		expect(choose('Alt+ArrowLeft', { places: ['bar', 'timeline'] })).toBe('bar-earlier');
		expect(choose('Enter', { places: ['heatmap'] })).toBe('cell-open');
		expect(choose('t', { places: ['bar', 'timeline'] })).toBe('today');
	});

	it('needs the focus in the place', () => {
		expect(choose('m')).toBeUndefined();
		expect(choose('m', { places: ['card'] })).toBe('move');
	});

	it('falls back to an outer place nobody inside handles', () => {
		const state = { isHandled: (shortcut: { id: string }) => shortcut.id === 'pan-before' };
		expect(choose('ArrowLeft', { places: ['card', 'timeline'] }, state)).toBe('pan-before');
	});

	it('never fires while text is typed, except chords made for it', () => {
		expect(choose('c', { takesText: true })).toBeUndefined();
		expect(choose('$mod+z', { takesText: true })).toBeUndefined();
		expect(choose('$mod+k', { takesText: true })).toBe('palette');
	});

	it('keeps page shortcuts still under a dialog', () => {
		expect(choose('c', { inOverlay: true })).toBeUndefined();
		expect(choose('m', { inOverlay: true, places: ['card'] })).toBe('move');
	});

	it('can switch single keys off and keeps chords and arrows', () => {
		const off = { singleKeys: false };
		expect(choose('c', {}, off)).toBeUndefined();
		expect(choose('g b', {}, off)).toBeUndefined();
		expect(choose('[Shift]+?', {}, off)).toBeUndefined();
		expect(choose('Shift+f', {}, off)).toBeUndefined();
		expect(choose('$mod+k', {}, off)).toBe('palette');
		expect(choose('ArrowDown', { places: ['card'] }, off)).toBe('next');
	});

	it('repeats movement only', () => {
		expect(choose('ArrowDown', { places: ['card'] }, { repeating: true })).toBe('next');
		expect(choose('c', {}, { repeating: true })).toBeUndefined();
	});
});

describe('the listener', () => {
	beforeEach(() => void vi.stubGlobal('Element', class {}));
	afterEach(() => void vi.unstubAllGlobals());

	it('runs the latest handler, and not while composing', () => {
		const map = createKeymap();
		const target = Object.assign(new EventTarget(), { localStorage: { getItem: () => null } });
		map.listen(target as unknown as Window);
		const heard: string[] = [];
		map.register({ create: () => heard.push('first') });
		const remove = map.register({ create: () => heard.push('second') });
		target.dispatchEvent(press('c'));
		target.dispatchEvent(press('c', { isComposing: true }));
		target.dispatchEvent(press('c', { keyCode: 229 }));
		remove();
		target.dispatchEvent(press('c'));
		expect(heard).toEqual(['second', 'first']);
	});

	it('runs a sequence without firing its last key alone', () => {
		const map = createKeymap();
		const target = Object.assign(new EventTarget(), { localStorage: { getItem: () => null } });
		map.listen(target as unknown as Window);
		const heard: string[] = [];
		map.register({ 'go-board': () => heard.push('board'), create: () => heard.push('create') });
		target.dispatchEvent(press('g'));
		target.dispatchEvent(press('b'));
		expect(heard).toEqual(['board']);
	});

	it('begins the next sequence anew, however soon it follows', () => {
		const map = createKeymap();
		const target = Object.assign(new EventTarget(), { localStorage: { getItem: () => null } });
		map.listen(target as unknown as Window);
		const heard: string[] = [];
		map.register({
			'go-board': () => heard.push('board'),
			'go-timeline': () => heard.push('timeline')
		});
		for (const key of ['g', 'b', 'g', 't', 'g', 'b']) target.dispatchEvent(press(key));
		expect(heard).toEqual(['board', 'timeline', 'board']);
	});

	it('remembers on the device that single keys are off', () => {
		const kept = new Map<string, string>();
		const storage = {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
			removeItem: (key: string) => void kept.delete(key)
		} as Storage;
		createKeymap().setSingleKeys(false, storage);
		const map = createKeymap();
		map.listen(Object.assign(new EventTarget(), { localStorage: storage }) as unknown as Window);
		expect(map.hasSingleKeys()).toBe(false);
		map.setSingleKeys(true, storage);
		expect(kept.size).toBe(0);
	});
});

describe('reading where the focus is', () => {
	/** As much of an element as is read. */
	class Node {
		readonly parentElement: Node | null;
		readonly #keys: string | null;
		readonly ownerDocument: { body: Node | null; querySelector: (selector: string) => Node | null };
		constructor(page: Node['ownerDocument'], parent: Node | null, keys: string | null = null) {
			[this.ownerDocument, this.parentElement, this.#keys] = [page, parent, keys];
		}
		getAttribute = (): string | null => this.#keys;
		closest = (): Node | null => null;
		contains = (other: Node): boolean => other === this;
	}
	const read = (target: Node) =>
		readFocus(Object.defineProperty(new Event('keydown'), 'target', { value: target }));
	beforeEach(() => void vi.stubGlobal('Element', Node));
	afterEach(() => void vi.unstubAllGlobals());

	function aPage(found: Record<string, Node> = {}) {
		const page: Node['ownerDocument'] = { body: null, querySelector: (one) => found[one] ?? null };
		page.body = new Node(page, null);
		found['main'] = new Node(page, page.body, 'timeline');
		return { body: page.body, main: found['main'], bar: new Node(page, found['main'], 'bar') };
	}

	it('names places from the inside out', () => {
		const { bar, main } = aPage();
		expect(read(bar).places).toEqual(['bar', 'timeline']);
		expect(read(main).places).toEqual(['timeline']);
	});

	it('is on the page while it is on nothing in particular', () => {
		expect(read(aPage().body)).toEqual({
			...{ places: ['timeline'], takesText: false, inOverlay: false }
		});
	});

	it('is in what covers the page, not on the page', () => {
		const { body } = aPage();
		body.ownerDocument.querySelector = (one) =>
			one === 'main' ? null : new Node(aPage().body.ownerDocument, null);
		expect(read(body)).toEqual({ places: [], takesText: false, inOverlay: true });
	});
});

describe('printing keys', () => {
	it('writes caps for the keyboard at hand', () => {
		expect(formatKeys('$mod+k')).toEqual(['Ctrl', 'K']);
		expect(formatKeys('$mod+Shift+z', 'mac')).toEqual(['⌘', '⇧', 'Z']);
		expect(formatKeys('g b')).toEqual(['g', 'b']);
		expect(formatKeys('[Shift]+?')).toEqual(['?']);
		expect(formatKeys('[Shift]++')).toEqual(['+']);
		expect(formatKeys('Alt+ArrowLeft')).toEqual(['Alt', '←']);
	});

	it('knows a Mac', () => {
		expect(findPlatform('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('mac');
		expect(findPlatform('Mozilla/5.0 (X11; Linux x86_64)')).toBe('other');
	});
});

function press(key: string, more: Record<string, unknown> = {}): Event {
	const event = new Event('keydown', { cancelable: true });
	return Object.assign(event, { key, code: `Key${key}`, getModifierState: () => false, ...more });
}
