// The saved views of a board as runes: what the server keeps, which of them is open, and the commands that change them.
// Nothing shows before the server has answered: what one sees is kept.

import { page } from '$app/state';
import {
	openedQuery,
	pinnedOn,
	queryOf,
	viewLimits,
	type SavedView,
	type ViewScreen
} from '#lib/model/saved-view.ts';
import { canCommand, type CommandFacts, type CommandName } from '#lib/policy/commands.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { askCommand, type Asked } from '../card/send-command.ts';
import { keepDeviceViews, readDeviceViews } from './device-views.ts';

type ViewCommand = Extract<CommandName, `${string}-view`>;

/** The view an address names, and whether the address shows something else by now. */
export interface OpenView {
	view: SavedView;
	isModified: boolean;
}

const AWAY = 'The server cannot be reached. Views are saved there; try again when you are back.';

export class ViewShelf {
	readonly live: LiveBoard;
	all = $state.raw<readonly SavedView[]>([]);
	/** The dialog that is open. */
	dialog = $state<'save' | 'list' | null>(null);
	#asked = 0;

	constructor(live: LiveBoard, given: readonly SavedView[]) {
		this.live = live;
		this.all = given;
	}

	/** The views of a screen: pinned ones in their order, other shared ones, one's own. */
	on(screen: ViewScreen): { pinned: SavedView[]; shared: SavedView[]; own: SavedView[] } {
		const here = this.all.filter((one) => one.screen === screen);
		return {
			pinned: pinnedOn(here, screen),
			shared: here.filter((one) => one.shared && one.place === null),
			own: here.filter((one) => !one.shared)
		};
	}

	/** The view that is open on a screen; null for none, or one that was removed. */
	openOn(screen: ViewScreen): OpenView | null {
		const { searchParams } = page.url;
		const id = searchParams.get('view');
		const view = this.all.find((one) => one.id === id && one.screen === screen);
		return view ? { view, isModified: queryOf(screen, searchParams) !== view.query } : null;
	}

	/** Path and query that show a view from here. */
	addressOf(view: Pick<SavedView, 'screen' | 'query' | 'id'>): string {
		const query = String(openedQuery(view, page.url.searchParams));
		const path = `/b/${this.live.id}/${view.screen}`;
		return query === '' ? path : `${path}?${query}`;
	}

	/** Why somebody may not do this; undefined where they may. */
	refusalOf(command: ViewCommand, facts: CommandFacts): string | undefined {
		const verdict = canCommand(this.live.actor, command, facts);
		return verdict.ok ? undefined : verdict.remedy;
	}

	/** Reads the views again; what cannot be read now stays as it was. */
	async refresh(): Promise<void> {
		const turn = ++this.#asked;
		try {
			const answer = await fetch(`/api/boards/${this.live.id}/views`, { cache: 'no-store' });
			if (!answer.ok) return;
			const read = (await answer.json()) as SavedView[];
			if (turn === this.#asked) this.all = read;
		} catch {
			return;
		}
	}

	/** Has a command done and shows what came of it. */
	async ask(
		command: ViewCommand,
		input: Record<string, unknown>
	): Promise<Asked<{ view: string }>> {
		const asked = await askCommand<{ view: string }>(this.live.id, command, input, AWAY);
		await this.refresh();
		return asked;
	}

	/** Puts a view that was removed back as it was, where it stood. */
	async restore({ screen, name, query, shared, place }: SavedView): Promise<Asked<unknown>> {
		const made = await this.ask('save-view', { screen, name, query, shared });
		return made.ok && place !== null
			? this.ask('pin-view', { view: made.value.view, place })
			: made;
	}

	/** Takes over what this device kept, once. Returns how many found no room; they stay on the device. */
	async adopt(storage: Storage): Promise<number> {
		const { id } = this.live;
		const kept = readDeviceViews(id, storage);
		const views = kept.slice(0, viewLimits.own);
		if (views.length === 0) return 0;
		const asked = await askCommand<{ taken: number }>(id, 'adopt-views', { views }, AWAY);
		if (!asked.ok) return 0;
		const left = kept.slice(asked.value.taken);
		keepDeviceViews(id, left, storage);
		await this.refresh();
		return left.length;
	}
}
