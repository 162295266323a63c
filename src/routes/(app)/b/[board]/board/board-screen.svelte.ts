// The board screen's state: columns as they stand and as the filter shows them, what is selected, where the keyboard
// is. Writes nothing; moving cards is moves.svelte.ts.

import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { columnsOf } from '#lib/doc/columns.ts';
import type { Stage } from '#lib/model/stage.ts';
import { stagesOf, type CardKind } from '#lib/policy/stages.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { media } from '#lib/ui/media.svelte.ts';
import {
	findRange,
	findRoom,
	groupByPhase,
	type ColumnIds,
	type PhaseGroup
} from './board-layout.ts';
import { density } from '../card/density.svelte.ts';
import { findCardView, type CardView } from './card-view.ts';
import { findHolders } from './holders.ts';
import { isFiltering, passesFilter, readFilter, type Filter } from './filter.ts';

const NONE: readonly string[] = [];

export class BoardScreen {
	readonly live: LiveBoard;
	#url: () => URL;
	readonly selection = new SvelteSet<string>();
	/** The card the keyboard is at. */
	cursor = $state.raw<{ stage: string; id: string } | null>(null);
	/** Phases that are folded. */
	readonly folded = new SvelteSet<string>();
	/** Cards that somebody else has just moved, with that person's colour. */
	readonly tints = new SvelteMap<string, string>();
	/** How wide the board is, or what it is taken to be until it is laid out. */
	widthPx: number;
	#rangeFrom = '';

	constructor(live: LiveBoard, url: () => URL, guessedPx: number) {
		this.live = live;
		this.#url = url;
		this.widthPx = $state.raw(guessedPx);
	}

	readonly kind = $derived.by((): CardKind =>
		this.#url().searchParams.get('show') === 'modules' ? 'modules' : 'projects'
	);
	/** The card whose panel is open beside the board. */
	readonly openCard = $derived.by(() => this.#url().searchParams.get('card') ?? '');
	readonly filter: Filter = $derived.by(() => readFilter(this.#url().searchParams));
	readonly filtering = $derived.by(() => isFiltering(this.filter));

	readonly density = $derived(density.current);

	/** Stages in board order. */
	readonly stages: Stage[] = $derived.by(() => {
		const rows = this.live.rows('stages');
		return stagesOf(this.live.doc).map((stage) => rows.get(stage.id)!);
	});
	readonly #people = $derived.by(() => this.live.rows('people'));
	/** Who else has which card in hand. */
	readonly holders = $derived.by(() => findHolders(this.live.peers, this.kind));
	readonly groups = $derived.by(() => groupByPhase(this.stages));
	readonly room = $derived.by(() => {
		const columns = this.groups.map((group) => this.countColumns(group));
		return findRoom(this.widthPx, media.narrowScreen ? [1] : columns);
	});

	/** All cards of a stage; the same array until its cards or their order change. */
	allCards(stage: string): readonly string[] {
		this.live.rows('stages');
		this.live.rows('projects');
		this.live.rows('modules');
		return columnsOf(this.live.doc, this.kind).cards(stage);
	}

	/** The cards of a stage that pass the filter. */
	cards(stage: string): readonly string[] {
		const all = this.allCards(stage);
		if (!this.filtering) return all;
		const around = { stage, lastStage: this.stages.at(-1)?.id ?? '', today: this.live.today };
		const board = this.live.doc;
		return all.filter((id) => passesFilter(board, this.kind, id, this.filter, around));
	}

	/** The columns the keyboard walks through. */
	columns(): ColumnIds {
		return this.stages
			.filter((stage) => !this.isFolded(stage))
			.map((stage) => ({ stage: stage.id, ids: this.cards(stage.id) }));
	}

	/** The columns that a phase shows. */
	countColumns({ phase, stages }: PhaseGroup<Stage>): number {
		return phase !== '' && this.folded.has(phase) ? 0 : stages.length;
	}

	isFolded(stage: Stage): boolean {
		return stage.phase !== '' && this.folded.has(stage.phase);
	}

	stageOf(id: string): string | undefined {
		return columnsOf(this.live.doc, this.kind).stageOf(id);
	}

	findView(id: string, stage: string): CardView | undefined {
		const row = this.live.row(this.kind, id);
		// What a card says of others: its lead, its modules or its project, the names of stages.
		void this.#people;
		void this.stages;
		if (row && 'project' in row) this.live.row('projects', row.project);
		else this.live.modulesOf(id);
		return findCardView(this.live.doc, this.kind, id, stage, this.live.today);
	}

	/** How many cards the filter leaves, over all columns. */
	countShown(): number {
		return this.stages.reduce((sum, stage) => sum + this.cards(stage.id).length, 0);
	}

	/** What an action on a card is about: the selection where it belongs to it, else the card alone. In board order. */
	findActedOn(id: string): string[] {
		if (!this.selection.has(id)) return [id];
		return this.stages
			.flatMap((stage) => this.allCards(stage.id))
			.filter((one) => this.selection.has(one));
	}

	toggleSelected(id: string): void {
		if (!this.selection.delete(id)) this.selection.add(id);
		this.#rangeFrom = id;
	}

	/** Selects from the last selected card of the column up to here. */
	selectRange(id: string): void {
		const stage = this.stageOf(id);
		const ids = stage ? this.cards(stage) : NONE;
		for (const one of findRange(ids, this.#rangeFrom, id)) this.selection.add(one);
	}

	selectColumn(stage: string): void {
		for (const id of this.cards(stage)) this.selection.add(id);
	}

	clearSelection(): void {
		this.selection.clear();
		this.#rangeFrom = '';
	}
}
