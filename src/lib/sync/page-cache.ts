// What page and service worker agree on about pages kept for a reload without a network. A page says which to keep and
// for whom, once its board is in sync; the worker keeps nothing by itself.

/** Caches of pages begin with it; the rest of the name is the user. */
export const PAGE_CACHE = 'plimsoll-pages:';
/** Caches of the shell's files begin with it; the rest is the build. They hold nothing of anybody. */
export const SHELL_CACHE = 'plimsoll-shell:';

export interface KeepPages {
	keep: { user: string; paths: string[] };
}

const BOARD_PAGE = /^\/b\/([^/]+)\/[a-z]+$/;

export function isKeepPages(data: unknown): data is KeepPages {
	if (typeof data !== 'object' || data === null || !('keep' in data)) return false;
	const { user, paths } = data.keep as { user?: unknown; paths?: unknown };
	return (
		typeof user === 'string' &&
		user !== '' &&
		Array.isArray(paths) &&
		paths.every((path) => typeof path === 'string' && BOARD_PAGE.test(path))
	);
}

/** The screens of a board that open without a network. */
export function boardPages(board: string): string[] {
	return ['board', 'timeline', 'heatmap'].map((view) => `/b/${board}/${view}`);
}

/** Asks the service worker, as soon as there is one, to keep a board's pages for this user. */
export async function keepPages(user: string, board: string): Promise<void> {
	if (typeof navigator === 'undefined' || !('serviceWorker' in navigator)) return;
	// At a first visit the board may be in sync before the worker is so much as registered.
	const { active } = await navigator.serviceWorker.ready;
	const message: KeepPages = { keep: { user, paths: boardPages(board) } };
	active?.postMessage(message);
}

/**
 * Which kept page answers a navigation that found no network: the same one; else another screen of the same board; for
 * the front page the last one kept. Undefined where nothing does.
 */
export function chooseKept(path: string, kept: readonly string[]): string | undefined {
	if (kept.includes(path)) return path;
	const board = /^\/b\/([^/]+)/.exec(path)?.[1];
	if (board !== undefined) return kept.find((one) => BOARD_PAGE.exec(one)?.[1] === board);
	return path === '/' ? kept.at(-1) : undefined;
}
