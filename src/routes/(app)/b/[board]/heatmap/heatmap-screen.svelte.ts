// The heatmap screen's state: the view of the address, which rows show, what is scrolled into view, which cell has the
// focus and how far a range goes. Writes nothing to the board.

import { tick } from 'svelte';
import { goto } from '$app/navigation';
import { addDays, mondayOf, type Day } from '#lib/domain/days.ts';
import { findRowRun } from '#lib/model/load-alerts.ts';
import { groupPeople, sumPeople, type LoadGroup, type Pivot } from '#lib/model/load-groups.ts';
import { countedPeople } from '#lib/model/team-load.ts';
import { listUnsized } from '#lib/model/unsized.ts';
import { sayTeam } from '#lib/model/team-weeks.ts';
import type { Individuals } from '#lib/sync/individuals.svelte.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { loadOf } from '#lib/sync/kept-load.ts';
import type { LiveLoad } from '#lib/sync/live-load.svelte.ts';
import {
	findRange,
	FOOT_ROWS,
	findVisibleRows,
	heatCell,
	ROW_PX,
	teamRows,
	type CellView,
	type HeatCell,
	type Spot
} from './heatmap-layout.ts';
import { listPeriods, type Period } from './heatmap-periods.ts';
import type { TableRow } from './heatmap-table.ts';
import { addressOf, readView, type HeatmapView } from './heatmap-view.ts';
import { hideSmall, pivotFor, pivotsFor } from './privacy.ts';

/** A row that can be opened: a group's, or one of the team's at the foot, of which the second counts open roles too. */
interface OpenRow {
	group: LoadGroup;
	withOpen: boolean;
}

const ROWS_BEYOND = 4;
/** How far ahead a row's mark looks. */
const RUN_WEEKS = 13;
/** What the team's sentence is about. */
const SENTENCE_WEEKS = 6;

export class HeatmapScreen {
	readonly live: LiveBoard;
	readonly load: LiveLoad;
	readonly #url: () => URL;
	readonly individuals: Individuals;
	view = $state.raw<HeatmapView>() as HeatmapView;
	cursor = $state.raw<Spot>({ row: 0, column: 0 });
	/** The other corner of a range; null while one cell is meant. */
	anchor = $state.raw<Spot | null>(null);
	scroller = $state.raw<HTMLElement | null>(null);
	scrollTopPx = $state(0);
	heightPx = $state(600);
	#written = '';

	constructor(live: LiveBoard, url: () => URL, individuals: Individuals) {
		this.live = live;
		this.#url = url;
		this.individuals = individuals;
		this.load = loadOf(live);
		this.view = readView(url().searchParams);
		this.#written = url().search;
	}

