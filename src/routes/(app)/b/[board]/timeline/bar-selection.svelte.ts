// The bars that are selected, and what of them an action is about: what has been archived or is filtered or folded away
// is not.

import { SvelteSet } from 'svelte/reactivity';
import { findRange } from './bar-box.ts';
import type { Bar, Row } from './row-index.ts';
import type { Layout, Line } from './timeline-layout.ts';

/** As much of the screen as is read. */
interface Drawing {
	readonly layout: Layout;
	/** The bar last in focus. */
	readonly cursor: string;
	rowOf(id: string): Row | undefined;
}

export class BarSelection extends SvelteSet<string> {
	readonly #drawing: Drawing;

	constructor(drawing: Drawing) {
		super();
		this.#drawing = drawing;
	}

	/** The selected ones that stand on some row, in the order they were selected. */
	readonly drawn = $derived.by((): readonly string[] => {
		const { byKey } = this.#drawing.layout;
		return [...this].filter((id) => byKey.has(this.#drawing.rowOf(id)?.key ?? ''));
	});

	/** What an action on a bar is about: the selection where it belongs to it, else the bar alone. */
	actedOn(id: string): readonly string[] {
		return this.drawn.includes(id) ? this.drawn : [id];
	}

	toggle(id: string): void {
		if (!this.delete(id)) this.add(id);
	}

	/** Makes these bars the selection. */
	replace(ids: Iterable<string>): void {
		this.clear();
		for (const id of ids) this.add(id);
	}

	/** Adds everything between the bar last in focus and this one. */
	addRange(id: string): void {
		const [first, last] = [this.#findPlace(this.#drawing.cursor), this.#findPlace(id)];
		if (!first || !last) return this.toggle(id);
		for (const one of findRange(this.#drawing.layout.lines, first, last)) this.add(one);
	}

	#findPlace(id: string): { line: Line; bar: Bar } | undefined {
		const row = this.#drawing.rowOf(id);
		const line = row && this.#drawing.layout.byKey.get(row.key);
		const bar = row?.bars.find((one) => one.id === id);
		return line && bar ? { line, bar } : undefined;
	}
}
