/** The theme's colours, stripes and text widths as a canvas needs them: a canvas knows no custom properties. What was
 * looked up is kept until the theme, the fonts or the screen change; `edition` counts those, so that drawings follow. */

import { createSubscriber } from 'svelte/reactivity';

/** Pixels on, pixels off. */
export type Dashes = readonly [on: number, off: number];

/** Stripes: so wide, so far apart, rising or falling. */
export interface Stripes {
	css: string;
	gapPx: number;
	linePx: number;
	rises: boolean;
}

const SPARE_CANVASES = 12;
const THEME_QUERIES = [
	'(prefers-color-scheme: dark)',
	'(prefers-contrast: more)',
	'(forced-colors: active)'
];

export class Ink {
	#edition = 0;
	#announce: () => void = () => undefined;
	readonly #listen = createSubscriber((update) => {
		this.#announce = update;
	});
	#colours = new Map<string, string>();
	#stripes = new Map<string, CanvasPattern>();
	#widths = new Map<string, Map<string, number>>();
	#widthsNow = new Map<string, number>();
	#fontOf = new WeakMap<CanvasRenderingContext2D, string>();
	#canvases: HTMLCanvasElement[] = [];
	#families = new Map<string, string>();
	#probe: HTMLElement | null = null;

	/** Looks colours up inside `host` from now on; returns the stop. Browser only. */
	follow(host: HTMLElement): () => void {
		this.#probe = document.createElement('span');
		this.#probe.hidden = true;
		host.append(this.#probe);
		const again = (): void => this.#forget();
		const watch = new MutationObserver(again);
		watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
		const queries = THEME_QUERIES.map((query) => matchMedia(query));
		for (const query of queries) query.addEventListener('change', again);
		document.fonts.addEventListener('loadingdone', again);
		window.addEventListener('resize', this.#onResize);
		again();
		return () => {
			watch.disconnect();
			for (const query of queries) query.removeEventListener('change', again);
			document.fonts.removeEventListener('loadingdone', again);
			window.removeEventListener('resize', this.#onResize);
			this.#probe?.remove();
			this.#probe = null;
		};
	}

	/** Counts how often everything looked different; 0 before there is a page. Whoever draws reads it. */
	get edition(): number {
		this.#listen();
		return this.#edition;
	}

	/** Pixels of the screen in one of the page. */
	get density(): number {
		return typeof devicePixelRatio === 'number' ? devicePixelRatio : 1;
	}

	/** What a CSS colour, custom properties and all, is now. */
	colour(css: string): string {
		const known = this.#colours.get(css);
		if (known !== undefined || !this.#probe) return known ?? 'transparent';
		this.#probe.style.color = css;
		const found = getComputedStyle(this.#probe).color;
		this.#colours.set(css, found);
		return found;
	}

	/** A font shorthand whose family is a custom property: `font('500 12px', '--font-condensed')`. */
	font(size: string, family: string): string {
		let name = this.#families.get(family);
		if (name === undefined) {
			name = this.#probe ? getComputedStyle(this.#probe).getPropertyValue(family) : '';
			this.#families.set(family, name);
		}
		return `${size} ${name || 'sans-serif'}`;
	}

	/** Diagonal stripes on nothing. */
	stripes(
		context: CanvasRenderingContext2D,
		{ css, gapPx, linePx, rises }: Stripes
	): CanvasPattern {
		const key = `${css} ${gapPx} ${linePx} ${rises}`;
		const known = this.#stripes.get(key);
		if (known) return known;
		// Stripes `gapPx` apart along their normal repeat after that times the root of two along the edge.
		const { density } = this;
		const sidePx = Math.max(2, Math.round((gapPx + linePx) * Math.SQRT2 * density));
		const tile = document.createElement('canvas');
		tile.width = tile.height = sidePx;
		const on = tile.getContext('2d')!;
		on.strokeStyle = this.colour(css);
		on.lineWidth = linePx * density;
		for (const shift of [-sidePx, 0, sidePx]) {
			on.beginPath();
			on.moveTo(shift, rises ? sidePx : 0);
			on.lineTo(shift + sidePx, rises ? 0 : sidePx);
			on.stroke();
		}
		const pattern = context.createPattern(tile, 'repeat')!;
		pattern.setTransform(new DOMMatrix().scale(1 / density));
		this.#stripes.set(key, pattern);
		return pattern;
	}

	/** Dashes for lines of one pixel along either axis. */
	dashes(context: CanvasRenderingContext2D, css: string, [on, off]: Dashes): CanvasPattern {
		const key = `${css} ${on} on ${off} off`;
		const known = this.#stripes.get(key);
		if (known) return known;
		const side = on + off;
		const tile = document.createElement('canvas');
		tile.width = tile.height = side;
		const paint = tile.getContext('2d')!;
		paint.fillStyle = this.colour(css);
		for (let y = 0; y < side; y++)
			for (let x = 0; x < side; x++) if ((x + y) % side < on) paint.fillRect(x, y, 1, 1);
		const pattern = context.createPattern(tile, 'repeat')!;
		this.#stripes.set(key, pattern);
		return pattern;
	}

	/** As much of a text as fits, with an ellipsis where it was cut; nothing where not even that fits. */
	cut(context: CanvasRenderingContext2D, text: string, roomPx: number): string {
		const widthPx = this.widthOf(context, text);
		if (widthPx <= roomPx) return text;
		const room = roomPx - this.widthOf(context, '…');
		// Letters are about as wide as each other: begin there, and give way until it fits.
		let letters = Math.floor((text.length * Math.max(0, room)) / widthPx);
		while (letters > 0 && this.widthOf(context, text.slice(0, letters)) > room) letters--;
		return letters > 0 ? `${text.slice(0, letters).trimEnd()}…` : '';
	}

	/** Sets the font; a context that has it already is left alone, since reading a font is dear. */
	write(context: CanvasRenderingContext2D, font: string): void {
		let widths = this.#widths.get(font);
		if (!widths) this.#widths.set(font, (widths = new Map()));
		this.#widthsNow = widths;
		if (this.#fontOf.get(context) === font) return;
		context.font = font;
		this.#fontOf.set(context, font);
	}

	/** A canvas that gets another size forgets its font. */
	forgetFontOf(context: CanvasRenderingContext2D): void {
		this.#fontOf.delete(context);
	}

	/** How wide a text is in the font that was set last. */
	widthOf(context: CanvasRenderingContext2D, text: string): number {
		let widthPx = this.#widthsNow.get(text);
		if (widthPx === undefined) {
			widthPx = context.measureText(text).width;
			this.#widthsNow.set(text, widthPx);
		}
		return widthPx;
	}

	/** A canvas that was let go, or a new one: making a context is dear, and papers come and go while one scrolls. */
	takeCanvas(): HTMLCanvasElement {
		return this.#canvases.pop() ?? document.createElement('canvas');
	}

	giveCanvas(canvas: HTMLCanvasElement): void {
		canvas.remove();
		if (this.#canvases.length < SPARE_CANVASES) this.#canvases.push(canvas);
	}

	#seenDensity = 0;
	#onResize = (): void => {
		if (this.density !== this.#seenDensity) this.#forget();
	};

	#forget(): void {
		this.#seenDensity = this.density;
		for (const known of [this.#colours, this.#stripes, this.#widths, this.#families]) known.clear();
		this.#fontOf = new WeakMap();
		this.#edition++;
		this.#announce();
	}
}
