/** The theme's colours, stripes and text widths as a canvas needs them: a canvas knows no custom properties. What was
 * looked up is kept until the theme or the fonts change. Works without a page, so that a worker can paint. */

import type { Theme } from './theme.ts';

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Pixels on, pixels off. */
export type Dashes = readonly [on: number, off: number];

/** Stripes: so wide, so far apart, rising or falling. */
export interface Stripes {
	css: string;
	gapPx: number;
	linePx: number;
	rises: boolean;
}

/** `makeTile` gives a square canvas of so many pixels, to make a pattern on. */
export class Ink {
	readonly #theme: Theme;
	readonly #makeTile: (sidePx: number) => Context;
	readonly #colours = new Map<string, string>();
	readonly #patterns = new Map<string, CanvasPattern>();
	readonly #widths = new Map<string, Map<string, number>>();
	#widthsNow = new Map<string, number>();
	readonly #fontOf = new WeakMap<Context, string>();

	constructor(theme: Theme, makeTile: (sidePx: number) => Context) {
		this.#theme = theme;
		this.#makeTile = makeTile;
	}

	/** Pixels of the screen in one of the page. */
	get density(): number {
		return this.#theme.density;
	}

	/** A CSS colour with the theme's colours in the place of custom properties; one the theme does not have is clear. */
	colour(css: string): string {
		let found = this.#colours.get(css);
		if (found === undefined) {
			found = css.replace(
				/var\(--([\w-]+)\)/g,
				(_, name: string) => this.#theme.colours[name] ?? 'transparent'
			);
			this.#colours.set(css, found);
		}
		return found;
	}

	/** A font shorthand whose family is a custom property: `font('500 12px', 'font-condensed')`. */
	font(size: string, family: string): string {
		return `${size} ${this.#theme.families[family] || 'sans-serif'}`;
	}

	/** Diagonal stripes on nothing. */
	stripes(context: Context, { css, gapPx, linePx, rises }: Stripes): CanvasPattern {
		return this.#pattern(`${css} ${gapPx} ${linePx} ${rises}`, () => {
			// Stripes `gapPx` apart along their normal repeat after that times the root of two along the edge.
			const { density } = this;
			const sidePx = Math.max(2, Math.round((gapPx + linePx) * Math.SQRT2 * density));
			const on = this.#makeTile(sidePx);
			on.strokeStyle = this.colour(css);
			on.lineWidth = linePx * density;
			for (const shift of [-sidePx, 0, sidePx]) {
				on.beginPath();
				on.moveTo(shift, rises ? sidePx : 0);
				on.lineTo(shift + sidePx, rises ? 0 : sidePx);
				on.stroke();
			}
			const pattern = context.createPattern(on.canvas, 'repeat')!;
			pattern.setTransform(new DOMMatrix().scale(1 / density));
			return pattern;
		});
	}

	/** Dashes for lines of one pixel along either axis. */
	dashes(context: Context, css: string, [on, off]: Dashes): CanvasPattern {
		return this.#pattern(`${css} ${on} on ${off} off`, () => {
			const side = on + off;
			const tile = this.#makeTile(side);
			tile.fillStyle = this.colour(css);
			for (let y = 0; y < side; y++)
				for (let x = 0; x < side; x++) if ((x + y) % side < on) tile.fillRect(x, y, 1, 1);
			return context.createPattern(tile.canvas, 'repeat')!;
		});
	}

	/** As much of a text as fits, with an ellipsis where it was cut; nothing where not even that fits. */
	cut(context: Context, text: string, roomPx: number): string {
		const widthPx = this.widthOf(context, text);
		if (widthPx <= roomPx) return text;
		const room = roomPx - this.widthOf(context, '…');
		// Letters are about as wide as each other: begin there, and give way until it fits.
		let letters = Math.floor((text.length * Math.max(0, room)) / widthPx);
		while (letters > 0 && this.widthOf(context, text.slice(0, letters)) > room) letters--;
		return letters > 0 ? `${text.slice(0, letters).trimEnd()}…` : '';
	}

	/** Sets the font; a context that has it already is left alone, since reading a font is dear. */
	write(context: Context, font: string): void {
		let widths = this.#widths.get(font);
		if (!widths) this.#widths.set(font, (widths = new Map()));
		this.#widthsNow = widths;
		if (this.#fontOf.get(context) === font) return;
		context.font = font;
		this.#fontOf.set(context, font);
	}

	/** A canvas that gets another size forgets its font. */
	forgetFontOf(context: Context): void {
		this.#fontOf.delete(context);
	}

	/** How wide a text is in the font that was set last. */
	widthOf(context: Context, text: string): number {
		let widthPx = this.#widthsNow.get(text);
		if (widthPx === undefined) {
			widthPx = context.measureText(text).width;
			this.#widthsNow.set(text, widthPx);
		}
		return widthPx;
	}

	#pattern(key: string, make: () => CanvasPattern): CanvasPattern {
		let pattern = this.#patterns.get(key);
		if (!pattern) this.#patterns.set(key, (pattern = make()));
		return pattern;
	}
}
