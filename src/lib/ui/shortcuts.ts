/** The one list of keyboard shortcuts. Handlers, the ? sheet, palette hints and tooltips read it.
 * `keys` are in tinykeys' notation; `when` is the place that must hold the focus. */

/** Where a shortcut works: anywhere, or with the focus inside an element with data-keys="<place>". */
export type ShortcutPlace = 'anywhere' | 'card' | 'timeline' | 'bar' | 'heatmap' | 'meeting';

export type Shortcut = {
	readonly id: string;
	readonly keys: readonly string[];
	readonly label: string;
	readonly group: string;
	readonly when: ShortcutPlace;
	/** Fires again while the key is held: movement. */
	readonly repeats?: true;
	/** Works while typing and above dialogs. Only for chords no field uses. */
	readonly inFields?: true;
};

export const SHORTCUTS = [
	say('palette', ['$mod+k'], 'Find or do anything', 'Everywhere', 'anywhere', { inFields: true }),
	say('search', ['/'], 'Search and filter', 'Everywhere', 'anywhere'),
	say('create', ['c'], 'New project', 'Everywhere', 'anywhere'),
	say('help', ['[Shift]+?'], 'Keyboard shortcuts', 'Everywhere', 'anywhere'),
	say('toggle-sidebar', ['['], 'Show or hide the sidebar', 'Everywhere', 'anywhere'),
	say('toggle-panel', [']'], 'Show or hide the panel', 'Everywhere', 'anywhere'),
	say('undo', ['$mod+z'], 'Undo your last change', 'Everywhere', 'anywhere', { repeats: true }),
	say('redo', ['$mod+Shift+z', '$mod+y'], 'Redo', 'Everywhere', 'anywhere', { repeats: true }),
	say('escape', ['Escape'], 'Close, clear the selection, stop following', 'Everywhere', 'anywhere'),
	say('filters', ['f'], 'Filters', 'Everywhere', 'anywhere'),
	say('clear-filters', ['Shift+f'], 'Clear filters', 'Everywhere', 'anywhere'),
	say('theme', ['$mod+.'], 'Theme and density', 'Everywhere', 'anywhere', { inFields: true }),

	say('go-board', ['g b'], 'Board', 'Go to', 'anywhere'),
	say('go-timeline', ['g t'], 'Timeline', 'Go to', 'anywhere'),
	say('go-heatmap', ['g h'], 'Heatmap', 'Go to', 'anywhere'),
	say('go-meeting', ['g m'], 'Meeting', 'Go to', 'anywhere'),
	say('go-my-work', ['g w'], 'My work', 'Go to', 'anywhere'),

	say('next', ['ArrowDown', 'j'], 'Next card', 'Card', 'card', { repeats: true }),
	say('previous', ['ArrowUp', 'k'], 'Previous card', 'Card', 'card', { repeats: true }),
	say('column-before', ['ArrowLeft', 'h'], 'Column before', 'Card', 'card', { repeats: true }),
	say('column-after', ['ArrowRight', 'l'], 'Column after', 'Card', 'card', { repeats: true }),
	say('open', ['Enter'], 'Open', 'Card', 'card'),
	say('lift', ['Space'], 'Lift, then arrows, then drop', 'Card', 'card'),
	say('nudge-up', ['Alt+ArrowUp'], 'Move up', 'Card', 'card', { repeats: true }),
	say('nudge-down', ['Alt+ArrowDown'], 'Move down', 'Card', 'card', { repeats: true }),
	say('nudge-before', ['Alt+ArrowLeft'], 'Move one column back', 'Card', 'card'),
	say('nudge-after', ['Alt+ArrowRight'], 'Move one column on', 'Card', 'card'),
	say('select', ['x'], 'Select', 'Card', 'card'),
	say('select-range', ['Shift+x'], 'Select up to here', 'Card', 'card'),
	say('select-column', ['$mod+a'], 'Select the whole column', 'Card', 'card'),
	say('move', ['m'], 'Move to…', 'Card', 'card'),
	say('assign', ['a'], 'Assign', 'Card', 'card'),
	say('assign-me', ['i'], 'Assign me', 'Card', 'card'),
	say('stage', ['s'], 'Stage', 'Card', 'card'),
	say('due', ['d'], 'Due date', 'Card', 'card'),
	say('estimate', ['e'], 'Estimate', 'Card', 'card'),
	say('priority', ['p'], 'Priority', 'Card', 'card'),
	say('tags', ['t'], 'Tags', 'Card', 'card'),
	say('copy-link', ['$mod+c'], 'Copy link', 'Card', 'card'),
	say('archive', ['Delete'], 'Archive', 'Card', 'card'),

	say('bar-earlier', ['Alt+ArrowLeft'], 'Earlier', 'Timeline bar', 'bar', { repeats: true }),
	say('bar-later', ['Alt+ArrowRight'], 'Later', 'Timeline bar', 'bar', { repeats: true }),
	say('bar-much-earlier', ['Alt+Shift+ArrowLeft'], 'Much earlier', 'Timeline bar', 'bar', {
		repeats: true
	}),
	say('bar-much-later', ['Alt+Shift+ArrowRight'], 'Much later', 'Timeline bar', 'bar', {
		repeats: true
	}),
	say('bar-person-before', ['Alt+ArrowUp'], 'To the person above', 'Timeline bar', 'bar'),
	say('bar-person-after', ['Alt+ArrowDown'], 'To the person below', 'Timeline bar', 'bar'),
	say('bar-end-earlier', ['Control+Alt+ArrowLeft'], 'End earlier', 'Timeline bar', 'bar', {
		repeats: true
	}),
	say('bar-end-later', ['Control+Alt+ArrowRight'], 'End later', 'Timeline bar', 'bar', {
		repeats: true
	}),
	say(
		'bar-start-earlier',
		['Control+Alt+Shift+ArrowLeft'],
		'Start earlier',
		'Timeline bar',
		'bar',
		{ repeats: true }
	),
	say('bar-start-later', ['Control+Alt+Shift+ArrowRight'], 'Start later', 'Timeline bar', 'bar', {
		repeats: true
	}),
	say('bar-edit', ['Enter'], 'Edit dates', 'Timeline bar', 'bar'),
	say('bar-select', ['x'], 'Select', 'Timeline bar', 'bar'),
	say('bar-select-range', ['Shift+x'], 'Select up to here', 'Timeline bar', 'bar'),
	say('bar-split', ['s'], 'Split', 'Timeline bar', 'bar'),
	say('bar-duplicate', ['d'], 'Duplicate', 'Timeline bar', 'bar'),
	say('bar-lock', ['l'], 'Lock or unlock', 'Timeline bar', 'bar'),
	say('bar-archive', ['Delete'], 'Archive', 'Timeline bar', 'bar'),
	say('bar-ties', ['w'], 'What it waits for', 'Timeline bar', 'bar'),

	say('bar-new', ['n'], 'New booking', 'Timeline', 'timeline'),
	say('zoom-in', ['[Shift]++'], 'Zoom in', 'Timeline', 'timeline'),
	say('zoom-out', ['-'], 'Zoom out', 'Timeline', 'timeline'),
	say('zoom-day', ['1'], 'Days', 'Timeline', 'timeline'),
	say('zoom-week', ['2'], 'Weeks', 'Timeline', 'timeline'),
	say('zoom-month', ['3'], 'Months', 'Timeline', 'timeline'),
	say('zoom-quarter', ['4'], 'Quarters', 'Timeline', 'timeline'),
	say('today', ['t'], 'Today', 'Timeline', 'timeline'),
	say('pan-before', ['ArrowLeft'], 'Scroll back', 'Timeline', 'timeline', { repeats: true }),
	say('pan-after', ['ArrowRight'], 'Scroll on', 'Timeline', 'timeline', { repeats: true }),

	say('cell-open', ['Enter'], 'What causes it', 'Heatmap', 'heatmap'),
	say('cell-copy', ['$mod+c'], 'Copy as a table', 'Heatmap', 'heatmap'),

	say('item-next', ['n'], 'Next item', 'Meeting', 'meeting'),
	say('item-previous', ['b'], 'Item before', 'Meeting', 'meeting'),
	say('vote', ['v'], 'Vote', 'Meeting', 'meeting'),
	say('ready', ['r'], 'Ready', 'Meeting', 'meeting'),
	say('pause-timer', ['Space'], 'Pause the timer', 'Meeting', 'meeting'),
	say('follow', ['o'], 'Leave or return to following', 'Meeting', 'meeting'),
	say('park', ['u'], 'Undecided: park it', 'Meeting', 'meeting')
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

function say<const Id extends string>(
	id: Id,
	keys: readonly string[],
	label: string,
	group: string,
	when: ShortcutPlace,
	more: { repeats?: true; inFields?: true } = {}
) {
	return { id, keys, label, group, when, ...more };
}

/** The shortcut of an id. Throws for an id that is not in the list. */
export function getShortcut(id: ShortcutId): Shortcut {
	const shortcut = SHORTCUTS.find((entry) => entry.id === id);
	if (!shortcut) throw new Error(`No shortcut is called "${id}"; the list is in shortcuts.ts.`);
	return shortcut;
}
