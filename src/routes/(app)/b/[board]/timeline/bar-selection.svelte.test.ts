import { describe, expect, it } from 'vitest';
import { BarSelection } from './bar-selection.svelte.ts';
import type { Row } from './row-index.ts';
import { lookOf, stackRows } from './timeline-layout.ts';

const row = (key: string, ...ids: string[]): Row => ({
	...{ key, person: key, role: '', project: '', name: key, lanes: 1 },
	bars: ids.map((id, i) => ({ id, from: i * 10, to: i * 10 + 4, lane: 0 }))
});

function aDrawing() {
	let rows = $state.raw([row('a', 'a1', 'a2'), row('b', 'b1')]);
	let folded = $state.raw<ReadonlySet<string>>(new Set());
	const look = { strip: false, ...lookOf('usual', false) };
	return {
		cursor: 'a1',
		get layout() {
			return stackRows([{ name: 'All', rows }], look, undefined, folded);
		},
		rowOf: (id: string) => rows.find(({ bars }) => bars.some((bar) => bar.id === id)),
		draw: (next: Row[]) => (rows = next),
		fold: (name: string) => (folded = new Set([name]))
	};
}

describe('the selection', () => {
	it('is what actions are about, for the bars that belong to it', () => {
		const selection = new BarSelection(aDrawing());
		selection.replace(['b1', 'a1']);
		expect(selection.actedOn('a1')).toEqual(['b1', 'a1']);
		expect(selection.actedOn('a2')).toEqual(['a2']);
		selection.toggle('b1');
		expect(selection.actedOn('a1')).toEqual(['a1']);
	});

	it('forgets for a while what is archived, filtered or folded away', () => {
		const drawing = aDrawing();
		const selection = new BarSelection(drawing);
		selection.replace(['a1', 'b1']);
		drawing.draw([row('a', 'a2'), row('b', 'b1')]);
		expect(selection.drawn).toEqual(['b1']);
		expect(selection.actedOn('a1')).toEqual(['a1']);
		drawing.fold('All');
		expect(selection.drawn).toEqual([]);
	});

	it('takes what lies between the bar in focus and another', () => {
		const selection = new BarSelection(aDrawing());
		selection.addRange('b1');
		expect([...selection].sort()).toEqual(['a1', 'b1']);
	});
});
