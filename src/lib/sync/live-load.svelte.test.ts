import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { LiveBoard } from './live-board.svelte.ts';
import type { ChangeListener } from './live-board.svelte.ts';
import { LiveLoad } from './live-load.svelte.ts';
import type { Peer } from './live-types.ts';

const MONDAY = '2027-01-04';
const WEEK = { from: MONDAY, to: '2027-01-10' };

function board() {
	const doc = new BoardDoc(new Y.Doc());
	const listeners = new Set<ChangeListener>();
	doc.subscribe((touched) => listeners.forEach((listen) => listen(touched, true)));
	for (const id of ['per_a', 'per_b', 'per_c'])
		doc.create('people', id, {
			name: id,
			active: true,
			nonProjectBp: 0,
			patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }]
		});
	doc.create('projects', 'prj_1', {});
	doc.create('allocations', 'alc_1', {
		project: 'prj_1',
		person: 'per_a',
		span: WEEK,
		load: { mode: 'percent', amount: 10_000 },
		certainty: 'confirmed'
	});
	const live = {
		doc,
		today: MONDAY,
		onChange: (listen: ChangeListener) => {
			listeners.add(listen);
			return () => listeners.delete(listen);
		}
	} as unknown as LiveBoard;
	return { doc, live };
}

/** What each person's week shows, and how often it was worked out. */
function watch(load: LiveLoad) {
	const seen: Record<string, number> = {};
	const runs: Record<string, number> = {};
	const stop = $effect.root(() => {
		for (const person of ['per_a', 'per_b', 'per_c'])
			$effect(() => {
				const state = load.between(person, WEEK.from, WEEK.to);
				seen[person] = state.kind === 'load' ? state.confirmedBp : -1;
				runs[person] = (runs[person] ?? 0) + 1;
			});
	});
	flushSync();
	return { seen, runs, stop };
}

describe('live load', () => {
	it('follows a written change', () => {
		const { doc, live } = board();
		const load = new LiveLoad(live);
		const unfollow = load.follow();
		const { seen, stop } = watch(load);
		expect(seen).toEqual({ per_a: 10_000, per_b: 0, per_c: 0 });
		doc.write('allocations', 'alc_1', 'person', 'per_b');
		flushSync();
		expect(seen).toEqual({ per_a: 0, per_b: 10_000, per_c: 0 });
		stop();
		unfollow();
	});

	it('counts people one by one as the whole team does, before anybody asks for it', () => {
		const { live } = board();
		const [few, all] = [new LiveLoad(live), new LiveLoad(live)];
		all.peek();
		for (const person of ['per_a', 'per_b', 'per_c']) {
			const [from, to] = [few.span.from, few.span.to];
			expect(few.between(person, from, to)).toEqual(all.between(person, from, to));
		}
	});

	it('counts the team ahead in idle moments, from the start again when the board changes', async () => {
		vi.useFakeTimers();
		try {
			const { doc, live } = board();
			const [load, other] = [new LiveLoad(live), new LiveLoad(live)];
			const unfollow = load.follow();
			const { runs, seen, stop } = watch(load);
			load.countAhead((work) => {
				const timer = setTimeout(work);
				return () => clearTimeout(timer);
			});
			await vi.advanceTimersToNextTimerAsync();
			doc.write('allocations', 'alc_1', 'person', 'per_b');
			await vi.runAllTimersAsync();
			flushSync();
			expect(seen).toEqual({ per_a: 0, per_b: 10_000, per_c: 0 });
			const [before, counted] = [{ ...runs }, load.of('per_c')];
			expect(counted).toBe(load.peek());
			expect(counted.grid.confirmed).toEqual(other.peek().grid.confirmed);
			flushSync();
			expect(runs).toEqual(before);
			stop();
			unfollow();
		} finally {
			vi.useRealTimers();
		}
	});

	it('wakes those whom a written booking concerns, before and after, and nobody else', () => {
		const { doc, live } = board();
		const load = new LiveLoad(live);
		const unfollow = load.follow();
		const { runs, stop } = watch(load);
		// Who was booked before is known once the team is counted; until then everybody looks again.
		load.peek();
		const before = { ...runs };
		const edition = load.edition;
		doc.write('allocations', 'alc_1', 'person', 'per_b');
		flushSync();
		expect(runs).toEqual({ per_a: before.per_a! + 1, per_b: before.per_b! + 1, per_c: 1 });
		expect(load.edition).toBeGreaterThan(edition);
		doc.create('comments', 'cmt_1', { project: 'prj_1', body: 'Hm' });
		flushSync();
		expect(runs.per_c).toBe(1);
		doc.write('projects', 'prj_1', 'archived', true);
		flushSync();
		expect(runs.per_c).toBe(2);
		stop();
		unfollow();
	});

	it('shows what a drag would do to the two it concerns, wakes nobody else, and puts it back', () => {
		const { live } = board();
		const load = new LiveLoad(live);
		const { seen, runs, stop } = watch(load);
		const booking = {
			person: 'per_b',
			span: WEEK,
			load: { mode: 'percent', amount: 5000 },
			certainty: 'confirmed',
			probabilityBp: null
		} as const;
		load.showOwn(new Map([['alc_1', booking]]));
		flushSync();
		expect(seen).toEqual({ per_a: 0, per_b: 5000, per_c: 0 });
		load.showOwn(new Map());
		flushSync();
		expect(seen).toEqual({ per_a: 10_000, per_b: 0, per_c: 0 });
		expect(runs.per_c).toBe(1);
		stop();
	});

	it('counts what others hold in the air, and what lands meanwhile', () => {
		const { doc, live } = board();
		const load = new LiveLoad(live);
		const unfollow = load.follow();
		const { seen, stop } = watch(load);
		const dragging = {
			collection: 'allocations',
			id: 'alc_1',
			target: `${WEEK.from}/${WEEK.to}/per_c`
		} as const;
		load.showPeers([{ dragging } as Peer]);
		flushSync();
		expect(seen).toEqual({ per_a: 0, per_b: 0, per_c: 10_000 });
		doc.write('allocations', 'alc_1', 'load', { mode: 'percent', amount: 2000 });
		load.showPeers([]);
		flushSync();
		expect(seen).toEqual({ per_a: 2000, per_b: 0, per_c: 0 });
		stop();
		unfollow();
	});

	it('stretches when something is booked beyond the days it covers', () => {
		const { doc, live } = board();
		const load = new LiveLoad(live);
		const unfollow = load.follow();
		const before = load.span.to;
		doc.write('allocations', 'alc_1', 'span', { from: '2028-06-05', to: '2028-06-09' });
		expect(load.span.to > before).toBe(true);
		unfollow();
	});
});
