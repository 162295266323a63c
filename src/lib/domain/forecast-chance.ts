// Chance that can be repeated: the same seed draws the same numbers on every machine and in every browser.

/** Draws numbers from 0 up to, not including, 1. */
export type Chance = () => number;

/** FNV-1a over UTF-16 code units: what a forecast is of decides its seed (F-5). An unsigned 32-bit number. */
export function seedOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		hash ^= text.charCodeAt(i);
		hash = Math.imul(hash, 0x01000193);
	}
	return hash >>> 0;
}

/** F-5: sfc32, a small generator of good quality, warmed up from one 32-bit seed. */
export function chanceOf(seed: number): Chance {
	let a = seed | 0;
	let b = 0x9e3779b9 | 0;
	let c = 0x243f6a88 | 0;
	let counter = 1;
	const next = (): number => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + sum;
		return (sum >>> 0) / 4294967296;
	};
	for (let i = 0; i < 12; i++) next();
	return next;
}

/** One of the values, each as likely as the other. Throws for none. */
export function drawFrom(values: ArrayLike<number>, chance: Chance): number {
	if (values.length === 0) throw new RangeError('Nothing to draw from: check the count first.');
	return values[Math.floor(chance() * values.length)]!;
}
