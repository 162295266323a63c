// What the shell can do on every screen: undo and redo, palette and help, going places, opening a card, theme.

import { goto } from '$app/navigation';
import type { Outcome } from '#lib/doc/edit-context.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import type { ShortcutHandlers } from '#lib/ui/shortcut-handlers.ts';
import { applyTheme, nextTheme, readTheme, type Theme } from '#lib/ui/theme.ts';
import { toast } from '#lib/ui/toast.ts';
import { withParam } from '../card/address.ts';
import { boardViews } from './board-views.ts';

export class ShellActions {
	readonly #live: LiveBoard;
	readonly #url: () => URL;
	isPaletteOpen = $state(false);
	isHelpOpen = $state(false);
	/** Logging out was asked for. */
	isLeaving = $state(false);
	theme = $state<Theme>('system');

	constructor(live: LiveBoard, url: () => URL) {
		this.#live = live;
		this.#url = url;
	}

	undo(): void {
		if (this.#live.canUndo) this.#say(this.#live.undo(), 'Undone');
	}

	redo(): void {
		if (this.#live.canRedo) this.#say(this.#live.redo(), 'Done again');
	}

	#say(outcome: Outcome, done: string): void {
		if (outcome.ok) announce(done);
		else toast.denied(`Not ${done.toLowerCase()}`, { detail: outcome.denied.remedy });
	}

	go(view: string): void {
		this.goTo(`/b/${this.#live.id}/${view}`);
	}

	/** Goes to an address of this board; to the one that is shown without another entry in the history. */
	goTo(href: string): void {
		const { pathname, search } = this.#url();
		void goto(href, { replaceState: href === pathname + search });
	}

	/** Opens a card on whatever screen this is; an empty id closes it. */
	openCard(id: string): void {
		void goto(withParam(this.#url(), 'card', id), { keepFocus: true, noScroll: true });
	}

	readTheme(): void {
		this.theme = readTheme(document.documentElement.dataset['theme']);
	}

	chooseTheme(theme: Theme): void {
		this.theme = theme;
		applyTheme(theme);
	}

	/** Handlers of the shortcuts that work on every screen. */
	shortcuts(): ShortcutHandlers {
		const views = Object.fromEntries(
			boardViews.map((view) => [view.shortcut, () => this.go(view.path)])
		) as ShortcutHandlers;
		return {
			...views,
			palette: () => (this.isPaletteOpen = !this.isPaletteOpen),
			help: () => (this.isHelpOpen = true),
			undo: () => this.undo(),
			redo: () => this.redo(),
			theme: () => this.chooseTheme(nextTheme(this.theme)),
			'toggle-panel': () => this.openCard('')
		};
	}
}
