// The heatmap screen's state: the view of the address, which people show, what is scrolled into view, which cell has the
// focus and how far a range goes. Writes nothing to the board.

import { tick } from 'svelte';
import { goto } from '$app/navigation';
import { addDays, mondayOf, type Day } from '#lib/domain/days.ts';
import { activePeople } from '#lib/model/team-load.ts';
import { sayTeam } from '#lib/model/team-weeks.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { LiveLoad } from '#lib/sync/live-load.svelte.ts';
import {
	cellsOf,
	findRange,
	findVisibleRows,
	listWeeks,
	ROW_PX,
	teamRows,
	writeTable,
	type HeatCell,
	type Spot
} from './heatmap-layout.ts';
import { addressOf, readView, type HeatmapView } from './heatmap-view.ts';

const ROWS_BEYOND = 4;
/** What the team's sentence is about. */
const SENTENCE_WEEKS = 6;

export class HeatmapScreen {
	readonly live: LiveBoard;
	readonly load: LiveLoad;
	readonly #url: () => URL;
	view = $state.raw<HeatmapView>() as HeatmapView;
	cursor = $state.raw<Spot>({ row: 0, column: 0 });
	/** The other corner of a range; null while one cell is meant. */
	anchor = $state.raw<Spot | null>(null);
	scroller = $state.raw<HTMLElement | null>(null);
	scrollTopPx = $state(0);
	heightPx = $state(600);
	#written = '';

	constructor(live: LiveBoard, url: () => URL) {
		this.live = live;
		this.#url = url;
		this.load = new LiveLoad(live);
		this.view = readView(url().searchParams);
		this.#written = url().search;
	}

	readonly from = $derived.by((): Day => this.view.from ?? mondayOf(this.live.today));
	readonly weeks = $derived.by(() => listWeeks(this.from, this.view.weeks, this.live.today));
	readonly mondays = $derived.by(() => this.weeks.map((week) => week.monday));

	readonly people = $derived.by(() => {
		this.live.rows('people');
		const words = this.view.who.trim().toLowerCase().split(/\s+/).filter(Boolean);
		return activePeople(this.live.doc).filter((person) => {
			const hay = `${person.name} ${person.title} ${person.skills.join(' ')}`.toLowerCase();
			return words.every((word) => hay.includes(word));
		});
	});
	readonly #bounds = $derived.by(() =>
		findVisibleRows(this.people.length, this.scrollTopPx, this.heightPx, ROWS_BEYOND).join(' ')
	);
	/** The people whose rows are drawn, with their place; the one with the focus stays drawn. */
	readonly drawn = $derived.by(() => {
		const [first = 0, last = -1] = this.#bounds.split(' ').map(Number);
		const rows = this.people
			.slice(first, last + 1)
			.map((person, i) => ({ person, row: first + i }));
		const { row } = this.cursor;
		const focused = this.people[row];
		if (focused && (row < first || row > last)) rows.push({ person: focused, row });
		return rows;
	});

	/** The cells of a person; runs again when their load may differ. */
	cells(person: { id: string; name: string }): HeatCell[] {
		return cellsOf(
			person.name,
			this.mondays,
			(from, to) => this.load.between(person.id, from, to),
			this.view.basis
		);
	}

	/** The team's two rows: what is booked, and that with open roles. */
	readonly team = $derived.by(() => {
		return teamRows(this.load.team, this.mondays, this.view.basis);
	});
	/** "Next 6 weeks: Booked 92 %, with unstaffed work 131 %, 11 of 40 projects unsized". */
	readonly sentence = $derived.by(() => {
		this.live.rows('projects');
		this.live.rows('modules');
		const from = mondayOf(this.live.today);
		const to = addDays(from, SENTENCE_WEEKS * 7 - 1);
		const said = sayTeam(this.load.team.total(from, to, this.view.basis));
		return `Next ${SENTENCE_WEEKS} weeks: ${said}.`;
	});

	isInRange(row: number, column: number): boolean {
		if (!this.anchor) return false;
		const { from, to } = findRange(this.anchor, this.cursor);
		return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
	}

	/** Moves the focus to a cell and scrolls it into view. */
	async focusCell(spot: Spot, extend = false): Promise<void> {
		this.anchor = extend ? (this.anchor ?? this.cursor) : null;
		this.cursor = spot;
		const topPx = spot.row * ROW_PX;
		const box = this.scroller;
		if (box && (topPx < box.scrollTop || topPx + 2 * ROW_PX > box.scrollTop + this.heightPx)) {
			box.scrollTo({ top: topPx - this.heightPx / 2, behavior: 'instant' });
			this.scrollTopPx = box.scrollTop;
		}
		await tick();
		const cell = `[data-cell="${spot.row} ${spot.column}"]`;
		this.scroller?.querySelector<HTMLElement>(cell)?.focus();
	}

	/** The range, or everything where there is none, as tab-separated text. */
	copyText(): string {
		const whole = { row: 0, column: 0 };
		const end = { row: this.people.length - 1, column: this.mondays.length - 1 };
		const { from, to } = this.anchor
			? findRange(this.anchor, this.cursor)
			: { from: whole, to: end };
		const rows = this.people.slice(from.row, to.row + 1).map((person) => ({
			name: person.name,
			cells: this.cells(person).slice(from.column, to.column + 1)
		}));
		return writeTable(this.mondays.slice(from.column, to.column + 1), rows);
	}

	show(change: Partial<HeatmapView>): void {
		this.view = { ...this.view, ...change };
		const url = this.#url();
		const address = addressOf(url, this.view);
		this.#written = address.slice(url.pathname.length);
		if (this.#written === url.search) return;
		void goto(address, { replaceState: true, keepFocus: true, noScroll: true });
	}

	/** Takes over the view of an address that somebody else has set. */
	adopt({ search, searchParams }: URL): void {
		if (search === this.#written) return;
		this.#written = search;
		this.view = readView(searchParams);
	}

	/** So many weeks on or back. */
	shift(weeks: number): void {
		this.show({ from: addDays(this.from, weeks * 7) });
	}
}
