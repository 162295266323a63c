// The timeline screen's state: the view of the address, rows as they stand and as the filter shows them, what is scrolled
// into view, what is selected and focused. Writes nothing to the board.

import { tick } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { goto } from '$app/navigation';
import { navigating } from '$app/state';
import { createAxis } from '#lib/chart/axis.ts';
import {
	PX_PER_DAY,
	createDayScale,
	findScrollAfterZoom,
	type ZoomLevel
} from '#lib/chart/scales.ts';
import {
	addDays,
	dayNumber,
	dayOf,
	daysBetween,
	mondayOf,
	type Day,
	type Span
} from '#lib/domain/days.ts';
import { stagesOf } from '#lib/policy/stages.ts';
import type { Individuals } from '#lib/sync/individuals.svelte.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { loadOf } from '#lib/sync/kept-load.ts';
import type { LiveLoad } from '#lib/sync/live-load.svelte.ts';
import { direction } from '#lib/ui/direction.svelte.ts';
import { whenIdle } from '#lib/ui/idle.ts';
import { media } from '#lib/ui/media.svelte.ts';
import { density } from '../card/density.svelte.ts';
import { BarSelection } from './bar-selection.svelte.ts';
import { findBusy } from './elsewhere-band.ts';
import { filterRows, type Row, type RowIndex } from './row-index.ts';
import { groupRows, rowKindOf } from './row-groups.ts';
import { findPlaceFor } from './reveal.ts';
import { ScrollBox } from './scroll-box.svelte.ts';
import {
	findHeadOf,
	findPaper,
	findTabStop,
	findVisibleLines,
	hasFewBars,
	HEAD_PX,
	lookOf,
	stackRows
} from './timeline-layout.ts';
import { stockOf, type TimelineStock } from './timeline-stock.svelte.ts';
import { UnbookedWork } from './unbooked-work.svelte.ts';
import { addressOf, readView, type TimelineView } from './timeline-view.ts';

/** Bars are drawn this far beyond the edges, and anew only when the view has moved by a chunk. */
const CHUNK_PX = 400;
const LINES_BEYOND = 1;
/** The address follows the scroll once it rests. */
const SETTLE_MS = 500;
/** What is done ahead is done after so long at the latest. */
const STEP_WITHIN_MS = 1000;

const NOTHING = new Map<string, never>();

export class TimelineScreen extends ScrollBox {
	readonly live: LiveBoard;
	readonly load: LiveLoad;
	/** Whether how full somebody is may be printed. */
	readonly individuals: Individuals;
	readonly #url: () => URL;
	readonly #stock: TimelineStock;
	view = $state.raw<TimelineView>() as TimelineView;
	/** One by one: what follows one of them is not done again for another, nor for a scroll that has come to rest. */
	readonly level = $derived.by(() => this.view.level);
	readonly grouping = $derived.by(() => this.view.grouping);
	readonly basis = $derived.by(() => this.view.basis);
	readonly #who = $derived.by(() => this.view.who);
	readonly selection = new BarSelection(this);
	/** Names of the sections that are folded. */
	readonly folded = new SvelteSet<string>();
	/** The bar with the Tab stop. */
	cursor = $state('');
	#written = '';
	#settling: ReturnType<typeof setTimeout> | undefined;

	constructor(live: LiveBoard, url: () => URL, individuals: Individuals) {
		super();
		this.live = live;
		this.individuals = individuals;
		this.#url = url;
		this.load = loadOf(live);
		this.#stock = stockOf(live);
		this.unbooked = new UnbookedWork(live);
		this.view = readView(url().searchParams);
		this.#written = url().search;
	}

	/** Has the team counted while nobody waits for it; returns the way to leave. */
	follow(): () => void {
		const stopAhead = this.load.countAhead((work) => whenIdle(work, STEP_WITHIN_MS));
		const stopUnbooked = this.unbooked.follow();
		return () => {
			stopUnbooked();
			clearTimeout(this.#settling);
			this.rest();
			this.handles.stop();
			stopAhead();
			this.load.showOwn(NOTHING);
			this.load.showPeers([]);
		};
	}

	readonly #kind = $derived.by(() => rowKindOf(this.grouping));
	readonly #all = $derived.by(() => this.#stock.rows(this.#kind).rows);
	get #index(): RowIndex {
		return this.#stock.peek(this.#kind);
	}

