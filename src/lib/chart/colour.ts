/** Names of colours and patterns as css, so that a scene holds words and the theme decides. Knows
 * the tokens of ui/tokens.css by name only. */

/** Work types and people: cool, green and violet hues, always beside a label or initials. */
export const HUES = ['teal', 'blue', 'violet', 'orchid', 'olive', 'slate'] as const;
export type Hue = (typeof HUES)[number];

/** The css colour of a hue. */
export function colourOf(hue: Hue): string {
	return `var(--k-${hue})`;
}

/** The same hue for the same id, everywhere: for people and for types without a chosen one. */
export function findHue(id: string): Hue {
	let hash = 0;
	for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
	return HUES[hash % HUES.length] ?? 'slate';
}

export type CellPaint = {
	fill: string;
	text: string;
	/** Height and colour of the rule along the top edge, which says "over" without colour. */
	capPx: 0 | 2 | 3 | 4;
	cap: string;
	weight: 500 | 600;
};

const BINS: readonly CellPaint[] = Array.from({ length: 7 }, (_, bin) => {
	const over = bin >= 4;
	return {
		fill: `var(--u${bin})`,
		text: `var(--u${bin}-text)`,
		capPx: over ? ((bin - 2) as 2 | 3 | 4) : 0,
		// On the darkest bin its own colour would vanish.
		cap: bin === 6 ? 'var(--u4)' : 'var(--u6)',
		weight: over ? 600 : 500
	};
});

/** The paint of a utilisation bin, 0 to 6. Throws for another number. */
export function paintBin(bin: number): CellPaint {
	const paint = BINS[bin];
	if (!paint) throw new RangeError(`There is no utilisation bin ${bin}; use 0 to 6.`);
	return paint;
}

export type BarPaint = {
	background: string;
	border: string;
	/** The 3 px leading edge. */
	edge: string;
	text: string;
};

export type BarState = 'confirmed' | 'tentative' | 'done' | 'blocked';

/** The paint of a bar: tint for confirmed, dashes and stripes for tentative, faded for done (the
 * colours, not the words: those stay readable), an alarm edge when a gate blocks it. */
export function paintBar(hue: Hue, state: BarState = 'confirmed'): BarPaint {
	const k = colourOf(hue);
	const tint = (percent: number, ground: string) =>
		`color-mix(in oklab, ${k} ${percent}%, ${ground})`;
	const done = state === 'done';
	const stripe = tint(14, 'transparent');
	const edge = done ? tint(55, 'var(--sheet)') : k;
	return {
		background:
			state === 'tentative'
				? `repeating-linear-gradient(135deg, transparent 0 5px, ${stripe} 5px 7px)`
				: tint(done ? 9 : 20, 'var(--sheet)'),
		border: `1px ${state === 'tentative' ? 'dashed' : 'solid'} ${tint(done ? 25 : 45, 'var(--sheet)')}`,
		edge: `3px solid ${state === 'blocked' ? 'var(--alarm)' : edge}`,
		text: done ? 'var(--ink-2)' : 'var(--ink)'
	};
}
