import { describe, expect, it } from 'vitest';
import type { Peer } from '#lib/sync/live-types.ts';
import { findHolders } from './holders.ts';

const peer = (name: string, dragging?: { collection: 'projects' | 'modules'; id: string }): Peer =>
	({ name, hue: 30, ...(dragging && { dragging }) }) as Peer;

describe('who has a card in hand', () => {
	it('is said by card, of the kind that is shown', () => {
		const peers = [
			peer('Amara'),
			peer('Ben', { collection: 'projects', id: 'prj_1' }),
			peer('Cleo', { collection: 'modules', id: 'mod_1' })
		];
		expect([...findHolders(peers, 'projects')].map(([id, { name }]) => [id, name])).toEqual([
			['prj_1', 'Ben']
		]);
	});

	it('is whoever is listed first where two hold the same', () => {
		const both = { collection: 'projects', id: 'prj_1' } as const;
		const holders = findHolders([peer('Ben', both), peer('Cleo', both)], 'projects');
		expect(holders.get('prj_1')?.name).toBe('Ben');
	});

	it('is the same answer while nobody holds one', () => {
		const before = findHolders([peer('Amara')], 'projects');
		expect(findHolders([peer('Amara'), peer('Ben')], 'projects')).toBe(before);
	});
});
