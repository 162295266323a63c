/** What shortcuts do, as screens come and go. Apart from the keymap that runs them, which is fetched once the page
 * stands: a screen registers at once. */
import type { ShortcutId } from './shortcuts.ts';

export type ShortcutHandler = (event: KeyboardEvent) => void;
export type ShortcutHandlers = Partial<Record<ShortcutId, ShortcutHandler>>;

/** An empty set of handlers. */
export function createHandlers() {
	const registered: ShortcutHandlers[] = [];
	return {
		/** Adds handlers; the latest for an id wins. Returns the removal. */
		register(handlers: ShortcutHandlers): () => void {
			registered.push(handlers);
			return () => {
				const index = registered.indexOf(handlers);
				if (index >= 0) registered.splice(index, 1);
			};
		},
		find: (id: ShortcutId): ShortcutHandler | undefined =>
			registered.findLast((handlers) => handlers[id])?.[id]
	};
}

/** The handlers of this tab. */
export const shortcutHandlers = createHandlers();
