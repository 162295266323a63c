import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { ChangeListener, LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { RowIndex } from './row-index.ts';
import { stockOf } from './timeline-stock.svelte.ts';

const WEEK = { from: '2027-01-04', to: '2027-01-08' };

function open() {
	const make = (): BoardDoc => {
		const doc = new BoardDoc(new Y.Doc());
		doc.subscribe((touched) => listeners.forEach((listen) => listen(touched, true)));
		for (const id of ['per_a', 'per_b']) doc.create('people', id, { name: id, active: true });
		for (const id of ['prj_1', 'prj_2']) doc.create('projects', id, { title: id });
		doc.create('allocations', 'alc_1', { project: 'prj_1', person: 'per_a', span: WEEK });
		return doc;
	};
	const listeners = new Set<ChangeListener>();
	const live = {
		doc: make(),
		onChange: (listen: ChangeListener) => {
			listeners.add(listen);
			return () => listeners.delete(listen);
		}
	};
	const rejoin = (): void => {
		live.doc = make();
		listeners.forEach((listen) => listen(live.doc.everything(), false));
	};
	return { live: live as unknown as LiveBoard, rejoin };
}

describe('what the timeline stands on', () => {
	it('is one and the same for a board', () => {
		const { live } = open();
		expect(stockOf(live)).toBe(stockOf(live));
		expect(stockOf(live)).not.toBe(stockOf(open().live));
	});

	it('takes in what has changed since it was last read, and equals rows made anew', () => {
		const { live } = open();
		const stock = stockOf(live);
		expect(stock.peek('people').rowOf('alc_1')?.key).toBe('per_a');
		live.doc.write('allocations', 'alc_1', 'person', 'per_b');
		live.doc.create('allocations', 'alc_2', { project: 'prj_2', person: 'per_b', span: WEEK });
		live.doc.write('people', 'per_a', 'name', 'Zoe');
		for (const kind of ['people', 'projects'] as const)
			expect(stock.peek(kind).rows).toEqual(new RowIndex(live.doc, kind).rows);
		expect(stock.peek('people').rowOf('alc_1')?.key).toBe('per_b');
	});

	it('goes over to the other document after a rejoin', () => {
		const { live, rejoin } = open();
		const stock = stockOf(live);
		live.doc.write('allocations', 'alc_1', 'person', 'per_b');
		expect(stock.peek('people').rowOf('alc_1')?.key).toBe('per_b');
		rejoin();
		expect(stock.peek('people').rowOf('alc_1')?.key).toBe('per_a');
	});

	it('lists what nobody is booked on as the board stands', () => {
		const { live } = open();
		const stock = stockOf(live);
		const titles = (): string[] => stock.unbooked.map(({ title }) => title);
		expect(titles()).toEqual(['prj_2']);
		expect(stock.unbooked).toBe(stock.unbooked);
		live.doc.create('allocations', 'alc_2', { project: 'prj_2', person: 'per_b', span: WEEK });
		expect(titles()).toEqual([]);
	});

	it('wakes who reads the ties only when one of them differs', () => {
		const { live } = open();
		const stock = stockOf(live);
		live.doc.create('allocations', 'alc_2', { project: 'prj_2', person: 'per_b', span: WEEK });
		live.doc.write('projects', 'prj_2', 'after', [{ on: 'prj_1', type: 'FS', lagDays: 0 }]);
		const seen: number[] = [];
		const stop = $effect.root(() => {
			const ties = $derived(stock.ties);
			$effect(() => void seen.push(ties[0]?.lateDays ?? -1));
		});
		flushSync();
		live.doc.write('allocations', 'alc_1', 'note', 'Nothing that a tie says');
		flushSync();
		live.doc.write('allocations', 'alc_2', 'span', { from: '2027-01-11', to: '2027-01-15' });
		flushSync();
		stop();
		expect(seen).toEqual([5, 0]);
	});
});
