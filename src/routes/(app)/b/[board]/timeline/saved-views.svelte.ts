// The views saved on this device as runes, and which of them is shown.

import { queryOf, putView, readSaved, viewOf, writeSaved, type SavedView } from './saved-views.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

export class SavedViews {
	readonly #screen: TimelineScreen;
	all = $state.raw<readonly SavedView[]>([]);
	/** The name of the one chosen last; empty for none. */
	#chosen = $state('');
	/** The dialog that names and lists them is open. */
	isOpen = $state(false);

	constructor(screen: TimelineScreen) {
		this.#screen = screen;
	}

	/** Reads what was saved on this device. */
	restore(storage: Storage = localStorage): void {
		this.all = readSaved(this.#screen.live.id, storage);
		const query = queryOf(this.#screen.view);
		this.#chosen = this.all.find((one) => one.query === query && query !== '')?.name ?? '';
	}

	/** The one chosen, and whether the view has been changed since. */
	readonly current = $derived.by(() => {
		const found = this.all.find((one) => one.name === this.#chosen);
		return found && { name: found.name, isModified: found.query !== queryOf(this.#screen.view) };
	});

	choose({ name, query }: SavedView): void {
		this.#chosen = name;
		this.#screen.show(viewOf(query, this.#screen.view.from));
	}

	/** Keeps the view as it is under a name. */
	save(name: string, storage: Storage = localStorage): void {
		this.#write(putView(this.all, { name, query: queryOf(this.#screen.view) }), storage);
		this.#chosen = name;
	}

	remove(name: string, storage: Storage = localStorage): void {
		this.#write(
			this.all.filter((one) => one.name !== name),
			storage
		);
	}

	#write(views: readonly SavedView[], storage: Storage): void {
		this.all = views;
		writeSaved(this.#screen.live.id, views, storage);
	}
}
