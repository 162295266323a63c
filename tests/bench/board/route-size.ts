// G14: the JavaScript that comes to a browser while it opens the board, however it is asked for: named by the page,
// preloaded, imported on the way. Until the first card is there, and until the page says Saved.
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { ask, demoPassword, type Login } from '../../chaos/sign-in.ts';

export interface RouteSize {
	modules: number;
	/** Bytes after gzip. */
	bytes: number;
}

declare global {
	interface Window {
		/** Milliseconds of the page at which it first was so far; 0: not yet. */
		openedAt: { read: number; saved: number };
	}
}

/** Self-contained: it is sent to the page as text, before the page's own scripts. */
function installOpening(): void {
	performance.setResourceTimingBufferSize(2_000);
	window.openedAt = { read: 0, saved: 0 };
	const look = (): void => {
		const { openedAt } = window;
		if (openedAt.read === 0 && document.querySelector('[data-card]'))
			openedAt.read = performance.now();
		const status = document.querySelector(
			'header [role="status"], [role="banner"] [role="status"]'
		);
		if (openedAt.saved === 0 && status?.textContent.trim().startsWith('Saved'))
			openedAt.saved = performance.now();
	};
	const watch = new MutationObserver(look);
	watch.observe(document, { childList: true, subtree: true, characterData: true });
}

/** Opens a page of the demo's board in a browser that has nothing of it yet, and adds up its modules. */
export async function measureRoute(
	browser: Browser,
	login: Login,
	path: string
): Promise<{ read: RouteSize; saved: RouteSize }> {
	// A service worker fetches for later visits.
	const context = await browser.newContext({ baseURL: login.url, serviceWorkers: 'block' });
	await context.request.post('/login', {
		form: { email: 'planner@demo.example', password: demoPassword },
		headers: { origin: login.url }
	});
	const page = await context.newPage();
	await page.addInitScript(`(${installOpening.toString()})()`);
	await page.goto(path);
	await page.locator('[data-card]').first().waitFor();
	await page
		.getByRole('status')
		.filter({ hasText: /^\s*Saved/ })
		.first()
		.waitFor();
	const { openedAt, files } = await page.evaluate(() => ({
		openedAt: window.openedAt,
		files: performance
			.getEntriesByType('resource')
			.map((entry) => ({ url: entry.name, at: (entry as PerformanceResourceTiming).responseEnd }))
			.filter(({ url }) => new URL(url).pathname.endsWith('.js'))
	}));
	await context.close();
	if (openedAt.read === 0 || openedAt.saved === 0)
		throw new Error(`${path} was not seen to open: ${JSON.stringify(openedAt)}`);
	if (files.length === 0) throw new Error(`${path} fetched no modules.`);
	const sizes = new Map<string, number>();
	for (const { url } of files) {
		const answer = await ask(login, new URL(url).pathname);
		if (!answer.ok) throw new Error(`${url} was answered ${answer.status}.`);
		sizes.set(url, gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).byteLength);
	}
	const until = (time: number): RouteSize => {
		const urls = new Set(files.filter(({ at }) => at <= time).map(({ url }) => url));
		const bytes = [...urls].reduce((sum, url) => sum + sizes.get(url)!, 0);
		return { modules: urls.size, bytes };
	};
	return { read: until(openedAt.read), saved: until(openedAt.saved) };
}
