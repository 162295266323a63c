import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { loadOf } from './kept-load.ts';
import type { ChangeListener, LiveBoard } from './live-board.svelte.ts';

const MONDAY = '2027-01-04';

it('counts a board once for all screens, follows it, and counts anew on another day', () => {
	const doc = new BoardDoc(new Y.Doc());
	const listeners = new Set<ChangeListener>();
	doc.subscribe((touched) => listeners.forEach((listen) => listen(touched, true)));
	doc.create('people', 'per_a', {
		...{ name: 'Ann', active: true, nonProjectBp: 0 },
		patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }]
	});
	const live = {
		...{ doc, today: MONDAY },
		onChange: (listen: ChangeListener) => {
			listeners.add(listen);
			return () => listeners.delete(listen);
		}
	};
	const board = live as unknown as LiveBoard;
	const load = loadOf(board);
	expect(loadOf(board)).toBe(load);
	doc.create('projects', 'prj_1', {});
	doc.create('allocations', 'alc_1', {
		...{ project: 'prj_1', person: 'per_a', certainty: 'confirmed' },
		...{ span: { from: MONDAY, to: '2027-01-08' }, load: { mode: 'percent', amount: 5_000 } }
	});
	expect(load.between('per_a', MONDAY, '2027-01-10')).toMatchObject({ confirmedBp: 5_000 });

	live.today = '2027-01-05';
	expect(loadOf(board)).not.toBe(load);
	expect(listeners.size).toBe(1);
});
