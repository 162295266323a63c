// What is in hand: cards lifted by mouse or by keyboard, and where they would go. One state for both, so that the drop
// line, the refused column and what others see are the same. Writes only awareness; the drop itself is moves.svelte.ts.

import type { StageAnswer } from '#lib/doc/stage-answer.ts';
import type { CardKind } from '#lib/policy/stages.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast } from '#lib/ui/toast.ts';
import { findNeighbours, findNextSpot, standsThere } from './board-steps.ts';
import type { BoardScreen } from './board-screen.svelte.ts';
import type { Moves } from './moves.svelte.ts';
import { findSlotOf, writeTarget, type Target } from './targets.ts';

export interface Held {
	mode: 'mouse' | 'keys';
	kind: CardKind;
	ids: string[];
	/** The card that was taken hold of. */
	grabbed: string;
}

export class Hand {
	readonly #screen: BoardScreen;
	readonly #moves: Moves;
	held = $state.raw<Held | null>(null);
	target = $state.raw<Target | null>(null);
	#answers: Record<string, StageAnswer> = {};

	constructor(screen: BoardScreen, moves: Moves) {
		this.#screen = screen;
		this.#moves = moves;
	}

	/** What the column under the cards says; undefined while over none. */
	readonly answer = $derived.by((): StageAnswer | undefined => {
		const { held, target } = this;
		if (!held || !target) return undefined;
		// Asked anew when the plan changes: a gate may open or close while one hovers.
		for (const name of ['projects', 'modules', 'tasks', 'approvals'] as const)
			this.#screen.live.rows(name);
		return this.#ask(held, target.stage);
	});

	isHeld(id: string): boolean {
		return this.held?.ids.includes(id) ?? false;
	}

	/** Takes a card, with the selection it belongs to. */
	take(mode: Held['mode'], id: string): void {
		const screen = this.#screen;
		this.held = { mode, kind: screen.kind, ids: screen.findActedOn(id), grabbed: id };
		this.target = null;
		this.#answers = {};
		if (mode === 'keys') {
			const stage = screen.stageOf(id);
			if (stage !== undefined) this.hover(stage, screen.cards(stage).indexOf(id));
			announce(
				`${this.#describe()} lifted. Arrows move, Space drops, Escape puts it back where it was.`
			);
		}
		this.#tell();
	}

	/** Names the slot the cards are over. */
	hover(stage: string, slot: number): void {
		const { held } = this;
		if (!held) return;
		const ids = this.#screen.cards(stage);
		const near = findNeighbours(ids, slot, held.ids);
		const { target } = this;
		if (target?.stage === stage && target.above === near.above && target.below === near.below)
			return;
		this.target = { stage, ...near };
		this.#tell();
	}

	leave(): void {
		if (!this.target) return;
		this.target = null;
		this.#tell();
	}

	/** Moves lifted cards one step by keyboard and says where they are. */
	step(step: { across?: 1 | -1; down?: 1 | -1 }): void {
		const { held, target } = this;
		if (!held || !target) return;
		const columns = this.#screen
			.columns()
			.map(({ stage, ids }) => ({ stage, ids: ids.filter((id) => !held.ids.includes(id)) }));
		const at = columns.find((column) => column.stage === target.stage);
		const slot = at ? findSlotOf(at.ids, target) : 0;
		const next = findNextSpot(columns, { stage: target.stage, slot }, step);
		const ids = columns.find((column) => column.stage === next.stage)?.ids ?? [];
		this.target = { stage: next.stage, ...findNeighbours(ids, next.slot, []) };
		this.#tell();
		const name = this.#screen.live.doc.get('stages', next.stage)?.name ?? '';
		const answer = this.#ask(held, next.stage);
		announce(`${name}, ${next.slot + 1} of ${ids.length + 1}. ${answer.text}`);
	}

	/** Puts the cards down where they are; true when something was written. */
	drop(): boolean {
		const { held, target } = this;
		this.#end();
		if (!held || !target) return false;
		const ids = this.#screen.allCards(target.stage);
		const slot = findSlotOf(ids, target);
		if (standsThere(ids, slot, held.ids)) {
			if (held.mode === 'keys') announce('Put back where it was.');
			return false;
		}
		return this.#moves.move(held.kind, held.ids, target);
	}

	/** Lets go without moving anything. */
	cancel(): void {
		if (this.held?.mode === 'keys') announce('Put back where it was.');
		this.#end();
	}

	/** Ends the drag when the card in hand is not on the board any more. Call after every change of rows. */
	checkStillThere(): void {
		const { held } = this;
		if (!held) return;
		this.#answers = {};
		const { doc } = this.#screen.live;
		if (doc.get(held.kind, held.grabbed)?.archived === false) return;
		const title = doc.get(held.kind, held.grabbed)?.title ?? 'The card';
		this.#end();
		toast.info(`${title} was archived while you held it.`);
	}

	#end(): void {
		this.held = null;
		this.target = null;
		this.#answers = {};
		this.#tell();
	}

	#ask(held: Held, stage: string): StageAnswer {
		return (this.#answers[stage] ??= this.#screen.live.edits.askStage(held.kind, held.ids, stage));
	}

	#tell(): void {
		const { held, target } = this;
		this.#screen.live.setPresence({
			dragging: held
				? {
						collection: held.kind,
						id: held.grabbed,
						...(target ? { target: writeTarget(target) } : {})
					}
				: null
		});
	}

	#describe(): string {
		const { held } = this;
		if (!held) return '';
		if (held.ids.length > 1) return `${held.ids.length} cards`;
		return this.#screen.live.doc.get(held.kind, held.grabbed)?.title ?? 'The card';
	}
}
