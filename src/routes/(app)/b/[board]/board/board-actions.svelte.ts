// Where one goes from the board: to a card, to a dialog, to other cards by a filter. What is done to cards is card-work.ts.

import { goto } from '$app/navigation';
import type { CardKind } from '#lib/policy/stages.ts';
import { media } from '#lib/ui/media.svelte.ts';
import { withParam, withQuery } from '../card/address.ts';
import type { BoardScreen } from './board-screen.svelte.ts';
import { NO_FILTER, writeFilter, type Filter } from './filter.ts';

export type QuickField = 'lead' | 'launch' | 'effortMinutes' | 'priority';

export type BoardDialog =
	| { kind: 'gate'; stage: string }
	| { kind: 'move'; ids: string[] }
	| { kind: 'field'; field: QuickField; ids: string[] }
	| { kind: 'archive'; ids: string[] }
	| { kind: 'create' };

export class BoardActions {
	readonly #screen: BoardScreen;
	readonly #url: () => URL;
	dialog = $state.raw<BoardDialog | null>(null);
	/** What every card's address begins with: taken apart once for all of them. */
	readonly #linkTo = $derived.by(() => {
		const bare = withParam(this.#url(), 'card', '');
		return `${bare}${bare.includes('?') ? '&' : '?'}card=`;
	});

	constructor(screen: BoardScreen, url: () => URL) {
		this.#screen = screen;
		this.#url = url;
	}

	/** The address with a card open. */
	link(id: string): string {
		return this.#linkTo + encodeURIComponent(id);
	}

	/** A click or a tap on a card. A finger gets what it can do with the card; a mouse opens it. */
	press(id: string, event: MouseEvent): void {
		if (event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		if (event.shiftKey) return this.#screen.selectRange(id);
		if (media.coarsePointer) this.openMove(id);
		else void this.open(id);
	}

	open(id: string): Promise<void> {
		return goto(this.link(id), { keepFocus: true, noScroll: true });
	}

	openGate(stage: string): void {
		this.dialog = { kind: 'gate', stage };
	}

	openMove(id: string): void {
		this.dialog = { kind: 'move', ids: this.#screen.findActedOn(id) };
	}

	openField(field: QuickField, id: string): void {
		this.dialog = { kind: 'field', field, ids: this.#screen.findActedOn(id) };
	}

	openArchive(ids: string[]): void {
		this.dialog = { kind: 'archive', ids };
	}

	openCreate(): void {
		this.dialog = { kind: 'create' };
	}

	close(): void {
		this.dialog = null;
	}

	setFilter(filter: Filter): void {
		const url = this.#url();
		const to = withQuery(url, writeFilter(url.searchParams, filter));
		void goto(to, { keepFocus: true, noScroll: true, replaceState: true });
	}

	clearFilter(): void {
		this.setFilter(NO_FILTER);
	}

	showKind(kind: CardKind): void {
		this.#screen.clearSelection();
		const to = withParam(this.#url(), 'show', kind === 'modules' ? kind : '');
		void goto(to, { keepFocus: true, noScroll: true });
	}
}
