// What is done to cards from the board: archive, assign, set fields, copy the link, bring into view. Fetched with the keys
// and dialogs that ask for it. Every refusal is said with its remedy.

import { tick } from 'svelte';
import type { Denied, Outcome } from '#lib/doc/edit-context.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast } from '#lib/ui/toast.ts';
import type { BoardActions } from './board-actions.svelte.ts';
import { findScrollFor, ROW_HEIGHT_PX } from './board-layout.ts';
import type { BoardParts } from './board-parts.ts';
import type { BoardScreen } from './board-screen.svelte.ts';

/** Asked before so many cards are archived at once. */
const ASK_ABOVE = 20;

/** Says why something was not done. Returns whether it was. */
export function sayOutcome(outcome: { ok: true } | { ok: false; denied: Denied }): boolean {
	if (outcome.ok) return true;
	toast.denied('Not changed', { detail: outcome.denied.remedy });
	announce(`Not changed. ${outcome.denied.remedy}`);
	return false;
}

export class CardWork {
	readonly #screen: BoardScreen;
	readonly #live: LiveBoard;
	readonly #actions: BoardActions;

	constructor({ screen, actions }: Pick<BoardParts, 'screen' | 'actions'>) {
		this.#screen = screen;
		this.#live = screen.live;
		this.#actions = actions;
	}

	/** Archives a card, with the selection it belongs to; asks above twenty. */
	archive(id: string): void {
		const ids = this.#screen.findActedOn(id);
		if (ids.length > ASK_ABOVE) this.#actions.openArchive(ids);
		else this.archiveNow(ids);
	}

	archiveNow(ids: string[]): void {
		const { kind } = this.#screen;
		const first = this.#live.doc.get(kind, ids[0] ?? '')?.title ?? '';
		const next = this.#findNeighbour(ids);
		if (!sayOutcome(this.#live.edits.archive(kind, ids))) return;
		this.#screen.clearSelection();
		const what = ids.length === 1 ? first : `${ids.length} cards`;
		toast.undo(`${what} archived`, this.#live.takeBackLater());
		announce(`${what} archived.`);
		if (next) void this.focusCard(next.stage, next.id);
	}

	#findNeighbour(ids: readonly string[]): { stage: string; id: string } | undefined {
		const stage = this.#screen.stageOf(ids[0] ?? '');
		const column = stage ? this.#screen.cards(stage) : [];
		const at = column.indexOf(ids[0] ?? '');
		const id = [...column.slice(at + 1), ...column.slice(0, Math.max(0, at)).reverse()].find(
			(one) => !ids.includes(one)
		);
		return stage && id ? { stage, id } : undefined;
	}

	assignMe(id: string): void {
		const { person } = this.#live.actor;
		if (person === '') {
			toast.denied('Not assigned', {
				detail: 'Your login is not linked to a person; ask an owner to link it.'
			});
			return;
		}
		const ids = this.#screen.findActedOn(id);
		if (this.setMany(ids, { lead: person })) announce('You lead it now.');
	}

	/** Sets the same fields of several cards together. */
	setMany(ids: readonly string[], values: Record<string, unknown>): boolean {
		const { kind } = this.#screen;
		const outcome: Outcome = this.#live.edits.setFields(kind, ids, values);
		return sayOutcome(outcome);
	}

	async copyLink(id: string): Promise<void> {
		await navigator.clipboard.writeText(`${location.origin}${this.#actions.link(id)}`);
		toast.info('Link copied');
	}

	/** Brings a card on to the screen and the keyboard to it. */
	async focusCard(stage: string, id: string): Promise<void> {
		const screen = this.#screen;
		const index = screen.cards(stage).indexOf(id);
		if (index < 0) return;
		screen.cursor = { stage, id };
		const column = document.querySelector<HTMLElement>(`[data-stage="${stage}"]`);
		const scroller = column?.querySelector<HTMLElement>('[data-scrolls]');
		if (scroller) {
			const rowPx = ROW_HEIGHT_PX[screen.density];
			scroller.scrollTop = findScrollFor(index, scroller.scrollTop, scroller.clientHeight, rowPx);
		}
		column?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
		await tick();
		document.querySelector<HTMLElement>(`[data-card="${id}"] a`)?.focus({ preventScroll: true });
	}
}
