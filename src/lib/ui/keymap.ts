/** Runs the shortcuts of shortcuts.ts: one listener, handlers that come and go with the screens.
 * Never fires while text is typed or composed, and never for single keys once they are off. */
import { createKeybindingsHandler } from 'tinykeys';
import { isSingleKey } from './keys.ts';
import { createHandlers, shortcutHandlers } from './shortcut-handlers.ts';
import { SHORTCUTS, type Shortcut, type ShortcutId } from './shortcuts.ts';

/** What the keymap must know of the focused thing: its places, and whether it takes text. */
export type FocusFacts = { places: string[]; takesText: boolean; inOverlay: boolean };

const SINGLE_KEYS_OFF = 'plimsoll.single-keys-off';
const OVERLAY = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const TEXT = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** A keymap without a listener yet; `listen` starts it, `register` gives it handlers. */
export function createKeymap(
	shortcuts: readonly Shortcut[] = SHORTCUTS,
	handlers = createHandlers()
) {
	let singleKeys = true;

	const findHandler = (shortcut: Shortcut) => handlers.find(shortcut.id as ShortcutId);

	function dispatch(keys: string, event: KeyboardEvent): void {
		const facts = readFocus(event);
		const chosen = chooseShortcut(shortcuts, keys, facts, {
			singleKeys,
			repeating: event.repeat,
			isHandled: (shortcut) => findHandler(shortcut) !== undefined
		});
		if (!chosen) return;
		event.preventDefault();
		findHandler(chosen)?.(event);
	}

	// Sequences first: tinykeys stops at the first match, and "g h" must win over "h".
	const bindings = [...new Set(shortcuts.flatMap((shortcut) => shortcut.keys))].sort(
		(a, b) => Number(b.includes(' ')) - Number(a.includes(' '))
	);
	// A sequence that has fired is over: the matcher would go on waiting for the others that began with it.
	const match = (): ((event: Event) => void) =>
		createKeybindingsHandler(
			Object.fromEntries(
				bindings.map((keys) => [
					keys,
					(event: KeyboardEvent) => {
						if (keys.includes(' ')) matcher = match();
						dispatch(keys, event);
					}
				])
			),
			{ ignore: isNotForUs }
		);
	let matcher = match();
	const listener = (event: Event): void => matcher(event);

	return {
		/** Starts listening; returns the stop. Reads whether single keys are on from this device. */
		listen(target: Window = window): () => void {
			singleKeys = target.localStorage.getItem(SINGLE_KEYS_OFF) === null;
			target.addEventListener('keydown', listener);
			return () => target.removeEventListener('keydown', listener);
		},
		register: handlers.register,
		/** Whether bare letters and signs act (WCAG 2.1.4). */
		hasSingleKeys: (): boolean => singleKeys,
		/** Switches bare letters and signs on or off on this device. */
		setSingleKeys(on: boolean, storage: Storage = localStorage): void {
			singleKeys = on;
			if (on) storage.removeItem(SINGLE_KEYS_OFF);
			else storage.setItem(SINGLE_KEYS_OFF, '1');
		}
	};
}

/** The shortcut a press means here, most specific place first, or undefined. Pure. */
export function chooseShortcut(
	shortcuts: readonly Shortcut[],
	keys: string,
	focus: FocusFacts,
	state: {
		singleKeys: boolean;
		repeating: boolean;
		isHandled: (shortcut: Shortcut) => boolean;
	}
): Shortcut | undefined {
	const rank = (shortcut: Shortcut) =>
		shortcut.when === 'anywhere' ? focus.places.length : focus.places.indexOf(shortcut.when);
	return shortcuts
		.filter((shortcut) => shortcut.keys.includes(keys) && rank(shortcut) >= 0)
		.filter((shortcut) => shortcut.inFields || !focus.takesText)
		.filter((shortcut) => shortcut.inFields || shortcut.when !== 'anywhere' || !focus.inOverlay)
		.filter((shortcut) => shortcut.repeats || !state.repeating)
		.filter(() => state.singleKeys || !isSingleKey(keys))
		.sort((a, b) => rank(a) - rank(b))
		.find(state.isHandled);
}

/** Reads the focus of a key event; places are the data-keys names from the inside out. */
export function readFocus(event: Event): FocusFacts {
	const target = event.target;
	if (!(target instanceof Element)) return { places: [], takesText: false, inOverlay: false };
	// With the focus on nothing in particular, one is where the page is, or in what covers it.
	const { ownerDocument: page } = target;
	const isNowhere = target === page.body;
	const overlay = isNowhere ? page.querySelector(OVERLAY) : target.closest(OVERLAY);
	const places: string[] = [];
	const start = isNowhere ? page.querySelector('main') : target;
	for (let at = start; at; at = at.parentElement) {
		// What lies under an open dialog or menu is not where the person is.
		if (overlay && !overlay.contains(at)) break;
		const names = at.getAttribute('data-keys');
		if (names) places.push(...names.split(' '));
	}
	return { places, takesText: target.closest(TEXT) !== null, inOverlay: overlay !== null };
}

function isNotForUs(event: KeyboardEvent): boolean {
	// 229 is what browsers send for keys an input method still holds.
	return event.defaultPrevented || event.isComposing || event.keyCode === 229;
}

/** The keymap of this tab. */
export const keymap = createKeymap(SHORTCUTS, shortcutHandlers);
