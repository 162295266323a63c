/** The page's theme as plain values, for whoever paints where no stylesheet reaches. */

import { createSubscriber } from 'svelte/reactivity';

/** What a painter has to know of the page. */
export interface Theme {
	/** Custom properties that are colours, by name without the dashes, each as a colour that needs no other. */
	colours: Record<string, string>;
	/** Font families, by name without the dashes. */
	families: Record<string, string>;
	/** Pixels of the screen in one of the page. */
	density: number;
}

/** Tokens of ui/tokens.css that are painted with. */
export const PAINTED_COLOURS = [
	...['paper-0', 'paper-2', 'sheet', 'line', 'line-2', 'shade-weekend'],
	...['ink', 'ink-2', 'ink-3', 'alarm'],
	...Array.from({ length: 7 }, (_, bin) => [`u${bin}`, `u${bin}-text`]).flat(),
	...['k-teal', 'k-blue', 'k-violet', 'k-orchid', 'k-olive', 'k-slate']
] as const;
export const PAINTED_FAMILIES = ['font-condensed'] as const;

const QUERIES = [
	'(prefers-color-scheme: dark)',
	'(prefers-contrast: more)',
	'(forced-colors: active)'
];

/** Reads the theme from the page, again whenever it may have changed. */
class PageTheme {
	#edition = 0;
	#theme: Theme = { colours: {}, families: {}, density: 1 };
	#announce: () => void = () => undefined;
	readonly #listen = createSubscriber((update) => {
		this.#announce = update;
	});

	/** Reads from the page from now on, for good. Browser only. */
	constructor() {
		const again = (): void => this.#read();
		const onResize = (): void => {
			if (devicePixelRatio !== this.#theme.density) again();
		};
		const watch = new MutationObserver(again);
		watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
		const queries = QUERIES.map((query) => matchMedia(query));
		for (const query of queries) query.addEventListener('change', again);
		window.addEventListener('resize', onResize);
		again();
	}

	/** Counts how often everything looked different. Whoever paints reads it. */
	get edition(): number {
		this.#listen();
		return this.#edition;
	}

	/** As it is now. */
	get now(): Theme {
		return this.#theme;
	}

	/** Everything is painted anew: a font has come. */
	renew(): void {
		this.#edition++;
		this.#announce();
	}

	/** All colours are asked of one style each, set before the first is read: to set and read by turns costs ten times as much. */
	#read(): void {
		const probe = document.createElement('span');
		probe.hidden = true;
		const spans = PAINTED_COLOURS.map((name) => {
			const span = document.createElement('span');
			span.style.color = `var(--${name})`;
			return span;
		});
		probe.append(...spans);
		document.body.append(probe);
		const own = getComputedStyle(probe);
		this.#theme = {
			colours: Object.fromEntries(
				spans.map((span, i) => [PAINTED_COLOURS[i]!, getComputedStyle(span).color])
			),
			families: Object.fromEntries(
				PAINTED_FAMILIES.map((name) => [name, own.getPropertyValue(`--${name}`)])
			),
			density: devicePixelRatio
		};
		probe.remove();
		this.renew();
	}
}

let kept: PageTheme | undefined;

/** The page's theme, read on the first call and followed from then on. Browser only. */
export const theTheme = (): PageTheme => (kept ??= new PageTheme());
