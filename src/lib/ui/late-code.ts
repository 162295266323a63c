// Code that is fetched when it is asked for. The build puts this around every `import()` of a page, instead of what the
// bundler brings along (scripts/late-code.ts). Chromium never asks again, in one page, for a module it could not have once;
// so its bytes come first, by requests whose failure is forgotten, and the module then comes from the browser's cache. What
// the network is away for is asked for until it is back. Browser only.

const AGAIN_MS = 2000;

/** The modules that the text of a built one imports, as they are written there. */
export function namesIn(code: string): string[] {
	return Array.from(
		code.matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g),
		([, name]) => name!
	);
}

/** Null where the network or what is behind it is away. What is not there at all the import tells of. */
async function ask(href: string): Promise<string | null> {
	try {
		const answer = await fetch(href);
		if (answer.status >= 500) return null;
		return answer.ok ? await answer.text() : '';
	} catch {
		return null;
	}
}

async function fetchNames(href: string): Promise<string[]> {
	// What the page has already it has with all it imports; a worker in control has kept everything.
	const entries = performance.getEntriesByName(href) as PerformanceResourceTiming[];
	const isHeld = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
	if (isHeld || entries.some(({ responseStatus }) => responseStatus === 200)) return [];
	let text: string | null;
	while ((text = await ask(href)) === null)
		await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
	return namesIn(text).map((name) => new URL(name, href).href);
}

async function addStyle(href: string): Promise<void> {
	const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
	if (Array.from(links).some((link) => link.href === href)) return;
	await fetchNames(href);
	const link = document.createElement('link');
	link.rel = 'stylesheet';
	link.href = href;
	await new Promise((resolve) => {
		link.onload = link.onerror = resolve;
		document.head.append(link);
	});
}

function onceEach<T>(work: (href: string) => Promise<T>): (href: string) => Promise<T> {
	const begun = new Map<string, Promise<T>>();
	return (href) => {
		const one = begun.get(href) ?? work(href);
		begun.set(href, one);
		return one;
	};
}
const namesAt = onceEach(fetchNames);
const styleAt = onceEach(addStyle);

/** Fetches a module and all that it imports; modules may import each other. */
async function fetchModule(href: string, seen: Set<string>): Promise<void> {
	if (seen.has(href)) return;
	seen.add(href);
	await Promise.all((await namesAt(href)).map((name) => fetchModule(name, seen)));
}

/**
 * What `load` imports, once the files it needs are here: its module and its styles, as seen from `base`. Rejects where a
 * module is there no more or fails by itself, never because the network is away.
 */
export async function importLate<T>(
	load: () => Promise<T>,
	files: readonly string[] = [],
	base: string
): Promise<T> {
	const seen = new Set<string>();
	await Promise.all(
		files.map((file) => {
			const { href } = new URL(file, base);
			return href.endsWith('.css') ? styleAt(href) : fetchModule(href, seen);
		})
	);
	return load();
}
