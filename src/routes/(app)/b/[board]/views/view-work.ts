// What is done to a saved view from more than one place, and what is said of it.

import { goto } from '$app/navigation';
import { page } from '$app/state';
import { openedQuery, queryOf, type SavedView, type ViewScreen } from '#lib/model/saved-view.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast } from '#lib/ui/toast.ts';
import type { ViewShelf } from './view-shelf.svelte.ts';

/** Goes to an address of a screen and leaves the focus where it is. */
export const show = (address: string): Promise<void> =>
	goto(address, { keepFocus: true, noScroll: true });

export const backToSaved = (shelf: ViewShelf, view: SavedView): Promise<void> =>
	show(shelf.addressOf(view));

/** Shows a screen as it is without any view. */
export const leaveView = (shelf: ViewShelf, screen: ViewScreen): Promise<void> =>
	show(shelf.addressOf({ screen, query: '', id: '' }));

/** Keeps what is shown now as the view that is open. */
export async function saveOver(shelf: ViewShelf, view: SavedView): Promise<void> {
	const query = queryOf(view.screen, page.url.searchParams);
	const asked = await shelf.ask('change-view', { view: view.id, query });
	if (!asked.ok) toast.denied(`“${view.name}” was not saved`, { detail: asked.message });
	else announce(`Saved as ${view.name}`);
}

/** Does to a view what a command says, and tells where that was not done. */
export async function change(
	shelf: ViewShelf,
	view: SavedView,
	command: 'change-view' | 'pin-view',
	input: Record<string, unknown>,
	done: string
): Promise<void> {
	const asked = await shelf.ask(command, { view: view.id, ...input });
	if (!asked.ok) toast.denied(`“${view.name}” was not changed`, { detail: asked.message });
	else announce(done);
}

/** Takes a view away; it can be put back for as long as the message stands. */
export async function remove(shelf: ViewShelf, view: SavedView): Promise<void> {
	const asked = await shelf.ask('remove-view', { view: view.id });
	if (!asked.ok) {
		toast.denied(`“${view.name}” was not removed`, { detail: asked.message });
		return;
	}
	const putBack = async (): Promise<void> => {
		const back = await shelf.restore(view);
		if (!back.ok) toast.denied(`“${view.name}” is not back`, { detail: back.message });
	};
	toast.info(`Removed the view “${view.name}”`, {
		action: { label: 'Undo', run: () => void putBack() }
	});
}

/** Copies the link to a view, or to what is shown now where none is given. */
export async function copyLink(
	shelf: ViewShelf,
	screen: ViewScreen,
	view?: SavedView
): Promise<void> {
	const { searchParams, origin } = page.url;
	const path = `${origin}/b/${shelf.live.id}/${screen}`;
	const shown = {
		screen,
		query: queryOf(screen, searchParams),
		id: searchParams.get('view') ?? ''
	};
	const query = String(
		view ? openedQuery(view, new URLSearchParams()) : openedQuery(shown, searchParams)
	);
	try {
		await navigator.clipboard.writeText(query === '' ? path : `${path}?${query}`);
		toast.info('Link copied');
		announce('Link copied');
	} catch {
		toast.denied('Not copied', { detail: 'The browser does not let this page copy.' });
	}
}
