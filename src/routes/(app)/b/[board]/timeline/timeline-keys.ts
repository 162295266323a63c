// The timeline's shortcuts: what each does. Which keys they are stands in ui/shortcuts.ts.

import { stepLevel } from '#lib/chart/scales.ts';
import type { ShortcutHandlers } from '#lib/ui/keymap.ts';
import type { TimelineActions } from './timeline-actions.svelte.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

/** The bar an event happened on. */
export function findBarId(event: Event): string | undefined {
	if (!(event.target instanceof Element)) return undefined;
	return event.target.closest<HTMLElement>('[data-bar]')?.dataset.bar;
}

/** Handlers of the whole screen; those of bars act on the bar in focus. */
export function listTimelineKeys(
	screen: TimelineScreen,
	actions: TimelineActions,
	focusSearch: () => void
): ShortcutHandlers {
	const onBar = (act: (id: string) => void) => (event: KeyboardEvent) => {
		const id = findBarId(event);
		if (id) act(id);
	};
	const zoom = (step: 1 | -1) => () => void screen.zoomTo(stepLevel(screen.view.level, step));
	return {
		'bar-earlier': onBar((id) => actions.nudge(id, 'one', -1)),
		'bar-later': onBar((id) => actions.nudge(id, 'one', 1)),
		'bar-much-earlier': onBar((id) => actions.nudge(id, 'large', -1)),
		'bar-much-later': onBar((id) => actions.nudge(id, 'large', 1)),
		'bar-person-before': onBar((id) => actions.hand(id, -1)),
		'bar-person-after': onBar((id) => actions.hand(id, 1)),
		'bar-end-earlier': onBar((id) => actions.pull(id, 'end', -1)),
		'bar-end-later': onBar((id) => actions.pull(id, 'end', 1)),
		'bar-start-earlier': onBar((id) => actions.pull(id, 'start', -1)),
		'bar-start-later': onBar((id) => actions.pull(id, 'start', 1)),
		'bar-edit': onBar((id) => actions.openEditor(id)),
		'bar-ties': onBar((id) => actions.openTiesOf(id)),
		'zoom-in': zoom(1),
		'zoom-out': zoom(-1),
		'zoom-day': () => void screen.zoomTo('day'),
		'zoom-week': () => void screen.zoomTo('week'),
		'zoom-month': () => void screen.zoomTo('month'),
		'zoom-quarter': () => void screen.zoomTo('quarter'),
		today: () => screen.goToday(),
		'pan-before': () => screen.pan(-1),
		'pan-after': () => screen.pan(1),
		search: focusSearch,
		escape: () => screen.selection.clear(),
		'clear-filters': () => screen.show({ who: '' })
	};
}

const WALKS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'j', 'k']);

/** Keys on a bar that are no shortcuts: walking, selecting, archiving. */
export function onBarKey(
	event: KeyboardEvent,
	screen: TimelineScreen,
	actions: TimelineActions
): void {
	const id = findBarId(event);
	if (!id || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
	if (WALKS.has(event.key) && actions.walk(id, event.key)) event.preventDefault();
	else if (event.key === 'x') screen.toggleSelected(id);
	else if (event.key === 'Delete') actions.archive(id);
}
