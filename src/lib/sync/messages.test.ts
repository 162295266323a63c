import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBoard } from '../../../tests/build.ts';
import { readMessage } from './messages.ts';
import { conflictNotice, denialNotice, endingNotice, supersededNotice } from './notices.ts';
import { boardPages, chooseKept, isKeepPages } from './page-cache.ts';
import { hueOf, initialsOf } from './presence.ts';
import { describeSave, type SaveFacts } from './save-state.ts';

describe('readMessage', () => {
	it('reads denied, superseded (one or several), bands, views, rebase and access', () => {
		const target = { collection: 'stages', id: 'stg_1', field: 'name' };
		expect(
			readMessage(
				JSON.stringify({ t: 'denied', denied: [{ ...target, rule: 'P-4', remedy: 'Ask.' }] })
			)
		).toEqual({ t: 'denied', denied: [{ ...target, rule: 'P-4', remedy: 'Ask.' }] });
		const change = { ...target, yours: 1, theirs: 2, by: 'per_a', at: 3 };
		const read = { t: 'superseded', superseded: [change] };
		expect(readMessage(JSON.stringify({ t: 'superseded', ...change }))).toEqual(read);
		expect(readMessage(JSON.stringify({ t: 'superseded', superseded: [change] }))).toEqual(read);
		const bounds = [50, 80, 90, 110, 130];
		expect(readMessage(JSON.stringify({ t: 'bands', bounds }))).toEqual({ t: 'bands', bounds });
		expect(readMessage('{"t":"views"}')).toEqual({ t: 'views' });
		expect(readMessage('{"t":"rebase","reason":"epoch"}')).toEqual({
			t: 'rebase',
			reason: 'epoch'
		});
	});

	it('takes nothing else for a message and never throws', () => {
		const noBands = [[1, 2, 3, 4], [1, 2, 3, 4, '5'], [5, 4, 3, 2, 1], 7, null].map((bounds) =>
			JSON.stringify({ t: 'bands', bounds })
		);
		for (const payload of ['', '{', 'null', '1', '[]', '{"t":"later"}', '{"t":5}', ...noBands])
			expect(readMessage(payload)).toBeNull();
		expect(readMessage('{"t":"denied","denied":[null,5,{"collection":"__proto__"}]}')).toEqual({
			t: 'denied',
			denied: []
		});
		fc.assert(
			fc.property(fc.json(), fc.constantFrom('denied', 'superseded', 'rebase'), (json, t) => {
				readMessage(json);
				readMessage(JSON.stringify({ t, [t]: JSON.parse(json) as unknown }));
			})
		);
	});
});

describe('notices', () => {
	const board = aBoard();
	const target = { collection: 'stages', id: 'stg_idea', field: 'name' } as const;

	it('say what, why and what would make it possible', () => {
		const denied = { ...target, rule: 'P-4', remedy: 'Ask a planner.' };
		expect(denialNotice(board, denied, 1).text).toBe('Name of Idea was set back. Ask a planner.');
	});

	it('name who was first, and offer to write the own value', () => {
		const written: unknown[] = [];
		const change = { ...target, yours: 'Mine', theirs: 'Idea', by: 'per_ben', at: 1 };
		const notice = supersededNotice(board, change, 1, (_, value) => {
			written.push(value);
			return { ok: true, value: undefined, changes: [] };
		});
		expect(notice.text).toBe('Ben Bode changed Name of Idea first; that stands.');
		notice.useMine!();
		expect(written).toEqual(['Mine']);
	});

	it('offer nothing to write where the row is gone', () => {
		const intent = { ...target, id: 'stg_x', base: 1, value: 2, at: 1, theirs: undefined };
		const notice = conflictNotice(board, intent, 1, () => {
			throw new Error('not to be called');
		});
		expect(notice.useMine).toBeUndefined();
		expect(notice.text).toMatch(/not on the board any more/);
	});

	it('an ending counts what is kept', () => {
		expect(endingNotice('no-access', 2, 1).text).toMatch(/2 edits are kept on this device/);
	});
});

describe('the save state', () => {
	const facts: SaveFacts = {
		link: 'online',
		kept: 0,
		isPending: false,
		at: new Date(2026, 0, 5, 9, 42).getTime(),
		refusal: '',
		isEvaluation: false
	};
	it.each<[string, Partial<SaveFacts>, string]>([
		['saved', {}, 'Saved 09:42'],
		['saving', { kept: 1 }, 'Saving…'],
		['on its way', { isPending: true }, 'Saving…'],
		['offline', { link: 'offline', kept: 3 }, 'Offline, 3 kept here'],
		['offline with nothing kept', { link: 'offline' }, 'Offline'],
		['first connect', { link: 'connecting' }, 'Offline, connecting…'],
		['reconnecting', { link: 'connecting', kept: 1 }, 'Offline, 1 kept here, reconnecting…'],
		['over', { link: 'closed', kept: 1 }, 'Offline, 1 kept here'],
		['refused', { refusal: 'Ask a planner.' }, 'Not allowed: Ask a planner.']
	])('%s', (_name, given, text) => {
		expect(describeSave({ ...facts, ...given }).text).toBe(text);
	});

	it('hints at evaluation storage beside the text, never in it', () => {
		const state = describeSave({ ...facts, isEvaluation: true });
		expect(state).toMatchObject({ text: 'Saved 09:42', hint: 'evaluation storage' });
	});
});

describe('people on the board', () => {
	it('have initials of the first and the last word', () => {
		expect(initialsOf('Priya Natarajan')).toBe('PN');
		expect(initialsOf('  ana maria de souza ')).toBe('AS');
		expect(initialsOf('Ülkü')).toBe('Ü');
		expect(initialsOf('')).toBe('');
	});

	it('have a cool hue of their own, always the same', () => {
		for (const person of ['per_1', 'per_2', 'Zoë', '']) {
			expect(hueOf(person)).toBe(hueOf(person));
			expect(hueOf(person)).toBeGreaterThanOrEqual(120);
			expect(hueOf(person)).toBeLessThanOrEqual(330);
		}
	});
});

describe('kept pages', () => {
	it('answer the same page, another screen of the board, or the front page', () => {
		const kept = [...boardPages('a'), '/b/b/board'];
		expect(chooseKept('/b/a/timeline', kept)).toBe('/b/a/timeline');
		expect(chooseKept('/b/a', kept)).toBe('/b/a/board');
		expect(chooseKept('/b/b/heatmap', kept)).toBe('/b/b/board');
		expect(chooseKept('/b/c/board', kept)).toBeUndefined();
		expect(chooseKept('/', kept)).toBe('/b/b/board');
		expect(chooseKept('/account', kept)).toBeUndefined();
	});

	it('are asked for by a well-formed message only', () => {
		expect(isKeepPages({ keep: { user: 'u', paths: boardPages('a') } })).toBe(true);
		expect(isKeepPages({ keep: { user: 'u', paths: ['/api/boards'] } })).toBe(false);
		expect(isKeepPages({ keep: { user: '', paths: [] } })).toBe(false);
		expect(isKeepPages(null)).toBe(false);
	});
});