	readonly from = $derived.by((): Day => this.view.from ?? mondayOf(this.live.today));
	readonly periods = $derived.by(() =>
		listPeriods(this.from, this.view.per, this.view.weeks, this.live.today)
	);
	/** Where the bins end: as the view says, else as the organisation does. */
	readonly bounds = $derived.by(() => this.view.bounds ?? this.live.bounds);
	/** What decides how a cell looks. */
	readonly #cellView = $derived.by((): CellView => {
		const { basis, unit } = this.view;
		return { basis, unit, bounds: this.bounds };
	});
	/** What the rows are, as far as the role lets them be. */
	readonly by = $derived.by(() => pivotFor(this.individuals, this.view.by));
	readonly pivots = $derived.by(() => pivotsFor(this.individuals));
	/** True while people are shown by name: a leader has to switch it on. */
	readonly namesPeople = $derived.by(() => this.individuals.areShown);

	readonly people = $derived.by(() => {
		this.live.rows('people');
		const words = this.view.who.trim().toLowerCase().split(/\s+/).filter(Boolean);
		return countedPeople(this.live.doc, this.load.peek().from).filter((person) => {
			const names = this.namesPeople ? `${person.name} ${person.title}` : '';
			const hay = `${names} ${person.unit} ${person.skills.join(' ')}`.toLowerCase();
			return words.every((word) => hay.includes(word));
		});
	});
	readonly groups = $derived.by(() => {
		const groups = groupPeople(this.people, this.by);
		return this.namesPeople ? groups : hideSmall(groups);
	});
	readonly #bounds = $derived.by(() =>
		findVisibleRows(this.groups.length, this.scrollTopPx, this.heightPx, ROWS_BEYOND).join(' ')
	);
	/** The rows that are drawn, with their place; the one with the focus stays drawn. */
	readonly drawn = $derived.by(() => {
		const [first = 0, last = -1] = this.#bounds.split(' ').map(Number);
		const rows = this.groups.slice(first, last + 1).map((group, i) => ({ group, row: first + i }));
		const { row } = this.cursor;
		const focused = this.groups[row];
		if (focused && (row < first || row > last)) rows.push({ group: focused, row });
		return rows;
	});

	/** The cells of a row; runs again when the load of its people may differ. */
	cells(group: LoadGroup): HeatCell[] {
		this.load.listenToAll(group.people);
		const { grid } = this.load.peek();
		return this.periods.map((period) =>
			heatCell(
				group.name,
				period,
				sumPeople(grid, group.people, period.from, period.to),
				this.#cellView
			)
		);
	}

	/** C-23: the gravest weeks over in a row that are ahead of a row's people; null where there are none. */
	runOf(group: LoadGroup): { weeks: number; monday: Day } | null {
		this.load.listenToAll(group.people);
		return findRowRun(this.load.peek().grid, group.people, this.live.today, RUN_WEEKS);
	}

	/** The team's two rows: what is booked, and that with open roles. */
	readonly team = $derived.by(() => teamRows(this.load.team, this.periods, this.#cellView));
	readonly unsized = $derived.by(() => {
		this.live.rows('projects');
		this.live.rows('modules');
		return listUnsized(this.live.doc);
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

	/** The row of a key. What leaders see as one row of small groups opens for others too, who were sent its address. */
	#rowOf(key: string): OpenRow | undefined {
		const foot = FOOT_ROWS.find((one) => one.key === key);
		if (foot) {
			this.live.rows('people');
			const people = countedPeople(this.live.doc, this.load.peek().from).map(({ id }) => id);
			return { group: { ...foot, people }, withOpen: foot.key === 'all-open' };
		}
		const group =
			this.groups.find((one) => one.key === key) ??
			hideSmall(this.groups).find((one) => one.key === key);
		return group && { group, withOpen: false };
	}

	/** The cell of a row in one of the periods, as the grid shows it; the row may be one of the foot. */
	cellOf(group: LoadGroup, period: Period): HeatCell | undefined {
		const cells = this.team.find(({ key }) => key === group.key)?.cells ?? this.cells(group);
		return cells.find(({ from }) => from === period.from);
	}

	/** The open cell, where there is such a row and its period is shown. */
	readonly opened = $derived.by((): (OpenRow & { period: Period }) | null => {
		const { cell } = this.view;
		const row = cell && this.#rowOf(cell.key);
		const period = cell && this.periods.find(({ from }) => from === cell.from);
		return row && period ? { ...row, period } : null;
	});

	/** Opens a cell, the kind of rows in its address, so that it leads there whoever follows it. */
	open({ row, column }: Spot): void {
		const key = (this.groups[row] ?? FOOT_ROWS[row - this.groups.length])?.key;
		const from = this.periods[column]?.from;
		if (key === undefined || from === undefined) return;
		this.show({ by: this.by, cell: { key, from } });
	}

	/** Other rows. Returns why not; empty when they are shown. */
	async pivot(by: Pivot): Promise<string> {
		const refusal = by === 'person' ? await this.individuals.show() : '';
		if (refusal === '') this.show({ by, cell: null });
		return refusal;
	}

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

	/** The range, or everything where there is none, the team's rows with it. */
	selection(): { periods: Period[]; rows: TableRow[] } {
		const rows: (LoadGroup | TableRow)[] = [...this.groups, ...this.team];
		const rowOf = (row: LoadGroup | TableRow): TableRow =>
			'cells' in row ? row : { name: row.name, cells: this.cells(row) };
		if (!this.anchor) return { periods: this.periods, rows: rows.map(rowOf) };
		const { from, to } = findRange(this.anchor, this.cursor);
		return {
			periods: this.periods.slice(from.column, to.column + 1),
			rows: rows
				.slice(from.row, to.row + 1)
				.map(rowOf)
				.map(({ name, cells }) => ({ name, cells: cells.slice(from.column, to.column + 1) }))
		};
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
