// The cards of a board in their columns, in order: sorted once, then kept as rows change. A column whose cards have not
// changed keeps its array. Archived cards and modules of an archived project stand in no column; cards of a stage that is
// gone stand in the first (GT-12).

import { compareRanked } from '#lib/domain/rank.ts';
import type { EntityIn } from '#lib/model/board.ts';
import type { StageFacts } from '#lib/domain/gates.ts';
import { modulesOf, projectStage, stagesOf, type CardKind } from '#lib/policy/stages.ts';
import type { BoardDoc, Touched } from './board-doc.ts';

interface Place {
	id: string;
	stage: string;
	rank: string;
}

const NONE: readonly string[] = [];
/** More rows than this at once are sorted anew. */
const MANY = 300;

export class Columns {
	readonly #board: BoardDoc;
	readonly #kind: CardKind;
	#places = new Map<string, Place>();
	#columns = new Map<string, readonly string[]>();
	#stages: StageFacts[] = [];
	#known = new Set<string>();
	/** Null: everything is to be sorted anew. */
	#stale: Set<string> | null = null;

	constructor(board: BoardDoc, kind: CardKind) {
		this.#board = board;
		this.#kind = kind;
		board.subscribe((touched) => this.#note(touched));
	}

	/** Ids of a stage's cards from top to bottom. Do not write to it. */
	cards(stage: string): readonly string[] {
		this.refresh();
		return this.#columns.get(stage) ?? NONE;
	}

	/** The stage a card is shown in; undefined for a card that stands nowhere. */
	stageOf(id: string): string | undefined {
		this.refresh();
		return this.#places.get(id)?.stage;
	}

	/** Rank of a card in its column. */
	rankOf(id: string): string | undefined {
		this.refresh();
		return this.#places.get(id)?.rank;
	}

	/** Place of a card in its column, -1 for a card that stands in no column. */
	indexOf(id: string): number {
		this.refresh();
		const place = this.#places.get(id);
		if (!place) return -1;
		return this.#search(this.#columns.get(place.stage) ?? NONE, place);
	}

	#note(touched: Touched): void {
		if (touched.has('stages')) this.#stale = null;
		const stale = this.#stale;
		if (!stale) return;
		for (const id of touched.get(this.#kind) ?? []) stale.add(id);
		if (this.#kind === 'projects')
			for (const id of touched.get('modules') ?? []) {
				const module = this.#board.get('modules', id);
				// Without its row nothing tells whose module it was.
				if (!module) {
					this.#stale = null;
					return;
				}
				stale.add(module.project);
			}
		else
			for (const id of touched.get('projects') ?? [])
				for (const module of this.#board.where('modules', 'project', id)) stale.add(module.id);
		if (stale.size > MANY) this.#stale = null;
	}

	/** Takes in what has changed since the columns were last read; done by reading them, too. */
	refresh(): void {
		const stale = this.#stale;
		if (stale === null) this.#sort();
		else {
			if (stale.size === 0) return;
			for (const id of stale) this.#replace(id);
		}
		this.#stale = new Set();
	}

	#sort(): void {
		this.#stages = stagesOf(this.#board);
		this.#known = new Set(this.#stages.map((stage) => stage.id));
		this.#places.clear();
		const places = new Map<string, Place[]>();
		for (const card of this.#board.all(this.#kind)) {
			const place = this.#findPlace(card);
			if (!place) continue;
			this.#places.set(card.id, place);
			const column = places.get(place.stage);
			if (column) column.push(place);
			else places.set(place.stage, [place]);
		}
		this.#columns = new Map(
			[...places].map(([stage, column]) => [
				stage,
				column.sort(compareRanked).map((place) => place.id)
			])
		);
	}

	#replace(id: string): void {
		const old = this.#places.get(id);
		const card = this.#board.get(this.#kind, id);
		const place = card ? this.#findPlace(card) : null;
		if (old && place && old.stage === place.stage && old.rank === place.rank) return;
		if (old) {
			const column = this.#columns.get(old.stage) ?? NONE;
			this.#columns.set(old.stage, column.toSpliced(this.#search(column, old), 1));
			this.#places.delete(id);
		}
		if (!place) return;
		const column = this.#columns.get(place.stage) ?? NONE;
		this.#columns.set(place.stage, column.toSpliced(this.#search(column, place), 0, id));
		this.#places.set(id, place);
	}

	/** First index whose card does not stand before `place`. */
	#search(column: readonly string[], place: Place): number {
		let low = 0;
		let high = column.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const other = this.#places.get(column[middle]!)!;
			if (compareRanked(other, place) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	#findPlace(card: EntityIn<CardKind>): Place | null {
		if (card.archived) return null;
		const { id } = card;
		const first = this.#stages[0]?.id ?? '';
		let stage = card.position?.stage ?? first;
		if ('project' in card) {
			if (this.#board.get('projects', card.project)?.archived) return null;
		} else {
			const modules = modulesOf(this.#board, id);
			if (modules.length > 0) stage = projectStage(card, modules, this.#stages);
		}
		if (!this.#known.has(stage)) stage = first;
		return { id, stage, rank: card.position?.rank ?? '' };
	}
}

const kept = new WeakMap<BoardDoc, Partial<Record<CardKind, Columns>>>();

/** The columns of a board, made once. */
export function columnsOf(board: BoardDoc, kind: CardKind): Columns {
	let own = kept.get(board);
	if (!own) kept.set(board, (own = {}));
	return (own[kind] ??= new Columns(board, kind));
}