	readonly scale = $derived.by(() =>
		createDayScale(this.load.span, PX_PER_DAY[this.level], direction.isRtl)
	);
	/** What of the bars is scrolled out of view on the left, whichever way the page reads. */
	readonly physicalLeftPx = $derived.by(() => {
		const { leftPx, widthPx } = this;
		return this.scale.rtl ? this.scale.widthPx - leftPx - widthPx : leftPx;
	});
	readonly #paper = $derived.by(() =>
		findPaper(this.physicalLeftPx, this.widthPx, this.scale.widthPx)
	);
	readonly paperLeftPx = $derived(this.#paper.leftPx);
	readonly paperWidthPx = $derived(this.#paper.widthPx);
	readonly axis = $derived.by(() => createAxis(this.scale, this.level));

	readonly unbooked: UnbookedWork;
	readonly isSmall = $derived.by(() => hasFewBars(this.rows));
	/** What waits for what, of the whole board. */
	readonly ties = $derived.by(() => this.#stock.ties);
	/** Rows that pass the filter. */
	readonly rows = $derived.by((): readonly Row[] => {
		const all = this.#all;
		if (this.#who.trim() === '') return all;
		this.live.rows('projects');
		return filterRows(this.live.doc, all, this.#who);
	});
	/** Names of the rows, among which a first name tells or does not tell people apart. */
	readonly names = $derived.by(() => this.rows.map(({ name }) => name));
	/** Rows under their heads, folded or not. */
	readonly sections = $derived.by(() => {
		if (this.grouping === 'team' || this.grouping === 'skill') this.live.rows('people');
		return groupRows(this.live.doc, this.rows, this.grouping);
	});
	/** Whether the load stands under everybody's bars. */
	readonly showsStrip = $derived.by(() => this.view.showsStrip && this.individuals.areShown);
	/** How tall rows and lanes are. */
	readonly look = $derived({
		strip: this.showsStrip,
		...lookOf(density.current, media.coarsePointer)
	});
	/** Who has work on other boards. */
	readonly elsewhere = $derived.by(() => findBusy(this.live.rows('elsewhere').values()));
	readonly layout = $derived(stackRows(this.sections, this.look, this.elsewhere, this.folded));
	/** Rows from top to bottom, as drawn. */
	readonly inOrder = $derived(
		this.sections.flatMap(({ name, rows }) => (this.folded.has(name) ? [] : rows))
	);
	readonly #bounds = $derived.by(() => {
		const { topPx, heightPx } = this;
		const more = this.drawsBeyond || this.isSmall ? LINES_BEYOND : 0;
		return findVisibleLines(this.layout, topPx, heightPx, more).join(' ');
	});
	readonly #around = $derived.by(() => {
		const [first = 0, last = -1] = this.#bounds.split(' ').map(Number);
		return this.layout.lines.slice(first, last + 1);
	});
	/** What they are painted on. */
	readonly tiles = $derived(
		this.#around.flatMap(({ tile }, i, all) => (all[i - 1]?.tile === tile ? [] : [tile]))
	);
	/** Lines in view and a few around them. */
	readonly lines = $derived.by(() => {
		const [first = 0, last = -1] = this.#bounds.split(' ').map(Number);
		const drawn = [...this.#around];
		const key = this.cursorRow;
		const at = key === undefined ? -1 : this.layout.lines.findIndex((line) => line.key === key);
		// The head over the first line, and the bar in focus: scrolling away must not take the focus with it.
		const head = findHeadOf(this.layout, first);
		if (head && head !== drawn[0]) drawn.unshift(head);
		return at < 0 || (at >= first && at <= last) ? drawn : [...drawn, this.layout.lines[at]!];
	});
	/** The row of the bar last in focus. */
	readonly cursorRow = $derived.by(() => {
		void this.#all;
		return this.#index.rowOf(this.cursor)?.key;
	});
	readonly #chunk = $derived.by(() => Math.floor(this.leftPx / CHUNK_PX));
	readonly #chunks = $derived.by(() => Math.ceil(this.widthPx / CHUNK_PX) + 2);
	/** First and last day number that is drawn. */
	readonly window = $derived.by(() => {
		const first = dayNumber(this.scale.span.from);
		const perChunk = CHUNK_PX / this.scale.pxPerDay;
		const from = first + Math.floor((this.#chunk - 1) * perChunk);
		return { from, to: from + Math.ceil(this.#chunks * perChunk) };
	});
	/** First and last day number in view. */
	readonly shown = $derived.by(() => {
		const first = dayNumber(this.scale.span.from);
		const { leftPx, widthPx } = this;
		const { pxPerDay } = this.scale;
		return {
			from: first + Math.floor(leftPx / pxPerDay),
			to: first + Math.ceil((leftPx + widthPx) / pxPerDay) - 1
		};
	});

	/** Whole weeks in view, so that what sums them is worked out anew by the week only. */
	readonly #weeks = $derived.by(() => {
		const { from, to } = this.shown;
		return `${mondayOf(dayOf(from))} ${addDays(mondayOf(dayOf(to)), 6)}`;
	});
	get weeksShown(): Span {
		const [from = '', to = ''] = this.#weeks.split(' ');
		return { from, to };
	}

	/** The bar that Tab leads to: the last one in focus while it is drawn, else the first one drawn. */
	readonly tabStop = $derived(findTabStop(this.lines, this.window, this.cursor));
	/** The stage in which work is over. */
	readonly lastStage = $derived.by(() => {
		this.live.rows('stages');
		return stagesOf(this.live.doc).at(-1)?.id ?? '';
	});
	/** Ids of what others hold, in one word, so that bars wake only when that changes. */
	readonly heldByOthers = $derived.by(() =>
		this.live.peers
			.flatMap(({ dragging }) => (dragging?.collection === 'allocations' ? [dragging.id] : []))
			.join(' ')
	);

	rowOf(id: string): Row | undefined {
		return this.#index.rowOf(id);
	}

	findRow(key: string): Row | undefined {
		return this.#index.findRow(key);
	}

	toggleFolded(section: string): void {
		if (!this.folded.delete(section)) this.folded.add(section);
	}

	/** Changes the view here and in the address. */
	show(change: Partial<TimelineView>): void {
		this.view = { ...this.view, ...change };
		this.#writeAddress();
	}

	/** Takes over the view of an address that somebody else has set. */
	adopt({ search, searchParams }: URL): void {
		if (search === this.#written) return;
		this.#written = search;
		const before = this.view;
		this.view = readView(searchParams);
		if (this.view.from !== before.from && this.view.from) this.scrollTo(this.view.from);
	}

	noteScroll(): void {
		if (!this.readScroll()) return;
		clearTimeout(this.#settling);
		const from = (): Day => {
			const days = Math.floor(this.leftPx / this.scale.pxPerDay);
			return addDays(this.scale.span.from, days);
		};
		this.#settling = setTimeout(() => this.show({ from: from() }), SETTLE_MS);
	}

	/** Pixels from the leading edge to the start of a day. */
	#toStartPx(day: Day): number {
		return daysBetween(this.scale.span.from, day) * this.scale.pxPerDay;
	}

	/** Puts a day at the leading edge. */
	scrollTo(day: Day): void {
		this.scrollToPx(this.#toStartPx(day));
		this.noteScroll();
	}

	/** Where a view without a place begins: the week before this one. */
	startDay(): Day {
		return this.view.from ?? addDays(mondayOf(this.live.today), -7);
	}

	goToday(): void {
		const back = Math.round(this.widthPx / this.scale.pxPerDay / 5);
		this.scrollTo(addDays(this.live.today, -back));
	}

	/** What a zoom without a pointer holds on to: today, or the bar last in focus, or the middle; whichever shows. */
	#anchorPx(): number {
		const { leftPx, widthPx } = this;
		const { scale } = this;
		const bar = this.#index.rowOf(this.cursor)?.bars.find((one) => one.id === this.cursor);
		const cursorPx = bar ? (bar.from - dayNumber(scale.span.from)) * scale.pxPerDay - leftPx : -1;
		const todayPx = this.#toStartPx(this.live.today) - leftPx;
		return [todayPx, cursorPx].find((px) => px >= 0 && px < widthPx) ?? widthPx / 2;
	}

	/** Changes the zoom and keeps the day at `anchorPx` of the drawing's view where it is. */
	async zoomTo(level: ZoomLevel, anchorPx = this.#anchorPx()): Promise<void> {
		const before = this.scale.pxPerDay;
		if (level === this.view.level) return;
		const { leftPx } = this;
		this.drawAnew();
		this.view = { ...this.view, level };
		const after = findScrollAfterZoom(leftPx, anchorPx, before, PX_PER_DAY[level]);
		this.leftPx = Math.max(0, after);
		this.#writeAddress();
		await tick();
		this.scrollToPx(Math.max(0, after));
	}

	/** Gives a bar the focus, wherever it is drawn now. */
	async focusBar(id: string): Promise<void> {
		this.cursor = id;
		this.rest();
		await tick();
		this.scroller?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(id)}"]`)?.focus();
	}

	/** Scrolls a bar into view, then focuses it. */
	async reveal(id: string): Promise<void> {
		const row = this.rowOf(id);
		const bar = row?.bars.find((one) => one.id === id);
		const line = this.layout.byKey.get(row?.key ?? '');
		if (!bar || !line || !this.scroller) return;
		const headPx = findHeadOf(this.layout, this.layout.lines.indexOf(line)) ? HEAD_PX : 0;
		const { leftPx, topPx } = findPlaceFor(bar, line, headPx, this, this.scale);
		this.scrollToPx(leftPx, topPx);
		this.noteScroll();
		await this.focusBar(id);
	}

	#writeAddress(): void {
		// A scroll that settles after a click on another page must not call that page back.
		if (navigating.to !== null) return;
		const url = this.#url();
		const address = addressOf(url, this.view);
		this.#written = address.slice(url.pathname.length);
		if (this.#written === url.search) return;
		void goto(address, { replaceState: true, keepFocus: true, noScroll: true });
	}
}
