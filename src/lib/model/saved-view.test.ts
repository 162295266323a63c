import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	freeName,
	openedQuery,
	pinnedOn,
	queryOf,
	viewLimits,
	viewScreenNames,
	type SavedView
} from './saved-view.ts';

const params = (query: string): URLSearchParams => new URLSearchParams(query);

describe('P-51 what a saved view keeps of an address', () => {
	it('keeps what its screen shows, always written the same way, and nothing else', () => {
		expect(queryOf('timeline', params('zoom=month&who=+ada+&from=2027-01-04&card=p&view=v'))).toBe(
			'who=ada&zoom=month'
		);
		expect(queryOf('heatmap', params('unit=fte&cell=2027-01-04~x&by=skill&rows=team'))).toBe(
			'by=skill&unit=fte'
		);
		expect(queryOf('board', params('lead=b,a,&mark=&q=x+y'))).toBe(
			queryOf('board', params('q=x y&lead=a,b'))
		);
		expect(queryOf('board', params(''))).toBe('');
	});

	it('is its own canonical form', () => {
		fc.assert(
			fc.property(fc.constantFrom(...viewScreenNames), fc.string(), (screen, text) => {
				const once = queryOf(screen, params(text));
				expect(queryOf(screen, params(once))).toBe(once);
				expect(queryOf(screen, openedQuery({ screen, query: text, id: 'v' }, params('')))).toBe(
					once
				);
			})
		);
	});

	it('opens from wherever one stands: the place in time stays, card and cell close', () => {
		const from = params('from=2027-01-04&who=ada&card=p&cell=c');
		const view = { screen: 'timeline', query: 'zoom=day', id: 'viw_1' } as const;
		expect(String(openedQuery(view, from))).toBe('zoom=day&from=2027-01-04&view=viw_1');
		expect(String(openedQuery({ screen: 'board', query: '', id: '' }, from))).toBe('');
	});

	it('lists the pinned ones of a screen in their order', () => {
		const all = (
			[
				['b', 'board', 3],
				['a', 'board', 1],
				['t', 'timeline', 0],
				['n', 'board', null]
			] as const
		).map(([id, screen, place]): SavedView => ({
			...{ id, screen, place, name: id, query: '', shared: true }
		}));
		expect(pinnedOn(all, 'board').map(({ id }) => id)).toEqual(['a', 'b']);
	});

	it('finds a free name that still fits', () => {
		expect(freeName('Studio', [])).toBe('Studio');
		expect(freeName('Studio', ['studio', 'Studio (2)'])).toBe('Studio (3)');
		const long = 'x'.repeat(viewLimits.name);
		expect(freeName(long, [long])).toBe(`${'x'.repeat(viewLimits.name - 4)} (2)`);
	});
});
